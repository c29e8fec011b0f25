package motcua.notify;

import java.util.concurrent.atomic.AtomicInteger;
import motcua.core.notice.Message;
import motcua.readmodel.Delivery;

/** Ends a notifier at a chosen point of its work, as abruptly as a thread can be ended. */
final class Bombs {
  private static final int NONE = 0;
  private static final int BEFORE = 1;
  private static final int AFTER = 2;

  private final AtomicInteger armed = new AtomicInteger(NONE);

  /** The next message is marked and not sent, or sent and not marked. */
  void arm(boolean afterSending) {
    armed.set(afterSending ? AFTER : BEFORE);
  }

  boolean isArmed() {
    return armed.get() != NONE;
  }

  Sender around(Sender sender) {
    return new Sender() {
      @Override
      public Outcome send(Delivery delivery, Message message) {
        if (armed.compareAndSet(BEFORE, NONE)) {
          throw new Killed();
        }
        Outcome outcome = sender.send(delivery, message);
        if (outcome instanceof Outcome.Sent && armed.compareAndSet(AFTER, NONE)) {
          throw new Killed();
        }
        return outcome;
      }

      @Override
      public void rest() {
        sender.rest();
      }

      @Override
      public void close() {
        sender.close();
      }
    };
  }

  /** Nobody catches it. */
  static final class Killed extends Error {
    private static final long serialVersionUID = 1;
  }
}
