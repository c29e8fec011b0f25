package motcua.http;

import io.javalin.http.Context;
import java.util.Optional;
import motcua.core.score.Decision;
import motcua.core.score.ScoringTable;
import motcua.report.ReportRequest;
import motcua.report.Reports;

/** {@code GET /api/scores}: points of the decision that holds on the period's last day. */
final class ScoreApi {
  private final Reports reports;
  private final Optional<ScoringTable> scoring;

  ScoreApi(Reports reports, Optional<ScoringTable> scoring) {
    this.reports = reports;
    this.scoring = scoring;
  }

  void get(Context context) {
    ReportRequest request = DefinitionApi.totals(context);
    ScoringTable table =
        scoring.orElseThrow(
            () ->
                ProblemException.notFound(
                    "Chưa có bảng chấm điểm: người quản trị ghi tệp bảng điểm của quyết định chấm điểm cải cách hành chính"
                        + " vào khóa cấu hình files.scoring."));
    Decision decision =
        table
            .on(request.to())
            .orElseThrow(
                () ->
                    ProblemException.notFound(
                        "Bảng chấm điểm không có quyết định nào có hiệu lực vào ngày cuối kỳ %s."
                            .formatted(request.to())));
    Responses.json(
        context, ScoreView.of(request, decision, decision.score(reports.draw(request).total())));
  }
}
