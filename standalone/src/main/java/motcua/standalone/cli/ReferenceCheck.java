package motcua.standalone.cli;

import java.time.LocalDate;
import java.util.Map;
import java.util.SequencedMap;
import motcua.core.unit.UnitTree;
import motcua.report.ReportRequest;
import motcua.standalone.ReferenceFiles;
import motcua.standalone.ReplayRun;

/**
 * What units.csv and its like must be, found out before anything starts: a wrong line is not worth
 * starting Kafka for.
 */
final class ReferenceCheck {
  private ReferenceCheck() {}

  /**
   * Reads the files, and looks up the scope of each report in them.
   *
   * @throws Checks.WrongValueException naming file and lines, or the scope
   */
  static void require(ReferenceFiles files, ReplayRun.Requests reports)
      throws Checks.WrongValueException {
    UnitTree units = units(files);
    switch (reports) {
      case ReplayRun.Requests.One(ReportRequest request) -> require("--scope", request, units);
      case ReplayRun.Requests.Several(SequencedMap<String, ReportRequest> byId) -> {
        for (Map.Entry<String, ReportRequest> entry : byId.entrySet()) {
          require("--requests: scope of " + entry.getKey(), entry.getValue(), units);
        }
      }
    }
  }

  /**
   * The units of the files, all of which are read.
   *
   * @throws Checks.WrongValueException naming file and lines
   */
  static UnitTree units(ReferenceFiles files) throws Checks.WrongValueException {
    try {
      return files.read().units();
    } catch (IllegalArgumentException wrong) {
      throw new Checks.WrongValueException(wrong.getMessage());
    }
  }

  private static void require(String what, ReportRequest request, UnitTree units)
      throws Checks.WrongValueException {
    LocalDate day = request.knownOn();
    UnitTree known = day == null ? units : units.asKnownOn(day);
    if (!known.isScope(request.scope())) {
      throw new Checks.WrongValueException(
          "%s: %s is no unit of --units%s, expected one of its codes or ALL"
              .formatted(what, request.scope(), day == null ? "" : " as known on " + day));
    }
  }
}
