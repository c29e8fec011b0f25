package motcua.systemtest;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A folder in which every kind of bad input stands among good records. Dossiers of national batches
 * are numbered by {@link #code}, those of canonical events are n1, n2 and so on.
 */
final class BadInputs {
  static final String UNITS =
      """
      code,name,parent,level,validFrom,validTo,successor,headName,headEmail
      H99.31,Huyện Mẫu,,district,,,,,
      H99.31.07,Xã Mẫu Sơn,H99.31,commune,,,,,
      H99.31.08,Xã Mẫu Thủy,H99.31,commune,,,,,
      """;

  static final int HUGE_LINE_BYTES = 50_000_000;

  /** Windows-1258 has ê and a combining tilde, and no ễ. */
  private static final String NAME = "Nguyê\u0303n Đê";

  private static final Charset WINDOWS_1258 = Charset.forName("windows-1258");

  private final Path folder;

  private BadInputs(Path folder) {
    this.folder = folder;
  }

  static void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    BadInputs inputs = new BadInputs(folder);
    inputs.truncatedBatch();
    inputs.batchInWindows1258();
    inputs.batchOfBadRecords();
    inputs.progress();
    inputs.events();
    inputs.filesWithoutARecord();
    inputs.fileBeingWritten();
  }

  /** A national dossier code whose agency is the first commune. */
  static String code(int number) {
    return "H99.31.07-260801-%04d".formatted(number);
  }

  /** Cut in its third record. */
  private void truncatedBatch() throws IOException {
    String batch = "[" + onTime(1) + "," + open(2) + "," + open(3) + "]";
    write("a-truncated.json", batch.substring(0, batch.lastIndexOf("NgayTiepNhan")));
  }

  /** Its second record has only letters that are the same in UTF-8. */
  private void batchInWindows1258() throws IOException {
    String batch =
        "{\"service\":\"DongBoHoSoMC\",\"data\":["
            + with(open(4), "ChuHoSo", NAME)
            + ","
            + open(5)
            + ","
            + with(open(6), "TrichYeuHoSo", NAME)
            + "]}";
    writeBytes("b-windows-1258.json", inWindows1258(batch));
  }

  private void batchOfBadRecords() throws IOException {
    String[] records = {
      onTime(10),
      record("", "2", "20260803080000", "20260930170000", "", "H99.31.07"),
      record(code(12), "2", "20260230080000", "20260930170000", "", "H99.31.07"),
      record(code(13), "2", "20260803080000", "30/02/2026 17:00:00", "", "H99.31.07"),
      record(code(14), "77", "20260803080000", "20260930170000", "", "H99.31.07"),
      record("H99.99.99-260801-0015", "2", "20260803080000", "20260930170000", "", "H99.99.99"),
      with(
          record(code(16), "2", "20260803080000", "20260930170000", "", ""),
          "DonViXuLy",
          "Phòng Không Có"),
      record(code(17), "2", "20260803080000", "", "", "H99.31.07"),
      record(code(18), "9", "20260810080000", "20260814170000", "20260801080000", "H99.31.07"),
      onTime(19),
    };
    write(
        "c-records.json",
        "{\"service\":\"DongBoHoSoMC\",\"data\":[" + String.join(",", records) + "]}");
  }

  private void progress() throws IOException {
    String[] rows = {
      row(code(2), "9", "20260914090000"),
      row(code(14), "77", "20260804090000"),
      row(code(14), "4", "20260804090000"),
      row(code(14), "9", "31/06/2026 09:00:00"),
      row("", "9", "20260804090000"),
    };
    write(
        "d-progress.json",
        "{\"service\":\"CapNhatTienDoHoSoMC\",\"data\":[" + String.join(",", rows) + "]}");
  }

  /** Its last line was never finished: a writer that does not rename. */
  private void events() throws IOException {
    try (OutputStream out = Files.newOutputStream(folder.resolve("e-events.ndjson"))) {
      line(out, received("n1", "2026-08-03", "H99.31.08", "2026-08-14"));
      line(out, "{\"eventId\":\"broken\",oops}");
      line(out, completed("n1", "2026-08-12"));
      hugeLine(out);
      line(out, received("n2", "2026-08-03", "H99.31.08", "2026-09-30"));
      out.write(inWindows1258(with(completed("n2", "2026-08-12"), "note", NAME) + "\n"));
      line(out, completed("n2", "2026-02-30"));
      line(out, event("n2-odd", "n2", "FINISHED", "2026-08-12", ""));
      line(out, event("no-dossier", "", "COMPLETED", "2026-08-12", ""));
      line(out, received("n3", "2026-08-03", "H77", "2026-09-30"));
      line(out, event("n4-r", "n4", "RECEIVED", "2026-08-03", reception("H99.31.08")));
      line(out, received("n5", "2026-08-10", "H99.31.08", "2026-08-14"));
      line(out, completed("n5", "2026-08-01"));
      String last = received("n6", "2026-08-03", "H99.31.08", "2026-09-30");
      out.write(last.substring(0, last.length() / 2).getBytes(StandardCharsets.UTF_8));
    }
  }

  private void filesWithoutARecord() throws IOException {
    write("f-empty.json", "");
    write("g-page.json", "<html>502 Bad Gateway</html>");
    writeBytes("h-utf-16.json", ("[" + open(20) + "]").getBytes(StandardCharsets.UTF_16));
  }

  private void fileBeingWritten() throws IOException {
    write("i-events.ndjson.part", received("n7", "2026-08-03", "H99.31.08", "2026-09-30") + "\n");
  }

  private static void hugeLine(OutputStream out) throws IOException {
    byte[] begin = "{\"eventId\":\"huge\",\"note\":\"".getBytes(StandardCharsets.UTF_8);
    byte[] million = "x".repeat(1_000_000).getBytes(StandardCharsets.UTF_8);
    out.write(begin);
    for (int i = 0; i < HUGE_LINE_BYTES / million.length; i++) {
      out.write(million);
    }
    line(out, "\"}");
  }

  private static String onTime(int number) {
    return record(
        code(number), "9", "20260803080000", "20260814170000", "20260814160000", "H99.31.07");
  }

  private static String open(int number) {
    return record(code(number), "2", "20260803080000", "20260911170000", "", "H99.31.07");
  }

  private static String record(
      String code, String status, String received, String due, String finished, String unit) {
    return """
    {"MaHoSo":"%s","KenhThucHien":"1","TrangThaiHoSo":"%s","NgayTiepNhan":"%s","NgayHenTra":"%s","NgayKetThucXuLy":"%s",\
    "MaDonViTiepNhan":"%s"}"""
        .formatted(code, status, received, due, finished, unit);
  }

  private static String row(String code, String status, String time) {
    return "{\"MaHoSo\":\"%s\",\"TrangThai\":\"%s\",\"ThoiDiemXuLy\":\"%s\"}"
        .formatted(code, status, time);
  }

  private static String received(String dossier, String day, String unit, String dueDay) {
    String due = ",\"dueAt\":\"" + dueDay + "T17:00:00+07:00\"";
    return event(dossier + "-r", dossier, "RECEIVED", day, reception(unit) + due);
  }

  private static String completed(String dossier, String day) {
    return event(dossier + "-c", dossier, "COMPLETED", day, "");
  }

  private static String reception(String unit) {
    return ",\"unit\":\"" + unit + "\",\"channel\":\"ONLINE\"";
  }

  private static String event(String id, String dossier, String type, String day, String more) {
    String at = day + "T08:00:00+07:00";
    return """
    {"source":"h56","eventId":"%s","dossierId":"%s","type":"%s","occurredAt":"%s","recordedAt":"%s"%s}"""
        .formatted(id, dossier, type, at, at, more);
  }

  private static String with(String json, String name, String value) {
    return "%s,\"%s\":\"%s\"}".formatted(json.substring(0, json.length() - 1), name, value);
  }

  /** Fails where the text has a character that Windows-1258 lacks. */
  private static byte[] inWindows1258(String text) throws IOException {
    var bytes = WINDOWS_1258.newEncoder().encode(CharBuffer.wrap(text));
    byte[] array = new byte[bytes.remaining()];
    bytes.get(array);
    return array;
  }

  private static void line(OutputStream out, String text) throws IOException {
    out.write((text + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private void write(String name, String content) throws IOException {
    writeBytes(name, content.getBytes(StandardCharsets.UTF_8));
  }

  private void writeBytes(String name, byte[] content) throws IOException {
    Files.write(folder.resolve(name), content);
  }
}
