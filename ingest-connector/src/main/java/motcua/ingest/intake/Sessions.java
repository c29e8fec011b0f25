package motcua.ingest.intake;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Sessions that nobody has to remember: name and end of the session, signed. They hold over a
 * restart and at every intake process with the same key; a client's new secret ends its old ones.
 * Real senders log in before every call, so a table of sessions would only grow.
 */
final class Sessions {
  private static final String ALGORITHM = "HmacSHA256";

  private final Clients clients;
  private final String key;
  private final Duration life;

  /**
   * Sessions of {@code clients}.
   *
   * @param key secret of the signatures
   * @param life how long a session holds
   */
  Sessions(Clients clients, String key, Duration life) {
    this.clients = clients;
    this.key = key;
    this.life = life;
  }

  /** Seconds for which a new session holds. */
  long lifeSeconds() {
    return life.toSeconds();
  }

  /** A session from {@code now} on; letters, digits, {@code . _ -} only. */
  String open(Client client, Instant now) {
    String claim = client.name() + "~" + now.plus(life).getEpochSecond();
    String text = base64(claim.getBytes(StandardCharsets.UTF_8));
    return text + "." + base64(sign(text, client));
  }

  /** Whose session this is; empty when it is none of ours or has ended. */
  Optional<Client> find(String session, Instant now) {
    int dot = session.indexOf('.');
    if (dot <= 0) {
      return Optional.empty();
    }
    try {
      String text = session.substring(0, dot);
      byte[] signature = Base64.getUrlDecoder().decode(session.substring(dot + 1));
      String claim = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
      int end = claim.lastIndexOf('~');
      if (end < 0 || Long.parseLong(claim.substring(end + 1)) <= now.getEpochSecond()) {
        return Optional.empty();
      }
      return clients
          .find(claim.substring(0, end))
          .filter(client -> MessageDigest.isEqual(signature, sign(text, client)));
    } catch (IllegalArgumentException notOurs) {
      return Optional.empty();
    }
  }

  private byte[] sign(String text, Client client) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      String secret = "intake session " + key + " " + client.secretSha256();
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
