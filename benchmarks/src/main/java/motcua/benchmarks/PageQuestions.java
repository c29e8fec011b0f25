package motcua.benchmarks;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import motcua.core.ledger.Column;
import motcua.core.ledger.Column.Span;
import motcua.schemas.sample.BenchmarkEvents;

/**
 * What the views of the page ask of the server, by name. Days and units are drawn anew each time;
 * the legal quarter is the one under way on the last day of the loaded lives.
 */
final class PageQuestions {
  private static final String QUARTER = "period=2025-Q1&calendar=legal";

  /** The last that is over. */
  private static final String WHOLE_QUARTER = "period=2024-Q4&calendar=legal";

  private static final List<String> RATIOS =
      List.of("late", "onTime", "componentsDigitised", "resultsDigitised");
  private static final List<String> WINDOWS =
      List.of("days=7", "days=30", "days=90", "toDate=LEGAL_QUARTER", "toDate=LEGAL_YEAR");

  private static final List<Column> FLOWS =
      Arrays.stream(Column.values()).filter(column -> column.span() == Span.PERIOD).toList();
  private static final List<Column> BALANCES =
      Arrays.stream(Column.values()).filter(column -> column.span() != Span.PERIOD).toList();

  private final List<Long> snapshots;
  private final int dossiers;

  PageQuestions(List<Long> snapshots, int dossiers) {
    this.snapshots = List.copyOf(snapshots);
    this.dossiers = dossiers;
  }

  /** Paths with their query, of each kind of question. */
  Map<String, Function<Random, String>> all() {
    Map<String, Function<Random, String>> all = new LinkedHashMap<>();
    now(all);
    reports(all);
    lists(all);
    cells(all);
    return all;
  }

  private void now(Map<String, Function<Random, String>> all) {
    all.put("overview-all", random -> "api/overview");
    all.put("overview-unit", random -> "api/overview?scope=" + unit(random));
    all.put("series-unit", random -> series(unit(random), random));
    all.put("series-all", random -> series("ALL", random));
    all.put("ratios", random -> "api/ratios?scope=" + unit(random));
    all.put("units", random -> "api/units");
    all.put("sources", random -> "api/sources");
    all.put("alerts", random -> "api/alerts?state=all&page=" + (1 + random.nextInt(3)));
    all.put("unit-alerts", random -> "api/units/" + unit(random) + "/alerts");
  }

  private static String series(String scope, Random random) {
    return "api/units/%s/series?%s&ratio=%s&from=2024-10-03&to=2024-12-31"
        .formatted(scope, pick(WINDOWS, random), pick(RATIOS, random));
  }

  private void reports(Map<String, Function<Random, String>> all) {
    all.put("report", random -> "api/report?scope=H99&" + QUARTER);
    all.put("report-form", random -> "api/report?scope=H99&form=II.06a&" + QUARTER);
    all.put(
        "report-unit", random -> "api/report?form=II.06a&scope=" + unit(random) + "&" + QUARTER);
    all.put("report-fields", random -> "api/report?scope=H99&by=field&" + QUARTER);
    all.put(
        "report-unit-fields",
        random -> "api/report?by=field&scope=" + unit(random) + "&" + QUARTER);
    all.put(
        "report-unit-procedures",
        random -> "api/report?by=procedure&scope=" + unit(random) + "&" + QUARTER);
    all.put("definitions-unit", random -> "api/definitions?scope=" + unit(random) + "&" + QUARTER);
    all.put("snapshots", random -> "api/snapshots");
    all.put("snapshot", random -> "api/snapshots/" + pick(snapshots, random));
  }

  /** First pages behind a figure, of the quarter under way, of the one before, and as of a cut. */
  private void cells(Map<String, Function<Random, String>> all) {
    cells(all, "", QUARTER);
    cells(all, "-whole", WHOLE_QUARTER);
    cells(all, "-cut", WHOLE_QUARTER + "&knownOn=2024-12-20");
  }

  private static void cells(
      Map<String, Function<Random, String>> all, String name, String quarter) {
    all.put("cell-unit-flow" + name, random -> cell(unit(random), pick(FLOWS, random), quarter));
    all.put(
        "cell-unit-balance" + name, random -> cell(unit(random), pick(BALANCES, random), quarter));
    all.put("cell-province-flow" + name, random -> cell("H99", pick(FLOWS, random), quarter));
    all.put("cell-province-balance" + name, random -> cell("H99", pick(BALANCES, random), quarter));
    all.put("cell-province-late" + name, random -> cell("H99", Column.CLOSED_LATE, quarter));
  }

  private static String cell(String scope, Column column, String quarter) {
    return "api/report/dossiers?scope=%s&column=%s&%s".formatted(scope, column.code(), quarter);
  }

  private void lists(Map<String, Function<Random, String>> all) {
    all.put("overdue-all", random -> "api/overdue?page=" + (1 + random.nextInt(5)));
    all.put("overdue-unit", random -> "api/overdue?scope=" + unit(random));
    all.put("due-all", random -> "api/due?page=" + (1 + random.nextInt(5)));
    all.put("due-unit", random -> "api/due?scope=" + unit(random));
    all.put("dead-letters", random -> "api/dead-letters");
    all.put("dead-letters-summary", random -> "api/dead-letters/summary");
    all.put("dossier", random -> "api/dossiers/" + Lives.id(random.nextInt(dossiers)));
  }

  private static String unit(Random random) {
    return Lives.unit(random.nextInt(BenchmarkEvents.UNITS));
  }

  private static <T> T pick(List<T> values, Random random) {
    return values.get(random.nextInt(values.size()));
  }
}
