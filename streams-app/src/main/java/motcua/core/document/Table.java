package motcua.core.document;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A table whose head is repeated on each page.
 *
 * @param name what a worksheet of it is called, at most 31 characters
 * @param rows read once, in printing order; each with a cell a column
 * @param total last line, a cell a column
 */
public record Table(String name, List<Column> columns, Rows rows, Optional<List<Cell>> total)
    implements Part {
  /**
   * @param group heading above neighbours that have the same one; empty for none
   * @param heading of this column
   * @param number the form's number of the column, such as {@code (3)}; empty for none
   * @param width share of the page's width, against those of the other columns
   */
  public record Column(String group, String heading, String number, int width) {
    public Column {
      Objects.requireNonNull(group, "group");
      Objects.requireNonNull(heading, "heading");
      Objects.requireNonNull(number, "number");
    }
  }

  public Table {
    Objects.requireNonNull(name, "name");
    columns = List.copyOf(columns);
    Objects.requireNonNull(rows, "rows");
    total = total.map(List::copyOf);
  }
}
