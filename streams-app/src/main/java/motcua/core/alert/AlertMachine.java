package motcua.core.alert;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import motcua.core.calendar.VietnamDay;
import motcua.core.calendar.WorkingCalendar;

/**
 * The life of the alert of one scope under one rule (ledger.md 9), a step at a time. Pure. A step
 * that time alone brings about is dated by its deadline, not by the tick that found it.
 */
public final class AlertMachine {
  private final String scope;
  private final AlertRule rule;
  private final WorkingCalendar calendar;
  private final List<Transition> steps = new ArrayList<>(2);
  private AlertState state;

  private AlertMachine(String scope, AlertRule rule, WorkingCalendar calendar, AlertState state) {
    this.scope = scope;
    this.rule = rule;
    this.calendar = calendar;
    this.state = state;
  }

  /** What an input does: the state after it, and the transitions in order. */
  public record Decision(AlertState state, List<Transition> transitions) {}

  /**
   * Decides.
   *
   * @param state null: nothing known of the scope
   */
  public static Decision decide(
      String scope, AlertRule rule, AlertState state, AlertInput input, WorkingCalendar calendar) {
    AlertState known = state == null ? fresh(rule, firstWindow(rule, input), false) : state;
    var machine = new AlertMachine(scope, rule, calendar, known);
    machine.take(input);
    return new Decision(machine.state, List.copyOf(machine.steps));
  }

  private static AlertState fresh(AlertRule rule, LocalDate windowFrom, boolean frozen) {
    return AlertState.fresh(rule.id(), rule.window().name(), windowFrom, frozen);
  }

  private static LocalDate firstWindow(AlertRule rule, AlertInput input) {
    return input instanceof AlertInput.Observed seen
        ? seen.windowFrom()
        : rule.window().from(VietnamDay.of(input.at()));
  }

  /**
   * Takes over a transition that was found elsewhere, by the ledger before this one. One that is
   * known already, or of a window before, changes nothing.
   *
   * @param state null: nothing known of the scope
   */
  public static AlertState adopt(AlertState state, Transition step) {
    if (state != null && !isNews(state, step)) {
      return state;
    }
    boolean same =
        state != null
            && state.rule().equals(step.rule())
            && state.windowFrom().equals(step.windowFrom());
    AlertState before =
        same
            ? state
            : AlertState.fresh(
                step.rule(), step.window(), step.windowFrom(), state != null && state.frozen());
    return before.after(step).seen(step.figures());
  }

  private static boolean isNews(AlertState state, Transition step) {
    boolean numberedOn =
        state.windowFrom().equals(step.windowFrom()) || !state.rule().equals(step.rule());
    return step.windowFrom().isAfter(state.windowFrom())
        || (numberedOn && step.number() > state.number());
  }

  private void take(AlertInput input) {
    switch (input) {
      case AlertInput.Observed seen -> observe(seen);
      case AlertInput.Ticked tick -> pass(tick.at(), Instant.MIN);
      case AlertInput.Heard heard -> hear(heard);
      case AlertInput.Acknowledged act -> {
        // One that comes again, because its answer was lost, changes nothing.
        if (state.isRaised() && !act.until().equals(state.ackUntil())) {
          step(Transition.Kind.ACKNOWLEDGED, Transition.causeOf(act.act()), act.at(), act.until());
        }
      }
      case AlertInput.Unacknowledged act -> {
        if (state.isRaised() && state.ackUntil() != null) {
          step(Transition.Kind.UNACKNOWLEDGED, Transition.causeOf(act.act()), act.at(), null);
        }
      }
    }
  }

  private void observe(AlertInput.Observed seen) {
    boolean otherRule = !state.rule().equals(rule.id());
    if (!otherRule && seen.windowFrom().isBefore(state.windowFrom())) {
      // Of a window that is over: its numbers are given already.
      return;
    }
    if (otherRule || !state.windowFrom().equals(seen.windowFrom())) {
      if (state.isRaised()) {
        clear(
            otherRule ? Transition.Reason.RULE_CHANGED : Transition.Reason.PERIOD_ENDED,
            Transition.CLOCK,
            seen.at(),
            seen.backfill());
      }
      // A rule that comes back within its window would else give its numbers again, and what
      // it tells would pass for told.
      state =
          fresh(rule, seen.windowFrom(), state.frozen()).numbered(otherRule ? state.number() : 0);
    }
    state = state.seen(seen.figures());
    if (!state.frozen()) {
      judge(seen.cause(), seen.at(), seen.backfill());
    }
  }

