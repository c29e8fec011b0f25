package motcua.ingest.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The bytes of an archive as they lie. Remembers when reading them failed, since the JDK's
 * unpacking reports broken bytes by the same class as a failing disk.
 */
final class PackedBytes extends FilterInputStream {
  private boolean failed;

  PackedBytes(Path path) throws IOException {
    super(Files.newInputStream(path));
  }

  /** True when the file could not be read: then it is worth another try. */
  boolean failed() {
    return failed;
  }

  @Override
  public int read() throws IOException {
    try {
      return super.read();
    } catch (IOException e) {
      failed = true;
      throw e;
    }
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    try {
      return super.read(bytes, from, length);
    } catch (IOException e) {
      failed = true;
      throw e;
    }
  }
}
