package motcua.standalone.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import motcua.report.Report;

/**
 * What a replay came to, in one line: a person need not open the report to see that input is bad.
 */
final class ReplaySummary {
  private ReplaySummary() {}

  /**
   * The line.
   *
   * @param reports of one ledger, at least one: their dead letters are the same
   */
  static String of(Path file, List<Report> reports) {
    Report first = reports.getFirst();
    String letters =
        counted("dead letters", first.deadLetters(), letter -> beforeColon(letter.reason()));
    if (reports.size() > 1) {
      return "motcua: %s written: %d reports, %s".formatted(file, reports.size(), letters);
    }
    return "motcua: %s written: %d received, %s, %s"
        .formatted(
            file,
            first.total().received(),
            letters,
            counted("marks", first.marks(), mark -> mark.code()));
  }

  private static <T> String counted(String what, List<T> all, Function<T, String> code) {
    Map<String, Long> byCode =
        all.stream().collect(Collectors.groupingBy(code, TreeMap::new, Collectors.counting()));
    String detail =
        byCode.entrySet().stream()
            .map(each -> each.getValue() + " " + each.getKey())
            .collect(Collectors.joining(", ", " (", ")"));
    return all.size() + " " + what + (all.isEmpty() ? "" : detail);
  }

  private static String beforeColon(String reason) {
    int colon = reason.indexOf(':');
    return colon < 0 ? reason : reason.substring(0, colon);
  }
}
