package motcua.notify;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;

/**
 * Another system that is told of every transition.
 *
 * @param secret shared with it; never printed
 * @param timeout of a call
 */
public record WebhookSettings(URI url, String secret, Duration timeout) {
  public WebhookSettings {
    Objects.requireNonNull(url, "url");
    Objects.requireNonNull(timeout, "timeout");
    if (secret.isBlank()) {
      throw new IllegalArgumentException("a webhook needs a secret to sign with");
    }
  }

  @Override
  public String toString() {
    return "WebhookSettings[" + url.getHost() + "]";
  }
}
