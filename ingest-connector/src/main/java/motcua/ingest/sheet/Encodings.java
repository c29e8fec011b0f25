package motcua.ingest.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import motcua.ingest.source.Content;
import motcua.ingest.table.TableForm;

/**
 * Tells the encoding of a text: by its mark, by the zero bytes of UTF-16, else UTF-8 where more of
 * its letters are than are not, else Windows-1258.
 */
final class Encodings {
  private static final Charset WINDOWS_1258 = Charset.forName("windows-1258");
  private static final int LOOK_BYTES = 1 << 12;

  private long letters;
  private long faults;
  private int pending;

  private Encodings() {}

  static Charset of(Content content, Optional<TableForm.Encoding> given) throws IOException {
    try (InputStream in = content.openUntilBreak()) {
      byte[] start = in.readNBytes(LOOK_BYTES);
      Charset wide = wide(start);
      if (given.isPresent()) {
        return switch (given.get()) {
          case UTF_8 -> StandardCharsets.UTF_8;
          case UTF_16 -> wide == null ? StandardCharsets.UTF_16LE : wide;
          case WINDOWS_1258 -> WINDOWS_1258;
        };
      }
      return wide == null ? narrow(start, in) : wide;
    }
  }

  private static Charset wide(byte[] start) {
    if (start.length >= 2 && start[0] == (byte) 0xFF && start[1] == (byte) 0xFE) {
      return StandardCharsets.UTF_16LE;
    }
    if (start.length >= 2 && start[0] == (byte) 0xFE && start[1] == (byte) 0xFF) {
      return StandardCharsets.UTF_16BE;
    }
    int even = 0;
    int odd = 0;
    for (int i = 0; i < start.length; i++) {
      if (start[i] == 0) {
        even += 1 - i % 2;
        odd += i % 2;
      }
    }
    if (even + odd < start.length / 8 || even + odd == 0) {
      return null;
    }
    return odd > even ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
  }

  private static Charset narrow(byte[] start, InputStream rest) throws IOException {
    Encodings count = new Encodings();
    byte[] buffer = new byte[1 << 16];
    count.add(start, start.length);
    for (int read = rest.read(buffer); read > 0; read = rest.read(buffer)) {
      count.add(buffer, read);
    }
    return count.faults > count.letters ? WINDOWS_1258 : StandardCharsets.UTF_8;
  }

  /** Counts sequences of UTF-8 that are whole and bytes that belong to none. */
  private void add(byte[] bytes, int length) {
    for (int i = 0; i < length; i++) {
      int b = bytes[i] & 0xFF;
      boolean follows = b >= 0x80 && b < 0xC0;
      if (pending > 0 && follows) {
        pending--;
        letters += pending == 0 ? 1 : 0;
        continue;
      }
      faults += pending > 0 || follows ? 1 : 0;
      pending = b < 0xC2 ? 0 : b < 0xE0 ? 1 : b < 0xF0 ? 2 : b < 0xF5 ? 3 : 0;
      faults += b == 0xC0 || b == 0xC1 || b >= 0xF5 ? 1 : 0;
    }
  }
}
