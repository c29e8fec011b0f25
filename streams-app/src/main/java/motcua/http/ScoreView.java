package motcua.http;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import motcua.core.ledger.Ratio;
import motcua.core.ledger.VietnameseNumbers;
import motcua.core.score.Criterion;
import motcua.core.score.Decision;
import motcua.core.score.Score;
import motcua.core.score.Step;
import motcua.report.ReportRequest;

/** Scores as they are written; points that are unknown, or have no data, are null. */
record ScoreView(
    String scope,
    String from,
    String to,
    String knownOn,
    DecisionView decision,
    List<CriterionView> criteria) {
  static ScoreView of(ReportRequest request, Decision decision, List<Score> scores) {
    Evidence evidence = new Evidence(request);
    return new ScoreView(
        request.scope(),
        request.from().toString(),
        request.to().toString(),
        request.knownOn() == null ? null : request.knownOn().toString(),
        DecisionView.of(decision),
        scores.stream().map(score -> CriterionView.of(score, evidence)).toList());
  }

  record DecisionView(
      String number,
      String issuer,
      String issuedOn,
      String validFrom,
      String validTo,
      BigDecimal total,
      String note) {
    static DecisionView of(Decision decision) {
      return new DecisionView(
          decision.number(),
          decision.issuer(),
          decision.issuedOn().map(LocalDate::toString).orElse(null),
          decision.validFrom().toString(),
          decision.validTo().map(LocalDate::toString).orElse(null),
          decision.total().orElse(null),
          decision.note());
    }
  }

  record CriterionView(
      String code,
      String title,
      String ratio,
      long numerator,
      long denominator,
      String percent,
      String threshold,
      BigDecimal points,
      BigDecimal maxPoints,
      String state,
      String note,
      EvidenceView evidence) {
    static CriterionView of(Score score, Evidence evidence) {
      Criterion criterion = score.criterion();
      Ratio.Value value = score.value();
      return new CriterionView(
          criterion.code(),
          criterion.title(),
          criterion.ratio().code(),
          value.numerator(),
          value.denominator(),
          VietnameseNumbers.percent(value),
          score.met().map(CriterionView::threshold).orElse(null),
          score.points().orElse(null),
          criterion.max(),
          state(score),
          criterion.note(),
          new EvidenceView(
              evidence.of(criterion.ratio().numerator()),
              evidence.of(criterion.ratio().denominator())));
    }

    private static String threshold(Step step) {
      return (step.inclusive() ? "từ %s%% trở lên" : "trên %s%%")
          .formatted(step.percent().toPlainString().replace('.', ','));
    }

    private static String state(Score score) {
      if (!score.value().hasData()) {
        return VietnameseNumbers.NO_DATA;
      }
      return score.points().isPresent() ? "đã chấm" : "chưa rõ điểm theo quyết định";
    }
  }

  /** Lists of dossiers, one for each column. */
  record EvidenceView(List<String> numerator, List<String> denominator) {}
}
