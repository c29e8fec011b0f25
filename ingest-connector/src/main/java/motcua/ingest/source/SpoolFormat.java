package motcua.ingest.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;

/** Formats of the spool, told by the file name. A new way in is a new case here. */
public sealed interface SpoolFormat {
  /** {@code *.ndjson}: canonical events, one a line (ledger.md 2). */
  record CanonicalLines() implements SpoolFormat {}

  /** {@code *.json}: national payload batches (national-payload.md). */
  record NationalBatch() implements SpoolFormat {}

  /** {@code *.csv}, {@code *.xlsx}: a table, read by a mapping. */
  record Table(Kind kind) implements SpoolFormat {
    /** How the table is written. */
    public enum Kind {
      CSV,
      XLSX
    }
  }

  /** {@code *.gz}, {@code *.zip}: one of the others, packed. */
  record Archive() implements SpoolFormat {}

  /** Any other name. */
  record Unknown() implements SpoolFormat {}

  /** The format of a file name; letter case is ignored. */
  static SpoolFormat of(String fileName) {
    String name = fileName.toLowerCase(Locale.ROOT);
    if (name.endsWith(".ndjson")) {
      return new CanonicalLines();
    }
    if (name.endsWith(".json")) {
      return new NationalBatch();
    }
    if (name.endsWith(".csv")) {
      return new Table(Table.Kind.CSV);
    }
    if (name.endsWith(".xlsx")) {
      return new Table(Table.Kind.XLSX);
    }
    return name.endsWith(".zip") || name.endsWith(".gz") ? new Archive() : new Unknown();
  }

  /**
   * First look at a claimed file: reads all of it once for its fingerprint, and opens what it is
   * packed in.
   *
   * @param stopping asked between steps; true ends the look early
   * @throws InterruptedIOException when {@code stopping} said so
   * @throws IOException when the file cannot be read
   */
  static SpoolFile examine(Path path, BooleanSupplier stopping) throws IOException {
    BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
    MessageDigest digest = Fingerprint.digest();
    boolean blank = true;
    byte[] buffer = new byte[1 << 18];
    try (InputStream in = Files.newInputStream(path)) {
      int count = in.readNBytes(buffer, 0, buffer.length);
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
    SpoolFormat format = of(facts.name());
    if (blank && !(format instanceof Unknown)) {
      return new SpoolFile.Refused(facts, InputFault.EMPTY);
    }
    return format instanceof Archive ? archive(facts) : plain(facts, format);
  }

  private static SpoolFile plain(FileFacts facts, SpoolFormat format) throws IOException {
    Part part =
        new Part(facts.name(), facts.name(), facts.sha256(), new Content.Plain(facts.path()));
    return format.look(part) instanceof Section.Refused(Part same, InputFault fault)
        ? new SpoolFile.Refused(facts, fault)
        : new SpoolFile.Readable(facts, List.of(part));
  }

  private static SpoolFile archive(FileFacts facts) throws IOException {
    String name = facts.name();
    if (name.toLowerCase(Locale.ROOT).endsWith(".gz")) {
      String inner = name.substring(0, name.length() - ".gz".length());
      Part part = new Part(name, inner, facts.sha256(), new Content.Gzip(facts.path()));
      return new SpoolFile.Readable(facts, List.of(part));
    }
    try {
      List<String> entries = ZipEntries.names(facts.path());
      List<Part> parts = new ArrayList<>();
      for (int i = 0; i < entries.size(); i++) {
        String entry = entries.get(i);
        parts.add(
            new Part(
                name + "!" + entry,
                entry,
                Fingerprint.of(facts.sha256() + "!" + i),
                new Content.ZipEntry(facts.path(), i)));
      }
      return parts.isEmpty()
          ? new SpoolFile.Refused(facts, InputFault.EMPTY)
          : new SpoolFile.Readable(facts, parts);
    } catch (BrokenInputException e) {
      return new SpoolFile.Refused(facts, InputFault.ARCHIVE_BROKEN);
    }
  }

  /**
   * First look at a part: tells a batch's envelope, and what cannot be read at all.
   *
   * @throws IOException when it cannot be read
   */
  static Section section(Part part) throws IOException {
    SpoolFormat format = of(part.fileName());
    if (format instanceof Unknown) {
      return new Section.Refused(part, InputFault.ENTRY_UNKNOWN_FORMAT);
    }
    return format.look(part);
  }

  private Section look(Part part) throws IOException {
    return switch (this) {
      case CanonicalLines() -> bytes(part, new Section.Lines(part));
      case NationalBatch() -> batch(part);
      case Table table -> new Section.Table(part, table);
      case Archive() -> new Section.Refused(part, InputFault.ARCHIVE_NESTED);
      case Unknown() -> new Section.Refused(part, InputFault.UNKNOWN_FORMAT);
    };
  }

  private static Section bytes(Part part, Section otherwise) throws IOException {
    byte[] start = new byte[4096];
    try (InputStream in = part.content().openUntilBreak()) {
      int count = in.readNBytes(start, 0, start.length);
      if (count < start.length && isBlank(start, count)) {
        return refused(part, InputFault.EMPTY);
      }
      return isWide(start, count)
          ? new Section.Refused(part, InputFault.WRONG_ENCODING)
          : otherwise;
    }
  }

  private static Section batch(Part part) throws IOException {
    Section first = bytes(part, new Section.Lines(part));
    if (first instanceof Section.Refused) {
      return first;
    }
    try (InputStream in = part.content().openUntilBreak()) {
      BatchWalker.Facts batch = BatchWalker.facts(in);
      if (batch.lists() == 0 && batch.records().isEmpty()) {
        return refused(part, InputFault.NOT_A_BATCH);
      }
      return new Section.Batch(
          part, batch.texts().get("service"), batch.texts().get("madonvi"), batch.records());
    }
  }

  /**
   * Refuses a part for what it lacks.
   *
   * @throws BrokenInputException when it may lack it only because what it is packed in breaks
   */
  private static Section refused(Part part, InputFault fault) throws IOException {
    try (InputStream in = part.content().open()) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    return new Section.Refused(part, fault);
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
