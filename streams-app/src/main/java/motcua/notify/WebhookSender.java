package motcua.notify;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import motcua.core.notice.Message;
import motcua.readmodel.Delivery;

/**
 * Calls another system. The signature covers the moment of the call, so that an old one cannot be
 * played again; the key lets the receiver drop a call it has had.
 */
public final class WebhookSender implements Sender {
  private static final String ALGORITHM = "HmacSHA256";

  private final WebhookSettings settings;
  private final InstantSource clock;
  private final HttpCall call;

  /** Connects at the first message. */
  public WebhookSender(WebhookSettings settings, InstantSource clock) {
    this.settings = Objects.requireNonNull(settings, "settings");
    this.clock = Objects.requireNonNull(clock, "clock");
    this.call = new HttpCall(settings.timeout());
  }

  @Override
  public Outcome send(Delivery delivery, Message message) {
    String timestamp = String.valueOf(clock.instant().getEpochSecond());
    return call.post(
        settings.url(),
        Map.of(
            "Motcua-Timestamp", timestamp,
            "Motcua-Signature", signature(settings.secret(), timestamp, message.plain()),
            "Idempotency-Key", delivery.key()),
        message.plain());
  }

  /** {@code sha256=} and the HMAC-SHA256 over timestamp, a dot and the body, in hexadecimal. */
  static String signature(String secret, String timestamp, String body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.getBytes(UTF_8), ALGORITHM));
      byte[] signed = mac.doFinal((timestamp + "." + body).getBytes(UTF_8));
      return "sha256=" + HexFormat.of().formatHex(signed);
    } catch (GeneralSecurityException never) {
      throw new IllegalStateException("every Java platform has HmacSHA256", never);
    }
  }

  @Override
  public void close() {
    call.close();
  }
}
