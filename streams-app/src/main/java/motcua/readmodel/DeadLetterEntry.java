package motcua.readmodel;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A record that could not be read, with all that is known of it.
 *
 * @param fingerprint SHA-256 of the record, hex
 * @param reason code and explanation
 * @param input file name or intake id
 * @param position where in the input, in words
 * @param offsetBytes its first byte in the input
 * @param lengthBytes its length
 * @param source the system it came from; empty when none is named
 * @param stage INGEST or STREAMS: who refused it
 * @param kept fields that help to find the record; never personal data
 * @param recordedAt when it was refused
 * @param resolvedAt when it was read again without this reason
 */
public record DeadLetterEntry(
    String fingerprint,
    String reason,
    String input,
    String position,
    OptionalLong offsetBytes,
    OptionalLong lengthBytes,
    String source,
    String stage,
    Map<String, String> kept,
    Instant recordedAt,
    Optional<Instant> resolvedAt) {
  public DeadLetterEntry {
    kept = Map.copyOf(kept);
    Objects.requireNonNull(resolvedAt, "resolvedAt");
  }

  /** The reason without its explanation. */
  public String code() {
    int colon = reason.indexOf(':');
    return colon < 0 ? reason : reason.substring(0, colon);
  }
}
