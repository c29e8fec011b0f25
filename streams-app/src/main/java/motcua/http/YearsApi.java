package motcua.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import motcua.core.ledger.Ratio;
import motcua.core.period.Reckoning;
import motcua.core.print.YearsTable;
import motcua.core.unit.UnitTree;
import motcua.document.YearsComparison;
import motcua.export.FileFormat;

/** {@code GET /api/years}, and as files: years side by side by level of units. */
final class YearsApi {
  private static final Map<String, Reckoning> RECKONINGS =
      Map.of("legal", Reckoning.LEGAL, "calendar", Reckoning.CALENDAR);
  private static final int FIRST = 2000;
  private static final int LAST = 2099;
  private static final int MOST = 10;

  private final YearsComparison years;

  YearsApi(YearsComparison years) {
    this.years = years;
  }

  void get(Context context) {
    List<Map<String, Object>> lines = new ArrayList<>();
    for (YearsTable.Line line : years.lines(order(context))) {
      Map<String, Object> view = new LinkedHashMap<>();
      view.put("level", line.level());
      view.put("year", line.year());
      view.put("received", line.figures().received());
      view.put("closedEarly", line.figures().closedEarly());
      view.put("closedOnTime", line.figures().closedOnTime());
      view.put("closedLate", line.figures().closedLate());
      view.put("openOverdue", line.figures().openOverdue());
      view.put("receivedOnline", line.figures().receivedOnline());
      for (Ratio ratio : List.of(Ratio.ON_TIME, Ratio.ONLINE, Ratio.RESULTS_DIGITISED)) {
        view.put(ratio.code(), ratio.of(line.figures()));
      }
      lines.add(view);
    }
    Responses.json(context, Map.of("rows", lines));
  }

  /** Answers with files of one format. */
  Handler as(FileFormat format) {
    return context -> file(context, format);
  }

  private void file(Context context, FileFormat format) throws IOException {
    YearsComparison.Order order = order(context);
    String name = "so-sanh-%d-%d.%s".formatted(order.first(), order.last(), format.extension());
    FileAnswer.send(context, years.document(order), format, name);
  }

  private static YearsComparison.Order order(Context context) {
    Parameters parameters = Parameters.of(context, "scope", "from", "to", "calendar", "knownOn");
    int from = parameters.number("from", 0, FIRST, LAST);
    int to = parameters.number("to", 0, FIRST, LAST);
    if (from == 0 || to == 0) {
      throw ProblemException.badRequest(
          "Thiếu năm: ghi \"from\" và \"to\", ví dụ from=2022&to=2024.");
    }
    if (to < from || to - from >= MOST) {
      throw ProblemException.badRequest(
          "Ghi các năm theo thứ tự, nhiều nhất %d năm; không phải từ %d đến %d."
              .formatted(MOST, from, to));
    }
    return new YearsComparison.Order(
        parameters.text("scope").orElse(UnitTree.ALL),
        from,
        to,
        parameters.word("calendar", Reckoning.LEGAL, RECKONINGS),
        parameters.day("knownOn").orElse(null));
  }
}
