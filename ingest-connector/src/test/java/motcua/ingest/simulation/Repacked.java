package motcua.ingest.simulation;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import motcua.ingest.testing.Packed;

/** Archives: packed, and opened again to break what is inside. */
final class Repacked {
  private Repacked() {}

  /** The archive with one of its entries broken, its check sums sound. */
  static byte[] mutate(byte[] zip, Random random) {
    List<Object> entries = new ArrayList<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        entries.add(entry.getName());
        entries.add(in.readAllBytes());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    // The sheet is last and says most.
    int at = random.nextBoolean() ? entries.size() - 1 : random.nextInt(entries.size() / 2) * 2 + 1;
    entries.set(at, Bytes.mutate((byte[]) entries.get(at), random));
    return zip(entries);
  }

  static byte[] zip(List<Object> entries) {
    try {
      return Packed.zip(entries.toArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] gzip(byte[] content) {
    try {
      return Packed.gzip(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a gzip file holds, null when it is broken. */
  static byte[] gunzip(byte[] packed) {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      return in.readAllBytes();
    } catch (IOException e) {
      return null;
    }
  }
}
