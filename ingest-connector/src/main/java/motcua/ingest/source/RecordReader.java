package motcua.ingest.source;

import java.io.IOException;

/** Cuts one open file into raw records, from where it is told to go on. Not thread-safe. */
public interface RecordReader extends AutoCloseable {
  /**
   * The next record, or null at the end of the file.
   *
   * @throws IOException when the file cannot be read; ask again after opening it anew at {@link
   *     #positionBytes()}
   */
  RawRecord next() throws IOException;

  /** First byte after the record returned last. */
  long positionBytes();

  @Override
  void close() throws IOException;
}
