package motcua.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import motcua.core.form.FormPreset;
import motcua.core.ledger.Column;
import motcua.core.ledger.Ratio;
import motcua.core.ledger.ReportRow;
import motcua.core.period.Period;
import motcua.core.policy.Policy;
import motcua.readmodel.Breakdown;
import motcua.readmodel.DeadLetterLine;
import motcua.readmodel.MarkLine;

/**
 * The report's JSON (contract.md, Report JSON): compact, UTF-8, keys in the contract's order, so
 * that equal reports are equal bytes. A request that names a form gets, beside all of it, {@code
 * form} with the printed columns and their notes, and {@code printed} with their figures in each
 * row.
 */
public final class ReportJson {
  private static final JsonFactory JSON = new JsonFactory();

  /** Names that thousands of rows repeat, encoded once. */
  private static final Map<Column, SerializableString> COLUMNS =
      encoded(Column.class, Column::code);

  private static final Map<Ratio, SerializableString> RATIOS = encoded(Ratio.class, Ratio::code);
  private static final SerializableString NUMERATOR = new SerializedString("numerator");
  private static final SerializableString DENOMINATOR = new SerializedString("denominator");

  private ReportJson() {}

  /** The whole report. */
  public static byte[] bytes(Report report) {
    return render(json -> writeObject(json, null, report, true));
  }

  /**
   * The canonical body (ledger.md 1): without {@code now}, dead letters and form, which only
   * regroups columns. A function of the ledger, the files and the request.
   */
  public static byte[] canonicalBytes(Report report) {
    return render(json -> writeObject(json, null, report, false));
  }

  /**
   * Writes several reports as an array of {@code {"id", ...report}}, in the map's order; the stream
   * stays open.
   */
  public static void writeAll(Map<String, Report> reportsById, OutputStream out) {
    byte[] bytes =
        render(
            json -> {
              json.writeStartArray();
              for (Map.Entry<String, Report> entry : reportsById.entrySet()) {
                writeObject(json, entry.getKey(), entry.getValue(), true);
              }
              json.writeEndArray();
            });
    try {
      out.write(bytes);
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  private static byte[] render(Body body) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(bytes)) {
      body.write(json);
    } catch (IOException impossible) {
      throw new UncheckedIOException("memory does not fail", impossible);
    }
    return bytes.toByteArray();
  }

  private static void writeObject(JsonGenerator json, String id, Report report, boolean whole)
      throws IOException {
    ReportRequest request = report.request();
    json.writeStartObject();
    if (id != null) {
      json.writeStringField("id", id);
    }
    json.writeStringField("scope", request.scope());
    json.writeStringField("from", request.from().toString());
    json.writeStringField("to", request.to().toString());
    writeDay(json, "knownOn", request.knownOn());
    if (whole) {
      json.writeStringField("now", LocalTime.format(report.now()));
    }
    writePolicy(json, report.policy());
    writeVersions(json, report.versions());
    FormPreset form = whole ? request.form() : null;
    if (form != null) {
      json.writeFieldName("form");
      FormJson.write(json, form, report.total(), new Period(request.from(), request.to()));
    }
    writeRows(json, report, form);
    json.writeObjectFieldStart("total");
    writeFigures(json, report.total());
    FormJson.writeFigures(json, report.total(), form);
    json.writeEndObject();
    if (whole) {
      writeDeadLetters(json, report);
    }
    writeMarks(json, report);
    json.writeEndObject();
  }

  private static void writeDay(JsonGenerator json, String name, LocalDate day) throws IOException {
    if (day == null) {
      json.writeNullField(name);
    } else {
      json.writeStringField(name, day.toString());
    }
  }

  private static void writePolicy(JsonGenerator json, Policy policy) throws IOException {
    json.writeObjectFieldStart("policy");
    json.writeStringField("name", policy.name());
    json.writeStringField("timeliness", policy.timeliness().name());
    json.writeStringField("closes", policy.closes().name());
    json.writeStringField("supplement", policy.supplement().name());
    json.writeEndObject();
  }

  private static void writeVersions(JsonGenerator json, Report.Versions versions)
      throws IOException {
    json.writeObjectFieldStart("versions");
    json.writeStringField("unitTree", versions.unitTree());
    json.writeStringField("calendar", versions.calendar());
    json.writeStringField("procedures", versions.procedures());
    json.writeEndObject();
  }

  private static void writeRows(JsonGenerator json, Report report, FormPreset form)
      throws IOException {
    json.writeArrayFieldStart("rows");
    for (PrintedRow row : report.rows()) {
      json.writeStartObject();
      json.writeStringField("unit", row.unit());
      json.writeStringField("name", row.name());
      writePart(json, report.request().by(), row.part());
      writeFigures(json, row.figures());
      FormJson.writeFigures(json, row.figures(), form);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void writePart(JsonGenerator json, Breakdown by, String part) throws IOException {
    switch (by) {
      case NONE -> {}
      case FIELD -> json.writeStringField("field", part);
      case PROCEDURE -> json.writeStringField("procedure", part);
    }
  }

  private static <E extends Enum<E>> Map<E, SerializableString> encoded(
      Class<E> type, Function<E, String> name) {
    Map<E, SerializableString> encoded = new EnumMap<>(type);
    for (E value : type.getEnumConstants()) {
      encoded.put(value, new SerializedString(name.apply(value)));
    }
    return encoded;
  }

  private static void writeFigures(JsonGenerator json, ReportRow row) throws IOException {
    for (Map.Entry<Column, SerializableString> column : COLUMNS.entrySet()) {
      json.writeFieldName(column.getValue());
      json.writeNumber(column.getKey().of(row));
    }
    json.writeObjectFieldStart("ratios");
    for (Map.Entry<Ratio, SerializableString> ratio : RATIOS.entrySet()) {
      Ratio.Value value = ratio.getKey().of(row);
      json.writeFieldName(ratio.getValue());
      json.writeStartObject();
      json.writeFieldName(NUMERATOR);
      json.writeNumber(value.numerator());
      json.writeFieldName(DENOMINATOR);
      json.writeNumber(value.denominator());
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private static void writeDeadLetters(JsonGenerator json, Report report) throws IOException {
    json.writeArrayFieldStart("deadLetters");
    for (DeadLetterLine letter : report.deadLetters()) {
      json.writeStartObject();
      json.writeStringField("input", letter.input());
      json.writeStringField("position", letter.position());
      json.writeStringField("reason", letter.reason());
      json.writeStringField("fingerprint", letter.fingerprint());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void writeMarks(JsonGenerator json, Report report) throws IOException {
    json.writeArrayFieldStart("marks");
    for (MarkLine mark : report.marks()) {
      json.writeStartObject();
      json.writeStringField("unit", mark.unit());
      json.writeStringField("source", mark.source());
      json.writeStringField("dossierId", mark.dossierId());
      json.writeStringField("code", mark.code());
      json.writeStringField("detail", mark.detail());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private interface Body {
    void write(JsonGenerator json) throws IOException;
  }
}
