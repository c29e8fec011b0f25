package motcua.ingest.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import motcua.ingest.offset.SpoolOffset;

/** A part after the first look: how it is cut into records, or why it is refused. */
public sealed interface Section {
  /** The part. */
  Part part();

  /** Records that are stretches of bytes. */
  sealed interface Bytes extends Section {
    /**
     * Opens the part after {@code start}, which counts inside the part.
     *
     * @param maxBytes longest record that is kept
     */
    RecordReader open(SpoolOffset start, int maxBytes) throws IOException;

    /** What a place is called in a dead letter. */
    String placeName();
  }

  /** Canonical events, one a line. */
  record Lines(Part part) implements Bytes {
    @Override
    public RecordReader open(SpoolOffset start, int maxBytes) throws IOException {
      InputStream in = part.content().open();
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
  record Batch(Part part, String service, String senderUnit, Set<Long> recordOffsets)
      implements Bytes {
    public Batch {
      recordOffsets = Set.copyOf(recordOffsets);
    }

    @Override
    public RecordReader open(SpoolOffset start, int maxBytes) throws IOException {
      return new BatchReader(part.content().open(), start, maxBytes, recordOffsets);
    }

    @Override
    public String placeName() {
      return "record";
    }
  }

  /** Rows of a table; a mapping says what they mean. */
  record Table(Part part, SpoolFormat.Table format) implements Section {}

  /** No record of it can be read. */
  record Refused(Part part, InputFault fault) implements Section {}
}
