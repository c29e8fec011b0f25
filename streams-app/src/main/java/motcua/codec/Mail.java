package motcua.codec;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;

/**
 * What dossier tasks send each other. Internal to one application, so versioned binary without the
 * registry.
 */
public sealed interface Mail {
  /**
   * A revision of an event whose id is used by, or has its home with, another dossier.
   *
   * @param backfill whether it came from an initial load
   */
  record Shared(EventRevision revision, boolean backfill) implements Mail {}

  /** More dossiers are due by this tick than one record may move: go on. */
  record GoOn(long tickMicros, long tickSequence) implements Mail {}

  /** The bytes of a mail. */
  static byte[] toBytes(Mail mail) {
    try {
      var out = new ByteArrayOutputStream(128);
      BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
      encoder.writeInt(VERSION);
      switch (mail) {
        case Shared shared -> {
          encoder.writeInt(SHARED);
          encoder.writeBoolean(shared.backfill());
          RevisionCodec.write(shared.revision(), encoder);
        }
        case GoOn goOn -> {
          encoder.writeInt(GO_ON);
          encoder.writeLong(goOn.tickMicros());
          encoder.writeLong(goOn.tickSequence());
        }
      }
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The mail in {@code bytes}; only this application writes them, so anything else is a fault of
   * ours.
   */
  static Mail fromBytes(byte[] bytes) {
    try {
      BinaryDecoder decoder = DecoderFactory.get().binaryDecoder(bytes, null);
      int version = decoder.readInt();
      int kind = decoder.readInt();
      if (version != VERSION) {
        throw new IllegalStateException(
            "mail of version " + version + ", this release reads " + VERSION);
      }
      return switch (kind) {
        case SHARED -> {
          boolean backfill = decoder.readBoolean();
          yield new Shared(RevisionCodec.read(decoder), backfill);
        }
        case GO_ON -> new GoOn(decoder.readLong(), decoder.readLong());
        default -> throw new IllegalStateException("mail of unknown kind " + kind);
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Layout version. */
  int VERSION = 1;

  /** Kind byte of {@link Shared}. */
  int SHARED = 1;

  /** Kind byte of {@link GoOn}. */
  int GO_ON = 2;
}
