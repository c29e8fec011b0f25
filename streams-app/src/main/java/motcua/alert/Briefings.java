package motcua.alert;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import motcua.core.alert.AlertFigures;
import motcua.core.alert.AlertRule;
import motcua.core.alert.AlertRules;
import motcua.core.alert.Transition;
import motcua.core.calendar.VietnamDay;
import motcua.core.ledger.Ratio;
import motcua.core.period.Period;
import motcua.core.period.Window;
import motcua.core.unit.Scope;
import motcua.core.unit.UnitRow;
import motcua.core.unit.UnitTree;
import motcua.readmodel.AlertKind;
import motcua.readmodel.AlertStanding;
import motcua.readmodel.Breakdown;
import motcua.readmodel.DossierLine;
import motcua.readmodel.ReadModel;
import motcua.report.Reference;
import motcua.report.Report;
import motcua.report.ReportRequest;
import motcua.report.Reports;

/** Gathers what a head needs to know about an alert. Thread-safe. */
public final class Briefings {
  private static final int MOST_TO_SAVE = 5;
  private static final int MOST_FIELDS = 3;
  private static final Comparator<FieldLate> MOST_LATE =
      Comparator.comparingLong(FieldLate::late).reversed().thenComparing(FieldLate::field);

  private final Reports reports;
  private final ReadModel readModel;
  private final Reference reference;
  private final AlertRules rules;
  private final InstantSource clock;

  public Briefings(
      Reports reports,
      ReadModel readModel,
      Reference reference,
      AlertRules rules,
      InstantSource clock) {
    this.reports = Objects.requireNonNull(reports, "reports");
    this.readModel = Objects.requireNonNull(readModel, "readModel");
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
    String scope = printed(last.scope());
    Report report = reports.draw(upTo(today, scope, period.get()));
    return new Briefing(
        rule(alert),
        period,
        Optional.of(AlertFigures.of(report.total())),
        fields(report, today),
        toSave(reference.units().scope(scope, today), today));
  }

  /** The code a report can be drawn for. */
  private String printed(String scope) {
    UnitTree units = reference.units();
    return units.isScope(scope) ? scope : units.displayCode(scope);
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

  private static ReportRequest upTo(LocalDate today, String scope, Period window) {
    LocalDate to = today.isBefore(window.to()) ? today : window.to();
    // A clock that stands before the window gives its first day alone.
    LocalDate end = to.isBefore(window.from()) ? window.from() : to;
    return new ReportRequest(scope, window.from(), end, null, Breakdown.FIELD);
  }

  private List<FieldLate> fields(Report report, LocalDate today) {
    Map<String, FieldLate> fields = new LinkedHashMap<>();
    report
        .rows()
        .forEach(
            row -> {
              Ratio.Value late = Ratio.LATE.of(row.figures());
              String name =
                  row.part().isEmpty() ? "" : reference.procedures().fieldName(row.part(), today);
              fields.merge(
                  row.part(),
                  new FieldLate(row.part(), name, late.numerator(), late.denominator()),
                  (a, b) ->
                      new FieldLate(a.field(), name, a.late() + b.late(), a.dated() + b.dated()));
            });
    return fields.values().stream()
        .filter(field -> field.late() > 0)
        .sorted(MOST_LATE)
        .limit(MOST_FIELDS)
        .toList();
  }

  private List<DossierLine> toSave(Scope scope, LocalDate today) {
    List<DossierLine> dossiers = new ArrayList<>(readModel.overdue(scope, 0, MOST_TO_SAVE));
    if (dossiers.size() < MOST_TO_SAVE) {
      Instant horizon = VietnamDay.startOf(today.plusYears(1));
      dossiers.addAll(readModel.due(scope, horizon, 0, MOST_TO_SAVE - dossiers.size()));
    }
    return dossiers;
  }

  /** The name of an alert's scope; empty for everything, for a source and for unknown units. */
  public String name(String scope) {
    LocalDate today = VietnamDay.of(clock.instant());
    UnitRow row = reference.units().row(scope, today);
    return row == null ? "" : row.name();
  }
}
