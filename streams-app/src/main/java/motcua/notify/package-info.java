/**
 * Delivers alerts from the outbox, safe to repeat. Here belong the notifier and its channels; who
 * is told what and when belongs to {@code core.notice}, SQL to {@code readmodel.postgres}.
 *
 * <p>Read in this order: {@link motcua.notify.Notifier}, {@link motcua.notify.DeliveryRound},
 * {@link motcua.notify.Sender}.
 */
package motcua.notify;
