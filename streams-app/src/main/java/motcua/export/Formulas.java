package motcua.export;

import java.util.List;
import motcua.core.document.Cell;
import motcua.core.ledger.VietnameseNumbers;
import org.apache.poi.ss.util.CellReference;

/** Formulas by which a workbook adds up again what the page states. Rows and columns from 0. */
final class Formulas {
  private Formulas() {}

  /** The cells of a line added up. */
  static String sum(List<Cell.Term> terms, int row) {
    StringBuilder formula = new StringBuilder();
    for (Cell.Term term : terms) {
      if (term.taken()) {
        formula.append('-');
      } else if (!formula.isEmpty()) {
        formula.append('+');
      }
      formula.append(address(term.column(), row));
    }
    return formula.toString();
  }

  /** The cells of a column from the first row to the last one added up. */
  static String columnSum(int column, int first, int last) {
    return "SUM(%s:%s)".formatted(address(column, first), address(column, last));
  }

  /** One sum over another, or that there is nothing to divide by. */
  static String share(Cell.Share share, int row) {
    String denominator = sum(share.denominator(), row);
    return "IF((%2$s)<=0,\"%3$s\",(%1$s)/(%2$s))"
        .formatted(sum(share.numerator(), row), denominator, VietnameseNumbers.NO_DATA);
  }

  private static String address(int column, int row) {
    return CellReference.convertNumToColString(column) + (row + 1);
  }
}