  private void judge(String cause, Instant at, boolean backfill) {
    AlertFigures figures = state.figures();
    if (!state.isRaised()) {
      if (rule.isExceeded(figures)) {
        add(Transition.Kind.RAISED, rule.severity(figures), null, cause, at, backfill, null);
      }
    } else if (figures.isAtMost(rule.recovery())) {
      clear(Transition.Reason.RECOVERED, cause, at, backfill);
    } else if (state.severity() == Severity.LIKELY && rule.severity(figures) == Severity.SURE) {
      add(Transition.Kind.WORSENED, Severity.SURE, null, cause, at, backfill, null);
    }
  }

  private void hear(AlertInput.Heard heard) {
    if (heard.silent() == state.frozen()) {
      return;
    }
    if (state.isRaised()) {
      step(
          heard.silent() ? Transition.Kind.FROZEN : Transition.Kind.THAWED,
          Transition.CLOCK,
          heard.at(),
          null);
    } else {
      state = state.frozen(heard.silent());
    }
    if (!heard.silent()) {
      judge(Transition.CLOCK, heard.at(), false);
      pass(heard.at(), heard.at());
    }
  }

  /**
   * @param notBefore date of what fell due while it was frozen
   */
  private void pass(Instant now, Instant notBefore) {
    if (!state.isRaised() || state.frozen()) {
      return;
    }
    if (state.ackUntil() != null) {
      if (now.isBefore(state.ackUntil())) {
        return;
      }
      tell(Transition.Kind.EXPIRED, state.ackUntil(), notBefore);
    }
    Optional<Instant> escalation = escalation(now);
    Optional<Instant> reminder = reminder(now);
    boolean reminderFirst =
        reminder.isPresent() && escalation.filter(reminder.get()::isBefore).isPresent();
    if (reminderFirst) {
      tell(Transition.Kind.REMINDED, reminder.get(), notBefore);
    }
    escalation.ifPresent(at -> tell(Transition.Kind.ESCALATED, at, notBefore));
    if (!reminderFirst) {
      reminder.ifPresent(at -> tell(Transition.Kind.REMINDED, at, notBefore));
    }
  }

  private void tell(Transition.Kind kind, Instant deadline, Instant notBefore) {
    step(kind, Transition.CLOCK, deadline.isBefore(notBefore) ? notBefore : deadline, null);
  }

  /** Since when the head above should know; empty: not yet, or it does. */
  private Optional<Instant> escalation(Instant now) {
    if (state.sureAt() == null || state.escalated()) {
      return Optional.empty();
    }
    return Optional.of(workingDaysAfter(state.sureAt(), rule.escalateAfterWorkingDays()))
        .filter(deadline -> !now.isBefore(deadline));
  }

  /** After a long stop one reminder does for those that were missed. */
  private Optional<Instant> reminder(Instant now) {
    Duration interval = Duration.ofDays(rule.remindAfterDays());
    long due = Duration.between(state.toldAt(), now).dividedBy(interval);
    return due >= 1
        ? Optional.of(state.toldAt().plus(interval.multipliedBy(due)))
        : Optional.empty();
  }

  /** The same time of day, so many working days later. */
  private Instant workingDaysAfter(Instant moment, int days) {
    LocalDate day = VietnamDay.of(moment);
    Duration time = Duration.between(VietnamDay.startOf(day), moment);
    return VietnamDay.startOf(calendar.plusWorkingDays(day, days)).plus(time);
  }

  private void clear(Transition.Reason reason, String cause, Instant at, boolean backfill) {
    add(Transition.Kind.CLEARED, state.severity(), reason, cause, at, backfill, null);
  }

  private void step(Transition.Kind kind, String cause, Instant at, Instant until) {
    add(kind, state.severity(), null, cause, at, false, until);
  }

  private void add(
      Transition.Kind kind,
      Severity severity,
      Transition.Reason reason,
      String cause,
      Instant at,
      boolean backfill,
      Instant until) {
    var step =
        new Transition(
            state.rule(),
            scope,
            state.window(),
            state.windowFrom(),
            state.number() + 1,
            kind,
            severity,
            reason,
            state.figures(),
            cause,
            at,
            backfill,
            until,
            null);
    steps.add(step);
    state = state.after(step);
  }
}
