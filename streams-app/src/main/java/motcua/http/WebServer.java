package motcua.http;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.staticfiles.Location;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import motcua.export.FileFormat;
import motcua.live.Feed;
import motcua.reconciliation.Reconciler;
import motcua.report.DrillDown;
import motcua.report.Explanations;

/** The running HTTP server: API, page, health and metrics. */
public final class WebServer implements AutoCloseable {
  /** The page loads nothing from elsewhere and may not be framed. */
  private static final Map<String, String> HEADERS =
      Map.of(
          "Content-Security-Policy",
          "default-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'",
          "X-Content-Type-Options",
          "nosniff",
          "Referrer-Policy",
          "no-referrer");

  private static final String ACKNOWLEDGEMENT = "/api/alerts/{id}/acknowledgement";

  private final Javalin javalin;
  private final String host;
  private final Set<String> paths;

  private final Feed feed;

  private WebServer(Javalin javalin, String host, Set<String> paths, Feed feed) {
    this.feed = feed;
    this.javalin = javalin;
    this.host = host;
    this.paths = Set.copyOf(paths);
  }

  /**
   * Starts serving.
   *
   * @throws RuntimeException when the port is taken
   */
  public static WebServer start(WebSettings settings, WebParts parts) {
    Map<String, Handler> reading = reading(parts);
    Map<String, Handler> writing = writing(parts);
    Map<String, Handler> deleting = deleting(parts);
    Javalin javalin = Javalin.create(config -> configure(config, reading, writing, deleting));
    javalin.start(settings.host(), settings.port());
    Set<String> paths = new HashSet<>(reading.keySet());
    paths.addAll(writing.keySet());
    paths.addAll(deleting.keySet());
    return new WebServer(javalin, settings.host(), paths, parts.figures().feed());
  }

  /** Paths of the API, health and metrics, as they stand in openapi.json. */
  Set<String> paths() {
    return paths;
  }

  /** The port it listens on. */
  public int port() {
    return javalin.port();
  }

  /** Where the page is. */
  public String url() {
    return "http://%s:%d/".formatted(host.contains(":") ? "[" + host + "]" : host, port());
  }

