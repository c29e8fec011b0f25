package motcua.readmodel;

import java.util.Objects;
import java.util.Optional;
import motcua.core.alert.Transition;

/**
 * A transition in a history.
 *
 * @param act that brought it about, if one did and is in this database
 */
public record AlertStep(Transition transition, Optional<AlertAct> act) {
  public AlertStep {
    Objects.requireNonNull(transition, "transition");
    Objects.requireNonNull(act, "act");
  }
}
