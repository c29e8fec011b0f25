package motcua.notify;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;

/**
 * A Zalo Official Account.
 *
 * @param url address of the API, without a path
 * @param tokenFile holds the access token; read at each message, for tokens last a day only
 * @param timeout of a call
 */
public record ZaloSettings(URI url, Path tokenFile, Duration timeout) {
  public ZaloSettings {
    Objects.requireNonNull(url, "url");
    Objects.requireNonNull(tokenFile, "tokenFile");
    Objects.requireNonNull(timeout, "timeout");
  }

  /** Where messages are posted. */
  URI messages() {
    String base = url.toString();
    return URI.create((base.endsWith("/") ? base : base + "/") + "v3.0/oa/message/cs");
  }
}
