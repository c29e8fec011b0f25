package motcua.core.alert;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;

/**
 * One step in the life of an alert, with the figures and the fact that caused it.
 *
 * @param rule id of the rule; {@link #SOURCE_SILENT} and {@link #LATE_REWRITTEN} have none of the
 *     configuration
 * @param scope unit or unit above; of a silent source: the source
 * @param window name of the window; empty where there is none
 * @param windowFrom first day of the window; of a rewritten date: the day it became known
 * @param number counted from 1 in the alert's window; goes on from the rule before when a rule is
 *     changed
 * @param severity null where there is none
 * @param reason why it was cleared; else null
 * @param cause event id, {@code CLOCK}, or {@code ACT:} and the id of an act
 * @param at when it happened
 * @param backfill whether an initial load caused it: never delivered
 * @param until of an acknowledgement; else null
 * @param dossier of a rewritten date; else null
 */
public record Transition(
    String rule,
    String scope,
    String window,
    LocalDate windowFrom,
    long number,
    Kind kind,
    Severity severity,
    Reason reason,
    AlertFigures figures,
    String cause,
    Instant at,
    boolean backfill,
    Instant until,
    String dossier) {
  /** Rule of a source that is silent. */
  public static final String SOURCE_SILENT = "source-silent";

  /** Rule of a late dossier that turned on time because a date was rewritten. */
  public static final String LATE_REWRITTEN = "late-rewritten";

  /** Cause of what only time brought about. */
  public static final String CLOCK = "CLOCK";

  private static final String ACT = "ACT:";

  /** What happened. Names are stored: never renamed. */
  public enum Kind {
    RAISED,
    WORSENED,
    CLEARED,
    FROZEN,
    THAWED,
    REMINDED,
    ESCALATED,
    ACKNOWLEDGED,
    UNACKNOWLEDGED,
    EXPIRED
  }

  /** Why an alert ended. Names are stored: never renamed. */
  public enum Reason {
    /** At or below the recovery threshold. */
    RECOVERED,
    /** The window is over; the next one begins anew. */
    PERIOD_ENDED,
    /** Another rule, or another version of it, holds from now on. */
    RULE_CHANGED
  }

  public Transition {
    Objects.requireNonNull(rule, "rule");
    Objects.requireNonNull(scope, "scope");
    Objects.requireNonNull(window, "window");
    Objects.requireNonNull(windowFrom, "windowFrom");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(figures, "figures");
    Objects.requireNonNull(cause, "cause");
    Objects.requireNonNull(at, "at");
  }

  /** Cause that is an act of a person. */
  public static String causeOf(String act) {
    return ACT + act;
  }

  /** What tells it from every other; a rebuilt ledger gives it again. */
  public String id() {
    return String.join("|", alert(), window, String.valueOf(number));
  }

  /** What tells its alert from every other: rule, scope and first day of the window. */
  public String alert() {
    String alert = String.join("|", rule, scope, windowFrom.toString());
    return dossier == null ? alert : alert + "|" + dossier;
  }
}
