package motcua.ingest.source;

import java.util.List;

/** A claimed file after the first look: ready to be cut into records, or refused as a whole. */
public sealed interface SpoolFile {
  /** What is known of the file. */
  FileFacts facts();

  /**
   * A file that can be cut into records.
   *
   * @param parts what it holds, in the order in which it is read; at least one
   */
  record Readable(FileFacts facts, List<Part> parts) implements SpoolFile {
    public Readable {
      parts = List.copyOf(parts);
    }
  }

  /** A file of which no record can be read. */
  record Refused(FileFacts facts, InputFault fault) implements SpoolFile {}
}
