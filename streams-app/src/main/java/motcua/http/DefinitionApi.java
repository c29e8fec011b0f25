package motcua.http;

import io.javalin.http.Context;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import motcua.core.definition.Moment;
import motcua.core.period.Period;
import motcua.core.unit.UnitTree;
import motcua.readmodel.Breakdown;
import motcua.report.Explanations;
import motcua.report.ReportRequest;

/** {@code /api/definitions}: what "on time" is under several definitions, and why. */
final class DefinitionApi {
  private static final int PAGE_SIZE = 50;
  private static final int LAST_PAGE = 1_000_000;
  private static final Map<String, Moment> MOMENTS =
      Arrays.stream(Moment.values()).collect(Collectors.toMap(Moment::code, Function.identity()));

  private final Explanations explanations;

  DefinitionApi(Explanations explanations) {
    this.explanations = explanations;
  }

  /** {@code GET /api/definitions}. */
  void get(Context context) {
    ReportRequest request = totals(context);
    Responses.json(context, DefinitionView.of(request, explanations.explain(request)));
  }

  /** {@code GET /api/definitions/dossiers}. */
  void dossiers(Context context) {
    Parameters parameters =
        Parameters.of(
            context, "moment", "scope", "from", "to", "period", "calendar", "knownOn", "page");
    Moment moment = parameters.word("moment", null, MOMENTS);
    if (moment == null) {
      throw ProblemException.badRequest(
          "Thiếu tham số \"moment\"; ghi một trong: %s."
              .formatted(
                  Arrays.stream(Moment.values())
                      .map(Moment::code)
                      .collect(Collectors.joining(", "))));
    }
    ReportRequest request = totals(parameters);
    int page = parameters.number("page", 1, 1, LAST_PAGE);
    Responses.json(
        context,
        MomentView.of(
            request,
            moment,
            page,
            PAGE_SIZE,
            explanations.dossiers(request, moment, (page - 1) * PAGE_SIZE, PAGE_SIZE)));
  }

  /** A request for the total of a scope. */
  static ReportRequest totals(Context context) {
    return totals(Parameters.of(context, "scope", "from", "to", "period", "calendar", "knownOn"));
  }

  private static ReportRequest totals(Parameters parameters) {
    Period period = ReportPeriod.of(parameters);
    return new ReportRequest(
        parameters.text("scope").orElse(UnitTree.ALL),
        period.from(),
        period.to(),
        parameters.day("knownOn").orElse(null),
        Breakdown.NONE);
  }
}
