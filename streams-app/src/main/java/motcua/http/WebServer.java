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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import motcua.alert.ActNotSentException;
import motcua.alert.ActRefusedException;
import motcua.alert.UnknownAlertException;
import motcua.core.publication.ReadingFault;
import motcua.export.FileFormat;
import motcua.export.TooLongException;
import motcua.live.Feed;
import motcua.readmodel.JournalOffException;
import motcua.readmodel.StoreUnavailableException;
import motcua.reconciliation.Reconciler;
import motcua.reconciliation.UnreadableFiguresException;
import motcua.report.DrillDown;
import motcua.report.Explanations;
import motcua.report.InstantLedgerException;
import motcua.report.JournalBehindException;
import motcua.report.UnitOutsideScopeException;
import motcua.report.UnknownScopeException;
import motcua.snapshot.BooksBehindException;
import motcua.snapshot.RefusedException;
import motcua.snapshot.UnknownSnapshotException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running HTTP server: API, page, health and metrics. */
public final class WebServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);

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

  /** All of them stand beside. */
  private static final int FAULTS_IN_WORDS = 5;

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
    errors(config);
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

  private static void errors(JavalinConfig config) {
    config.routes.exception(
        ProblemException.class,
        (problem, context) ->
            Responses.problem(context, problem.status(), problem.title(), problem.getMessage()));
    config.routes.exception(
        UnknownScopeException.class,
        (unknown, context) -> {
          ProblemException problem = LiveApi.unknownScope(unknown.scope());
          Responses.problem(context, problem.status(), problem.title(), problem.getMessage());
        });
    config.routes.exception(
        UnitOutsideScopeException.class,
        (outside, context) ->
            Responses.problem(
                context,
                400,
                "Yêu cầu không hợp lệ",
                "Đơn vị \"%s\" không thuộc phạm vi \"%s\"."
                    .formatted(outside.unit(), outside.scope())));
    config.routes.exception(
        UnreadableFiguresException.class,
        (unreadable, context) -> {
          List<ReadingFault> faults = unreadable.faults();
          Responses.problem(
              context,
              400,
              "Số liệu chưa đọc được",
              "Có %d chỗ sai, chưa đối chiếu gì. %s%s."
                  .formatted(
                      faults.size(),
                      faults.stream()
                          .limit(FAULTS_IN_WORDS)
                          .map(ReadingFault::text)
                          .collect(Collectors.joining("; ")),
                      faults.size() > FAULTS_IN_WORDS ? "; còn nữa" : ""),
              Map.of("errors", faults));
        });
    config.routes.exception(
        JournalOffException.class,
        (off, context) ->
            Responses.problem(context, 409, "Nhật ký bút toán đã tắt", JournalOff.DETAIL));
    config.routes.exception(
        InstantLedgerException.class,
        (byMoments, context) ->
            Responses.problem(context, 409, "Sổ tính theo giờ", InstantLedger.DETAIL));
    config.routes.exception(
        JournalBehindException.class,
        (behind, context) -> {
          LOG.info("no list of dossiers: {}", behind.getMessage());
          Responses.problem(
              context.header("Retry-After", "1"),
              503,
              "Số liệu đang được cập nhật",
              "Sổ và nhật ký chưa tới cùng một điểm nên danh sách chưa khớp với con số; thử lại sau giây lát.");
        });
    config.routes.exception(
        TooLongException.class,
        (tooLong, context) ->
            Responses.problem(context, 422, "Bảng quá dài", DocumentRequest.TOO_LONG));
    config.routes.exception(
        RefusedException.class,
        (refused, context) ->
            Responses.problem(
                context, 409, "Không công bố được", SnapshotApi.says(refused.refusal())));
    config.routes.exception(
        BooksBehindException.class,
        (behind, context) -> {
          LOG.info("nothing published: {}", behind.getMessage());
          Responses.problem(
              context.header("Retry-After", "60"),
              503,
              "Số liệu chưa về đủ",
              "Hệ thống còn đang ghi sổ những gì đã nhận nên chưa công bố được; thử lại sau ít phút.");
        });
    config.routes.exception(
        UnknownSnapshotException.class,
        (unknown, context) ->
            Responses.problem(
                context, 404, "Không tìm thấy", "Không có báo cáo đã lưu với số này."));
    alertErrors(config);
    config.routes.exception(
        StoreUnavailableException.class,
        (away, context) -> {
          LOG.warn("read model away", away);
          Responses.problem(
              context,
              503,
              "Tạm thời không phục vụ được",
              "Cơ sở dữ liệu chưa trả lời; thử lại sau ít phút.");
        });
    config.routes.exception(Exception.class, WebServer::failed);
    config.routes.error(404, WebServer::notFound);
    config.routes.error(
        405,
        context ->
            Responses.problem(
                context,
                405,
                "Phương thức không được dùng",
                "Đường dẫn này không nhận " + context.method() + "."));
  }

  /**
   * Must not throw: the server has a failed answer to a failure handled again, without end. When
   * who asked is gone, request and answer refuse every question.
   */
  private static void failed(Exception fault, Context context) {
    try {
      LOG.error("request failed, path {}", context.path(), fault);
      Responses.problem(
          context,
          500,
          "Lỗi của hệ thống",
          "Yêu cầu không thực hiện được; lỗi đã được ghi vào nhật ký của hệ thống.");
    } catch (RuntimeException gone) {
      LOG.debug("nobody waits for an answer any more", fault);
    }
  }

  private static void alertErrors(JavalinConfig config) {
    config.routes.exception(
        UnknownAlertException.class,
        (unknown, context) ->
            Responses.problem(
                context,
                404,
                "Không tìm thấy",
                "Không có cảnh báo \"%s\"; xem các cảnh báo ở /api/alerts."
                    .formatted(unknown.alert())));
    config.routes.exception(
        ActRefusedException.class,
        (refused, context) ->
            Responses.problem(
                context, 409, "Không thực hiện được", AlertActApi.says(refused.refusal())));
    config.routes.exception(
        ActNotSentException.class,
        (unsent, context) -> {
          LOG.warn("an act on an alert waits to be sent", unsent);
          Responses.problem(
              context.header("Retry-After", "15"),
              503,
              "Chưa chuyển đi được",
              "Thao tác đã được lưu nhưng chưa chuyển tới nơi xử lý; hệ thống sẽ tự gửi lại. Xem lại cảnh báo sau ít phút, chưa cần làm lại.");
        });
  }

  /** For paths nobody serves; an API's own 404 already says what is missing. */
  private static void notFound(Context context) {
    String type = context.res().getContentType();
    if (type == null || !type.startsWith("application/problem+json")) {
      Responses.problem(
          context,
          404,
          "Không tìm thấy",
          "Không có đường dẫn này; xem các đường dẫn ở /api/openapi.json.");
    }
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
