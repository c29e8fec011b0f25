package motcua.ingest.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import motcua.ingest.offset.SpoolOffset;

/**
 * Reads a JSON batch record by record; goes on after a crash by walking past what is in the log
 * already.
 */
final class BatchReader implements RecordReader {
  private final BatchWalker walker;
  private final long done;

  BatchReader(InputStream in, SpoolOffset start, int maxBytes, Set<Long> recordOffsets) {
    this.walker = new BatchWalker(in, maxBytes, recordOffsets);
    this.done = start.records();
  }

  @Override
  public RawRecord next() throws IOException {
    RawRecord record = walker.next();
    while (record != null && record.number() <= done) {
      record = walker.next();
    }
    return record;
  }

  @Override
  public long positionBytes() {
    return walker.position();
  }

  @Override
  public void close() throws IOException {
    walker.close();
  }
}
