package motcua.ingest.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * Name and secret in the forms in which senders give them.
 *
 * @param name who it claims to be
 * @param secret what proves it; never printed
 */
record Credentials(String name, String secret) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String BASIC = "basic ";

  /**
   * From the body of a login: {@code username} and {@code password}, or {@code client_id} and
   * {@code client_secret}.
   */
  static Optional<Credentials> ofLogin(byte[] body) {
    try {
      JsonNode login = JSON.readTree(body);
      if (login == null || !login.isObject()) {
        return Optional.empty();
      }
      return of(login, "username", "password").or(() -> of(login, "client_id", "client_secret"));
    } catch (IOException notJson) {
      return Optional.empty();
    }
  }

  /** From a header of HTTP's basic authentication. */
  static Optional<Credentials> ofHeader(String authorization) {
    if (authorization == null || !authorization.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
      return Optional.empty();
    }
    try {
      byte[] decoded = Base64.getDecoder().decode(authorization.substring(BASIC.length()).strip());
      String text = new String(decoded, StandardCharsets.UTF_8);
      int colon = text.indexOf(':');
      return colon < 0
          ? Optional.empty()
          : Optional.of(new Credentials(text.substring(0, colon), text.substring(colon + 1)));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  private static Optional<Credentials> of(JsonNode login, String name, String secret) {
    return login.path(name).isTextual() && login.path(secret).isTextual()
        ? Optional.of(new Credentials(login.path(name).textValue(), login.path(secret).textValue()))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return "Credentials[" + name + "]";
  }
}
