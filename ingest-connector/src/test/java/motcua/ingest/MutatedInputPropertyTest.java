package motcua.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import motcua.ingest.mapping.Mapped;
import motcua.ingest.mapping.RecordedAt;
import motcua.ingest.testing.AvroBytes;
import motcua.ingest.testing.MappingBench;
import motcua.ingest.testing.Seed;
import motcua.ingest.testing.SpoolBench;
import motcua.ingest.testing.Taken;
import motcua.schemas.events.DossierEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever bytes come in: nothing is thrown, and every record is an event or a dead letter. */
class MutatedInputPropertyTest {
  private static final byte[][] TOKENS = {
    bytes("null"),
    bytes("\""),
    bytes("{"),
    bytes("}"),
    bytes("["),
    bytes("]"),
    bytes(","),
    bytes(":"),
    bytes("\\"),
    bytes("\\ud800"),
    bytes("\\u0000"),
    bytes("1e999999999"),
    bytes("-"),
    bytes("\n"),
    bytes("\r"),
    bytes("true"),
    {(byte) 0xFF},
    {(byte) 0xC0, (byte) 0x80},
    {0},
    bytes("00010101000000"),
    bytes("9999"),
    bytes("ệ")
  };

  @TempDir Path folder;

  @Test
  void shouldMakeAnEventOrADeadLetterOfEveryMutatedRecord() throws Exception {
    Random random = Seed.random();
    MappingBench bench = new MappingBench("h99", RecordedAt.BACKFILL);
    AvroBytes avro = new AvroBytes();
    List<byte[]> samples = samples();
    int events = 0;
    int rounds = 40_000;
    for (int round = 0; round < rounds; round++) {
      byte[] mutated = mutate(samples.get(random.nextInt(samples.size())), random);
      Mapped mapped = random.nextBoolean() ? bench.line(mutated) : bench.row(mutated, null);
      switch (mapped) {
        case Mapped.Event event -> {
          events++;
          byte[] written = avro.serialize("t", event.event());
          assertEquals(event.event(), AvroBytes.read(written, DossierEvent.class));
        }
        case Mapped.Dead dead -> avro.serialize("t", dead.letter());
      }
      assertTrue(mapped.key().length > 0);
    }
    assertTrue(events > rounds / 100 && events < rounds, events + " events");
  }

  @Test
  void shouldGoThroughEveryMutatedFileToItsEnd() throws Exception {
    Random random = Seed.random();
    byte[] batch = Files.readAllBytes(Path.of("src/test/resources/payload-example.json"));
    byte[] lines = String.join("\n", lines(), lines(), lines()).getBytes(StandardCharsets.UTF_8);
    try (SpoolBench bench = new SpoolBench(folder).with("record.max.bytes", "4096")) {
      bench.start();
      for (int round = 0; round < 150; round++) {
        bench.drop("b" + round + ".json", mutate(batch, random));
        bench.drop("l" + round + ".ndjson", mutate(lines, random));
      }
      Taken taken = Taken.of(bench.drain());
      assertEquals(300, bench.status().done() + bench.status().rejected());
      Set<String> seen = new HashSet<>();
      taken.deadLetters().forEach(letter -> seen.add(letter.getInput()));
      taken.events().forEach(event -> seen.add(event.getDossierId()));
      assertTrue(
          taken.deadLetters().size() > 100 && taken.events().size() > 100, seen.size() + " seen");
    }
  }

  private static List<byte[]> samples() throws Exception {
    String text = Files.readString(Path.of("src/test/resources/payload-example.json"));
    int from = text.indexOf("{\n   \"MaHoSo\": \"H99.31.07-260824");
    int to = text.indexOf("  {\n   \"MaHoSo\": \"H99.31.07-260908");
    byte[] header = bytes(text.substring(from, to).stripTrailing().replaceAll(",$", ""));
    String rows = Files.readString(Path.of("src/test/resources/payload-progress-example.json"));
    int row = rows.indexOf("{\n   \"MaHoSo\"");
    byte[] step = bytes(rows.substring(row, rows.indexOf('}', row) + 1));
    assertTrue(new ByteArrayInputStream(header).available() > 1000);
    return List.of(header, step, bytes(lines().split("\n")[0]), bytes(lines().split("\n")[1]));
  }

  private static String lines() {
    String times =
        "\"occurredAt\":\"2026-09-01T08:00:00+07:00\",\"recordedAt\":\"2026-09-01T08:00:01.5Z\"";
    return "{\"eventId\":\"e1\",\"dossierId\":\"d\",\"type\":\"RECEIVED\",\"unit\":\"U\",\"channel\":\"DIRECT\",\"dueAt\":null,"
        + times
        + "}\n"
        + "{\"eventId\":\"e2\",\"dossierId\":\"d\",\"type\":\"FEE_PAID\",\"online\":true,\"retracted\":false,"
        + times
        + "}";
  }

  private static byte[] mutate(byte[] sample, Random random) {
    byte[] bytes = sample;
    for (int i = random.nextInt(4); i >= 0; i--) {
      int at = random.nextInt(bytes.length + 1);
      int end = Math.min(bytes.length, at + random.nextInt(random.nextInt(20) == 0 ? 500 : 12));
      byte[] token = TOKENS[random.nextInt(TOKENS.length)];
      byte[] middle =
          switch (random.nextInt(5)) {
            case 0 -> new byte[0];
            case 1 -> new byte[] {(byte) random.nextInt(256)};
            case 2 ->
                Arrays.copyOfRange(
                    sample,
                    Math.min(at, sample.length),
                    Math.min(sample.length, at + random.nextInt(300)));
            default -> token;
          };
      bytes = random.nextInt(30) == 0 ? Arrays.copyOf(bytes, at) : splice(bytes, at, middle, end);
    }
    return bytes;
  }

  private static byte[] splice(byte[] bytes, int at, byte[] middle, int end) {
    byte[] spliced = Arrays.copyOf(bytes, at + middle.length + bytes.length - end);
    System.arraycopy(middle, 0, spliced, at, middle.length);
    System.arraycopy(bytes, end, spliced, at + middle.length, bytes.length - end);
    return spliced;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
