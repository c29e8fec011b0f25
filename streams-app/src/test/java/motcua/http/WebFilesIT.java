package motcua.http;

import static motcua.readmodel.postgres.TestRecords.cell;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import motcua.core.document.Letterheads;
import motcua.core.ledger.Measure;
import motcua.core.unit.UnitTree;
import motcua.readmodel.Sourced;
import motcua.readmodel.postgres.TestDatabase;
import motcua.schemas.internal.LedgerEntry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How files and figures travel: compressed, and not again while they are the same. */
class WebFilesIT {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static TestWeb web;

  @BeforeAll
  static void start() {
    TestDatabase database = TestDatabase.create();
    database.project(
        List.of(), List.of(received(1), received(2), received(3)), List.of(), List.of(), List.of());
    web =
        TestWeb.start(
            database,
            tree(),
            Letterheads.NONE,
            InstantSource.fixed(Instant.parse("2024-09-16T01:00:00Z")));
  }

  private static Sourced<LedgerEntry> received(int unit) {
    LedgerEntry entry = cell("H.00" + unit, "2024-09-02", Measure.RECEIVED_DIRECT, 1);
    entry.getAmounts().set(Measure.OPEN_IN_TIME.ordinal(), 1L);
    return new Sourced<>(entry, 0, unit);
  }

  /** So many units that their list is worth compressing. */
  private static UnitTree tree() {
    StringBuilder units =
        new StringBuilder(
            "code,name,parent,level,validFrom,validTo,successor,headName,headEmail\nH,Tỉnh,,,,,,,\n");
    for (int unit = 0; unit < 150; unit++) {
      units.append("H.%03d,Xã số %d,H,xa,,,,,\n".formatted(unit, unit));
    }
    return UnitTree.parse(units.toString()).orElseThrow();
  }

  @AfterAll
  static void stop() {
    web.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/shell.js",
        "/lib/lit-html/lit-html.js",
        "/style.css",
        "/api/report?period=2024-Q3",
        "/api/overview",
        "/api/openapi.json",
        "/lib/uplot/uPlot.esm.js",
        "/lib/uplot/1.6.30/uPlot.min.css"
      })
  void shouldCompressWhatABrowserTakesCompressed(String path) throws Exception {
    HttpResponse<byte[]> plain = get(path);
    HttpResponse<byte[]> packed = get(path, "Accept-Encoding", "gzip, deflate, br");

    assertEquals(200, plain.statusCode(), path);
    assertEquals("", header(plain, "Content-Encoding"));
    assertEquals("gzip", header(packed, "Content-Encoding"), path);
    assertTrue(packed.body().length < 0.7 * plain.body().length, path);
    assertArrayEquals(
        plain.body(), new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes());
  }

  @Test
  void shouldCompressEveryModuleThatIsWorthIt() throws Exception {
    List<Path> modules;
    try (Stream<Path> files = Files.walk(Path.of("src/main/resources/web"))) {
      modules = files.filter(WebFilesIT::isLongModule).toList();
    }

    assertTrue(modules.size() > 3, modules.toString());
    for (Path module : modules) {
      String path = "/" + Path.of("src/main/resources/web").relativize(module);
      assertEquals("gzip", header(get(path, "Accept-Encoding", "gzip"), "Content-Encoding"), path);
    }
  }

  private static boolean isLongModule(Path file) {
    return file.toString().endsWith(".js") && file.toFile().length() > 1_600;
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/style.css", "/lib/uplot/uPlot.esm.js"})
  void shouldNotSendAgainWhatTheBrowserHas(String path) throws Exception {
    for (String encoding : new String[] {"identity", "gzip"}) {
      HttpResponse<byte[]> first = get(path, "Accept-Encoding", encoding);
      String tag = header(first, "ETag");

      HttpResponse<byte[]> again = get(path, "Accept-Encoding", encoding, "If-None-Match", tag);

      assertEquals("no-cache", header(first, "Cache-Control"));
      assertTrue(tag.length() > 4, path + " has the tag " + tag);
      assertEquals(304, again.statusCode(), path + " " + encoding);
      assertEquals(0, again.body().length);
    }
  }

  @Test
  void shouldLetABrowserKeepAVersionOfALibrary() throws Exception {
    HttpResponse<byte[]> file = get("/lib/uplot/1.6.30/uPlot.esm.js");

    assertEquals("public, max-age=31536000, immutable", header(file, "Cache-Control"));
    assertEquals("text/javascript; charset=utf-8", header(file, "Content-Type").toLowerCase());
    assertEquals("nosniff", header(file, "X-Content-Type-Options"));
    assertTrue(new String(file.body(), java.nio.charset.StandardCharsets.UTF_8).contains("export"));
    assertArrayEquals(get("/lib/uplot/uPlot.esm.js").body(), file.body());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/lib/uplot/",
        "/lib/uplot/uPlot.cjs.js",
        "/lib/uplot/package.json",
        "/lib/uplot/1.6.30/LICENSE",
        "/lib/uplot/..%2F..%2F..%2Fhttp/openapi.json",
        "/lib/uplot/%2e%2e/%2e%2e/db/migration/V0001__projection.sql",
        "/lib/",
        "/META-INF/resources/webjars/uplot/1.6.30/package.json",
        "/webjars/uplot/1.6.30/package.json",
        "/webjars/uplot/1.6.30/dist/uPlot.esm.js",
        "/db/migration/V0001__projection.sql",
        "/..%2Fdb/migration/V0001__projection.sql",
        "/%2e%2e/http/openapi.json",
        "/motcua/http/WebServer.class",
        "/META-INF/MANIFEST.MF"
      })
  void shouldGiveNoOtherFileOfTheClassPath(String path) throws Exception {
    int status = get(path).statusCode();

    assertTrue(status == 404 || status == 400, path + " gives " + status);
  }

  private static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  private static HttpResponse<byte[]> get(String path, String... headers) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(web.server().url() + path.substring(1)));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }
}
