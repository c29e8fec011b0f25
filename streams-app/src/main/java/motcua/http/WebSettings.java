package motcua.http;

import java.util.Set;

/**
 * Where the server listens.
 *
 * @param host a loopback address; others are refused until there is authentication
 * @param port 0 takes a free one
 */
public record WebSettings(String host, int port) {
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "::1");

  public WebSettings {
    if (!LOOPBACK.contains(host)) {
      throw new IllegalArgumentException(
          "host "
              + host
              + " is refused: without authentication only 127.0.0.1, localhost and ::1 are served");
    }
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("port must be 0 to 65535, not " + port);
    }
  }
}
