package motcua.ingest.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import motcua.ingest.config.IntakeConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * HTTP around the gateway: addresses, limits before anything is read, and answers. A request that
 * waits holds no thread.
 */
final class IntakeServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(IntakeServer.class);
  private static final String ADDRESS = "/intake/<call>";
  private static final String JSON = "application/json; charset=utf-8";

  private final Javalin javalin;
  private final ObjectMapper json = new ObjectMapper();
  private final Gateway gateway;
  private final Admission admission;
  private final IntakeCounts counts;
  private final int bodyMaxBytes;

  /**
   * What else the port answers.
   *
   * @param failure why it cannot go on; empty while it can
   * @param notReady why nothing is taken now; empty when it is
   * @param metrics text of a scrape
   */
  record Operations(
      Supplier<Optional<String>> failure,
      Supplier<Optional<String>> notReady,
      Supplier<String> metrics) {}

  private IntakeServer(
      IntakeConfig config,
      Gateway gateway,
      Admission admission,
      IntakeCounts counts,
      Operations operations) {
    this.gateway = gateway;
    this.admission = admission;
    this.counts = counts;
    this.bodyMaxBytes = config.limits().bodyMaxBytes();
    this.javalin = Javalin.create(settings -> configure(settings, operations));
  }

  /**
   * Starts serving.
   *
   * @throws RuntimeException when the port is taken
   */
  static IntakeServer start(
      IntakeConfig config,
      Gateway gateway,
      Admission admission,
      IntakeCounts counts,
      Operations operations) {
    var server = new IntakeServer(config, gateway, admission, counts, operations);
    server.javalin.start(config.host(), config.port());
    return server;
  }

  /** The port it listens on. */
  int port() {
    return javalin.port();
  }

  /** Stops serving. */
  @Override
  public void close() {
    javalin.stop();
  }

  private void configure(JavalinConfig settings, Operations operations) {
    settings.startup.showJavalinBanner = false;
    settings.startup.showOldJavalinVersionWarning = false;
    settings.http.prefer405over404 = true;
    // Limits are checked here; a request waits as long as its transaction.
    settings.http.maxRequestSize = Long.MAX_VALUE;
    settings.http.asyncTimeout = 0;
    settings.routes.post(ADDRESS, this::take);
    settings.routes.get("/health/live", context -> health(context, operations.failure().get()));
    settings.routes.get("/health/ready", context -> health(context, operations.notReady().get()));
    settings.routes.get(
        "/metrics",
        context ->
            context
                .contentType("text/plain; version=0.0.4; charset=utf-8")
                .result(operations.metrics().get()));
    settings.routes.exception(Exception.class, this::failed);
    settings.routes.error(404, context -> wrongAddress(context, 404));
    settings.routes.error(405, context -> wrongAddress(context, 405));
  }

  private void take(Context context) throws IOException {
    long begun = System.nanoTime();
    long announced = context.req().getContentLengthLong();
    if (announced > bodyMaxBytes) {
      refuse(context, Answer.tooLong(bodyMaxBytes), begun);
      return;
    }
    Optional<Admission.Place> place = admission.enter(announced < 0 ? bodyMaxBytes : announced);
    if (place.isEmpty()) {
      refuse(context, Answer.unavailable(Gateway.RETRY_SECONDS), begun);
      return;
    }
    CompletableFuture<Gateway.Reply> reply;
    try {
      byte[] body = context.bodyInputStream().readNBytes(bodyMaxBytes + 1);
      if (body.length > bodyMaxBytes) {
        place.get().close();
        refuse(context, Answer.tooLong(bodyMaxBytes), begun);
        return;
      }
      reply = gateway.handle(request(context, body));
    } catch (IOException | RuntimeException | Error fault) {
      place.get().close();
      throw fault;
    }
    context.future(
        () ->
            reply
                .whenComplete((known, fault) -> place.get().close())
                .thenAccept(known -> answer(context, known, begun)));
  }

  private static Request request(Context context, byte[] body) {
    String unit = context.queryParam("madonvi");
    return new Request(
        context.path(),
        context.header("Authorization"),
        context.queryParam("session"),
        unit == null ? context.queryParam("MaDinhDanhDV") : unit,
        body);
  }

  /**
   * Answers before the body is read. It is read past all the same, as far as a body of the allowed
   * size goes: a connection closed with bytes unread is reset, and the answer lost with it.
   */
  private void refuse(Context context, Answer answer, long begun) throws IOException {
    InputStream body = context.bodyInputStream();
    byte[] past = new byte[8 * 1024];
    long left = bodyMaxBytes;
    int count = body.read(past);
    while (count >= 0 && left > 0) {
      left -= count;
      count = body.read(past);
    }
    if (count >= 0) {
      context.header("Connection", "close");
    }
    answer(context, Gateway.Reply.toStranger(answer), begun);
  }

  private void answer(Context context, Gateway.Reply reply, long begun) {
    Answer answer = reply.answer();
    counts.answered(answer.code(), System.nanoTime() - begun);
    if (answer.retryAfterSeconds() > 0) {
      context.header("Retry-After", Long.toString(answer.retryAfterSeconds()));
    }
    context.header("Cache-Control", "no-store");
    write(context, answer.status(), answer.body(reply.form()));
  }

  private void write(Context context, int status, Map<String, ?> body) {
    try {
      context.status(status).contentType(JSON).result(json.writeValueAsBytes(body));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an answer of ours can be written as JSON", e);
    }
  }

  private void failed(Exception fault, Context context) {
    // Its message may hold what was sent.
    LOG.error("a request to the intake failed: {}", fault.getClass().getName());
    Answer answer = Answer.unavailable(Gateway.RETRY_SECONDS);
    answer(context, Gateway.Reply.toStranger(answer), System.nanoTime());
  }

  private void wrongAddress(Context context, int status) {
    if (context.res().getContentType() == null
        || !context.res().getContentType().startsWith("application/json")) {
      Answer answer =
          Answer.refused(
              false, status, "Không có địa chỉ này; dữ liệu được gửi bằng POST tới /intake/...");
      write(context, status, answer.body(Client.SuccessCode.NUMBER));
    }
  }

  private void health(Context context, Optional<String> problem) {
    write(
        context,
        problem.isEmpty() ? 200 : 503,
        Map.of(
            "status",
            problem.isEmpty() ? "UP" : "DOWN",
            "problems",
            problem.map(List::of).orElse(List.of())));
  }
}
