package motcua.readmodel;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import motcua.core.alert.Transition;
import motcua.core.notice.Addressee;
import motcua.core.notice.Message;

/**
 * A message to be delivered, as claimed.
 *
 * @param key Message-ID or Idempotency-Key, the same at every attempt
 * @param digestDay of a digest; else empty
 * @param due when it was to be sent first
 * @param attempts with this one
 * @param message as fixed before the first attempt; empty before that
 * @param transitions it tells of, in their order; of a digest perhaps none
 */
public record Delivery(
    long id,
    Addressee to,
    String key,
    Optional<LocalDate> digestDay,
    Instant due,
    int attempts,
    Optional<Message> message,
    List<Transition> transitions) {
  public Delivery {
    transitions = List.copyOf(transitions);
  }
}
