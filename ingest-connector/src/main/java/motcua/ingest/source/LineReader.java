package motcua.ingest.source;

import java.io.IOException;
import java.io.InputStream;
import motcua.ingest.offset.SpoolOffset;

/**
 * Reads lines as byte slices and counts them. A line inside the read buffer is handed out in place;
 * one that crosses its end is collected. Blank lines count but are not handed out; a byte order
 * mark at the start belongs to no line.
 */
final class LineReader implements RecordReader {
  private static final int BUFFER_BYTES = 1 << 18;

  private final InputStream in;
  private final Spill spill;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private int at;
  private int limit;
  private long base;
  private long lines;

  /** Goes on after {@code start}; {@code in} stands at its first byte already. */
  LineReader(InputStream in, SpoolOffset start, int maxBytes) throws IOException {
    this.in = in;
    this.spill = new Spill(maxBytes, true);
    this.base = start.bytes();
    this.lines = start.records();
    if (base == 0) {
      skipByteOrderMark();
    }
  }

  @Override
  public RawRecord next() throws IOException {
    RawRecord record = nextLine();
    while (record instanceof RawRecord.Whole whole && isBlank(whole)) {
      record = nextLine();
    }
    return record;
  }

  @Override
  public long positionBytes() {
    return base + at;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private RawRecord nextLine() throws IOException {
    if (at == limit && !fill()) {
      return null;
    }
    long offset = positionBytes();
    int end = lineEnd();
    if (end < limit) {
      int length = end > at && buffer[end - 1] == '\r' ? end - 1 - at : end - at;
      int from = at;
      at = end + 1;
      lines++;
      if (length <= spill.maxBytes()) {
        return new RawRecord.Whole(buffer, from, length, lines, offset);
      }
      spill.clear();
      spill.append(buffer, from, from + length);
      return spill.record(lines, offset);
    }
    return collect(offset);
  }

  private RawRecord collect(long offset) throws IOException {
    spill.clear();
    boolean more = true;
    while (more) {
      int end = lineEnd();
      spill.append(buffer, at, end);
      boolean found = end < limit;
      at = found ? end + 1 : end;
      more = !found && fill();
    }
    lines++;
    return spill.record(lines, offset);
  }

  private int lineEnd() {
    int end = at;
    while (end < limit && buffer[end] != '\n') {
      end++;
    }
    return end;
  }

  private boolean fill() throws IOException {
    base += limit;
    at = 0;
    limit = 0;
    int count = in.read(buffer, 0, buffer.length);
    limit = Math.max(count, 0);
    return count > 0;
  }

  private void skipByteOrderMark() throws IOException {
    limit = in.readNBytes(buffer, 0, 3);
    if (limit == 3
        && buffer[0] == (byte) 0xEF
        && buffer[1] == (byte) 0xBB
        && buffer[2] == (byte) 0xBF) {
      at = 3;
    }
  }

  private static boolean isBlank(RawRecord.Whole line) {
    for (int i = line.from(); i < line.from() + line.length(); i++) {
      byte b = line.buffer()[i];
      if (b != ' ' && b != '\t' && b != '\r') {
        return false;
      }
    }
    return true;
  }
}
