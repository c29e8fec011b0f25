package motcua.readmodel;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import motcua.core.alert.Transition;
import motcua.core.notice.Addressee;
import motcua.core.notice.Manner;
import motcua.core.notice.Message;
import motcua.core.notice.NoticeChannel;
import motcua.core.notice.NoticePlanner;

/**
 * Messages about transitions of alerts, each exactly once: a transition becomes notices in one
 * transaction, a message is marked before it is sent and after. Several notifiers may use it at
 * once. Thread-safe.
 *
 * <p>Every method throws StoreUnavailableException when the database does not answer just now.
 */
public interface Outbox {
  /**
   * Makes the next transitions into notices, in their order.
   *
   * @param limit most transitions to take
   * @return number of transitions taken
   */
  int expand(NoticePlanner planner, int limit, Instant now);

  /**
   * Opens the digests of a day, once.
   *
   * @param heads who gets one when there is something to say
   */
  void openDigests(Manner.InDigest digest, Collection<Addressee> heads, Instant now);

  /** The last day whose digests were opened. */
  LocalDate digestsOpenedUntil();

  /**
   * Takes the first message of a channel that is due, and marks it as being sent.
   *
   * @param lease when another notifier may take it, should nothing be heard of this one
   */
  Optional<Delivery> claim(NoticeChannel channel, Instant now, Instant lease);

  /** Fixes the text of a claimed message, so that every attempt sends the same. */
  void compose(Delivery delivery, Message message);

  /** Notes that a message was taken over by the channel. */
  void sent(Delivery delivery, Instant now);

  /** Notes that a digest has nothing to say. */
  void empty(Delivery delivery, Instant now);

  /** Notes that an attempt failed, and when the next one is due. */
  void retry(Delivery delivery, String fault, Instant next);

  /** Notes that a message cannot be delivered. */
  void failed(Delivery delivery, String fault, Instant now);

  /**
   * The last transition to be told of each rule and unit over a channel, of whatever window, those
   * of single dossiers left out.
   *
   * @param clearedAfter alerts that ended before are left out
   */
  List<Transition> lastTold(NoticeChannel channel, Instant clearedAfter);

  /**
   * The last transition to be told of a rule and a unit over a channel, of whatever window; those
   * of single dossiers left out. Empty when there is none.
   */
  Optional<Transition> lastTold(NoticeChannel channel, String rule, String scope);

  /** Figures of a channel. */
  OutboxCounts counts(NoticeChannel channel, Instant now);
}
