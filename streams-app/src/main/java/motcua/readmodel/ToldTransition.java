package motcua.readmodel;

import java.util.Objects;
import motcua.core.alert.Transition;

/**
 * A transition with its place among all transitions.
 *
 * @param position grows from one to the next
 */
public record ToldTransition(long position, Transition transition) {
  public ToldTransition {
    Objects.requireNonNull(transition, "transition");
  }
}
