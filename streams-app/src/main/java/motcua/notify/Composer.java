package motcua.notify;

import java.time.Instant;
import java.util.Optional;
import motcua.core.notice.Message;
import motcua.readmodel.Delivery;

/** Makes the text of messages of one channel. */
public interface Composer {
  /**
   * The text of a message, from the figures of its transitions and what the read model holds now.
   *
   * @return empty for a digest without anything to say
   */
  Optional<Message> compose(Delivery delivery, Instant now);
}
