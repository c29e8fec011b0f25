package motcua.notify;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;

/**
 * An Alertmanager.
 *
 * @param url its address, without a path of the API
 * @param repeat interval at which alerts that hold are told again; shorter than its resolve timeout
 * @param timeout of a call
 */
public record AlertmanagerSettings(URI url, Duration repeat, Duration timeout) {
  public AlertmanagerSettings {
    Objects.requireNonNull(url, "url");
    Objects.requireNonNull(repeat, "repeat");
    Objects.requireNonNull(timeout, "timeout");
  }

  /** Where alerts are posted. */
  URI alerts() {
    String base = url.toString();
    return URI.create((base.endsWith("/") ? base : base + "/") + "api/v2/alerts");
  }
}
