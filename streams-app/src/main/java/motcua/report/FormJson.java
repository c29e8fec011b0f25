package motcua.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import motcua.core.form.FormColumn;
import motcua.core.form.FormPreset;
import motcua.core.ledger.Column;
import motcua.core.ledger.ReportRow;
import motcua.core.period.Period;
import motcua.core.print.SummaryText;

/** A printed form in JSON: what it says of itself, and its figures in a row. */
public final class FormJson {
  private static final JsonFactory JSON = new JsonFactory();

  private FormJson() {}

  /** A form beside a report that was kept without it. */
  public static byte[] bytes(FormPreset form, ReportRow total, Period period) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(bytes)) {
      write(json, form, total, period);
    } catch (IOException impossible) {
      throw new UncheckedIOException("memory does not fail", impossible);
    }
    return bytes.toByteArray();
  }

  /** Title, notes, the paragraphs about the total, and columns, as one object. */
  static void write(JsonGenerator json, FormPreset form, ReportRow total, Period period)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("preset", form.code());
    json.writeStringField("title", form.title());
    writeTexts(json, "notes", form.notes());
    writeTexts(json, "paragraphs", SummaryText.of(form, total, period));
    writeColumns(json, form);
    json.writeEndObject();
  }

  private static void writeTexts(JsonGenerator json, String name, List<String> texts)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (String text : texts) {
      json.writeString(text);
    }
    json.writeEndArray();
  }

  private static void writeColumns(JsonGenerator json, FormPreset form) throws IOException {
    json.writeArrayFieldStart("columns");
    for (FormColumn column : form.columns()) {
      json.writeStartObject();
      json.writeStringField("code", column.code());
      if (column.number().isPresent()) {
        json.writeNumberField("number", column.number().getAsInt());
      } else {
        json.writeNullField("number");
      }
      json.writeStringField("group", column.group().heading());
      json.writeStringField("heading", column.heading());
      writeCodes(json, "of", column.added());
      writeCodes(json, "less", column.subtracted());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void writeCodes(JsonGenerator json, String name, List<Column> columns)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (Column column : columns) {
      json.writeString(column.code());
    }
    json.writeEndArray();
  }

  /** The form's figures of a row as a field of it; none without a form. */
  static void writeFigures(JsonGenerator json, ReportRow row, FormPreset form) throws IOException {
    if (form == null) {
      return;
    }
    json.writeObjectFieldStart("printed");
    for (FormColumn column : form.columns()) {
      json.writeNumberField(column.code(), column.of(row));
    }
    json.writeEndObject();
  }
}
