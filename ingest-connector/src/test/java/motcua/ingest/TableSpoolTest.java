package motcua.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import motcua.ingest.testing.MappingBench;
import motcua.ingest.testing.Packed;
import motcua.ingest.testing.SpoolBench;
import motcua.ingest.testing.Taken;
import motcua.ingest.testing.Windows1258;
import motcua.schemas.events.DossierEvent;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables and packed files through the spool. */
class TableSpoolTest {
  static final String MAPPING =
      """
      version: 1
      rows: event
      fields:
        dossierId: Mã hồ sơ
        unit: {column: Đơn vị, codes: {Sở Tư pháp: STP, Sở Y tế: SYT}}
        channel: {constant: DIRECT}
      events:
        - fields: {type: {constant: RECEIVED}, occurredAt: Tiếp nhận, recordedAt: Tiếp nhận}
        - when: {present: Hoàn thành}
          fields: {type: {constant: COMPLETED}, occurredAt: Hoàn thành, recordedAt: Hoàn thành}
      """;
  private static final String CSV =
      """
      Mã hồ sơ;Người nộp;Đơn vị;Tiếp nhận;Hoàn thành
      A1;"CANARY;
      x";Sở Tư pháp;01/09/2026 08:00;03/09/2026
      A2;CANARY;Sở Y tế;02/09/2026 09:30;
      A3;CANARY;Sở Lạ;02/09/2026;

      A4;CANARY;Sở Y tế;04/09/2026;05/09/2026
      """;

  @TempDir Path folder;
  @TempDir Path spool;

  @Test
  void shouldReadATableByItsMapping() throws Exception {
    Taken taken = taken("a.csv", CSV.getBytes(StandardCharsets.UTF_8));
    assertEquals(
        List.of("A1:RECEIVED", "A1:COMPLETED", "A2:RECEIVED", "A4:RECEIVED", "A4:COMPLETED"),
        ids(taken));
    assertEquals(
        List.of("CODE_UNKNOWN: unit, not in the code table of the mapping"), taken.reasons());
    assertEquals("row 4", taken.deadLetters().get(0).getPosition());
    assertFalse(taken.everything().contains("CANARY"));
  }

  @Test
  void shouldReadEveryEncodingAlike() throws Exception {
    List<String> expected = texts(taken("a.csv", CSV.getBytes(StandardCharsets.UTF_8)));
    Map<String, byte[]> forms = new HashMap<>();
    forms.put("bom", ("\ufeff" + CSV).getBytes(StandardCharsets.UTF_8));
    forms.put(
        "nfd", Normalizer.normalize(CSV, Normalizer.Form.NFD).getBytes(StandardCharsets.UTF_8));
    forms.put("le", ("\ufeff" + CSV).getBytes(StandardCharsets.UTF_16LE));
    forms.put("be", ("\ufeff" + CSV).getBytes(StandardCharsets.UTF_16BE));
    forms.put("plain-le", CSV.getBytes(StandardCharsets.UTF_16LE));
    forms.put("1258", Windows1258.bytes(CSV));
    forms.put(
        "comma",
        CSV.replace(';', ',').replace("CANARY,\n", "CANARY\n").getBytes(StandardCharsets.UTF_8));
    forms.put("tab", CSV.replace(';', '\t').getBytes(StandardCharsets.UTF_8));
    for (Map.Entry<String, byte[]> form : forms.entrySet()) {
      Taken taken = taken(form.getKey() + ".csv", form.getValue());
      assertEquals(expected, texts(taken), form.getKey());
    }
    assertEquals(6, expected.size());
  }

  @Test
  void shouldReadAWorkbookWithItsDates() throws Exception {
    byte[] book =
        Packed.xlsx(
            new String[] {"Mã hồ sơ", "Ghi chú", "Đơn vị", "Tiếp nhận", "Hoàn thành"},
            new String[] {"=12", "CANARY", "Sở Y tế", "#46266.35416666667", null},
            new String[] {"A2", null, "Sở Tư pháp", "01/09/2026 08:00", "#46268"});
    Taken taken = taken("a.xlsx", book);
    assertEquals(List.of("12:RECEIVED", "A2:RECEIVED", "A2:COMPLETED"), ids(taken));
    assertEquals(
        MappingBench.micros("2026-09-01T08:30:00+07:00"),
        taken.events().get(0).getOccurredAtMicros());
    assertEquals(
        MappingBench.micros("2026-09-03T00:00:00+07:00"),
        taken.events().get(2).getOccurredAtMicros());
  }

