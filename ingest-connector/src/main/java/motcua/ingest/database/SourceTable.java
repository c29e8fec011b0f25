package motcua.ingest.database;

import java.util.List;
import java.util.Optional;

/**
 * A table as its catalog describes it and the settings use it.
 *
 * @param name name in SQL, quoted where it must be
 * @param transaction column that holds the id of the writing transaction; empty: the system column
 *     xmin
 * @param key columns of a unique key, in its order
 * @param read columns whose values are read
 */
record SourceTable(String name, Optional<Column> transaction, List<Column> key, List<Column> read) {
  SourceTable {
    key = List.copyOf(key);
    read = List.copyOf(read);
  }

  /**
   * A column.
   *
   * @param name as the catalog has it
   * @param type as {@code format_type} prints it, without modifier
   */
  record Column(String name, String type) {
    /** The name in SQL. */
    String quoted() {
      return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** True for whole numbers and UUIDs, which name a row and nothing else. */
    boolean isPlainId() {
      return switch (type) {
        case "smallint", "integer", "bigint", "uuid" -> true;
        default -> false;
      };
    }
  }
}
