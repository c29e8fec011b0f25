package motcua.http;

import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import motcua.core.calendar.VietnamDay;
import motcua.core.ledger.Ratio;
import motcua.core.period.Period;
import motcua.core.period.Window;
import motcua.core.unit.UnitTree;
import motcua.http.OverviewViews.OverviewView;
import motcua.http.OverviewViews.PointView;
import motcua.live.TimeSeries;

/** How a scope stands, and how a ratio of it went. */
final class OverviewApi {
  private static final int MOST_POINTS = 400;

  /** Points before the last one of a rolling window, when none is asked for. */
  private static final int POINTS_BEFORE = 89;

  private static final Map<String, Window> ROLLING =
      Map.of("7", Window.DAYS_7, "30", Window.DAYS_30, "90", Window.DAYS_90);
  private static final Map<String, Window> TO_DATE =
      Arrays.stream(Window.values())
          .filter(window -> !window.isRolling())
          .collect(Collectors.toUnmodifiableMap(Window::name, Function.identity()));
  private static final Map<String, Ratio> RATIOS =
      Arrays.stream(Ratio.values())
          .filter(Ratio::isOfFlows)
          .collect(Collectors.toUnmodifiableMap(Ratio::code, Function.identity()));

  private final WebParts parts;

  OverviewApi(WebParts parts) {
    this.parts = parts;
  }

  /** {@code GET /api/overview?scope=}. */
  void get(Context context) {
    String scope = Parameters.of(context, "scope").text("scope").orElse(UnitTree.ALL);
    requireScope(scope);
    Responses.json(
        context,
        OverviewView.of(
            parts.figures().overviews().of(scope),
            parts.reference().units(),
            parts.clock().instant()));
  }

  /** {@code GET /api/units/{code}/series?days=|toDate=&from=&to=&ratio=}. */
  void series(Context context) {
    Parameters parameters = Parameters.of(context, "days", "toDate", "from", "to", "ratio");
    String unit = context.pathParam("code");
    requireScope(unit);
    Window window = window(parameters);
    Ratio ratio = parameters.word("ratio", Ratio.LATE, RATIOS);
    TimeSeries series =
        parts.figures().series().of(unit, window, period(parameters, window), ratio);
    Responses.json(
        context,
        new SeriesView(
            unit,
            parts.reference().units().name(unit, series.period().to()),
            window.name(),
            ratio.code(),
            series.period().from().toString(),
            series.period().to().toString(),
            series.points().stream().map(PointView::of).toList()));
  }

  private static Window window(Parameters parameters) {
    if (parameters.text("days").isPresent() && parameters.text("toDate").isPresent()) {
      throw ProblemException.badRequest("Chỉ ghi \"days\" hoặc \"toDate\", không ghi cả hai.");
    }
    return parameters.word("days", parameters.word("toDate", Window.DAYS_30, TO_DATE), ROLLING);
  }

  /** What is still to come has no figures: the last day is at most today. */
  private Period period(Parameters parameters, Window window) {
    LocalDate today = VietnamDay.of(parts.clock().instant());
    LocalDate last = parameters.day("to").filter(day -> day.isBefore(today)).orElse(today);
    LocalDate first =
        parameters
            .day("from")
            .orElseGet(
                () -> window.isRolling() ? last.minusDays(POINTS_BEFORE) : window.from(last));
    if (last.isBefore(first)) {
      throw ProblemException.badRequest(
          "Khoảng ngày bị đảo ngược hoặc nằm trong tương lai: từ %s đến %s."
              .formatted(first, last));
    }
    if (first.plusDays(MOST_POINTS).compareTo(last) <= 0) {
      throw ProblemException.badRequest(
          "Chuỗi dài nhất là %d ngày; hãy chọn khoảng ngắn hơn.".formatted(MOST_POINTS));
    }
    return new Period(first, last);
  }

  private void requireScope(String code) {
    if (!parts.reference().units().isScope(code)) {
      throw LiveApi.unknownScope(code);
    }
  }

  record SeriesView(
      String unit,
      String name,
      String window,
      String ratio,
      String from,
      String to,
      List<PointView> points) {}
}
