package motcua.report;

import java.time.Instant;
import java.util.List;
import motcua.core.ledger.ReportRow;
import motcua.core.policy.Policy;
import motcua.readmodel.DeadLetterLine;
import motcua.readmodel.MarkLine;

/**
 * A report, checked and in printing order.
 *
 * @param now when it was drawn
 * @param versions of unit tree, calendar and procedures as known on the cut
 * @param rows units with any figure, by printed code and part
 * @param total the whole scope, moves inside it cancelled
 * @param marks by unit, source, dossier, code and detail; units as printed
 * @param deadLetters by fingerprint and reason
 */
public record Report(
    ReportRequest request,
    Instant now,
    Policy policy,
    Versions versions,
    List<PrintedRow> rows,
    ReportRow total,
    List<MarkLine> marks,
    List<DeadLetterLine> deadLetters) {
  public Report {
    rows = List.copyOf(rows);
    marks = List.copyOf(marks);
    deadLetters = List.copyOf(deadLetters);
  }

  /** Digests of the reference files. */
  public record Versions(String unitTree, String calendar, String procedures) {}
}
