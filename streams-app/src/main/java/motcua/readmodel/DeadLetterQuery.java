package motcua.readmodel;

import java.util.Objects;
import java.util.Optional;

/**
 * Which dead letters are asked for; what is empty does not matter.
 *
 * @param source name of the source; blank: those that name none
 * @param reason code of a reason, without its explanation
 * @param input file name or intake id
 * @param fingerprint of the record, or its first characters
 */
public record DeadLetterQuery(
    Optional<String> source,
    Optional<String> reason,
    Optional<String> input,
    Optional<String> fingerprint,
    State state) {
  /** All that stand open. */
  public static final DeadLetterQuery OPEN =
      new DeadLetterQuery(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), State.OPEN);

  /** What has become of them. */
  public enum State {
    OPEN,
    RESOLVED,
    ALL
  }

  public DeadLetterQuery {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(input, "input");
    Objects.requireNonNull(fingerprint, "fingerprint");
    Objects.requireNonNull(state, "state");
  }
}
