package motcua.ingest.table;

import java.util.Objects;
import java.util.Set;

/**
 * A condition on one column.
 *
 * @param column the column's name
 * @param test what must hold of its cell
 * @param texts what the cell is compared with, as {@link CellText#key}
 */
public record Condition(String column, Test test, Set<String> texts) {
  public Condition {
    Objects.requireNonNull(column, "column");
    Objects.requireNonNull(test, "test");
    texts = Set.copyOf(texts);
  }

  /** What must hold. */
  public enum Test {
    PRESENT,
    ABSENT,
    EQUALS,
    NOT_EQUALS
  }

  /** True when it holds; {@code text} is the cell's, null for none. */
  boolean holds(String text) {
    return switch (test) {
      case PRESENT -> text != null;
      case ABSENT -> text == null;
      case EQUALS -> text != null && texts.contains(CellText.key(text));
      case NOT_EQUALS -> text == null || !texts.contains(CellText.key(text));
    };
  }
}
