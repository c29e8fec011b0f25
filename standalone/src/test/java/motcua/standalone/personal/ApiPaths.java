package motcua.standalone.personal;

import java.util.List;

/** Addresses of the page and its API that answer something. */
final class ApiPaths {
  private ApiPaths() {}

  /**
   * All of them.
   *
   * @param snapshot a snapshot that was published
   * @param period scope and days of reports, as parameters
   */
  static List<String> of(long snapshot, String period) {
    String of = "/api/snapshots/" + snapshot;
    return List.of(
        "/api/report?" + period,
        "/api/report?by=field&form=II.06a&" + period,
        "/api/report/dossiers?column=received&" + period,
        "/api/report/dossiers?column=closedLate&" + period,
        "/api/definitions?" + period,
        "/api/indices?" + period,
        "/api/ratios?scope=ALL",
        "/api/overdue?scope=ALL",
        "/api/due?scope=ALL",
        "/api/units",
        "/api/dossiers/c1",
        "/api/dossiers/H99.31.07-260820-0001",
        "/api/dossiers/H99.31.07-260820-0003",
        "/api/dossiers/H99.31.07-260820-3001",
        "/api/dossiers/T-1",
        "/api/dossiers/T-2",
        "/api/marks",
        "/api/alerts?scope=ALL",
        "/api/units/H99.31.07/alerts",
        "/api/years?scope=ALL&from=2025&to=2026",
        "/api/years.xlsx?scope=ALL&from=2025&to=2026",
        "/api/snapshots",
        of,
        of + "/body",
        of + "/proposal",
        of + ".xlsx",
        of + ".xlsx?document=late",
        of + ".docx",
        "/api/audit",
        "/api/openapi.json",
        "/health/live",
        "/metrics",
        "/");
  }
}
