package motcua.export;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Zip files that depend on what is in them alone: the library puts the hour of writing on every
 * entry, and the same document would never give the same bytes twice.
 */
final class SteadyZip {
  /** The first instant a zip file can name. */
  private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  /** What writes a zip file. */
  @FunctionalInterface
  interface Source {
    void write(OutputStream out) throws IOException;
  }

  private SteadyZip() {}

  /** Writes what the source does, with one time on all entries; {@code out} stays open. */
  static void write(Source source, OutputStream out) throws IOException {
    Path file = Files.createTempFile("motcua-export", ".zip");
    try {
      try (OutputStream first = new BufferedOutputStream(Files.newOutputStream(file))) {
        source.write(first);
      }
      copy(file, out);
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private static void copy(Path file, OutputStream out) throws IOException {
    try (ZipFile read = new ZipFile(file.toFile());
        ZipOutputStream written = new ZipOutputStream(new Borrowed(out))) {
      Enumeration<? extends ZipEntry> entries = read.entries();
      while (entries.hasMoreElements()) {
        ZipEntry entry = entries.nextElement();
        ZipEntry steady = new ZipEntry(entry.getName());
        steady.setTimeLocal(TIME);
        written.putNextEntry(steady);
        try (InputStream content = read.getInputStream(entry)) {
          content.transferTo(written);
        }
        written.closeEntry();
      }
    }
  }

  /** A stream that is somebody else's to close. */
  private static final class Borrowed extends FilterOutputStream {
    Borrowed(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      out.write(bytes, from, length);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }
}
