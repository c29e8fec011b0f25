package motcua.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import motcua.core.alert.AlertFigures;
import motcua.core.alert.Severity;
import motcua.core.alert.Transition;
import motcua.core.ledger.Ratio;
import motcua.readmodel.AlertAct;
import motcua.readmodel.AlertStanding;
import motcua.readmodel.AlertStep;

/** How alerts are written. */
final class AlertViews {
  private AlertViews() {}

  /** Where an alert stands, and what a head needs to know about it. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record AlertView(
      String id,
      String kind,
      String state,
      Severity severity,
      String rule,
      String scope,
      String scopeName,
      String window,
      String from,
      String to,
      String since,
      String lastAt,
      Transition.Reason reason,
      String dossier,
      AcknowledgementView acknowledgement,
      ActView waiting,
      FiguresView told,
      FiguresView now,
      StaleView stale,
      List<FieldView> fields,
      List<DossierView> dossiers,
      Map<String, String> links) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record AcknowledgementView(String until, String at, String author, String note) {
    static AcknowledgementView of(AlertStanding.Acknowledgement taken) {
      return new AcknowledgementView(
          Responses.time(taken.until()), Responses.time(taken.at()), taken.author(), taken.note());
    }
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ActView(String act, String author, String note, String until, String at) {
    static ActView of(AlertAct act) {
      return new ActView(
          act.kind().name(),
          act.author(),
          act.note(),
          Responses.time(act.until()),
          Responses.time(act.at()));
    }
  }

  /** Two numbers of dossiers; a denominator of 0 is "no data". */
  record Fraction(long numerator, long denominator) {
    static Fraction of(Ratio.Value value) {
      return new Fraction(value.numerator(), value.denominator());
    }
  }

  /** How many late dossiers the threshold allows, and how many there are. */
  record Budget(long allowed, long used) {}

  /**
   * Figures, and what follows from them.
   *
   * @param asOf day they are of
   * @param threshold a share; null with the budget when the rule is in force no more
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record FiguresView(
      String asOf,
      long late,
      long dated,
      long openInTime,
      long openOverdue,
      Fraction rate,
      BigDecimal threshold,
      Budget budget,
      Fraction floor,
      Fraction forecast) {
    static FiguresView of(
        AlertFigures figures, LocalDate day, BigDecimal threshold, Ratio.Value forecast) {
      return new FiguresView(
          day.toString(),
          figures.late(),
          figures.dated(),
          figures.openInTime(),
          figures.openOverdue(),
          new Fraction(figures.late(), figures.dated()),
          threshold,
          threshold == null ? null : new Budget(figures.allowed(threshold), figures.late()),
          Fraction.of(figures.floor()),
          Fraction.of(forecast));
    }
  }

  record FieldView(String field, String name, long late, long dated) {}

  record StepView(
      @JsonUnwrapped TransitionView transition,
      @JsonInclude(JsonInclude.Include.NON_NULL) ActView act) {
    static StepView of(AlertStep step) {
      return new StepView(
          TransitionView.of(step.transition()), step.act().map(ActView::of).orElse(null));
    }
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record TransitionView(
      String alert,
      long number,
      String at,
      Transition.Kind kind,
      Severity severity,
      Transition.Reason reason,
      String rule,
      String window,
      String from,
      long late,
      long dated,
      long openInTime,
      long openOverdue,
      String cause,
      boolean backfill,
      String until,
      String dossier) {
    static TransitionView of(Transition step) {
      AlertFigures figures = step.figures();
      return new TransitionView(
          step.alert(),
          step.number(),
          Responses.time(step.at()),
          step.kind(),
          step.severity(),
          step.reason(),
          step.rule(),
          step.window(),
          step.windowFrom().toString(),
          figures.late(),
          figures.dated(),
          figures.openInTime(),
          figures.openOverdue(),
          step.cause(),
          step.backfill(),
          Responses.time(step.until()),
          step.dossier());
    }
  }

  record HistoryView(@JsonUnwrapped AlertView alert, List<StepView> history) {}

  record PageView(
      String scope, String now, int page, int pageSize, long total, List<AlertView> alerts) {}

  record UnitHistoryView(
      String scope, String name, int page, int pageSize, long total, List<StepView> history) {}
}
