package motcua.ingest.source;

/** One record as it lies in a file, before anybody has looked inside. */
public sealed interface RawRecord {
  /** Place from 1: the line of a line file, the place in a batch. */
  long number();

  /** First byte of the record in the file. */
  long offsetBytes();

  /** Length in bytes, without the line end. */
  long lengthBytes();

  /**
   * A record whose bytes are at hand.
   *
   * @param buffer holds the bytes until the reader is asked for the next record, not longer
   * @param from first byte of the record in {@code buffer}
   * @param length number of bytes, without the line end
   */
  record Whole(byte[] buffer, int from, int length, long number, long offsetBytes)
      implements RawRecord {
    @Override
    public long lengthBytes() {
      return length;
    }
  }

  /** A record longer than the limit; it was read past, never kept. */
  record TooLong(String fingerprint, long number, long offsetBytes, long lengthBytes)
      implements RawRecord {}

  /**
   * The rest of a batch from the place where its brackets stop making sense, up to the end of the
   * file.
   */
  record BrokenTail(String fingerprint, long number, long offsetBytes, long lengthBytes)
      implements RawRecord {}
}
