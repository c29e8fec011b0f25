package motcua.ingest.source;

import java.io.IOException;
import java.io.InputStream;

/** A file as single bytes with one byte of look-ahead, read in large steps. */
final class ByteWindow {
  static final int END = -1;
  private static final int BUFFER_BYTES = 1 << 18;

  private final InputStream in;
  final byte[] buffer = new byte[BUFFER_BYTES];
  int at;
  int limit;
  private long base;

  ByteWindow(InputStream in) {
    this.in = in;
  }

  /** Offset in the file of the next byte. */
  long position() {
    return base + at;
  }

  /** The next byte (0 to 255) without taking it, or {@link #END}. */
  int peek() throws IOException {
    return at < limit || fill() ? buffer[at] & 0xFF : END;
  }

  /** Takes the next byte, or {@link #END}. */
  int take() throws IOException {
    int next = peek();
    if (next != END) {
      at++;
    }
    return next;
  }

  /** Makes at least one byte available at {@code at}; false at the end of the file. */
  boolean fill() throws IOException {
    if (at < limit) {
      return true;
    }
    base += limit;
    at = 0;
    limit = Math.max(in.read(buffer, 0, buffer.length), 0);
    return limit > 0;
  }

  /** Takes white space and returns the byte after it without taking it. */
  int skipSpace() throws IOException {
    int next = peek();
    while (next == ' ' || next == '\n' || next == '\r' || next == '\t') {
      at++;
      next = peek();
    }
    return next;
  }

  void close() throws IOException {
    in.close();
  }
}
