package motcua.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import motcua.core.period.Period;
import motcua.core.publication.Counterpart;
import motcua.core.publication.FiguresRead;
import motcua.core.publication.PublishedFiguresCsv;
import motcua.core.publication.Statement;
import motcua.core.publication.TypedFigures;
import motcua.core.publication.TypedMetric;
import motcua.reconciliation.Reconciler;
import motcua.reconciliation.ReconciliationView;

/** {@code /api/reconciliations}: printed reports beside the ledger. Nothing is saved. */
final class ReconciliationApi {
  private static final Set<String> OF_A_FIGURE = Set.of("metric", "printed", "unit", "field");

  private final Reconciler reconciler;

  ReconciliationApi(Reconciler reconciler) {
    this.reconciler = reconciler;
  }

  /** {@code GET /api/reconciliations/metrics}: the figures that can be typed. */
  void metrics(Context context) {
    Parameters.of(context);
    Responses.json(context, Arrays.stream(TypedMetric.values()).map(MetricView::of).toList());
  }

  private record MetricView(String metric, String name, String unit) {
    static MetricView of(TypedMetric metric) {
      return new MetricView(metric.code(), metric.label(), metric.unit());
    }
  }

  /** {@code POST /api/reconciliations}: a file of figures, or figures typed. */
  void post(Context context) {
    String type = Optional.ofNullable(context.contentType()).orElse("").toLowerCase(Locale.ROOT);
    if (type.startsWith("text/csv")) {
      file(context);
    } else if (type.startsWith("application/json")) {
      typed(context);
    } else {
      throw new ProblemException(
          415,
          "Sai kiểu nội dung",
          "Nội dung gửi lên phải là text/csv (tệp số liệu) hoặc application/json (số liệu gõ vào).");
    }
  }

  private void file(Context context) {
    Parameters parameters = Parameters.of(context, "scope", "printedOn", "knownOn");
    LocalDate knownOn = parameters.day("knownOn").orElse(null);
    FiguresRead read =
        PublishedFiguresCsv.read(
            BodyText.of(context),
            new Counterpart(
                parameters.text("scope"), Optional.empty(), parameters.day("printedOn")));
    answer(context, read, knownOn);
  }

  private void typed(Context context) {
    Parameters.of(context);
    ObjectNode body = JsonBody.object(BodyText.of(context));
    JsonNode figures = body.remove("figures");
    Parameters parameters =
        JsonBody.values(
            body,
            "publication",
            "scope",
            "from",
            "to",
            "period",
            "calendar",
            "printedOn",
            "knownOn");
    Period period = ReportPeriod.of(parameters);
    Statement whole =
        new Statement(
            parameters.text("publication").orElse("Báo cáo in"),
            "",
            "not_stated",
            period.from(),
            period.to(),
            new Counterpart(
                parameters.text("scope"), Optional.empty(), parameters.day("printedOn")));
    LocalDate knownOn = parameters.day("knownOn").orElse(null);
    answer(context, TypedFigures.read(whole, list(figures)), knownOn);
  }

  private static List<TypedFigures.Typed> list(JsonNode figures) {
    if (figures == null || !figures.isArray()) {
      throw ProblemException.badRequest(
          "Thiếu \"figures\": danh sách các con số, ví dụ [{\"metric\":\"received_total\",\"printed\":\"12.860\"}].");
    }
    List<TypedFigures.Typed> typed = new ArrayList<>();
    for (JsonNode figure : figures) {
      Parameters values =
          JsonBody.values(
              JsonBody.object(figure, "figures, dòng " + (typed.size() + 1)),
              OF_A_FIGURE.toArray(String[]::new));
      typed.add(
          new TypedFigures.Typed(
              values.text("metric").orElse(""),
              values.text("printed").orElse(""),
              values.text("unit"),
              values.text("field")));
    }
    return typed;
  }

  private void answer(Context context, FiguresRead read, LocalDate knownOn) {
    Responses.json(context, ReconciliationView.of(reconciler.reconcile(read, knownOn)));
  }
}
