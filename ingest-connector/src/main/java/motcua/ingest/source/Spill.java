package motcua.ingest.source;

import java.security.MessageDigest;
import java.util.Arrays;

/**
 * Collects a record that does not lie in one read buffer. Past the limit it keeps no bytes and only
 * goes on with the fingerprint, so a line of any length costs the limit and no more. A carriage
 * return at the very end is a line end.
 */
final class Spill {
  private static final int FIRST_BYTES = 1 << 14;
  private static final int KEEP_BYTES = 1 << 20;

  private final int maxBytes;
  private final boolean fingerprints;
  private byte[] bytes = new byte[FIRST_BYTES];
  private int kept;
  private long length;
  private boolean over;
  private MessageDigest digest;
  private boolean heldReturn;

  /**
   * Keeps records of up to {@code maxBytes}; longer ones get a fingerprint where {@code
   * fingerprints}.
   */
  Spill(int maxBytes, boolean fingerprints) {
    this.maxBytes = maxBytes;
    this.fingerprints = fingerprints;
  }

  int maxBytes() {
    return maxBytes;
  }

  void clear() {
    kept = 0;
    length = 0;
    over = false;
    digest = null;
    heldReturn = false;
    if (bytes.length > KEEP_BYTES) {
      bytes = new byte[FIRST_BYTES];
    }
  }

  void append(int single) {
    append(new byte[] {(byte) single}, 0, 1);
  }

  void append(byte[] from, int start, int end) {
    int count = end - start;
    if (count == 0) {
      return;
    }
    if (!over && length + count > maxBytes + 1L) {
      goOver();
    }
    length += count;
    if (over) {
      digest(from, start, end);
      return;
    }
    if (kept + count > bytes.length) {
      bytes =
          Arrays.copyOf(bytes, Math.max(kept + count, (int) Math.min(2L * kept, maxBytes + 1L)));
    }
    System.arraycopy(from, start, bytes, kept, count);
    kept += count;
  }

  /** The record that was collected. */
  RawRecord record(long number, long offsetBytes) {
    if (!over && trimmedLength() <= maxBytes) {
      return new RawRecord.Whole(bytes, 0, (int) trimmedLength(), number, offsetBytes);
    }
    return new RawRecord.TooLong(fingerprint(), number, offsetBytes, trimmedLength());
  }

  /** The same bytes as the rest of a batch that cannot be read. */
  RawRecord tail(long number, long offsetBytes) {
    return new RawRecord.BrokenTail(fingerprint(), number, offsetBytes, trimmedLength());
  }

  private long trimmedLength() {
    boolean lineEnd = over ? heldReturn : kept > 0 && bytes[kept - 1] == '\r';
    return lineEnd ? length - 1 : length;
  }

  private String fingerprint() {
    if (!over) {
      return Fingerprint.of(bytes, 0, (int) trimmedLength());
    }
    return digest == null ? "" : Fingerprint.hex(digest);
  }

  private void goOver() {
    over = true;
    if (fingerprints) {
      digest = Fingerprint.digest();
    }
    digest(bytes, 0, kept);
    kept = 0;
  }

  private void digest(byte[] from, int start, int end) {
    if (digest == null || start == end) {
      return;
    }
    if (heldReturn) {
      digest.update((byte) '\r');
    }
    heldReturn = from[end - 1] == '\r';
    digest.update(from, start, (heldReturn ? end - 1 : end) - start);
  }
}
