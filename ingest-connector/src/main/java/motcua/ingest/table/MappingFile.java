package motcua.ingest.table;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a mapping file (docs/mappings.md). */
public final class MappingFile {
  /** Where a text has no offset and the file names no zone. */
  public static final ZoneId DEFAULT_ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

  /** Forms of dates where the file names none; ISO 8601 always counts. */
  public static final List<String> DEFAULT_DATES =
      List.of("d/M/yyyy H:m:s", "d/M/yyyy H:m", "d/M/yyyy");

  private static final String VERSION = "1";
  private static final Map<String, Character> DELIMITERS =
      Map.of("comma", ',', "semicolon", ';', "tab", '\t', "pipe", '|');
  private static final Map<String, TableForm.Encoding> ENCODINGS =
      Map.of(
          "utf-8", TableForm.Encoding.UTF_8,
          "utf-16", TableForm.Encoding.UTF_16,
          "windows-1258", TableForm.Encoding.WINDOWS_1258);

  private final Faults faults = new Faults();

  private MappingFile() {}

  /** What reading a file gives. */
  public sealed interface Result {
    /** The file is sound. */
    record Read(MappingSpec spec) implements Result {}

    /** Everything that is wrong with it: line, key and what was expected. */
    record Failed(List<String> faults) implements Result {
      public Failed {
        faults = List.copyOf(faults);
      }
    }
  }

  /** Reads the text of a mapping file; every fault is told, not only the first. */
  public static Result parse(String text) {
    MappingFile file = new MappingFile();
    Optional<MappingSpec> spec = file.read(text);
    List<String> found = file.faults.all();
    return found.isEmpty() && spec.isPresent()
        ? new Result.Read(spec.get())
        : new Result.Failed(found);
  }

  private Optional<MappingSpec> read(String text) {
    try {
      return faults.keys(Yaml.read(text), "", MappingKeys.TOP).map(this::spec);
    } catch (Yaml.Broken e) {
      faults.add(e.line(), "", e.getMessage());
      return Optional.empty();
    }
  }

  private MappingSpec spec(Yaml.Keys top) {
    version(top);
    MappingSpec.Rows rows = rows(top);
    CodeTableReader codes = new CodeTableReader(faults);
    of(top, "codes").ifPresent(codes::readNamed);
    ValueReader values = values(top, codes);
    ConditionReader conditions = new ConditionReader(faults);
    Map<TableField, ValueSpec> fields =
        of(top, "fields").map(at -> values.fields(at, "fields", rows)).orElse(Map.of());
    List<MappingSpec.EventSpec> events =
        new EventsReader(faults, values, conditions).read(top, rows, fields);
    if (rows == MappingSpec.Rows.DOSSIER && !fields.containsKey(TableField.DOSSIER_ID)) {
      faults.add(top, "fields.dossierId", "missing");
    }
    return new MappingSpec(
        of(top, "source").flatMap(at -> faults.text(at, "source")),
        of(top, "table").map(this::form).orElse(AUTO),
        rows,
        of(top, "when").map(at -> conditions.read(at, "when")).orElse(List.of()),
        empty(top),
        fields,
        events,
        of(top, "unitAliases").flatMap(at -> faults.text(at, "unitAliases")));
  }

  private static final TableForm AUTO =
      new TableForm(Optional.empty(), Optional.empty(), Optional.empty(), 1);

  private void version(Yaml.Keys top) {
    Yaml value = top.values().get("version");
    if (value == null) {
      faults.add(top, "version", "missing, expected 1");
    } else if (!faults.text(value, "version").orElse(VERSION).equals(VERSION)) {
      faults.add(value, "version", "expected 1");
    }
  }

  private MappingSpec.Rows rows(Yaml.Keys top) {
    Yaml value = top.values().get("rows");
    if (value == null) {
      faults.add(top, "rows", "missing, expected event or dossier");
      return MappingSpec.Rows.EVENT;
    }
    String text = faults.text(value, "rows").orElse("");
    if (!text.equals("event") && !text.equals("dossier")) {
      faults.add(value, "rows", "expected event or dossier");
    }
    return text.equals("dossier") ? MappingSpec.Rows.DOSSIER : MappingSpec.Rows.EVENT;
  }

  private ValueReader values(Yaml.Keys top, CodeTableReader codes) {
    ZoneId zone = of(top, "zone").map(this::zone).orElse(DEFAULT_ZONE);
    LocalTime time =
        of(top, "timeOfDay")
            .map(at -> ValueReader.timeOfDay(faults, at, "timeOfDay"))
            .orElse(LocalTime.MIDNIGHT);
    List<String> patterns = new ArrayList<>();
    of(top, "dates")
        .ifPresentOrElse(
            at -> {
              for (String pattern : faults.texts(at, "dates")) {
                if (isPattern(pattern, at)) {
                  patterns.add(pattern);
                }
              }
            },
            () -> patterns.addAll(DEFAULT_DATES));
    return new ValueReader(faults, codes, zone, List.copyOf(patterns), time);
  }

  private boolean isPattern(String pattern, Yaml at) {
    try {
      DateForms.of(List.of(pattern), DEFAULT_ZONE, LocalTime.MIDNIGHT);
      return true;
    } catch (IllegalArgumentException e) {
      faults.add(at, "dates", "no pattern of a date: " + e.getMessage());
      return false;
    }
  }

  private ZoneId zone(Yaml value) {
    try {
      return ZoneId.of(faults.text(value, "zone").orElse("Asia/Ho_Chi_Minh"));
    } catch (DateTimeException e) {
      faults.add(value, "zone", "no such time zone, expected for example Asia/Ho_Chi_Minh");
      return DEFAULT_ZONE;
    }
  }

  private Set<String> empty(Yaml.Keys top) {
    Set<String> keys = new HashSet<>();
    keys.add("null");
    of(top, "empty")
        .ifPresent(at -> faults.texts(at, "empty").forEach(text -> keys.add(CellText.key(text))));
    return keys;
  }

  private TableForm form(Yaml value) {
    Yaml.Keys keys =
        faults.keys(value, "table", MappingKeys.TABLE).orElse(new Yaml.Keys(Map.of(), 1));
    return new TableForm(
        of(keys, "encoding").flatMap(at -> oneOf(at, "table.encoding", ENCODINGS)),
        of(keys, "delimiter").flatMap(at -> oneOf(at, "table.delimiter", DELIMITERS)),
        of(keys, "sheet").flatMap(at -> faults.text(at, "table.sheet")),
        of(keys, "headerRow").map(this::headerRow).orElse(1));
  }

  private int headerRow(Yaml value) {
    String text = faults.text(value, "table.headerRow").orElse("1");
    if (!text.matches("[1-9]\\d{0,3}")) {
      faults.add(value, "table.headerRow", "expected a row from 1 to 9999");
      return 1;
    }
    return Integer.parseInt(text);
  }

  private <T> Optional<T> oneOf(Yaml at, String key, Map<String, T> known) {
    String text = faults.text(at, key).orElse("").toLowerCase(Locale.ROOT);
    if (!text.equals("auto") && !known.containsKey(text)) {
      faults.add(
          at,
          key,
          "expected auto, " + String.join(", ", known.keySet().stream().sorted().toList()));
    }
    return Optional.ofNullable(known.get(text));
  }

  private static Optional<Yaml> of(Yaml.Keys keys, String name) {
    return Optional.ofNullable(keys.values().get(name));
  }
}
