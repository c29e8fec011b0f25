package motcua.core.document;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import motcua.core.ledger.Ratio;

/**
 * A cell of a table: its value, and how it follows from other cells, so that a workbook adds up
 * again what the page only states.
 */
public sealed interface Cell {
  /** Nothing. */
  Cell EMPTY = new Text("");

  /** Words or a code. */
  record Text(String text) implements Cell {
    public Text {
      Objects.requireNonNull(text, "text");
    }
  }

  /** A whole number that stands for itself. */
  record Count(long value) implements Cell {}

  /** A whole number that cells of its own line give. */
  record Sum(long value, List<Term> terms) implements Cell {
    public Sum {
      terms = List.copyOf(terms);
    }
  }

  /** A whole number that the cells above it in its column give. */
  record ColumnSum(long value) implements Cell {}

  /**
   * A share.
   *
   * @param ratio its counts; a denominator of 0 prints as no data
   * @param numerator cells of the line that add up to the numerator; empty where they do not stand
   *     in the table
   * @param denominator in the same way
   */
  record Share(Ratio.Value ratio, List<Term> numerator, List<Term> denominator) implements Cell {
    public Share {
      Objects.requireNonNull(ratio, "ratio");
      numerator = List.copyOf(numerator);
      denominator = List.copyOf(denominator);
    }
  }

  /** A day, printed as day/month/year. */
  record Day(LocalDate day) implements Cell {
    public Day {
      Objects.requireNonNull(day, "day");
    }
  }

  /**
   * Another cell of the same line.
   *
   * @param column its place, from 0
   * @param taken whether it is taken off instead of added
   */
  record Term(int column, boolean taken) {}
}
