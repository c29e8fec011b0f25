package motcua.ingest.table;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import motcua.ingest.source.Fingerprint;

/**
 * One row of a table as texts by column. Times of typed sources are ISO 8601 texts, with offset
 * where the source knows one.
 *
 * @param number place of the row in its table, from 1, header lines counted
 * @param cells texts by {@link CellText#key} of the column's name; a blank cell has no entry
 * @param fingerprint SHA-256 of all cells of the row, mapped or not
 */
public record TableRow(long number, Map<String, String> cells, String fingerprint) {
  private static final char SEPARATOR = '\u001f';

  public TableRow {
    cells = Map.copyOf(cells);
    Objects.requireNonNull(fingerprint, "fingerprint");
  }

  /**
   * A row of a table.
   *
   * @param names names of the columns as the table writes them
   * @param values texts in the same order, null or blank for no value; missing ones at the end are
   *     blank
   */
  public static TableRow of(long number, List<String> names, List<String> values) {
    Map<String, String> cells = new HashMap<>();
    for (int i = 0; i < Math.min(names.size(), values.size()); i++) {
      String text = CellText.of(values.get(i));
      if (text != null) {
        cells.put(CellText.key(names.get(i)), text);
      }
    }
    return new TableRow(number, cells, fingerprint(values));
  }

  /** Names a row by its content, the same whatever encoding it came in. */
  public static String fingerprint(List<String> values) {
    StringBuilder all = new StringBuilder();
    for (String value : values) {
      String text = CellText.of(value);
      all.append(text == null ? "" : text).append(SEPARATOR);
    }
    byte[] bytes = all.toString().getBytes(StandardCharsets.UTF_8);
    return Fingerprint.of(bytes, 0, bytes.length);
  }

  /** True when no cell holds anything. */
  public boolean isBlank() {
    return cells.isEmpty();
  }

  /** Text of a column by its key, or null. */
  String cell(String key) {
    return cells.get(key);
  }
}
