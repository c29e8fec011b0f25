package motcua.ingest.table;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import motcua.ingest.mapping.PersonalData;
import motcua.ingest.mapping.Reason;
import motcua.ingest.mapping.Text;

/**
 * Reads the values of one row and remembers the first thing that is wrong with it. Every text that
 * is kept passes the personal-data guard here, so none gets around it.
 */
final class RowValues {
  private static final Set<String> YES = Set.of("1", "1.0", "true", "yes", "y", "x", "có", "đúng");
  private static final Set<String> NO = Set.of("0", "0.0", "false", "no", "n", "không", "sai");

  private final TableRow row;
  private final Set<String> empty;
  private final Map<String, String> keys;
  private final PersonalData guard;
  private final Map<TableField, Boolean> placeholders = new HashMap<>();
  private String refusal;

  /**
   * Values of {@code row}.
   *
   * @param empty texts that stand for no value, as {@link CellText#key}
   * @param keys {@link CellText#key} of every column name of the mapping
   */
  RowValues(TableRow row, Set<String> empty, Map<String, String> keys, PersonalData guard) {
    this.row = row;
    this.empty = empty;
    this.keys = keys;
    this.guard = guard;
  }

  /** What a field's text turned out to be. */
  sealed interface Found {
    /** A text. */
    record Value(String text) implements Found {}

    /** No value in the row. */
    record Blank() implements Found {}

    /** The code table says that the row's text means nothing. */
    record Nothing() implements Found {}

    /** A text that was not of the table's encoding. */
    record Garbled() implements Found {}

    /** A text the code table does not know. */
    record Unknown() implements Found {}
  }

  /** Why the row is refused, or null. */
  String refusal() {
    return refusal;
  }

  void refuse(String why) {
    if (refusal == null) {
      refusal = why;
    }
  }

  /** True when the field held a year that stands for no date. */
  boolean isPlaceholder(TableField field) {
    return placeholders.containsKey(field);
  }

  /** Text of a column, null for none. */
  String cell(String column) {
    String text = row.cell(keys.get(column));
    return text == null || empty.contains(CellText.key(text)) ? null : text;
  }

  boolean holds(List<Condition> conditions) {
    return conditions.stream().allMatch(condition -> condition.holds(cell(condition.column())));
  }

  /** The text of a value before it is checked; {@code day} picks the line of a code table. */
  Found find(ValueSpec value, LocalDate day) {
    String text = raw(value.origin());
    if (text == null) {
      return new Found.Blank();
    }
    if (text.indexOf('\ufffd') >= 0) {
      return new Found.Garbled();
    }
    if (value.codes().isEmpty()) {
      return new Found.Value(text);
    }
    Optional<CodeTable.Entry> entry = value.codes().get().of(text, day);
    Optional<CodeTable.Entry> line = entry.isPresent() ? entry : value.otherwise();
    if (line.isEmpty()) {
      return new Found.Unknown();
    }
    return line.get().code().<Found>map(Found.Value::new).orElseGet(Found.Nothing::new);
  }

  /** A text that is kept, or null; null and a refusal when it may not be kept. */
  String text(TableField field, ValueSpec value, LocalDate day) {
    return checked(field, unchecked(field, value, day));
  }

  /** {@code text} where it may be kept; else null and a refusal. */
  String checked(TableField field, String text) {
    if (text == null) {
      return null;
    }
    Reason fault = Text.fault(text);
    if (fault == null && guard.isIn(text)) {
      fault = Reason.PERSONAL_DATA;
    }
    if (fault != null) {
      refuse(fault.text(field.key()));
      return null;
    }
    return text;
  }

  /** A moment, microseconds since the epoch, or null. */
  Long time(TableField field, ValueSpec value, LocalDate day) {
    String text = unchecked(field, value, day);
    if (text == null) {
      return null;
    }
    switch (value.dates().read(text)) {
      case DateForms.Reading.At(long micros) -> {
        return micros;
      }
      case DateForms.Reading.Placeholder() -> placeholders.put(field, true);
      case DateForms.Reading.Unreadable() -> refuse(Reason.TABLE_DATE_UNREADABLE.text(field.key()));
    }
    return null;
  }

  /** Yes or no, or null. */
  Boolean truth(TableField field, ValueSpec value, LocalDate day) {
    String text = unchecked(field, value, day);
    if (text == null) {
      return null;
    }
    String key = text.toLowerCase(Locale.ROOT);
    if (YES.contains(key)) {
      return true;
    }
    if (!NO.contains(key)) {
      refuse(Reason.TRUTH_UNREADABLE.text(field.key()));
    }
    return NO.contains(key) ? false : null;
  }

  /** True for an amount above zero, whatever separators it is written with, and for yes. */
  Boolean amount(TableField field, ValueSpec value, LocalDate day) {
    String text = unchecked(field, value, day);
    if (text == null) {
      return null;
    }
    if (text.chars().anyMatch(Character::isDigit)) {
      return !text.startsWith("-") && text.chars().anyMatch(c -> c >= '1' && c <= '9');
    }
    return truth(field, value, day);
  }

  private String unchecked(TableField field, ValueSpec value, LocalDate day) {
    if (value == null) {
      return null;
    }
    return switch (find(value, day)) {
      case Found.Value(String text) -> text;
      case Found.Blank() -> null;
      case Found.Nothing() -> null;
      case Found.Garbled() -> {
        refuse(Reason.TEXT_INVALID.text(field.key()));
        yield null;
      }
      case Found.Unknown() -> {
        refuse(Reason.CODE_UNKNOWN.text(field.key()));
        yield null;
      }
    };
  }

  /** The text of an origin, before any code table; null for none. */
  String raw(ValueSpec.Origin origin) {
    return switch (origin) {
      case ValueSpec.Origin.Constant(String text) -> text;
      case ValueSpec.Origin.Columns(List<String> names, Optional<String> ifBlank) -> {
        for (String name : names) {
          String text = cell(name);
          if (text != null) {
            yield text;
          }
        }
        yield ifBlank.orElse(null);
      }
      case ValueSpec.Origin.Template(List<ValueSpec.Part> parts) -> filled(parts);
    };
  }

  private String filled(List<ValueSpec.Part> parts) {
    StringBuilder text = new StringBuilder();
    for (ValueSpec.Part part : parts) {
      String piece = part.column() ? cell(part.text()) : part.text();
      if (piece == null) {
        return null;
      }
      text.append(piece);
    }
    return text.toString();
  }
}
