package motcua.ingest.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Packed files and workbooks made by hand, part by part. */
public final class Packed {
  private Packed() {}

  public static byte[] gzip(byte[] content) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream packed = new GZIPOutputStream(out)) {
      packed.write(content);
    }
    return out.toByteArray();
  }

  /** A zip of name, content, name, content. */
  public static byte[] zip(Object... entries) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (int i = 0; i < entries.length; i += 2) {
        zip.putNextEntry(new ZipEntry((String) entries[i]));
        Object content = entries[i + 1];
        zip.write(
            content instanceof byte[] bytes
                ? bytes
                : ((String) content).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
    return out.toByteArray();
  }

  /** A workbook of one sheet; {@code #45000.5} is a date cell, {@code =5} a number, else a text. */
  public static byte[] xlsx(String[]... rows) throws IOException {
    StringBuilder sheet = new StringBuilder();
    for (int r = 0; r < rows.length; r++) {
      sheet.append("<row r=\"").append(r + 1).append("\">");
      for (int c = 0; c < rows[r].length; c++) {
        sheet.append(cell((char) ('A' + c) + "" + (r + 1), rows[r][c]));
      }
      sheet.append("</row>");
    }
    String main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    String rels = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    String packageRels = "http://schemas.openxmlformats.org/package/2006/relationships";
    return zip(
        "[Content_Types].xml",
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
            + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
            + override("xl/workbook.xml", "sheet.main")
            + override("xl/worksheets/sheet1.xml", "worksheet")
            + override("xl/styles.xml", "styles")
            + "</Types>",
        "_rels/.rels",
        "<Relationships xmlns=\""
            + packageRels
            + "\"><Relationship Id=\"rId1\" Type=\""
            + rels
            + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>",
        "xl/_rels/workbook.xml.rels",
        "<Relationships xmlns=\""
            + packageRels
            + "\"><Relationship Id=\"rId1\" Type=\""
            + rels
            + "/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" Type=\""
            + rels
            + "/styles\" Target=\"styles.xml\"/></Relationships>",
        "xl/workbook.xml",
        "<workbook xmlns=\""
            + main
            + "\" xmlns:r=\""
            + rels
            + "\"><sheets><sheet name=\"Hồ sơ\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>",
        "xl/styles.xml",
        "<styleSheet xmlns=\""
            + main
            + "\"><cellXfs count=\"2\"><xf numFmtId=\"0\"/>"
            + "<xf numFmtId=\"22\"/></cellXfs></styleSheet>",
        "xl/worksheets/sheet1.xml",
        "<worksheet xmlns=\"" + main + "\"><sheetData>" + sheet + "</sheetData></worksheet>");
  }

  private static String override(String part, String type) {
    return "<Override PartName=\"/"
        + part
        + "\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml."
        + type
        + "+xml\"/>";
  }

  private static String cell(String place, String value) {
    if (value == null) {
      return "";
    }
    if (value.startsWith("#")) {
      return "<c r=\"" + place + "\" s=\"1\"><v>" + value.substring(1) + "</v></c>";
    }
    if (value.startsWith("=")) {
      return "<c r=\"" + place + "\"><v>" + value.substring(1) + "</v></c>";
    }
    return "<c r=\"" + place + "\" t=\"inlineStr\"><is><t>" + value + "</t></is></c>";
  }
}
