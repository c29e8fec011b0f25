package motcua.http;

import io.javalin.http.Context;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import motcua.core.unit.UnitTree;
import motcua.coverage.SourceState;
import motcua.readmodel.SourceLine;

/** {@code GET /api/sources}: what each system brings, and how long it has been silent. */
final class SourceApi {
  private final WebParts parts;

  SourceApi(WebParts parts) {
    this.parts = parts;
  }

  void list(Context context) {
    Parameters.of(context);
    Map<String, Map<String, Long>> marks = parts.sources().coverage().marks();
    List<SourceView> views =
        parts.sources().coverage().sources().stream()
            .map(
                state -> view(state, marks.getOrDefault(state.line().hearing().source(), Map.of())))
            .toList();
    Responses.json(
        context,
        new SourcesView(
            Responses.time(parts.clock().instant()),
            views.size(),
            parts.lastAudit().get().map(audit -> Responses.time(audit.finishedAt())).orElse(null),
            views));
  }

  private SourceView view(SourceState state, Map<String, Long> marks) {
    SourceLine line = state.line();
    String name = line.hearing().source();
    return new SourceView(
        name.isEmpty() ? null : name,
        line.lastRecordedAt().map(at -> lastEvent(line, at)).orElse(null),
        line.hearing().heardAt().map(Responses::time).orElse(null),
        line.records(),
        line.backfilled(),
        new RateView(line.lastHour(), line.lastDay()),
        new SilenceView(
            state.limit().map(SourceApi::hours).orElse(null),
            state.silence().map(SourceApi::hours).orElse(null),
            state.silentSince().isPresent(),
            state.silentSince().map(Responses::time).orElse(null)),
        units(line.hearing().units()),
        new TreeMap<>(line.deadLetters()),
        new TreeMap<>(marks));
  }

  private static EventView lastEvent(SourceLine line, Instant recordedAt) {
    return new EventView(
        line.lastOccurredAt().map(Responses::time).orElse(null), Responses.time(recordedAt));
  }

  /** In hundredths. */
  private static double hours(Duration time) {
    return Math.round(time.toSeconds() / 36.0) / 100.0;
  }

  private List<FedView> units(Map<String, Instant> units) {
    UnitTree tree = parts.reference().units();
    return new TreeMap<>(units)
        .entrySet().stream()
            .map(
                unit ->
                    new FedView(tree.displayCode(unit.getKey()), Responses.time(unit.getValue())))
            .toList();
  }

  /**
   * @param lastAuditAt null: the books were never audited
   */
  record SourcesView(String now, int total, String lastAuditAt, List<SourceView> sources) {}

  /**
   * @param source null: of records that named none
   * @param lastEvent null before the first
   */
  record SourceView(
      String source,
      EventView lastEvent,
      String heardAt,
      long records,
      long backfilled,
      RateView rate,
      SilenceView silence,
      List<FedView> units,
      Map<String, Long> deadLetters,
      Map<String, Long> marks) {}

  record EventView(String occurredAt, String recordedAt) {}

  record RateView(long lastHour, long lastDay) {}

  /** Times in office hours; a limit of null: not watched. */
  record SilenceView(Double limitHours, Double hours, boolean silent, String since) {}

  record FedView(String unit, String heardAt) {}
}
