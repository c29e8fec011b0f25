package motcua.readmodel;

import java.util.List;
import motcua.core.ledger.ReportRow;

/**
 * What became known between two cuts, as differences of figures.
 *
 * @param lines one a unit, or a unit and part, with any difference; raw units
 * @param total of the scope, moves inside it left out
 */
public record LearnedFigures(List<ReportLine> lines, ReportRow total) {
  public LearnedFigures {
    lines = List.copyOf(lines);
  }
}