  @Test
  void shouldSayWhatATableLacks() throws Exception {
    assertEquals(
        List.of("INPUT_COLUMN_MISSING: the table lacks columns that the mapping names: Tiếp nhận"),
        taken("a.csv", CSV.replace("Tiếp nhận", "Nhận").getBytes(StandardCharsets.UTF_8))
            .reasons());
    assertEquals(
        List.of("INPUT_TABLE_BROKEN: the table cannot be read from here to its end"),
        taken("b.xlsx", "no workbook".getBytes(StandardCharsets.UTF_8)).reasons());
    try (SpoolBench bench = new SpoolBench(Files.createDirectory(spool.resolve("bare")))) {
      bench.drop("a.csv", CSV);
      assertEquals(
          List.of(
              "INPUT_MAPPING_MISSING: a table is read by a mapping: set the key mapping.file, or"
                  + " --mapping FILE"),
          bench.start().take().reasons());
      assertEquals(1, bench.status().rejected());
    }
  }

  @Test
  void shouldReadPackedFilesAsTheirContent() throws Exception {
    byte[] csv = CSV.getBytes(StandardCharsets.UTF_8);
    List<String> expected = texts(taken("a.csv", csv));
    assertEquals(expected, texts(taken("b.csv.gz", Packed.gzip(csv))));
    Taken zipped =
        taken(
            "c.zip",
            Packed.zip(
                "in/a.csv",
                CSV,
                "x.txt",
                "?",
                "n.zip",
                "?",
                "b.ndjson",
                lines(2),
                "__MACOSX/a",
                ""));
    assertEquals(7, zipped.events().size());
    assertEquals(
        List.of(
            "CODE_UNKNOWN: unit, not in the code table of the mapping",
            "INPUT_ENTRY_UNKNOWN_FORMAT: expected an entry that ends in .ndjson, .json, .csv or"
                + " .xlsx",
            "INPUT_ARCHIVE_NESTED: an archive inside an archive is not opened"),
        zipped.reasons());
    assertEquals("c.zip!in/a.csv", zipped.deadLetters().get(0).getInput());
  }

  @Test
  void shouldKeepWhatCameBeforeABreak() throws Exception {
    byte[] whole = Packed.gzip(lines(3000).getBytes(StandardCharsets.UTF_8));
    Taken taken = taken("a.ndjson.gz", Arrays.copyOf(whole, whole.length / 2));
    assertTrue(taken.events().size() > 500, taken.events().size() + " events");
    assertEquals(
        List.of("INPUT_ARCHIVE_BROKEN: the archive cannot be unpacked from here to its end"),
        taken.reasons());
    byte[] zip = Packed.zip("a.ndjson", lines(3), "b.ndjson", lines(3000));
    Taken half = taken("b.zip", Arrays.copyOf(zip, zip.length / 2));
    assertTrue(half.events().size() > 500, half.events().size() + " events");
    assertEquals(1, half.reasons().size());
  }

  @Test
  void shouldTellOfABreakAndNotOfWhatIsMissingBehindIt() throws Exception {
    byte[] packed = Packed.gzip(lines(200).getBytes(StandardCharsets.UTF_8));
    for (String name : List.of("a.ndjson.gz", "a.json.gz", "a.csv.gz")) {
      assertEquals(
          List.of("INPUT_ARCHIVE_BROKEN: the archive cannot be unpacked from here to its end"),
          taken(name, Arrays.copyOf(packed, 14)).reasons(),
          name);
    }
  }

  /** Zip streams that are asked again after a break failed as a disk does, which stops the task. */
  @Test
  void shouldSettleAZipWhereverItIsBroken() throws Exception {
    byte[] zip = Packed.zip("a.json", lines(3).replace('\n', ' '), "b.ndjson", lines(2));
    try (SpoolBench bench = bench()) {
      for (int at = 0; at < zip.length; at++) {
        byte[] broken = Arrays.copyOf(zip, zip.length - 30);
        broken[Math.min(at, broken.length - 1)] ^= (byte) (1 << at % 8);
        bench.drop(at + ".zip", broken);
      }
      assertTrue(bench.start().take().reasons().size() >= zip.length / 2);
      assertEquals(zip.length, bench.status().done() + bench.status().rejected());
    }
  }

  /** Numbers in the end of a zip that point nowhere failed as a disk does, too. */
  @Test
  void shouldSettleAZipWhoseEndIsBroken() throws Exception {
    byte[] zip = Packed.zip("a.ndjson", lines(1));
    int endBits = 22 * 8;
    try (SpoolBench bench = bench()) {
      for (int bit = 0; bit < endBits; bit++) {
        byte[] broken = zip.clone();
        broken[zip.length - 22 + bit / 8] ^= (byte) (1 << bit % 8);
        bench.drop(bit + ".zip", broken);
      }
      assertTrue(bench.start().take().events().size() > endBits / 2);
      assertEquals(endBits, bench.status().done() + bench.status().rejected());
    }
  }

  @Test
  void shouldRefuseABomb() throws Exception {
    byte[] bomb =
        Packed.gzip(
            "[1]                             ".repeat(3 << 20).getBytes(StandardCharsets.UTF_8));
    Taken taken = taken("a.ndjson.gz", bomb);
    assertEquals(
        List.of("INPUT_ARCHIVE_TOO_LARGE: the archive holds far more than its size lets expect"),
        taken.reasons());
  }

