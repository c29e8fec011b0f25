package motcua.topology;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import motcua.codec.FramedReader;
import motcua.codec.FramedWriter;
import motcua.codec.Micros;
import motcua.codec.TransitionCodec;
import motcua.core.alert.AlertFigures;
import motcua.core.alert.Transition;
import motcua.core.unit.UnitTree;
import motcua.schemas.events.ClockTick;
import motcua.schemas.internal.AlertAct;
import motcua.schemas.internal.AlertTransition;
import motcua.schemas.internal.Ratios;
import motcua.schemas.internal.UnitTotals;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The one small task that sees all units: keeps their totals, sends the rolling ratios of every
 * scope, and has the alerts judged by them. Scopes changed since the last sending are recomputed in
 * full when a task starts, so none is forgotten by a crash.
 */
final class ScopeProcessor implements Processor<byte[], byte[], byte[], byte[]> {
  private final UnitTree tree;
  private final Codecs codecs;
  private final String policy;
  private final Alerting alerting;
  private final LedgerTopology.Parameters parameters;
  private final Map<String, Cause> changed = new LinkedHashMap<>();
  private final Map<Integer, Long> clocks = new HashMap<>();

  private ProcessorContext<byte[], byte[]> context;
  private KeyValueStore<byte[], byte[]> store;
  private FramedReader<UnitTotals> totals;
  private FramedReader<ClockTick> ticks;
  private FramedReader<AlertTransition> transitions;
  private FramedReader<AlertAct> acts;
  private FramedWriter<Ratios> ratios;
  private FramedWriter<AlertTransition> alerts;
  private ScopeSums sums;
  private AlertDesk desk;

  ScopeProcessor(
      UnitTree tree,
      Codecs codecs,
      String policy,
      Alerting alerting,
      LedgerTopology.Parameters parameters) {
    this.tree = tree;
    this.codecs = codecs;
    this.policy = policy;
    this.alerting = alerting;
    this.parameters = parameters;
  }

  @Override
  public void init(ProcessorContext<byte[], byte[]> processorContext) {
    context = processorContext;
    store = context.getStateStore(Names.UNIT_TOTALS_STORE);
    totals = codecs.reader(Topics.UNIT_TOTALS);
    ticks = codecs.reader(Topics.CLOCK);
    transitions = codecs.reader(Topics.ALERTS);
    acts = codecs.reader(Topics.ALERT_ACTS);
    ratios = codecs.writer(Topics.RATIOS);
    alerts = codecs.writer(Topics.ALERTS);
    sums = new ScopeSums(tree, policy, parameters.generation());
    desk = new AlertDesk(tree, alerting, context.getStateStore(Names.ALERTS_STORE), this::send);
    try (KeyValueIterator<byte[], byte[]> all = store.all()) {
      while (all.hasNext()) {
        KeyValue<byte[], byte[]> unit = all.next();
        take(totals.read(unit.value));
      }
    }
    Duration interval = parameters.flushInterval();
    context.schedule(interval, PunctuationType.WALL_CLOCK_TIME, now -> flush());
  }

  @Override
  public void process(Record<byte[], byte[]> in) {
    String topic = context.recordMetadata().orElseThrow().topic();
    if (topic.equals(Topics.ALERTS.topicName())) {
      AlertTransition sent = transitions.read(in.value());
      if (sent.getGeneration() != parameters.generation()) {
        desk.adopt(TransitionCodec.fromWire(sent));
      }
    } else if (topic.equals(Topics.ALERT_ACTS.topicName())) {
      desk.act(acts.read(in.value()));
    } else if (Keys.isTick(in.key())) {
      tick(ticks.read(in.value()));
    } else {
      UnitTotals unit = totals.read(in.value());
      store.put(in.key(), in.value());
      desk.hear(unit);
      take(unit);
    }
  }

  private void take(UnitTotals unit) {
    var cause = new Cause(unit.getCause(), unit.getBackfill());
    sums.put(unit).forEach(scope -> changed.merge(scope, cause, Cause::and));
  }

  /** Alerts go by the slowest part of the ledger. */
  private void tick(ClockTick tick) {
    clocks.merge(tick.getOrigin(), tick.getAtMicros(), Math::max);
    if (clocks.size() == parameters.partitions()) {
      long slowest = clocks.values().stream().mapToLong(Long::longValue).min().orElseThrow();
      // What was booked before the tick is judged before it.
      flush();
      desk.tick(Micros.toInstant(slowest));
    }
  }

  private void flush() {
    changed.forEach(
        (scope, cause) -> {
          byte[] value = ratios.write(sums.ratios(scope));
          context.forward(
              new Record<>(Keys.unit(scope), value, context.currentSystemTimeMs()),
              Names.RATIOS_SINK);
          judge(scope, cause);
        });
    changed.clear();
  }

  private void judge(String scope, Cause cause) {
    LocalDate today = sums.today(scope);
    desk.rule(scope, today)
        .ifPresent(
            rule ->
                desk.observe(
                    scope,
                    rule,
                    AlertFigures.of(sums.row(scope, rule.window())),
                    today,
                    cause,
                    Micros.toInstant(sums.appliedMicros(scope))));
  }

  private void send(Transition step) {
    byte[] value = alerts.write(TransitionCodec.toWire(step, policy, parameters.generation()));
    context.forward(
        new Record<>(Keys.unit(step.scope()), value, context.currentSystemTimeMs()),
        Names.ALERTS_SINK);
  }
}
