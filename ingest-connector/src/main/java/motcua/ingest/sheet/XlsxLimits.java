package motcua.ingest.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.Locale;
import motcua.ingest.source.BrokenInputException;
import motcua.ingest.source.InputFault;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Unpacks a workbook once into nothing, so that one that would fill the memory is refused before it
 * is opened. Sheets are read as a stream; texts are held, so they are bounded more tightly.
 */
final class XlsxLimits {
  private static final long MAX_BYTES = 8L << 30;
  private static final long MAX_HELD_BYTES = 256L << 20;
  private static final long FREE_BYTES = 64L << 20;
  private static final long MAX_RATIO = 300;

  private XlsxLimits() {}

  /** Refuses a workbook that holds far more than its size lets expect. */
  static void check(ZipFile zip, long packedBytes) throws IOException {
    byte[] buffer = new byte[1 << 16];
    long total = 0;
    long held = 0;
    for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
      boolean sheet = entry.getName().toLowerCase(Locale.ROOT).contains("worksheets/");
      try (InputStream in = zip.getInputStream(entry)) {
        for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
          total += read;
          held += sheet ? 0 : read;
          boolean dense = total > FREE_BYTES && total / MAX_RATIO > packedBytes;
          if (total > MAX_BYTES || held > MAX_HELD_BYTES || dense) {
            throw new BrokenInputException(InputFault.ARCHIVE_TOO_LARGE);
          }
        }
      }
    }
  }
}
