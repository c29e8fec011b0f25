package motcua.core.document;

import java.util.List;
import java.util.function.Consumer;

/** The lines of a table, handed over one at a time: a list can be longer than memory. */
@FunctionalInterface
public interface Rows {
  /** Hands each line to the reader, in printing order. */
  void forEach(Consumer<List<Cell>> reader);

  /** Lines that are in memory. */
  static Rows of(List<List<Cell>> lines) {
    List<List<Cell>> kept = List.copyOf(lines);
    return kept::forEach;
  }
}
