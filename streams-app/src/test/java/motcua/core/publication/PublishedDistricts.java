package motcua.core.publication;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import motcua.schemas.sample.SampleFiles;

/** The five districts' publications, and ledger rows to compare them with. */
final class PublishedDistricts {
  static final List<Publication> ALL =
      Publication.byDistrict(PublishedFiguresCsv.parse(SampleFiles.PUBLISHED_FIGURES.text()));

  private PublishedDistricts() {}

  static Publication of(String district) {
    return ALL.stream()
        .filter(publication -> publication.district().equals(district))
        .findFirst()
        .orElseThrow();
  }

  static Statement statement(String district, String level) {
    return of(district).statements().stream()
        .filter(s -> s.level().equals(level))
        .findFirst()
        .orElseThrow();
  }

  /** A ledger row: every column 0 but those named, as column, value, column, value. */
  static Map<String, Long> row(Object... columns) {
    Map<String, Long> row = new HashMap<>();
    LedgerExpression.COLUMNS.forEach(column -> row.put(column, 0L));
    for (int i = 0; i < columns.length; i += 2) {
      row.put((String) columns[i], ((Number) columns[i + 1]).longValue());
    }
    return row;
  }

  static Map<String, Long> camGiangDistrict() {
    return row(
        "received",
        969,
        "closedEarly",
        500,
        "closedOnTime",
        436,
        "openInTime",
        30,
        "openUndated",
        3,
        "componentsDigitised",
        963);
  }

  static Map<String, Long> dakSong() {
    return row(
        "carriedOver",
        1_728,
        "received",
        19_117,
        "closedEarly",
        9_000,
        "closedOnTime",
        6_739,
        "closedLate",
        1_865,
        "openInTime",
        3_241);
  }

  static Map<String, Long> gioLinh() {
    return row(
        "carriedOver",
        307,
        "received",
        66_290,
        "receivedOnline",
        25_470,
        "receivedDirect",
        39_505,
        "receivedPostal",
        1_315,
        "closedEarly",
        30_000,
        "closedOnTime",
        35_965,
        "closedLate",
        171,
        "openInTime",
        461,
        "componentsDigitised",
        21_206,
        "resultsDigitised",
        27_109,
        "feePaid",
        25_000,
        "feePaidOnline",
        350);
  }
}
