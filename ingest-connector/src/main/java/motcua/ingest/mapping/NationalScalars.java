package motcua.ingest.mapping;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.Set;
import motcua.schemas.events.Sighting;

/**
 * Reads single values of one national record in every form they are sent in (national-payload.md D1
 * to D5, D34), and gathers what had to be repaired. Values that are kept pass the personal-data
 * guard here, so none gets around it.
 */
final class NationalScalars implements EdgeNotes {
  private static final String NO_BREAK_SPACE = "\u00a0";

  private final JsonParser parser;
  private final PersonalData guard;
  private final Set<String> marks = new LinkedHashSet<>();
  private String refusal;

  NationalScalars(JsonParser parser, PersonalData guard) {
    this.parser = parser;
    this.guard = guard;
  }

  /** Why the record is refused, or null; the first reason counts. */
  String refusal() {
    return refusal;
  }

  void refuse(String why) {
    if (refusal == null) {
      refusal = why;
    }
  }

  @Override
  public void refuse(Reason reason, NationalField field) {
    refuse(reason.text(field.sent()));
  }

  @Override
  public void mark(String code, NationalField field) {
    marks.add(code + ":" + field.sent());
  }

  /**
   * The current value as text without outer space; null for no value, {@code "null"}, a blank, a
   * list or an object.
   */
  String raw() throws IOException {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY) {
      parser.skipChildren();
      return null;
    }
    if (token == JsonToken.VALUE_NULL) {
      return null;
    }
    String text = parser.getText().replace(NO_BREAK_SPACE, " ").strip();
    return text.isEmpty() || text.equalsIgnoreCase("null") ? null : text;
  }

  /** A code or name that is kept as sent, Unicode NFC. */
  String kept(NationalField field) throws IOException {
    String text = raw();
    if (text == null) {
      return null;
    }
    Reason fault = Text.fault(text);
    if (fault != null) {
      refuse(fault.text(field.sent()));
      return null;
    }
    String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
    if (guard.isIn(composed)) {
      refuse(Reason.PERSONAL_DATA.text(field.sent()));
      return null;
    }
    return composed;
  }

  /**
   * A short code of a closed list: {@code 02}, {@code 2.0} and {@code true} lose their dress;
   * anything else is null.
   */
  String code(NationalField field) throws IOException {
    String text = kept(field);
    if (text == null) {
      return null;
    }
    if (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")) {
      return text.equalsIgnoreCase("true") ? "1" : "0";
    }
    String plain = text.matches("\\d{1,8}\\.0+") ? text.substring(0, text.indexOf('.')) : text;
    String code = plain.matches("0+\\d{1,7}") ? plain.replaceFirst("^0+(?=\\d)", "") : plain;
    return code.matches("[0-9]{1,4}") ? code : null;
  }

  /** A flag in any form; null when it is none. */
  Boolean flag() throws IOException {
    String text = raw();
    if (text == null) {
      return null;
    }
    if (text.equals("1") || text.equals("1.0") || text.equalsIgnoreCase("true")) {
      return true;
    }
    return text.equals("0") || text.equals("0.0") || text.equalsIgnoreCase("false") ? false : null;
  }

  /** A date, microseconds since the epoch; null, with a mark or a refusal, when it says nothing. */
  Long date(NationalField field, boolean needed) throws IOException {
    boolean nested = parser.currentToken().isStructStart();
    String text = raw();
    if (text == null && !nested) {
      return null;
    }
    switch (nested ? new NationalTime.Reading.Unreadable() : NationalTime.read(text)) {
      case NationalTime.Reading.At(long micros) -> {
        return micros;
      }
      case NationalTime.Reading.Placeholder() -> mark("DATE_PLACEHOLDER", field);
      case NationalTime.Reading.Unreadable() -> {
        if (needed) {
          refuse(Reason.DATE_UNREADABLE.text(field.sent()));
        } else {
          mark("DATE_UNREADABLE", field);
        }
      }
    }
    return null;
  }

  /** True when an amount is above zero, whatever separators it is written with. */
  boolean isPositive() throws IOException {
    String amount = raw();
    if (amount == null || amount.startsWith("-")) {
      return false;
    }
    int exponent = Math.max(amount.indexOf('e'), amount.indexOf('E'));
    String digits = exponent < 0 ? amount : amount.substring(0, exponent);
    return digits.chars().anyMatch(c -> c >= '1' && c <= '9');
  }

  /**
   * Visits the objects of a list; one object alone is a list of one, and no list is an empty one.
   */
  void each(NationalField list, Entry entry) throws IOException, Refused {
    if (parser.currentToken() == JsonToken.START_OBJECT) {
      entry.read();
    } else if (parser.currentToken() == JsonToken.START_ARRAY) {
      int count = 0;
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        if (++count > NationalRecord.MAX_ENTRIES) {
          throw new Refused(Reason.LIST_TOO_LONG.text(list.sent()));
        }
        entry.read();
      }
    }
  }

  /** Moves to the value of the next field of the current object; null at its end. */
  NationalField nextField() throws IOException {
    String name = parser.nextFieldName();
    if (name == null) {
      return null;
    }
    parser.nextToken();
    return NationalField.of(name);
  }

  void skip() throws IOException {
    parser.skipChildren();
  }

  boolean atObject() {
    return parser.currentToken() == JsonToken.START_OBJECT;
  }

  /** Reads one entry of a list. */
  interface Entry {
    void read() throws IOException, Refused;
  }

  /** Puts the marks where the interpretation finds them. */
  void writeMarks(Sighting sighting) {
    sighting.setEdgeMarks(new ArrayList<>(marks));
  }
}
