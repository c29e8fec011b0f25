package motcua.ingest.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Optional;
import motcua.ingest.offset.SpoolOffset;

/** A national batch in memory, as a sender handed it over: the same walk as over a spool file. */
public final class BatchBytes {
  private final byte[] bytes;
  private final BatchWalker.Facts facts;

  private BatchBytes(byte[] bytes, BatchWalker.Facts facts) {
    this.bytes = bytes;
    this.facts = facts;
  }

  /** Looks at a batch once; the bytes must not change afterwards. */
  public static BatchBytes of(byte[] bytes) {
    Objects.requireNonNull(bytes, "bytes");
    try {
      return new BatchBytes(bytes, BatchWalker.facts(new ByteArrayInputStream(bytes)));
    } catch (IOException e) {
      throw new UncheckedIOException("bytes in memory can be read", e);
    }
  }

  /** Why no record of it can be read; empty when some may. */
  public Optional<InputFault> fault() {
    if (isBlank()) {
      return Optional.of(InputFault.EMPTY);
    }
    if (bytes.length >= 2 && (bytes[0] == 0 || bytes[1] == 0 || (bytes[0] & 0xFE) == 0xFE)) {
      return Optional.of(InputFault.WRONG_ENCODING);
    }
    boolean batch = facts.lists() > 0 || !facts.records().isEmpty();
    return batch ? Optional.empty() : Optional.of(InputFault.NOT_A_BATCH);
  }

  /** A value of the envelope: {@code service}, {@code madonvi} or {@code session}. */
  public Optional<String> text(String name) {
    return Optional.ofNullable(facts.texts().get(name)).filter(text -> !text.isBlank());
  }

  /** SHA-256 of all of it, hex. */
  public String sha256() {
    return Fingerprint.of(bytes, 0, bytes.length);
  }

  /** Cuts it into records of up to {@code maxBytes}. */
  public RecordReader open(int maxBytes) {
    return new BatchReader(
        new ByteArrayInputStream(bytes), SpoolOffset.START, maxBytes, facts.records());
  }

  private boolean isBlank() {
    for (byte b : bytes) {
      if (b > ' ' || b < 0) {
        return false;
      }
    }
    return true;
  }
}
