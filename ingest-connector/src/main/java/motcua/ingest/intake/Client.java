package motcua.ingest.intake;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import motcua.ingest.source.Fingerprint;

/**
 * A system that may send.
 *
 * @param name what it logs in as
 * @param secretSha256 SHA-256 of its secret, hex; the secret itself is nowhere
 * @param source system its records come from
 * @param successCode what {@code error_code} says on success: senders compare it as a number, or as
 *     the text "0" or "00"
 * @param recordsPerSecond most records a second
 */
record Client(
    String name,
    String secretSha256,
    String source,
    SuccessCode successCode,
    int recordsPerSecond) {

  /** Forms of success, and with it of every code. */
  enum SuccessCode {
    /** A JSON number, 0. */
    NUMBER,
    /** The text "0". */
    ZERO,
    /** The text "00", as older OpenCPS releases demand. */
    DOUBLE_ZERO;

    /** A code as this client reads it. */
    Object of(int code) {
      return switch (this) {
        case NUMBER -> code;
        case ZERO -> Integer.toString(code);
        case DOUBLE_ZERO -> code == 0 ? "00" : Integer.toString(code);
      };
    }
  }

  /** Shortest secret: a hash of a shorter one could be guessed. */
  static final int MIN_SECRET_LENGTH = 24;

  /** Whether this is its secret; takes as long for a wrong one. */
  boolean isSecret(String secret) {
    byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
    byte[] hash = HexFormat.of().parseHex(Fingerprint.of(bytes, 0, bytes.length));
    return MessageDigest.isEqual(hash, HexFormat.of().parseHex(secretSha256))
        && secret.length() >= MIN_SECRET_LENGTH;
  }
}
