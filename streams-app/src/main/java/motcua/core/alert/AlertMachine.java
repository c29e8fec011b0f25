package motcua.core.alert;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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
    AlertState known =
        state == null
            ? AlertState.fresh(rule.id(), rule.window().from(VietnamDay.of(input.at())), false)
            : state;
    var machine = new AlertMachine(scope, rule, calendar, known);
    machine.take(input);
    return new Decision(machine.state, List.copyOf(machine.steps));
  }

  /**
   * Takes over a transition that was found elsewhere, by the ledger before this one.
   *
   * @param state null: nothing known of the scope
   */
  public static AlertState adopt(AlertState state, Transition step) {
    boolean same =
        state != null
            && state.rule().equals(step.rule())
            && state.windowFrom().equals(step.windowFrom());
    if (same) {
      return step.number() > state.number() ? state.after(step).seen(step.figures()) : state;
    }
    if (state != null && state.windowFrom().isAfter(step.windowFrom())) {
      return state;
    }
    return AlertState.fresh(step.rule(), step.windowFrom(), false).after(step).seen(step.figures());
  }

  private void take(AlertInput input) {
    switch (input) {
      case AlertInput.Observed seen -> observe(seen);
      case AlertInput.Ticked tick -> pass(tick.at());
      case AlertInput.Heard heard -> hear(heard);
      case AlertInput.Acknowledged act -> {
        if (state.isRaised()) {
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
    if (otherRule || !state.windowFrom().equals(seen.windowFrom())) {
      if (state.isRaised()) {
        clear(
            otherRule ? Transition.Reason.RULE_CHANGED : Transition.Reason.PERIOD_ENDED,
            Transition.CLOCK,
            seen.at(),
            seen.backfill());
      }
      state = AlertState.fresh(rule.id(), seen.windowFrom(), state.frozen());
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
    }
  }

  private void pass(Instant now) {
    if (!state.isRaised() || state.frozen()) {
      return;
    }
    if (state.ackUntil() != null) {
      if (now.isBefore(state.ackUntil())) {
        return;
      }
      step(Transition.Kind.EXPIRED, Transition.CLOCK, state.ackUntil(), null);
    }
    if (state.severity() == Severity.SURE && !state.escalated()) {
      Instant deadline = workingDaysAfter(state.sureAt(), rule.escalateAfterWorkingDays());
      if (!now.isBefore(deadline)) {
        step(Transition.Kind.ESCALATED, Transition.CLOCK, deadline, null);
      }
    }
    Duration interval = Duration.ofDays(rule.remindAfterDays());
    long due = Duration.between(state.toldAt(), now).dividedBy(interval);
    if (due >= 1) {
      // After a long stop one reminder does for those that were missed.
      Instant at = state.toldAt().plus(interval.multipliedBy(due));
      step(Transition.Kind.REMINDED, Transition.CLOCK, at, null);
    }
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
            rule.window().name(),
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
