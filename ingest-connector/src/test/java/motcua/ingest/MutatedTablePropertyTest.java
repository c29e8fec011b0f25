package motcua.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import motcua.ingest.testing.Packed;
import motcua.ingest.testing.Seed;
import motcua.ingest.testing.SpoolBench;
import motcua.ingest.testing.Taken;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whatever bytes a table or an archive holds: nothing is thrown, and every file is settled. */
@Timeout(120)
class MutatedTablePropertyTest {
  private static final List<String> TOKENS =
      List.of(
          "\"",
          ";",
          ",",
          "\n",
          "\r",
          "\t",
          "\u0000",
          "<",
          ">",
          "</row>",
          "<c>",
          "&amp;",
          "&x;",
          "99999999999",
          "1e999",
          "\ufeff",
          "ệ");

  @TempDir Path folder;

  @Test
  void shouldSettleEveryMutatedFile() throws Exception {
    Random random = Seed.random();
    byte[] csv = csv(40);
    byte[] book = book(20);
    Path mapping = Files.writeString(folder.resolve("m.yaml"), TableSpoolTest.MAPPING);
    Path spool = Files.createDirectory(folder.resolve("spool"));
    int files = 120;
    try (SpoolBench bench =
        new SpoolBench(spool)
            .with("mapping.file", mapping.toString())
            .with("record.max.bytes", "2048")) {
      bench.start();
      for (int i = 0; i < files; i++) {
        switch (i % 4) {
          case 0 -> bench.drop(i + ".csv", mutate(csv, random));
          case 1 -> bench.drop(i + ".xlsx", mutate(book, random));
          case 2 -> bench.drop(i + ".csv.gz", mutate(Packed.gzip(csv), random));
          default ->
              bench.drop(i + ".zip", mutate(Packed.zip("a.csv", csv, "b.xlsx", book), random));
        }
      }
      List<SourceRecord> records = bench.drain();
      Taken taken = Taken.of(records);
      assertEquals(files, bench.status().done() + bench.status().rejected());
      assertTrue(taken.events().size() > 200, taken.events().size() + " events");
      assertTrue(taken.deadLetters().size() > 20, taken.deadLetters().size() + " dead letters");
      assertFalse(taken.everything().contains("CANARY"));
    }
  }

  /** Rows without a fault of the file: each is one event or one dead letter, none is lost. */
  @Test
  void shouldCountEveryRowOfAMutatedText() throws Exception {
    Random random = Seed.random();
    Path mapping = Files.writeString(folder.resolve("m.yaml"), TableSpoolTest.MAPPING);
    for (int round = 0; round < 20; round++) {
      StringBuilder text = new StringBuilder("Mã hồ sơ;Đơn vị;Tiếp nhận;Hoàn thành\n");
      int rows = 1 + random.nextInt(60);
      int skipped = 0;
      for (int i = 0; i < rows; i++) {
        boolean blank = random.nextInt(8) == 0;
        skipped += blank ? 1 : 0;
        String[] dates = {"01/09/2026", "x", "", "31/02/2026", "2026-09-01T08:00:00Z"};
        String unit = List.of("Sở Y tế", "", "ngoài", "0123456789").get(random.nextInt(4));
        text.append(blank ? ";;;" : "A" + i + ";" + unit + ";" + dates[random.nextInt(5)] + ";")
            .append('\n');
      }
      Path spool = Files.createDirectory(folder.resolve("s" + round));
      try (SpoolBench bench = new SpoolBench(spool).with("mapping.file", mapping.toString())) {
        bench.drop("a.csv", text.toString());
        Taken taken = bench.start().take();
        assertEquals(rows, taken.events().size() + taken.deadLetters().size() + skipped);
      }
    }
  }

  private static byte[] csv(int rows) {
    StringBuilder text = new StringBuilder("Mã hồ sơ;Người nộp;Đơn vị;Tiếp nhận;Hoàn thành\n");
    for (int i = 0; i < rows; i++) {
      text.append("A" + i + ";Nguyen;Sở Y tế;01/09/2026 08:00;02/09/2026\n");
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] book(int rows) throws Exception {
    String[][] cells = new String[rows + 1][];
    cells[0] = new String[] {"Mã hồ sơ", "Đơn vị", "Tiếp nhận", "Hoàn thành"};
    for (int i = 1; i <= rows; i++) {
      cells[i] = new String[] {"B" + i, "Sở Y tế", "#46266.5", null};
    }
    return Packed.xlsx(cells);
  }

  private static byte[] mutate(byte[] sample, Random random) {
    byte[] bytes = sample;
    for (int i = random.nextInt(4); i > 0; i--) {
      int at = random.nextInt(bytes.length + 1);
      int end = Math.min(bytes.length, at + random.nextInt(8));
      byte[] middle =
          random.nextBoolean()
              ? new byte[] {(byte) random.nextInt(256)}
              : TOKENS.get(random.nextInt(TOKENS.size())).getBytes(StandardCharsets.UTF_8);
      byte[] spliced = Arrays.copyOf(bytes, at + middle.length + bytes.length - end);
      System.arraycopy(middle, 0, spliced, at, middle.length);
      System.arraycopy(bytes, end, spliced, at + middle.length, bytes.length - end);
      bytes = random.nextInt(15) == 0 ? Arrays.copyOf(spliced, at) : spliced;
    }
    return bytes;
  }
}
