package motcua.standalone;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.avro.Schema;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A registry that loses answers, each on a connection of its own. */
@Timeout(60)
class SchemaRegistrationTest {
  private static final Duration SHORT = Duration.ofMillis(300);
  private static final Schema SCHEMA = Schema.create(Schema.Type.STRING);
  private static final String HEAD =
      "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 8\r\n\r\n";
  private static final String BODY = "{\"id\":7}";

  private final AtomicInteger asked = new AtomicInteger();
  private final List<Socket> connections = new ArrayList<>();
  private ServerSocket server;
  private SchemaRegistration registration;

  @BeforeEach
  void listen() throws IOException {
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    registration =
        new SchemaRegistration(URI.create("http://127.0.0.1:" + server.getLocalPort()), SHORT);
  }

  @AfterEach
  void close() throws IOException {
    server.close();
    synchronized (connections) {
      for (Socket connection : connections) {
        connection.close();
      }
    }
  }

  @Test
  void shouldAskAgainWhenTheBodyOfAnAnswerIsLost() throws Exception {
    answer(List.of(HEAD, HEAD + BODY));

    assertEquals(7, registration.register("s-value", SCHEMA));
    assertEquals(2, asked.get());
  }

  @Test
  void shouldAskAgainWhenAnAnswerIsLost() throws Exception {
    answer(List.of("", "", HEAD + BODY));

    assertEquals(7, registration.register("s-value", SCHEMA));
    assertEquals(3, asked.get());
  }

  @Test
  void shouldSayWhatWasNotAnswered() {
    answer(List.of("", HEAD, ""));

    var fault = assertThrows(IOException.class, () -> registration.register("s-value", SCHEMA));

    assertTrue(fault.getMessage().contains("POST /subjects/s-value/versions"), fault.getMessage());
    assertEquals(3, asked.get());
  }

  @Test
  void shouldNotAskAgainWhereNobodyListens() throws Exception {
    server.close();

    assertFalse(registration.answers());
    assertThrows(IOException.class, () -> registration.register("s-value", SCHEMA));
  }

  private void answer(List<String> answers) {
    Thread.ofVirtual()
        .start(
            () -> {
              for (String answer : answers) {
                try {
                  Socket connection = server.accept();
                  synchronized (connections) {
                    connections.add(connection);
                  }
                  connection.getInputStream().read();
                  asked.incrementAndGet();
                  connection.getOutputStream().write(answer.getBytes(US_ASCII));
                  connection.getOutputStream().flush();
                } catch (IOException closed) {
                  return;
                }
              }
            });
  }
}
