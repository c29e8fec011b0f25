package motcua.ingest.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.function.BooleanSupplier;

/**
 * Formats of the spool, told by the file name. A new way in (packed files, tables) is a new case
 * here.
 */
public sealed interface SpoolFormat {
  /** {@code *.ndjson}: canonical events, one a line (ledger.md 2). */
  record CanonicalLines() implements SpoolFormat {}

  /** {@code *.json}: national payload batches (national-payload.md). */
  record NationalBatch() implements SpoolFormat {}

  /** Any other name. */
  record Unknown() implements SpoolFormat {}

  /** The format of a file name; letter case is ignored. */
  static SpoolFormat of(String fileName) {
    String name = fileName.toLowerCase(Locale.ROOT);
    if (name.endsWith(".ndjson")) {
      return new CanonicalLines();
    }
    return name.endsWith(".json") ? new NationalBatch() : new Unknown();
  }

  /**
   * First look at a claimed file: reads all of it once for its fingerprint, and a batch once more
   * for its envelope.
   *
   * @param stopping asked between steps; true ends the look early
   * @throws InterruptedIOException when {@code stopping} said so
   * @throws IOException when the file cannot be read
   */
  default SpoolFile examine(Path path, BooleanSupplier stopping) throws IOException {
    BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
    MessageDigest digest = Fingerprint.digest();
    boolean blank = true;
    boolean wide;
    byte[] buffer = new byte[1 << 18];
    try (InputStream in = Files.newInputStream(path)) {
      int count = in.readNBytes(buffer, 0, buffer.length);
      wide = isWide(buffer, count);
      while (count > 0) {
        if (stopping.getAsBoolean()) {
          throw new InterruptedIOException("stopped while looking at " + path.getFileName());
        }
        digest.update(buffer, 0, count);
        blank = blank && isBlank(buffer, count);
        count = in.read(buffer, 0, buffer.length);
      }
    }
    FileFacts facts =
        new FileFacts(
            path, Fingerprint.hex(digest), attributes.size(), attributes.lastModifiedTime());
    if (this instanceof Unknown) {
      return new SpoolFile.Refused(facts, InputFault.UNKNOWN_FORMAT);
    }
    if (blank) {
      return new SpoolFile.Refused(facts, InputFault.EMPTY);
    }
    return wide ? new SpoolFile.Refused(facts, InputFault.WRONG_ENCODING) : readable(facts);
  }

  private SpoolFile readable(FileFacts facts) throws IOException {
    return switch (this) {
      case CanonicalLines() -> new SpoolFile.Lines(facts);
      case Unknown() -> new SpoolFile.Refused(facts, InputFault.UNKNOWN_FORMAT);
      case NationalBatch() -> batch(facts);
    };
  }

  private static SpoolFile batch(FileFacts facts) throws IOException {
    try (InputStream in = Files.newInputStream(facts.path())) {
      BatchWalker.Facts batch = BatchWalker.facts(in);
      if (batch.lists() == 0 && batch.records().isEmpty()) {
        return new SpoolFile.Refused(facts, InputFault.NOT_A_BATCH);
      }
      return new SpoolFile.Batch(
          facts, batch.texts().get("service"), batch.texts().get("madonvi"), batch.records());
    }
  }

  private static boolean isWide(byte[] bytes, int count) {
    if (count < 2) {
      return false;
    }
    int mark = (bytes[0] & 0xFF) << 8 | bytes[1] & 0xFF;
    return mark == 0xFEFF || mark == 0xFFFE || bytes[0] == 0 || bytes[1] == 0;
  }

  private static boolean isBlank(byte[] bytes, int count) {
    int start = count >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB ? 3 : 0;
    for (int i = start; i < count; i++) {
      if (bytes[i] != ' ' && bytes[i] != '\t' && bytes[i] != '\r' && bytes[i] != '\n') {
        return false;
      }
    }
    return true;
  }
}
