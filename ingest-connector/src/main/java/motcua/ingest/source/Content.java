package motcua.ingest.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Bytes that can be read from their start as often as needed. */
public interface Content {
  /**
   * Opens them.
   *
   * @throws BrokenInputException when what they are packed in cannot be read
   */
  InputStream open() throws IOException;

  /**
   * Opens them for a look ahead: where what they are packed in breaks, they end. Whoever reads them
   * in earnest meets the break.
   */
  default InputStream openUntilBreak() throws IOException {
    return new FilterInputStream(open()) {
      @Override
      public int read() throws IOException {
        try {
          return super.read();
        } catch (BrokenInputException e) {
          return -1;
        }
      }

      @Override
      public int read(byte[] bytes, int from, int length) throws IOException {
        try {
          return super.read(bytes, from, length);
        } catch (BrokenInputException e) {
          return -1;
        }
      }
    };
  }

  /** The file, where the bytes are those of one. */
  default Optional<Path> file() {
    return Optional.empty();
  }

  /** The bytes of a file as they lie. */
  record Plain(Path path) implements Content {
    @Override
    public InputStream open() throws IOException {
      return Files.newInputStream(path);
    }

    @Override
    public Optional<Path> file() {
      return Optional.of(path);
    }
  }

  /** What a gzip file holds. */
  record Gzip(Path path) implements Content {
    @Override
    public InputStream open() throws IOException {
      return UnpackingStream.gzip(path);
    }
  }

  /** An entry of a zip file by its place in it. */
  record ZipEntry(Path path, int place) implements Content {
    @Override
    public InputStream open() throws IOException {
      return ZipEntries.open(path, place);
    }
  }
}
