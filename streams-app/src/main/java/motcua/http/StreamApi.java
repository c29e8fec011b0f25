package motcua.http;

import io.javalin.http.Context;
import io.javalin.http.sse.SseClient;
import io.javalin.http.sse.SseHandler;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import motcua.core.unit.UnitTree;
import motcua.live.Subscription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code GET /api/stream?scope=}: what changes in a scope, as server-sent events. */
final class StreamApi {
  private static final Logger LOG = LoggerFactory.getLogger(StreamApi.class);
  private static final String EVENTS = "text/event-stream";

  /** Well within the time after which the server closes a quiet connection. */
  private static final Duration HEARTBEAT = Duration.ofSeconds(15);

  private static final String RETRY_SECONDS = "5";

  private final WebParts parts;

  StreamApi(WebParts parts) {
    this.parts = parts;
  }

  void get(Context context) {
    String scope = Parameters.of(context, "scope").text("scope").orElse(UnitTree.ALL);
    if (!parts.reference().units().isScope(scope)) {
      throw LiveApi.unknownScope(scope);
    }
    String accepted = context.header("Accept");
    if (accepted == null || !accepted.contains(EVENTS)) {
      throw ProblemException.badRequest(
          "Đường dẫn này chỉ gửi dòng sự kiện; yêu cầu phải có \"Accept: %s\".".formatted(EVENTS));
    }
    parts
        .figures()
        .feed()
        .subscribe(scope, lastSeen(context))
        .ifPresentOrElse(subscription -> stream(context, subscription), () -> refuse(context));
  }

  /** What the browser knows already when it comes back; anything else is no id of ours. */
  private static OptionalLong lastSeen(Context context) {
    String id = Optional.ofNullable(context.header("Last-Event-ID")).orElse("");
    return id.matches("\\d{1,18}|-1") ? OptionalLong.of(Long.parseLong(id)) : OptionalLong.empty();
  }

  private void stream(Context context, Subscription subscription) {
    try {
      new SseHandler(0, client -> send(client, subscription)).handle(context);
    } catch (RuntimeException fault) {
      subscription.close();
      throw fault;
    }
  }

  /** On a thread of the client's own: one that reads slowly waits for nobody but itself. */
  private void send(SseClient client, Subscription subscription) {
    try (client;
        subscription) {
      new EventStream(
              client.ctx().res().getOutputStream(), parts.reference().units(), parts.clock())
          .send(subscription, HEARTBEAT);
    } catch (IOException gone) {
      LOG.debug("a listener is gone: {}", gone.toString());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static void refuse(Context context) {
    Responses.problem(
        context.header("Retry-After", RETRY_SECONDS),
        503,
        "Quá nhiều người đang theo dõi",
        "Máy chủ đã hết chỗ cho trang cập nhật trực tiếp; trang vẫn xem được, hãy thử lại sau ít giây.");
  }
}
