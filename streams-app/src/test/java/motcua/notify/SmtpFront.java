package motcua.notify;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * What stands before a mail server: speaks TLS for it, and may answer for it who is no recipient.
 */
final class SmtpFront implements AutoCloseable {
  private final int server;
  private final MailSettings.Security security;
  private final SSLContext tls;
  private final Function<String, Optional<String>> recipients;
  private final ServerSocket entry;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();

  /**
   * @param server port of a plain SMTP server
   * @param tls of the front; null where it speaks none
   * @param recipients the answer to {@code RCPT TO}, of its address; empty: the server's
   */
  SmtpFront(
      int server,
      MailSettings.Security security,
      SSLContext tls,
      Function<String, Optional<String>> recipients)
      throws IOException {
    this.server = server;
    this.security = security;
    this.tls = tls;
    this.recipients = recipients;
    this.entry = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  /** One that answers nothing itself. */
  static SmtpFront secured(int server, MailSettings.Security security, SSLContext tls)
      throws IOException {
    return new SmtpFront(server, security, tls, address -> Optional.empty());
  }

  int port() {
    return entry.getLocalPort();
  }

  private void accept() {
    while (!entry.isClosed()) {
      try {
        Socket client = entry.accept();
        sockets.add(client);
        Thread.ofVirtual().start(() -> serve(client));
      } catch (IOException closed) {
        // Closed: the loop ends.
      }
    }
  }

  private void serve(Socket client) {
    try (client;
        Socket secured = secured(client);
        Socket behind = new Socket(InetAddress.getLoopbackAddress(), server)) {
      sockets.add(behind);
      if (security == MailSettings.Security.STARTTLS) {
        // The client has been greeted before TLS.
        reader(behind).readLine();
      }
      Thread answers = Thread.ofVirtual().start(() -> pass(behind, secured));
      passCommands(secured, behind);
      behind.shutdownOutput();
      answers.join();
    } catch (IOException refused) {
      // The client does not trust us, or is gone.
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  private Socket secured(Socket client) throws IOException {
    return switch (security) {
      case NONE -> client;
      case TLS -> overTls(client);
      case STARTTLS -> {
        untilStartTls(client);
        yield overTls(client);
      }
    };
  }

  private Socket overTls(Socket client) throws IOException {
    var secured = (SSLSocket) tls.getSocketFactory().createSocket(client, null, true);
    secured.setUseClientMode(false);
    secured.startHandshake();
    return secured;
  }

  private static void untilStartTls(Socket client) throws IOException {
    say(client, "220 front");
    BufferedReader commands = reader(client);
    for (String line = commands.readLine(); line != null; line = commands.readLine()) {
      if (line.toUpperCase(Locale.ROOT).startsWith("EHLO")) {
        say(client, "250-front\r\n250 STARTTLS");
      } else if (line.equalsIgnoreCase("STARTTLS")) {
        say(client, "220 go on");
        return;
      } else {
        say(client, "530 5.7.0 Must issue a STARTTLS command first");
      }
    }
    throw new IOException("gone before TLS");
  }

  private void passCommands(Socket client, Socket behind) throws IOException {
    BufferedReader commands = reader(client);
    for (String line = commands.readLine(); line != null; line = commands.readLine()) {
      Optional<String> own =
          line.startsWith("RCPT TO:") ? recipients.apply(address(line)) : Optional.empty();
      say(own.isPresent() ? client : behind, own.orElse(line));
    }
  }

  private static String address(String command) {
    return command.substring(command.indexOf('<') + 1, command.indexOf('>'));
  }

  private static void pass(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
      to.close();
    } catch (IOException cut) {
      // Either side may go at any time.
    }
  }

  private static BufferedReader reader(Socket socket) throws IOException {
    return new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1));
  }

  private static void say(Socket to, String line) throws IOException {
    OutputStream output = to.getOutputStream();
    output.write((line + "\r\n").getBytes(ISO_8859_1));
    output.flush();
  }

  @Override
  public void close() throws IOException {
    entry.close();
    for (Socket socket : sockets) {
      socket.close();
    }
  }
}
