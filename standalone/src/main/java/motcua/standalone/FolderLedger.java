package motcua.standalone;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Properties;

/**
 * Which generation of the ledger a data folder works with, and where its clock stands.
 *
 * @param generation in use
 * @param newest highest number ever begun: none is used twice, so that nobody goes on with half a
 *     ledger
 * @param now where the clock stood in the last run; absent: the real clock
 */
record FolderLedger(int generation, int newest, Optional<OffsetDateTime> now) {
  private static final String FILE = "ledger.properties";

  /** Of a folder; the first generation when nothing was written there. */
  static FolderLedger of(DataFolder folder) throws IOException {
    Path file = folder.root().resolve(FILE);
    if (!Files.exists(file)) {
      return new FolderLedger(1, 1, Optional.empty());
    }
    Properties values = new Properties();
    values.load(new StringReader(Files.readString(file)));
    try {
      int generation = Integer.parseInt(values.getProperty("generation"));
      return new FolderLedger(
          generation,
          Math.max(generation, Integer.parseInt(values.getProperty("newest"))),
          Optional.ofNullable(values.getProperty("now")).map(OffsetDateTime::parse));
    } catch (NumberFormatException | DateTimeException damaged) {
      throw new IOException(file + " cannot be read: " + damaged.getMessage(), damaged);
    }
  }

  /** The same after a run with this clock. */
  FolderLedger at(Optional<OffsetDateTime> clock) {
    return new FolderLedger(generation, newest, clock);
  }

  /** The same with the next generation begun beside the one in use. */
  FolderLedger begun() {
    return new FolderLedger(generation, newest + 1, now);
  }

  /** The newest in the place of the one in use. */
  FolderLedger switched() {
    return new FolderLedger(newest, newest, now);
  }

  void write(DataFolder folder) throws IOException {
    String text =
        "generation=%d\nnewest=%d\n".formatted(generation, newest)
            + now.map(stands -> "now=" + stands + "\n").orElse("");
    AtomicFile.write(folder.root().resolve(FILE), text.getBytes(StandardCharsets.UTF_8));
  }
}
