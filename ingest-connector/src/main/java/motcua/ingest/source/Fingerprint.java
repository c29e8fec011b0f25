package motcua.ingest.source;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 in lower-case hex: names a record or a file without telling its content. */
public final class Fingerprint {
  private Fingerprint() {}

  /** Fingerprint of {@code length} bytes from {@code from}. */
  public static String of(byte[] bytes, int from, int length) {
    MessageDigest digest = digest();
    digest.update(bytes, from, length);
    return hex(digest);
  }

  /** Fingerprint of a text in UTF-8. */
  public static String of(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return of(bytes, 0, bytes.length);
  }

  static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  static String hex(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest());
  }
}
