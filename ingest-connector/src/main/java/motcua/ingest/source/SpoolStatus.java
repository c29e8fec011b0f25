package motcua.ingest.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * How many files of a spool folder stand where: what a launcher watches.
 *
 * @param waiting not taken yet, files still being written among them; markers do not count
 * @param claimed being read, or waiting for their offset to be committed
 * @param done in the log
 * @param rejected refused as a whole
 */
public record SpoolStatus(long waiting, long claimed, long done, long rejected) {
  /** Looks at the folder; a missing sub-folder counts as empty. */
  public static SpoolStatus of(Path root) throws IOException {
    // Waiting is counted first: a file moves from left to right, so none is ever missed.
    long waiting = count(root);
    long claimed = count(root.resolve(SpoolFolder.CLAIMED));
    return new SpoolStatus(
        waiting,
        claimed,
        count(root.resolve(SpoolFolder.DONE)),
        count(root.resolve(SpoolFolder.REJECTED)));
  }

  /** True when every file sits in {@code done/} or {@code rejected/}. */
  public boolean drained() {
    return waiting == 0 && claimed == 0;
  }

  private static long count(Path folder) throws IOException {
    if (Files.notExists(folder)) {
      return 0;
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(Files::isRegularFile)
          .filter(entry -> !entry.getFileName().toString().endsWith(".ready"))
          .count();
    }
  }
}
