package motcua.core.alert;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import motcua.core.calendar.VietnamDay;

/** The alert of a source: raised when it falls silent, cleared when it is heard again. Pure. */
public final class SilenceMachine {
  private SilenceMachine() {}

  /**
   * What silence or hearing does.
   *
   * @param state null: nothing known of the source
   */
  public static Optional<AlertMachine.Decision> decide(
      String source, AlertState state, boolean silent, Instant now) {
    boolean was = state != null && state.isRaised();
    if (silent == was) {
      return Optional.empty();
    }
    AlertState known =
        state == null
            ? AlertState.fresh(Transition.SOURCE_SILENT, "", VietnamDay.of(now), false)
            : state;
    var step =
        new Transition(
            Transition.SOURCE_SILENT,
            source,
            known.window(),
            known.windowFrom(),
            known.number() + 1,
            silent ? Transition.Kind.RAISED : Transition.Kind.CLEARED,
            Severity.SURE,
            silent ? null : Transition.Reason.RECOVERED,
            AlertFigures.NONE,
            Transition.CLOCK,
            now,
            false,
            null,
            null);
    return Optional.of(new AlertMachine.Decision(known.after(step), List.of(step)));
  }
}
