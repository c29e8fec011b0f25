package motcua.ingest.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import motcua.ingest.source.BrokenInputException;
import motcua.ingest.source.InputFault;
import motcua.ingest.table.CellText;
import motcua.ingest.table.MappingSpec;
import motcua.ingest.table.TableRow;

/** Where the columns of a mapping stand in a table. */
final class Header {
  private final Map<Integer, String> keysByPlace;

  private Header(Map<Integer, String> keysByPlace) {
    this.keysByPlace = keysByPlace;
  }

  /**
   * Finds the columns by their names.
   *
   * @throws BrokenInputException when one is missing, or stands there twice
   */
  static Header of(List<String> names, MappingSpec spec) throws BrokenInputException {
    Set<String> wanted = new HashSet<>();
    spec.columns().forEach(column -> wanted.add(CellText.key(column)));
    Map<Integer, String> places = new HashMap<>();
    Set<String> twice = new TreeSet<>();
    for (int i = 0; i < names.size(); i++) {
      String key = CellText.key(names.get(i));
      if (wanted.contains(key)) {
        if (places.containsValue(key)) {
          twice.add(key);
        }
        places.put(i, key);
      }
    }
    refuse(InputFault.COLUMN_TWICE, twice);
    Set<String> found = new HashSet<>(places.values());
    Set<String> missing = new TreeSet<>();
    for (List<String> oneOf : spec.needed()) {
      if (oneOf.stream().noneMatch(name -> found.contains(CellText.key(name)))) {
        missing.add(String.join(" / ", oneOf));
      }
    }
    refuse(InputFault.COLUMN_MISSING, missing);
    return new Header(places);
  }

  /** How many of the mapping's columns are among these names. */
  static int matches(List<String> names, MappingSpec spec) {
    Set<String> keys = new HashSet<>();
    names.forEach(name -> keys.add(CellText.key(name)));
    return (int)
        spec.columns().stream().filter(column -> keys.contains(CellText.key(column))).count();
  }

  /** The row of a table: the columns of the mapping and no other. */
  TableRow row(long number, List<String> values) {
    Map<String, String> cells = new HashMap<>();
    keysByPlace.forEach(
        (place, key) -> {
          String text = place < values.size() ? CellText.of(values.get(place)) : null;
          if (text != null) {
            cells.put(key, text);
          }
        });
    return new TableRow(number, cells, TableRow.fingerprint(values));
  }

  private static void refuse(InputFault fault, Set<String> names) throws BrokenInputException {
    if (!names.isEmpty()) {
      throw new BrokenInputException(fault, String.join(", ", new ArrayList<>(names)));
    }
  }
}
