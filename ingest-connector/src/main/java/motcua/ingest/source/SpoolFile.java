package motcua.ingest.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.Set;
import motcua.ingest.offset.SpoolOffset;

/** A claimed file after the first look: ready to be cut into records, or refused as a whole. */
public sealed interface SpoolFile {
  /** What is known of the file. */
  FileFacts facts();

  /** A file that can be cut into records. */
  sealed interface Readable extends SpoolFile {
    /**
     * Opens the file after {@code start}.
     *
     * @param maxBytes longest record that is kept
     */
    RecordReader open(SpoolOffset start, int maxBytes) throws IOException;

    /** What a place in this file is called in a dead letter. */
    String placeName();
  }

  /** Canonical events, one a line. */
  record Lines(FileFacts facts) implements Readable {
    @Override
    public RecordReader open(SpoolOffset start, int maxBytes) throws IOException {
      InputStream in = Files.newInputStream(facts.path());
      try {
        in.skipNBytes(start.bytes());
        return new LineReader(in, start, maxBytes);
      } catch (IOException e) {
        in.close();
        throw e;
      }
    }

    @Override
    public String placeName() {
      return "line";
    }
  }

  /**
   * A batch of national records.
   *
   * @param service name of the call in the envelope, null without one
   * @param senderUnit madonvi of the envelope, null without one
   * @param recordOffsets offsets of objects that are records themselves, not members of a list
   */
  record Batch(FileFacts facts, String service, String senderUnit, Set<Long> recordOffsets)
      implements Readable {
    public Batch {
      recordOffsets = Set.copyOf(recordOffsets);
    }

    @Override
    public RecordReader open(SpoolOffset start, int maxBytes) throws IOException {
      return new BatchReader(Files.newInputStream(facts.path()), start, maxBytes, recordOffsets);
    }

    @Override
    public String placeName() {
      return "record";
    }
  }

  /** A file of which no record can be read. */
  record Refused(FileFacts facts, InputFault fault) implements SpoolFile {}
}
