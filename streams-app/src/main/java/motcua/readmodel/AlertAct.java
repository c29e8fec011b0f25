package motcua.readmodel;

import java.time.Instant;
import java.util.Objects;

/**
 * What a person did with an alert.
 *
 * @param id tells it from every other; stands in the cause of the transition it brings about
 * @param alert {@link motcua.core.alert.Transition#alert()}
 * @param scope of the alert
 * @param author who, by name
 * @param note why; may be empty
 * @param until end of an acknowledgement; else null
 */
public record AlertAct(
    String id,
    String alert,
    String scope,
    Kind kind,
    String author,
    String note,
    Instant until,
    Instant at) {
  /** What was done. Names are stored and sent: never renamed. */
  public enum Kind {
    ACKNOWLEDGE,
    UNDO
  }

  public AlertAct {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(alert, "alert");
    Objects.requireNonNull(scope, "scope");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(author, "author");
    Objects.requireNonNull(note, "note");
    Objects.requireNonNull(at, "at");
    if ((kind == Kind.ACKNOWLEDGE) != (until != null)) {
      throw new IllegalArgumentException("an acknowledgement ends, an undo does not: " + id);
    }
  }
}
