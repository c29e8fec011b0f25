package motcua.ingest.source;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/**
 * The files inside a zip file in the order of its directory. One whose directory is lost, as after
 * a broken transfer, is read from its start as far as it goes.
 */
final class ZipEntries {
  /** Most entries that are read. */
  private static final int MAX_ENTRIES = 10_000;

  private ZipEntries() {}

  /** Names of the files inside, folders left out. */
  static List<String> names(Path path) throws IOException {
    try (ZipFile zip = new ZipFile(path.toFile(), StandardCharsets.UTF_8)) {
      return files(zip).stream().map(ZipEntry::getName).toList();
    } catch (ZipException | EOFException e) {
      return namesInOrder(path);
    }
  }

  /** Opens the file of this place in {@link #names}. */
  static InputStream open(Path path, int place) throws IOException {
    ZipFile zip;
    try {
      zip = new ZipFile(path.toFile(), StandardCharsets.UTF_8);
    } catch (ZipException | EOFException e) {
      return openInOrder(path, place);
    }
    try {
      ZipEntry entry = files(zip).get(place);
      InputStream in = UnpackingStream.of(zip.getInputStream(entry), Files.size(path));
      return new FilterInputStream(in) {
        @Override
        public void close() throws IOException {
          try (zip) {
            super.close();
          }
        }
      };
    } catch (ZipException | EOFException e) {
      zip.close();
      throw new BrokenInputException(InputFault.ARCHIVE_BROKEN);
    } catch (IOException | RuntimeException e) {
      zip.close();
      throw e;
    }
  }

  private static List<? extends ZipEntry> files(ZipFile zip) throws BrokenInputException {
    if (zip.size() > MAX_ENTRIES) {
      throw new BrokenInputException(InputFault.ARCHIVE_TOO_LARGE);
    }
    return Collections.list(zip.entries()).stream().filter(ZipEntries::isFile).toList();
  }

  private static boolean isFile(ZipEntry entry) {
    return !entry.isDirectory() && !entry.getName().startsWith("__MACOSX/");
  }

  private static List<String> namesInOrder(Path path) throws IOException {
    List<String> names = new ArrayList<>();
    try (ZipInputStream in = sequential(path)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        if (isFile(entry) && names.size() < MAX_ENTRIES) {
          names.add(entry.getName());
        }
      }
    } catch (ZipException | EOFException | IllegalArgumentException e) {
      // As far as it goes; the last file tells of the break when it is read.
    }
    if (names.isEmpty()) {
      throw new BrokenInputException(InputFault.ARCHIVE_BROKEN);
    }
    return names;
  }

  private static InputStream openInOrder(Path path, int place) throws IOException {
    ZipInputStream in = sequential(path);
    try {
      int at = -1;
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        at += isFile(entry) ? 1 : 0;
        if (at == place) {
          return UnpackingStream.of(in, Files.size(path));
        }
      }
    } catch (ZipException | EOFException | IllegalArgumentException e) {
      // Said below.
    }
    in.close();
    throw new BrokenInputException(InputFault.ARCHIVE_BROKEN);
  }

  private static ZipInputStream sequential(Path path) throws IOException {
    return new ZipInputStream(Files.newInputStream(path), StandardCharsets.UTF_8);
  }
}
