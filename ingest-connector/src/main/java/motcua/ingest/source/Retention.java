package motcua.ingest.source;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * How long settled files are kept. What is deleted cannot be read again: its dead letters stay open
 * for ever.
 *
 * @param done of files that are in the log; empty: for ever
 * @param rejected of files that could not be read; empty: for ever
 */
public record Retention(Optional<Duration> done, Optional<Duration> rejected) {
  private static final Duration BETWEEN_LOOKS = Duration.ofHours(1);

  /** When to look again after a look at this moment. */
  public static Instant nextLook(Instant now) {
    return now.plus(BETWEEN_LOOKS);
  }

  /**
   * Deletes what is older.
   *
   * @param root the spool folder
   * @param mine true for the names this task reads
   * @return how many files went
   */
  public int sweep(Path root, Predicate<String> mine, Instant now) throws IOException {
    int gone = 0;
    for (Map.Entry<String, Optional<Duration>> folder :
        Map.of(SpoolFolder.DONE, done, SpoolFolder.REJECTED, rejected).entrySet()) {
      if (folder.getValue().isPresent()) {
        Instant oldest = now.minus(folder.getValue().get());
        gone += delete(root.resolve(folder.getKey()), mine, oldest);
      }
    }
    return gone;
  }

  private static int delete(Path folder, Predicate<String> mine, Instant oldest)
      throws IOException {
    int gone = 0;
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, Files::isRegularFile)) {
      for (Path file : files) {
        if (mine.test(file.getFileName().toString()) && settledAt(file).isBefore(oldest)) {
          gone += Files.deleteIfExists(file) ? 1 : 0;
        }
      }
    }
    return gone;
  }

  /**
   * The time of the content may lie years back when the file arrives; where the file system tells,
   * the move to its last place counts.
   */
  private static Instant settledAt(Path file) throws IOException {
    try {
      Instant content = Files.getLastModifiedTime(file).toInstant();
      if (!file.getFileSystem().supportedFileAttributeViews().contains("unix")) {
        return content;
      }
      Instant moved = ((FileTime) Files.getAttribute(file, "unix:ctime")).toInstant();
      return moved.isAfter(content) ? moved : content;
    } catch (NoSuchFileException gone) {
      return Instant.MAX;
    }
  }
}
