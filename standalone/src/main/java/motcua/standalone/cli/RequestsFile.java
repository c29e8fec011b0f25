package motcua.standalone.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import motcua.core.form.FormPreset;
import motcua.readmodel.Breakdown;
import motcua.report.ReportRequest;

/**
 * The file of {@code --requests}: a JSON array of {@code
 * {"id","from","to","knownOn","scope","by","form"}}.
 */
final class RequestsFile {
  private static final List<String> KEYS =
      List.of("id", "from", "to", "knownOn", "scope", "by", "form");
  private static final ObjectMapper STRICT =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private RequestsFile() {}

  /**
   * Reads it.
   *
   * @throws Checks.WrongValueException naming the entry and the key that is wrong
   */
  static SequencedMap<String, ReportRequest> read(Path file) throws Checks.WrongValueException {
    JsonNode array = parse(file);
    if (!array.isArray() || array.isEmpty()) {
      throw new Checks.WrongValueException(
          "--requests: " + file + " holds no request, expected a JSON array of them");
    }
    SequencedMap<String, ReportRequest> requests = new LinkedHashMap<>();
    for (JsonNode entry : array) {
      Entry checked = new Entry(entry, "--requests: entry " + (requests.size() + 1));
      ReportRequest request = checked.request();
      String id = checked.id();
      if (requests.putIfAbsent(id, request) != null) {
        throw checked.wrong("id '" + id + "' is used twice");
      }
    }
    return requests;
  }

  private static JsonNode parse(Path file) throws Checks.WrongValueException {
    try {
      return STRICT.readTree(Files.readAllBytes(file));
    } catch (JsonProcessingException wrong) {
      throw new Checks.WrongValueException(
          "--requests: %s: line %d: expected a JSON array of requests: %s"
              .formatted(file, wrong.getLocation().getLineNr(), wrong.getOriginalMessage()));
    } catch (IOException unreadable) {
      throw new Checks.WrongValueException("--requests: " + file + " cannot be read");
    }
  }

  private record Entry(JsonNode json, String where) {
    ReportRequest request() throws Checks.WrongValueException {
      if (!json.isObject()) {
        throw wrong("expected an object with " + KEYS);
      }
      for (Iterator<String> keys = json.fieldNames(); keys.hasNext(); ) {
        String key = keys.next();
        if (!KEYS.contains(key)) {
          throw wrong("unknown key '" + key + "', expected one of " + KEYS);
        }
      }
      LocalDate from = required("from", date("from"));
      LocalDate to = required("to", date("to"));
      if (from.isAfter(to)) {
        throw wrong("from " + from + " lies after to " + to);
      }
      return new ReportRequest(
          text("scope").orElse(ReplayCommand.WHOLE_TREE),
          from,
          to,
          date("knownOn").orElse(null),
          breakdown(),
          form());
    }

    String id() throws Checks.WrongValueException {
      return required("id", text("id"));
    }

    Checks.WrongValueException wrong(String what) {
      return new Checks.WrongValueException(where + ": " + what);
    }

    private <T> T required(String key, Optional<T> value) throws Checks.WrongValueException {
      return value.orElseThrow(() -> wrong(key + " is missing"));
    }

    private Optional<String> text(String key) throws Checks.WrongValueException {
      JsonNode value = json.get(key);
      if (value == null || value.isNull()) {
        return Optional.empty();
      }
      if (!value.isTextual() || value.textValue().isBlank()) {
        throw wrong(key + " is no text");
      }
      return Optional.of(value.textValue());
    }

    private Optional<LocalDate> date(String key) throws Checks.WrongValueException {
      Optional<String> text = text(key);
      try {
        return text.map(LocalDate::parse);
      } catch (DateTimeParseException unreadable) {
        throw wrong(key + " '" + text.get() + "' is no date, expected for example 2024-07-01");
      }
    }

    private FormPreset form() throws Checks.WrongValueException {
      Optional<String> code = text("form");
      if (code.isEmpty()) {
        return null;
      }
      return FormPreset.of(code.get())
          .orElseThrow(() -> wrong("form '" + code.get() + "', expected " + Checks.Forms.EXPECTED));
    }

    private Breakdown breakdown() throws Checks.WrongValueException {
      String by = text("by").orElse("").toLowerCase(Locale.ROOT);
      return switch (by) {
        case "" -> Breakdown.NONE;
        case "field" -> Breakdown.FIELD;
        case "procedure" -> Breakdown.PROCEDURE;
        default -> throw wrong("by '" + by + "', expected field or procedure");
      };
    }
  }
}
