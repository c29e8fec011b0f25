package motcua.ingest.source;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * What a packed file holds. Tells a broken archive from a disk that fails, and stops at one that
 * unpacks to far more than any export does.
 */
final class UnpackingStream extends FilterInputStream {
  private static final int BUFFER_BYTES = 1 << 16;

  /** Up to here an archive may be as dense as it likes. */
  private static final long FREE_BYTES = 64L << 20;

  /** Exports of one system repeat themselves up to about 50 times; deflate ends at 1032. */
  private static final long MAX_RATIO = 300;

  private final long packedBytes;
  private long unpacked;
  private boolean broken;

  private UnpackingStream(InputStream in, long packedBytes) {
    super(in);
    this.packedBytes = packedBytes;
  }

  static InputStream gzip(Path path) throws IOException {
    InputStream packed = Files.newInputStream(path);
    try {
      return new UnpackingStream(new GZIPInputStream(packed, BUFFER_BYTES), Files.size(path));
    } catch (ZipException | EOFException e) {
      packed.close();
      throw new BrokenInputException(InputFault.ARCHIVE_BROKEN);
    } catch (IOException e) {
      packed.close();
      throw e;
    }
  }

  /** Guards a stream of unpacked bytes; {@code packedBytes} is what they are packed in. */
  static InputStream of(InputStream in, long packedBytes) {
    return new UnpackingStream(in, packedBytes);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    if (broken) {
      // Read again, a broken stream throws what a failing disk throws, and that is tried for ever.
      throw new BrokenInputException(InputFault.ARCHIVE_BROKEN);
    }
    try {
      int count = in.read(bytes, from, length);
      unpacked += Math.max(count, 0);
      if (unpacked > FREE_BYTES && unpacked / MAX_RATIO > packedBytes) {
        throw new BrokenInputException(InputFault.ARCHIVE_TOO_LARGE);
      }
      return count;
    } catch (ZipException | EOFException e) {
      broken = true;
      throw new BrokenInputException(InputFault.ARCHIVE_BROKEN);
    }
  }

  /** By reading, so that what is skipped is counted and checked too. */
  @Override
  public long skip(long count) throws IOException {
    byte[] skipped = new byte[(int) Math.min(count, BUFFER_BYTES)];
    return Math.max(read(skipped, 0, skipped.length), 0);
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
