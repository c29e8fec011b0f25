package motcua.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import motcua.ingest.source.SpoolStatus;
import motcua.ingest.testing.SpoolBench;
import motcua.ingest.testing.Taken;
import motcua.schemas.events.DeadLetter;
import motcua.schemas.events.DossierEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BadInputTest {
  private static final String GOOD =
      "{\"eventId\":\"%s\",\"dossierId\":\"d\",\"type\":\"COMPLETED\",\"occurredAt\":\"2026-09-01T08:00:00Z\",\"recordedAt\":\"2026-09-01T08:00:00Z\"}";
  private static final String HEADER =
      "{\"MaHoSo\":\"%s\",\"TrangThaiHoSo\":\"2\",\"NgayTiepNhan\":\"20260820081000\"}";

  @TempDir Path folder;

  @Test
  void shouldReadPastALineOf50Megabytes() throws Exception {
    byte[] huge = "{\"eventId\":\"huge\",\"note\":\"".getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    content.writeBytes((GOOD.formatted("a") + "\r\n").getBytes(StandardCharsets.UTF_8));
    int from = content.size();
    content.writeBytes(huge);
    content.writeBytes("x".repeat(50_000_000).getBytes(StandardCharsets.UTF_8));
    int to = content.size();
    content.writeBytes(("\r\n" + GOOD.formatted("b")).getBytes(StandardCharsets.UTF_8));
    Taken taken = take("a.ndjson", content.toByteArray());
    assertEquals(List.of("a", "b"), taken.events().stream().map(DossierEvent::getEventId).toList());
    DeadLetter letter = taken.deadLetters().get(0);
    assertEquals("RECORD_TOO_LONG: longer than record.max.bytes", letter.getReason());
    assertEquals("line 2", letter.getPosition());
    assertEquals(from, letter.getOffsetBytes());
    assertEquals(to - from, letter.getLengthBytes());
    byte[] line = java.util.Arrays.copyOfRange(content.toByteArray(), from, to);
    assertEquals(
        HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(line)),
        letter.getFingerprint());
  }

  @Test
  void shouldReadPastAHugeRecordOfABatch() throws Exception {
    String batch =
        "["
            + HEADER.formatted("A")
            + ",{\"MaHoSo\":\"B\",\"GhiChu\":\""
            + "x".repeat(20_000_000)
            + "\"},"
            + HEADER.formatted("C")
            + "]";
    Taken taken = take("a.json", batch.getBytes(StandardCharsets.UTF_8));
    assertEquals(List.of("A", "C"), dossiers(taken));
    assertEquals(List.of("RECORD_TOO_LONG"), taken.reasonCodes());
    assertEquals("record 2", taken.deadLetters().get(0).getPosition());
  }

  @Test
  void shouldKeepWhatStandsBeforeATruncation() throws Exception {
    byte[] whole = Files.readAllBytes(Path.of("src/test/resources/payload-example.json"));
    Taken taken = take("a.json", java.util.Arrays.copyOf(whole, whole.length * 3 / 4));
    assertEquals(List.of("H99.31.07-260820-0012"), dossiers(taken));
    assertEquals(
        List.of("BATCH_BROKEN: the batch cannot be read from here to its end"), taken.reasons());
    assertEquals("record 2", taken.deadLetters().get(0).getPosition());
    assertEquals(new SpoolStatus(0, 0, 1, 0), SpoolStatus.of(folder));
  }

  @Test
  void shouldSayThatABatchEndsTooEarlyEvenBetweenRecords() throws Exception {
    Taken first =
        take("a.json", ("{\"data\":[" + HEADER.formatted("A")).getBytes(StandardCharsets.UTF_8));
    Taken second =
        take("b.json", ("{\"data\":[" + HEADER.formatted("B")).getBytes(StandardCharsets.UTF_8));
    assertEquals(List.of("A"), dossiers(first));
    assertEquals(List.of("BATCH_BROKEN"), first.reasonCodes());
    assertNotEquals(
        first.deadLetters().get(0).getFingerprint(), second.deadLetters().get(0).getFingerprint());
  }

  @Test
  void shouldNotLetABrokenRecordSinkItsNeighbours() throws Exception {
    String batch =
        "{\"service\":\"DongBoHoSoMC\",\"data\":["
            + HEADER.formatted("A")
            + ",{\"MaHoSo\":oops},7,null,\"x\","
            + HEADER.formatted("B")
            + "{\"MaHoSo\":\"\"}},"
            + HEADER.formatted("C")
            + "],\"madonvi\":\"H99\"}";
    Taken taken = take("a.json", batch.getBytes(StandardCharsets.UTF_8));
    assertEquals(List.of("A", "B", "C"), dossiers(taken));
    assertEquals(
        List.of(
            "JSON_BROKEN",
            "NOT_AN_OBJECT",
            "NOT_AN_OBJECT",
            "NOT_AN_OBJECT",
            "MISSING",
            "JSON_BROKEN"),
        taken.reasonCodes());
    assertTrue(
        taken.events().stream()
            .allMatch(event -> event.getSighting().getSenderUnit().equals("H99")));
  }

  @Test
  void shouldReadEveryShapeOfABatch() throws Exception {
    String record = HEADER.formatted("A");
    for (String batch :
        List.of(
            "[" + record + "]",
            "\uFEFF [ " + record + " ] \n",
            record,
            "{\"data\":" + record + "}",
            "{\"Data\":[" + record + "]}",
            "{\"error_code\":0,\"result\":{\"total\":1,\"items\":["
                + record
                + "],\"tags\":[\"a\"]}}",
            "{\"meta\":{\"a\":[1,[2]]},\"data\":[],\"DanhSachHoSo\":[" + record + "]}")) {
      assertEquals(
          List.of("A"), dossiers(take("a.json", batch.getBytes(StandardCharsets.UTF_8))), batch);
    }
    assertEquals(
        List.of(), take("b.json", "{\"data\":[]}".getBytes(StandardCharsets.UTF_8)).keys());
  }

  @Test
  void shouldRefuseWrongEncodingsWithoutLosingTheRest() throws Exception {
    byte[] windows =
        ("{\"eventId\":\"x\",\"note\":\"Đã nhận\"}").getBytes(Charset.forName("windows-1258"));
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    lines.writeBytes(windows);
    lines.writeBytes(("\n\n" + GOOD.formatted("b")).getBytes(StandardCharsets.UTF_8));
    Taken taken = take("a.ndjson", lines.toByteArray());
    assertEquals(List.of("ENCODING"), taken.reasonCodes());
    assertEquals(1, taken.events().size());
    for (Charset wide :
        List.of(StandardCharsets.UTF_16, StandardCharsets.UTF_16LE, Charset.forName("UTF-32"))) {
      assertEquals(
          List.of("INPUT_WRONG_ENCODING"),
          take(wide.name() + ".ndjson", GOOD.formatted("a").getBytes(wide)).reasonCodes());
    }
    ByteArrayOutputStream batch = new ByteArrayOutputStream();
    batch.writeBytes("[{\"MaHoSo\":\"A\",\"ChuHoSo\":\"".getBytes(StandardCharsets.UTF_8));
    batch.writeBytes("Đặng".getBytes(Charset.forName("windows-1258")));
    batch.writeBytes(("\"}," + HEADER.formatted("B") + "]").getBytes(StandardCharsets.UTF_8));
    Taken mixed = take("a.json", batch.toByteArray());
    assertEquals(List.of("ENCODING"), mixed.reasonCodes());
    assertEquals(List.of("B"), dossiers(mixed));
  }

  @Test
  void shouldRejectFilesOfWhichNothingCanBeRead() throws Exception {
    assertEquals(
        List.of("INPUT_EMPTY: the file holds nothing but white space"),
        take("a.ndjson", new byte[0]).reasons());
    assertEquals(
        List.of("INPUT_EMPTY"),
        take("a.json", " \r\n".getBytes(StandardCharsets.UTF_8)).reasonCodes());
    assertEquals(
        List.of("INPUT_UNKNOWN_FORMAT"),
        take("a.xml", "<a/>".getBytes(StandardCharsets.UTF_8)).reasonCodes());
    for (String none : List.of("{\"a\":1}", "7", "xyz", "{\"data\":null}", "{\"data\"", "{")) {
      assertEquals(
          List.of("INPUT_NOT_A_BATCH"),
          take(none.hashCode() + ".json", none.getBytes(StandardCharsets.UTF_8)).reasonCodes(),
          none);
    }
    assertEquals(new SpoolStatus(0, 0, 0, 9), SpoolStatus.of(folder));
  }

  @Test
  void shouldGiveTheSameDeadLettersInReverseLineOrder() throws Exception {
    List<String> lines =
        new ArrayList<>(
            List.of(
                GOOD.formatted("a"),
                "{",
                GOOD.formatted(""),
                "[]",
                "  ",
                GOOD.formatted("b") + "x"));
    Set<String> forward =
        identities(
            take(
                "a.ndjson",
                ("\uFEFF" + String.join("\r\n", lines)).getBytes(StandardCharsets.UTF_8)));
    Collections.reverse(lines);
    Set<String> backward =
        identities(
            take("a.ndjson", (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8)));
    assertEquals(4, forward.size());
    assertEquals(forward, backward);
  }

  private Taken take(String name, byte[] content) throws Exception {
    try (SpoolBench bench = new SpoolBench(folder)) {
      bench.drop(name, content);
      return bench.start().take();
    }
  }

  private static List<String> dossiers(Taken taken) {
    return taken.events().stream().map(DossierEvent::getDossierId).toList();
  }

  private static Set<String> identities(Taken taken) {
    Set<String> identities = new TreeSet<>();
    taken
        .deadLetters()
        .forEach(letter -> identities.add(letter.getFingerprint() + letter.getReason()));
    return identities;
  }
}
