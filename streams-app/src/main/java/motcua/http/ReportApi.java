package motcua.http;

import io.javalin.http.Context;
import motcua.core.period.Period;
import motcua.core.unit.UnitTree;
import motcua.readmodel.Breakdown;
import motcua.report.ReportJson;
import motcua.report.ReportRequest;
import motcua.report.Reports;

/** {@code GET /api/report}. */
final class ReportApi {
  private final Reports reports;

  ReportApi(Reports reports) {
    this.reports = reports;
  }

  void get(Context context) {
    Parameters parameters =
        Parameters.of(
            context, "scope", "from", "to", "period", "calendar", "knownOn", "by", "form");
    Period period = ReportPeriod.of(parameters);
    ReportRequest request =
        new ReportRequest(
            parameters.text("scope").orElse(UnitTree.ALL),
            period.from(),
            period.to(),
            parameters.day("knownOn").orElse(null),
            parameters.word("by", Breakdown.NONE, Words.BREAKDOWNS),
            parameters.word("form", null, Words.FORMS));
    Responses.json(context, ReportJson.bytes(reports.draw(request)));
  }
}
