package motcua.notify;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The mail server.
 *
 * @param authorities who alone may vouch for the server; empty: those Java trusts
 * @param user empty: no login
 * @param password never printed
 * @param from sender of all messages
 * @param timeout of each step of the protocol
 */
public record MailSettings(
    String host,
    int port,
    Security security,
    List<X509Certificate> authorities,
    Optional<String> user,
    String password,
    String from,
    Duration timeout) {
  /** How the connection is kept from listeners. */
  public enum Security {
    /** Begins plain and must go over to TLS. */
    STARTTLS,
    /** TLS from the first byte. */
    TLS,
    /** None; for a server on the same machine. */
    NONE
  }

  public MailSettings {
    Objects.requireNonNull(host, "host");
    Objects.requireNonNull(security, "security");
    authorities = List.copyOf(authorities);
    Objects.requireNonNull(user, "user");
    Objects.requireNonNull(password, "password");
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(timeout, "timeout");
  }

  @Override
  public String toString() {
    return "MailSettings[" + host + ":" + port + ", " + security + "]";
  }
}
