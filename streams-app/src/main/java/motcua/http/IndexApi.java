package motcua.http;

import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import motcua.core.definition.Answer;
import motcua.core.definition.Definition;
import motcua.core.index.Indices;
import motcua.core.ledger.Ratio;
import motcua.readmodel.JournalOffException;
import motcua.report.Explanations;
import motcua.report.InstantLedgerException;
import motcua.report.ReportRequest;
import motcua.report.Reports;

/**
 * {@code GET /api/indices}: component indices of QĐ 766 from ledger columns. Index 2.1 needs the
 * journal; where it is not to be had, the others are given without it and it says why.
 */
final class IndexApi {
  private final Reports reports;
  private final Explanations explanations;

  IndexApi(Reports reports, Explanations explanations) {
    this.reports = reports;
    this.explanations = explanations;
  }

  void get(Context context) {
    ReportRequest request = DefinitionApi.totals(context);
    Progress progress = progress(request);
    Responses.json(
        context,
        IndexView.of(
            request,
            progress.why,
            Indices.of(reports.draw(request).total(), Optional.ofNullable(progress.value))));
  }

  private Progress progress(ReportRequest request) {
    List<Answer> answers;
    try {
      answers = explanations.explain(request);
    } catch (JournalOffException off) {
      return new Progress(null, JournalOff.DETAIL);
    } catch (InstantLedgerException byMoments) {
      return new Progress(null, InstantLedger.DETAIL);
    }
    return answers.stream()
        .filter(answer -> answer.definition() == Definition.QD_766)
        .map(
            answer ->
                switch (answer) {
                  case Answer.Figure figure -> new Progress(figure.value(), null);
                  case Answer.Refused refused ->
                      new Progress(
                          null, DefinitionView.says(refused.refusal(), refused.dossiers()));
                })
        .findFirst()
        .orElseThrow();
  }

  /** A ratio, or why there is none. */
  private record Progress(Ratio.Value value, String why) {}
}
