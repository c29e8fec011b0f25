package motcua.alert;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import motcua.core.alert.AlertRule;
import motcua.core.alert.AlertRules;
import motcua.core.alert.Transition;
import motcua.core.calendar.VietnamDay;
import motcua.core.period.Period;
import motcua.core.period.Window;
import motcua.core.unit.UnitRow;
import motcua.readmodel.AlertKind;
import motcua.readmodel.AlertStanding;
import motcua.readmodel.ReadModel;
import motcua.report.Reference;
import motcua.report.Reports;

/** Gathers what a head needs to know about an alert. Thread-safe. */
public final class Briefings {
  private static final int MOST_FIELDS = 3;

  private final LateFigures late;
  private final Reference reference;
  private final AlertRules rules;
  private final InstantSource clock;

  public Briefings(
      Reports reports,
      ReadModel readModel,
      Reference reference,
      AlertRules rules,
      InstantSource clock) {
    this.late = new LateFigures(reports, readModel, reference);
    this.reference = Objects.requireNonNull(reference, "reference");
    this.rules = Objects.requireNonNull(rules, "rules");
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  /** What is to be known about an alert now. */
  public Briefing of(AlertStanding alert) {
    Transition last = alert.last();
    Optional<Period> period = period(last);
    if (alert.kind() != AlertKind.LATE || !alert.holds() || period.isEmpty()) {
      return new Briefing(rule(alert), period, Optional.empty(), List.of(), List.of());
    }
    LocalDate today = VietnamDay.of(clock.instant());
    LateFigures.Drawn drawn =
        late.draw(last.scope(), period.get().from(), lastDay(today, period.get()));
    LateFigures.ToSave toSave = late.toSave(last.scope(), today);
    return new Briefing(
        rule(alert),
        period,
        Optional.of(drawn.figures()),
        drawn.fields().stream().limit(MOST_FIELDS).toList(),
        Stream.concat(toSave.overdue().stream(), toSave.due().stream()).toList());
  }

  /** A rule of the same id; it keeps its figures for as long as it has its version. */
  private Optional<AlertRule> rule(AlertStanding alert) {
    if (alert.kind() != AlertKind.LATE) {
      return Optional.empty();
    }
    return rules.rules().stream().filter(rule -> rule.id().equals(alert.last().rule())).findFirst();
  }

  private Optional<Period> period(Transition last) {
    if (last.window().isEmpty()) {
      return Optional.empty();
    }
    Window window = Window.valueOf(last.window());
    return Optional.of(
        window.isRolling()
            ? new Period(last.windowFrom(), VietnamDay.of(last.at()))
            : window.period(last.windowFrom()));
  }

  private static LocalDate lastDay(LocalDate today, Period window) {
    LocalDate to = today.isBefore(window.to()) ? today : window.to();
    // A clock that stands before the window gives its first day alone.
    return to.isBefore(window.from()) ? window.from() : to;
  }

  /** The name of an alert's scope; empty for everything, for a source and for unknown units. */
  public String name(String scope) {
    LocalDate today = VietnamDay.of(clock.instant());
    UnitRow row = reference.units().row(scope, today);
    return row == null ? "" : row.name();
  }
}