  @Test
  void shouldGoOnAtEveryRecordAfterAKill() throws Exception {
    byte[] csv = CSV.getBytes(StandardCharsets.UTF_8);
    byte[] book =
        Packed.xlsx(
            new String[] {"Mã hồ sơ", "Đơn vị", "Tiếp nhận", "Hoàn thành"},
            new String[] {"A1", "Sở Y tế", "01/09/2026", "02/09/2026"},
            new String[] {"A2", "Sở Y tế", "01/09/2026", "?"},
            new String[] {"A3", "Sở Y tế", "01/09/2026", "02/09/2026"});
    Map<String, byte[]> files = new HashMap<>();
    files.put("a.csv", csv);
    files.put("a.csv.gz", Packed.gzip(csv));
    files.put("a.xlsx", book);
    files.put("a.ndjson.gz", Packed.gzip(lines(6).getBytes(StandardCharsets.UTF_8)));
    files.put("a.zip", Packed.zip("a.csv", csv, "?", "?", "b.ndjson", lines(4), "c.xlsx", book));
    byte[] broken = Packed.zip("a.ndjson", lines(3), "b.ndjson", lines(40));
    files.put("b.zip", Arrays.copyOf(broken, broken.length - 200));
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      List<String> whole = resumed(file.getKey(), file.getValue(), Integer.MAX_VALUE);
      for (int at = 0; at <= whole.size(); at++) {
        assertEquals(
            whole, resumed(file.getKey(), file.getValue(), at), file.getKey() + " at " + at);
      }
      assertTrue(whole.size() >= 4, file.getKey() + whole);
    }
  }

  /** Reads, is killed with the offset of the record {@code at} stored, and reads on. */
  private List<String> resumed(String name, byte[] content, int at) throws Exception {
    List<String> texts = new ArrayList<>();
    try (SpoolBench bench = bench()) {
      bench.drop(name, content);
      bench.start();
      List<SourceRecord> first = new ArrayList<>();
      for (int i = 0; i < 5 && first.isEmpty(); i++) {
        first.addAll(bench.poll());
      }
      if (at < first.size()) {
        bench.commitFirst(at);
        texts.addAll(texts(Taken.of(first.subList(0, at))));
        bench.kill();
      } else {
        texts.addAll(texts(Taken.of(first)));
      }
      texts.addAll(texts(bench.take()));
      assertTrue(bench.status().drained());
    }
    return texts.stream().distinct().sorted().toList();
  }

  @Test
  void shouldReadATableAgainByACorrectedMapping() throws Exception {
    Path mapping = mapping(MAPPING);
    try (SpoolBench bench =
        new SpoolBench(Files.createDirectory(spool.resolve("again")))
            .with("mapping.file", mapping.toString())) {
      bench.drop("a.csv", CSV);
      assertEquals(1, bench.start().take().reasons().size());
      bench.drop("a.csv", CSV);
      assertEquals(0, bench.take().events().size());
      Files.writeString(mapping, MAPPING.replace("Sở Y tế: SYT", "Sở Y tế: SYT, Sở Lạ: SL"));
      bench.start();
      bench.drop("a.csv", CSV);
      Taken again = bench.take();
      assertEquals(6, again.events().size());
      assertEquals(List.of(), again.reasons());
    }
  }

  private Taken taken(String name, byte[] content) throws Exception {
    try (SpoolBench bench = bench()) {
      bench.drop(name, content);
      return bench.start().take();
    }
  }

  private int benches;

  private SpoolBench bench() throws IOException {
    Path own = Files.createDirectory(spool.resolve("s" + benches++));
    return new SpoolBench(own).with("mapping.file", mapping(MAPPING).toString());
  }

  private Path mapping(String text) throws IOException {
    return Files.writeString(folder.resolve("mapping.yaml"), text);
  }

  private static List<String> ids(Taken taken) {
    return taken.events().stream().map(DossierEvent::getEventId).toList();
  }

  private static List<String> texts(Taken taken) {
    List<String> texts = new ArrayList<>();
    for (DossierEvent event : taken.events()) {
      event.setArrival(0);
      texts.add(event.toString());
    }
    taken
        .deadLetters()
        .forEach(letter -> texts.add(letter.getPosition() + " " + letter.getReason()));
    return texts;
  }

  private static String lines(int count) {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < count; i++) {
      lines
          .append("{\"eventId\":\"e")
          .append(i * 7919 % 100_003)
          .append("\",\"dossierId\":\"d")
          .append(i)
          .append("\",\"type\":\"COMPLETED\",\"occurredAt\":\"2026-09-01T08:00:00+07:00\",")
          .append("\"recordedAt\":\"2026-09-01T08:00:00+07:00\"}\n");
    }
    return lines.toString();
  }
}
