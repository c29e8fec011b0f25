package motcua.readmodel;

import java.util.List;
import motcua.core.ledger.ReportRow;

/**
 * Figures of a report as one snapshot of the database gave them; nothing is named, sorted or
 * checked yet.
 *
 * @param lines one a unit, or a unit and part; own accounts only
 * @param total the whole scope, moves inside it left out
 * @param unknownUnits dossiers booked under unit codes the tree does not know: code UNKNOWN_UNIT,
 *     detail the raw code; where no journal is kept, one a unit without source and dossier
 */
public record ReportData(
    List<ReportLine> lines,
    ReportRow total,
    List<MarkLine> marks,
    List<MarkLine> unknownUnits,
    List<DeadLetterLine> deadLetters) {
  public ReportData {
    lines = List.copyOf(lines);
    marks = List.copyOf(marks);
    unknownUnits = List.copyOf(unknownUnits);
    deadLetters = List.copyOf(deadLetters);
  }
}
