package motcua.ingest.mapping;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keyed hash of a file link: the same link gives the same hash under one key, and nobody without
 * the key can try links out. HMAC-SHA-256, first 128 bits, base64url. Not thread-safe.
 */
public final class LinkHash {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int KEPT_BYTES = 16;

  private final Mac mac;

  /** Hashes under {@code secret}, which must not be empty. */
  public LinkHash(String secret) {
    try {
      mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }

  /**
   * Hash of the first link of a field; several links in one field are joined by {@code ##} (D32).
   */
  String of(String links) {
    int joint = links.indexOf("##");
    String first = (joint > 0 ? links.substring(0, joint) : links).strip();
    byte[] hash = mac.doFinal(first.getBytes(StandardCharsets.UTF_8));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, KEPT_BYTES));
  }
}
