package motcua.core.notice;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;

/**
 * What tells a message from every other, the same at every attempt: its Message-ID and its
 * Idempotency-Key. A digest, so that no address stands in it.
 */
public final class MessageKey {
  private static final int LETTERS = 40;

  private MessageKey() {}

  /** Of a message about one transition. */
  public static String of(String transition, Addressee to) {
    return key("transition", transition, to);
  }

  /** Of a day's digest. */
  public static String ofDigest(LocalDate day, Addressee to) {
    return key("digest", day.toString(), to);
  }

  private static String key(String kind, String what, Addressee to) {
    String text = String.join("\u001f", kind, what, to.channel().name(), to.address());
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, LETTERS);
    } catch (NoSuchAlgorithmException never) {
      throw new IllegalStateException("every Java platform has SHA-256", never);
    }
  }
}
