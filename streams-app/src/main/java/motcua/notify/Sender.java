package motcua.notify;

import motcua.core.notice.Message;
import motcua.readmodel.Delivery;

/**
 * Sends messages of one channel. Used by one thread at a time. An attempt ends within a bounded
 * time, well below the outbox's lease.
 */
public interface Sender extends AutoCloseable {
  /**
   * Sends, once more perhaps: the receiver knows a message by the delivery's key.
   *
   * @param message as fixed for all attempts
   */
  Outcome send(Delivery delivery, Message message);

  /** Nothing is left to send for now: connections may be given back. */
  default void rest() {}

  @Override
  void close();
}
