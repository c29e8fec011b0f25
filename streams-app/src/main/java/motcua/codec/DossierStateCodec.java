package motcua.codec;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import motcua.core.interpretation.SeenSighting;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;

/**
 * {@link DossierState} as a store value, behind a version byte. Version 1 lacks the last day of the
 * books.
 */
public final class DossierStateCodec {
  private static final int VERSION = 2;
  private static final int WITHOUT_LAST_DAY = 1;

  private DossierStateCodec() {}

  /** The bytes of a state. */
  public static byte[] toBytes(DossierState state) {
    try {
      var out = new ByteArrayOutputStream(256);
      out.write(VERSION);
      BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
      encoder.writeLong(state.clockMicros());
      encoder.writeLong(state.sequence());
      encoder.writeLong(state.crossingMicros());
      write(state.books(), encoder);
      encoder.writeInt(state.revisions().size());
      for (EventRevision revision : state.revisions()) {
        RevisionCodec.write(revision, encoder);
      }
      encoder.writeInt(state.sightings().size());
      for (SeenSighting sighting : state.sightings()) {
        SightingCodec.write(sighting, encoder);
      }
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The next crossing of a state, without reading the rest.
   *
   * @throws IllegalStateException when another release wrote it in a layout this one does not know
   */
  public static long crossingMicros(byte[] bytes) {
    try {
      BinaryDecoder in = open(bytes);
      in.readLong();
      in.readLong();
      return in.readLong();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static BinaryDecoder open(byte[] bytes) {
    if (bytes[0] != VERSION && bytes[0] != WITHOUT_LAST_DAY) {
      throw new IllegalStateException(
          "dossier state of version %d, this release reads %d and %d"
              .formatted(bytes[0], WITHOUT_LAST_DAY, VERSION));
    }
    return DecoderFactory.get().binaryDecoder(bytes, 1, bytes.length - 1, null);
  }

  /**
   * The state in {@code bytes}.
   *
   * @throws IllegalStateException when another release wrote it in a layout this one does not know
   */
  public static DossierState fromBytes(byte[] bytes) {
    try {
      BinaryDecoder in = open(bytes);
      long clock = in.readLong();
      long sequence = in.readLong();
      long crossing = in.readLong();
      Books books = readBooks(in, bytes[0]);
      int revisionCount = in.readInt();
      List<EventRevision> revisions = new ArrayList<>(revisionCount);
      for (int i = 0; i < revisionCount; i++) {
        revisions.add(RevisionCodec.read(in));
      }
      int sightingCount = in.readInt();
      List<SeenSighting> sightings = new ArrayList<>(sightingCount);
      for (int i = 0; i < sightingCount; i++) {
        sightings.add(SightingCodec.read(in));
      }
      return new DossierState(clock, sequence, crossing, books, revisions, sightings);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Books books, BinaryEncoder encoder) throws IOException {
    encoder.writeInt(books.fromDay());
    encoder.writeInt(books.toDay());
    encoder.writeInt(books.units().size());
    for (String unit : books.units()) {
      encoder.writeString(unit);
    }
  }

  private static Books readBooks(BinaryDecoder in, int version) throws IOException {
    int fromDay = in.readInt();
    int toDay = version == WITHOUT_LAST_DAY ? Books.ANY_DAY : in.readInt();
    List<String> units = new ArrayList<>(1);
    for (int left = in.readInt(); left > 0; left--) {
      units.add(in.readString());
    }
    return units.isEmpty() ? Books.NONE : new Books(units, fromDay, toDay);
  }
}
