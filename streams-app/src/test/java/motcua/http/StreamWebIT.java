package motcua.http;

import static motcua.readmodel.postgres.TestRecords.cell;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import motcua.core.document.Letterheads;
import motcua.core.ledger.Measure;
import motcua.core.unit.UnitTree;
import motcua.readmodel.postgres.TestDatabase;
import motcua.schemas.internal.LedgerEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The stream as a client sees it on the wire. */
@Timeout(60)
class StreamWebIT {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2024-09-16T01:00:00Z"));
  private static final UnitTree TREE =
      UnitTree.parse(
              """
              code,name,parent,level,validFrom,validTo,successor,headName,headEmail
              H23,Huyện Cẩm Giàng,,huyen,,,,,
              H23.1,Xã Một,H23,xa,,,,,
              H23.2,Xã Hai,H23,xa,,,,,
              """)
          .orElseThrow();
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int BROKEN_OFF = 10;

  private final TestDatabase database = TestDatabase.create();
  private final List<Client> clients = new ArrayList<>();
  private TestWeb web;
  private int batches;

  @BeforeEach
  void start() {
    receive("H23.1", 1);
    web = TestWeb.start(database, TREE, Letterheads.NONE, CLOCK);
  }

  @AfterEach
  void stop() throws IOException {
    web.close();
    for (Client client : clients) {
      client.close();
    }
  }

  /** So many dossiers of today in a batch of their own. */
  private void receive(String unit, long dossiers) {
    LedgerEntry entry = cell(unit, "2024-09-16", Measure.RECEIVED_DIRECT, dossiers);
    entry.getAmounts().set(Measure.OPEN_IN_TIME.ordinal(), dossiers);
    database.appendCells(batches++, List.of(entry));
  }

  @Test
  void shouldBeginWithEverythingAndGoOnWithWhatChanges() throws Exception {
    Client client = open("/api/stream?scope=H23.1", "Accept-Encoding: gzip");

    assertEquals("HTTP/1.1 200 OK", client.status);
    assertTrue(client.headers.contains("content-type: text/event-stream"), client.headers);
    assertFalse(client.headers.contains("content-encoding"), client.headers);
    assertTrue(client.headers.contains("cache-control: no-cache"), client.headers);
    JsonNode first = client.next("ratios");
    assertEquals("H23.1", first.get("scope").asText());
    assertEquals("2024-09-16T08:00:00+07:00", first.get("now").asText());
    assertEquals("{\"received\":1,\"closed\":0,\"closedLate\":0}", first.get("today").toString());
    assertEquals(1, first.at("/open/inProgress").asInt());
    assertTrue(first.get("windows").isObject());
    assertTrue(first.get("stale").isNull());
    assertEquals("-1", client.id);
    assertEquals("2000", client.retry);

    receive("H23.1", 5);

    assertEquals(5, client.next("ratios").at("/today/received").asInt());
  }

  @Test
  void shouldSendEachScopeItsOwn() throws Exception {
    Client one = open("/api/stream?scope=H23.1");
    Client two = open("/api/stream?scope=H23.2");
    Client all = open("/api/stream");
    assertEquals(1, one.next("ratios").at("/today/received").asInt());
    assertEquals(0, two.next("ratios").at("/today/received").asInt());
    assertEquals(1, all.next("ratios").at("/today/received").asInt());

    receive("H23.2", 3);

    assertEquals(3, two.next("ratios").at("/today/received").asInt());
    assertEquals(4, all.next("ratios").at("/today/received").asInt());
    JsonNode other = one.next("ratios");
    assertEquals(1, other.at("/today/received").asInt(), "only the newest event is newer");
  }

  @Test
  void shouldDropWhoIsGoneAndServeTheOthers() throws Exception {
    Client gone = open("/api/stream");
    Client there = open("/api/stream");
    gone.next("ratios");
    there.next("ratios");
    assertEquals(2, web.listeners());
    gone.close();

    long dossiers = 1;
    while (web.listeners() > 1) {
      receive("H23.1", ++dossiers);
      assertEquals(dossiers, there.next("ratios").at("/today/received").asLong());
    }

    receive("H23.1", 1_000);
    assertEquals(1_000, there.next("ratios").at("/today/received").asInt());
  }

