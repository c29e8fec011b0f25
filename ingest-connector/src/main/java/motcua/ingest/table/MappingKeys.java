package motcua.ingest.table;

import java.util.List;

/** Every key of a mapping file, by the part it stands in (docs/mappings.md). */
public final class MappingKeys {
  /** At the top. */
  public static final List<String> TOP =
      List.of(
          "version",
          "source",
          "rows",
          "table",
          "dates",
          "zone",
          "timeOfDay",
          "empty",
          "codes",
          "unitAliases",
          "when",
          "fields",
          "events");

  /** Below {@code table}. */
  public static final List<String> TABLE = List.of("encoding", "delimiter", "sheet", "headerRow");

  /** Of a value. */
  public static final List<String> VALUE =
      List.of(
          "column",
          "constant",
          "template",
          "ifBlank",
          "codes",
          "otherwise",
          "aliases",
          "dates",
          "timeOfDay");

  /** Of an entry of {@code events}. */
  public static final List<String> EVENT = List.of("when", "fields", "identity");

  /** Of a condition. */
  public static final List<String> CONDITION =
      List.of("column", "present", "absent", "equals", "notEquals");

  /** Of a line of a code table that is written as a list. */
  public static final List<String> CODE = List.of("text", "code", "validFrom", "validTo");

  private MappingKeys() {}
}