  private static void configure(
      JavalinConfig config,
      Map<String, Handler> reading,
      Map<String, Handler> writing,
      Map<String, Handler> deleting) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.http.prefer405over404 = true;
    config.staticFiles.add(
        files -> {
          files.hostedPath = "/";
          files.directory = "/web";
          files.location = Location.CLASSPATH;
          files.headers = Map.of("Cache-Control", "no-cache");
        });
    LibraryFiles.LIT_HTML.serve(config.routes);
    LibraryFiles.UPLOT.serve(config.routes);
    config.routes.before(context -> HEADERS.forEach(context::header));
    reading.forEach(config.routes::get);
    writing.forEach(config.routes::post);
    deleting.forEach(config.routes::delete);
    Failures.answer(config.routes);
  }

  private static Map<String, Handler> reading(WebParts parts) {
    LiveApi live = new LiveApi(parts);
    Map<String, Handler> routes = new LinkedHashMap<>();
    routes.put("/api/report", new ReportApi(parts.reports())::get);
    routes.put(
        "/api/report/dossiers",
        new CellApi(new DrillDown(parts.readModel(), parts.reference()))::get);
    var explanations = new Explanations(parts.readModel(), parts.reference(), parts.clock());
    var definitions = new DefinitionApi(explanations);
    routes.put("/api/definitions", definitions::get);
    routes.put("/api/definitions/dossiers", definitions::dossiers);
    routes.put("/api/indices", new IndexApi(parts.reports(), explanations)::get);
    routes.put("/api/scores", new ScoreApi(parts.reports(), parts.scoring())::get);
    var overviews = new OverviewApi(parts);
    routes.put("/api/overview", overviews::get);
    routes.put("/api/units/{code}/series", overviews::series);
    routes.put("/api/stream", new StreamApi(parts)::get);
    routes.put("/api/ratios", live::ratios);
    routes.put("/api/overdue", live::overdue);
    routes.put("/api/due", live::due);
    routes.put("/api/units", live::units);
    routes.put("/api/sources", new SourceApi(parts)::list);
    var letters = new DeadLetterApi(parts.sources().letters());
    routes.put("/api/dead-letters", letters::list);
    routes.put("/api/dead-letters/summary", letters::summary);
    routes.put("/api/dossiers/{id}", new DossierApi(parts)::get);
    routes.put("/api/marks", MarkApi::get);
    var alerts = new AlertApi(parts);
    routes.put("/api/alerts", alerts::list);
    routes.put("/api/alerts/{id}", alerts::get);
    routes.put("/api/units/{code}/alerts", alerts::ofUnit);
    var snapshots = new SnapshotApi(parts.snapshots());
    routes.put("/api/snapshots", snapshots::list);
    // Before the next, which would take "7.xlsx" for a number.
    routes.putAll(files(parts));
    routes.put("/api/snapshots/{id}", snapshots::get);
    routes.put("/api/snapshots/{id}/body", snapshots::body);
    routes.put("/api/snapshots/{id}/proposal", snapshots::proposal);
    routes.put("/api/reconciliations/metrics", reconciliations(parts)::metrics);
    routes.put("/api/audit", new AuditApi(parts.lastAudit())::get);
    routes.put(
        "/api/openapi.json", context -> Responses.json(context, resource("/http/openapi.json")));
    routes.put("/health/live", context -> health(context, parts.live().get()));
    routes.put("/health/ready", context -> health(context, parts.ready().get()));
    routes.put("/metrics", context -> metrics(context, parts.metrics().get()));
    return routes;
  }

  private static Map<String, Handler> files(WebParts parts) {
    var files = new SnapshotFileApi(parts.snapshots(), parts.documents().snapshots());
    var years = new YearsApi(parts.documents().years());
    var exports = exports(parts);
    Map<String, Handler> routes = new LinkedHashMap<>();
    for (FileFormat format : FileFormat.values()) {
      routes.put("/api/snapshots/{id}." + format.extension(), files.as(format));
      routes.put("/api/years." + format.extension(), years.as(format));
    }
    routes.put("/api/years", years::get);
    routes.put("/api/exports/{id}", exports::get);
    routes.put("/api/exports/{id}/file", exports::file);
    return routes;
  }

  private static ExportApi exports(WebParts parts) {
    return new ExportApi(
        parts.snapshots(), parts.documents().snapshots(), parts.documents().exports());
  }

  private static Map<String, Handler> writing(WebParts parts) {
    var snapshots = new SnapshotApi(parts.snapshots());
    return Map.of(
        "/api/snapshots",
        snapshots::post,
        "/api/snapshots/{id}/revisions",
        snapshots::revise,
        ACKNOWLEDGEMENT,
        new AlertActApi(parts)::acknowledge,
        "/api/exports",
        exports(parts)::post,
        "/api/reconciliations",
        reconciliations(parts)::post);
  }

  private static Map<String, Handler> deleting(WebParts parts) {
    return Map.of(ACKNOWLEDGEMENT, new AlertActApi(parts)::undo);
  }

  private static ReconciliationApi reconciliations(WebParts parts) {
    return new ReconciliationApi(
        new Reconciler(parts.reports(), new DrillDown(parts.readModel(), parts.reference())));
  }

  private static void metrics(Context context, String scrape) {
    context.contentType("text/plain; version=0.0.4; charset=utf-8").result(scrape);
  }

  private static void health(Context context, Health health) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("status", health.problems().isEmpty() ? "UP" : "DOWN");
    body.put("problems", health.problems());
    Responses.json(context.status(health.problems().isEmpty() ? 200 : 503), body);
  }

  private static byte[] resource(String path) {
    try (InputStream in = WebServer.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("resource " + path + " is missing from the jar");
      }
      return in.readAllBytes();
    } catch (IOException fault) {
      throw new IllegalStateException("cannot read " + path, fault);
    }
  }

  /** Stops serving; streams are ended and requests under way finished first. */
  @Override
  public void close() {
    feed.close();
    javalin.stop();
  }
}