  /** A failed answer to a failure would be handled again, without end. */
  @Test
  void shouldSayLittleOfListenersWhoBreakOff() throws Exception {
    Client there = open("/api/stream");
    there.next("ratios");
    try (LoggedLines lines = LoggedLines.of("io.javalin", "motcua.http")) {
      for (int listener = 0; listener < BROKEN_OFF; listener++) {
        Client client = open("/api/stream");
        client.next("ratios");
        client.breakOff();
      }
      long dossiers = 1;
      while (web.listeners() > 1) {
        receive("H23.1", ++dossiers);
        assertEquals(dossiers, there.next("ratios").at("/today/received").asLong());
      }
      // Whatever goes on without end has time to show.
      receive("H23.1", 1_000);
      assertEquals(1_000, there.next("ratios").at("/today/received").asInt());

      assertTrue(lines.count() <= BROKEN_OFF, lines.count() + " lines, the first " + lines.first());
    }
  }

  @Test
  void shouldNotWaitForWhoDoesNotRead() throws Exception {
    open("/api/stream");
    Client quick = open("/api/stream");
    quick.next("ratios");
    for (int dossiers = 2; dossiers < 12; dossiers++) {
      receive("H23.1", dossiers);
      assertEquals(dossiers, quick.next("ratios").at("/today/received").asInt());
    }
  }

  @Test
  void shouldEndTheStreamsWhenTheServerCloses() throws Exception {
    Client client = open("/api/stream");
    client.next("ratios");

    web.close();

    List<String> rest = new ArrayList<>();
    for (String line = client.line(); line != null; line = client.line()) {
      rest.add(line);
    }
    assertTrue(rest.stream().noneMatch(line -> line.startsWith("event")), rest.toString());
  }

  @Test
  void shouldRefuseWhatItCannotSendAndWhoIsTooMany() throws Exception {
    assertEquals(404, answer("/api/stream?scope=H99", "text/event-stream").statusCode());
    assertEquals(400, answer("/api/stream", "application/json").statusCode());
    for (int listener = 0; listener < 200; listener++) {
      assertFalse(web.listen().isClosed());
    }

    HttpResponse<String> refused = answer("/api/stream", "text/event-stream");

    assertEquals(503, refused.statusCode());
    assertEquals("5", refused.headers().firstValue("Retry-After").orElse(""));
    assertTrue(refused.body().contains("Quá nhiều"), refused.body());
  }

  private HttpResponse<String> answer(String path, String accept) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(web.server().url() + path.substring(1)))
                .header("Accept", accept)
                .build(),
            HttpResponse.BodyHandlers.ofString());
  }

  private Client open(String path, String... headers) throws IOException {
    Client client = new Client(web.server().port(), path, headers);
    clients.add(client);
    return client;
  }

  /** Reads a stream line by line from a plain socket. */
  private static final class Client {
    private final Socket socket;
    private final BufferedReader lines;
    private final String status;
    private final String headers;
    private String retry;
    private String id;

    Client(int port, String path, String... more) throws IOException {
      socket = new Socket("127.0.0.1", port);
      String request =
          "GET %s HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n%s\r\n"
              .formatted(
                  path, List.of(more).stream().map(one -> one + "\r\n").reduce("", String::concat));
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      lines =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      status = lines.readLine();
      StringBuilder read = new StringBuilder();
      for (String line = lines.readLine(); !line.isEmpty(); line = lines.readLine()) {
        read.append(line.toLowerCase(java.util.Locale.ROOT)).append('\n');
      }
      headers = read.toString();
    }

    String line() throws IOException {
      return lines.readLine();
    }

    /** The data of the next event, which must be of this name. */
    JsonNode next(String event) throws IOException {
      String name = "";
      for (String line = line(); line != null; line = line()) {
        if (line.startsWith("retry: ")) {
          retry = line.substring(7);
        } else if (line.startsWith("id: ")) {
          id = line.substring(4);
        } else if (line.startsWith("event: ")) {
          name = line.substring(7);
        } else if (line.startsWith("data: ")) {
          assertEquals(event, name);
          return JSON.readTree(line.substring(6));
        }
      }
      throw new IOException("the stream has ended");
    }

    void close() throws IOException {
      socket.close();
    }

    /** As a browser that is killed: the server finds a connection reset. */
    void breakOff() throws IOException {
      socket.setSoLinger(true, 0);
      socket.close();
    }
  }
}
