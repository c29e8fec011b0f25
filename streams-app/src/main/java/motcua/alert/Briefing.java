package motcua.alert;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import motcua.core.alert.AlertFigures;
import motcua.core.alert.AlertRule;
import motcua.core.calendar.WorkingCalendar;
import motcua.core.ledger.Ratio;
import motcua.core.period.Period;
import motcua.readmodel.DossierLine;

/**
 * What a head needs to know about an alert, beside where it stands.
 *
 * @param rule it was judged by; empty: the configuration has it no more, or it is of another kind
 * @param period its whole window; empty where there is none
 * @param now figures of the window to date; empty when the alert is over or of another kind
 * @param fields with most late dossiers of the window, those with most first
 * @param toSave open dossiers to save first: the longest overdue, then the first due
 */
public record Briefing(
    Optional<AlertRule> rule,
    Optional<Period> period,
    Optional<AlertFigures> now,
    List<FieldLate> fields,
    List<DossierLine> toSave) {
  public Briefing {
    Objects.requireNonNull(rule, "rule");
    Objects.requireNonNull(period, "period");
    Objects.requireNonNull(now, "now");
    fields = List.copyOf(fields);
    toSave = List.copyOf(toSave);
  }

  /** The forecast of the window's end, reckoned on a day; no data where there is no window. */
  public Ratio.Value forecast(AlertFigures figures, LocalDate day, WorkingCalendar calendar) {
    return period
        .map(
            window -> {
              LocalDate end = window.to().plusDays(1);
              LocalDate next = day.isBefore(window.to()) ? day.plusDays(1) : end;
              return figures.forecast(
                  calendar.workingDaysBetween(window.from(), next),
                  calendar.workingDaysBetween(next, end));
            })
        .orElseGet(() -> new Ratio.Value(0, 0));
  }
}
