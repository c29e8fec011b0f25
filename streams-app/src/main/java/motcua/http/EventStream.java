package motcua.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import motcua.core.alert.Severity;
import motcua.core.alert.Transition;
import motcua.core.unit.UnitTree;
import motcua.coverage.Staleness;
import motcua.http.OverviewViews.Fraction;
import motcua.http.OverviewViews.OpenView;
import motcua.http.OverviewViews.TodayView;
import motcua.live.FeedEvent;
import motcua.live.Subscription;
import motcua.readmodel.AlertKind;
import motcua.readmodel.LiveFigures;

/**
 * Sends what somebody listens to as server-sent events (HTML standard, section 9.2), until either
 * side has enough. The id of an event is the position of the last step of an alert that was told.
 */
final class EventStream {
  /** A browser comes back after so long. */
  private static final String RETRY = "retry: 2000\n\n";

  /** Keeps what stands between from closing a quiet connection, and finds out who is gone. */
  private static final String HEARTBEAT = ":\n\n";

  private final OutputStream out;
  private final UnitTree tree;
  private final InstantSource clock;
  private long told = -1;

  EventStream(OutputStream out, UnitTree tree, InstantSource clock) {
    this.out = out;
    this.tree = tree;
    this.clock = clock;
  }

  /**
   * Returns when the subscription is closed.
   *
   * @throws IOException when the client is gone
   */
  void send(Subscription subscription, Duration heartbeat)
      throws IOException, InterruptedException {
    write(RETRY);
    while (!subscription.isClosed()) {
      Optional<FeedEvent> event = subscription.take(heartbeat);
      if (event.isPresent()) {
        write(event.get());
      } else if (!subscription.isClosed()) {
        write(HEARTBEAT);
      }
    }
  }

  private void write(FeedEvent event) throws IOException {
    switch (event) {
      case FeedEvent.Figures figures -> {
        told = Math.max(told, figures.told());
        write("ratios", view(figures));
      }
      case FeedEvent.Silence silence ->
          write("sources", new SourcesView(silence.scope(), stale(silence.stale())));
      case FeedEvent.Told step -> {
        told = step.step().position();
        write("alerts", view(step));
      }
    }
  }

  private void write(String name, Object data) throws IOException {
    String json = new String(Responses.written(data), StandardCharsets.UTF_8);
    write("event: %s\nid: %d\ndata: %s\n\n".formatted(name, told, json));
  }

  private void write(String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  private FiguresView view(FeedEvent.Figures event) {
    LiveFigures figures = event.figures();
    return new FiguresView(
        event.scope(),
        Responses.time(clock.instant()),
        event.appliedAt().map(Responses::time).orElse(null),
        OverviewViews.dayOf(figures.ratios()),
        stale(event.stale()),
        OverviewViews.byWindow(figures.ratios()),
        TodayView.of(figures.today()),
        OpenView.of(figures));
  }

  private StaleView stale(Optional<Staleness> stale) {
    return stale.map(one -> StaleView.of(one, tree)).orElse(null);
  }

  private static StepView view(FeedEvent.Told told) {
    Transition step = told.step().transition();
    return new StepView(
        step.alert(),
        AlertKind.of(step.rule()).name().toLowerCase(Locale.ROOT),
        step.scope(),
        told.phase().name().toLowerCase(Locale.ROOT),
        step.severity(),
        step.kind(),
        Responses.time(step.at()));
  }

  record FiguresView(
      String scope,
      String now,
      String lastEventAt,
      String asOf,
      StaleView stale,
      Map<String, Map<String, Fraction>> windows,
      TodayView today,
      OpenView open) {}

  record SourcesView(String scope, StaleView stale) {}

  /**
   * @param id of the alert, as in /api/alerts
   * @param unit of a silent source: the source
   * @param phase where the alert stands now
   */
  record StepView(
      String id,
      String kind,
      String unit,
      String phase,
      Severity severity,
      Transition.Kind transition,
      String at) {}
}
