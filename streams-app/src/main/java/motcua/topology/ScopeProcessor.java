package motcua.topology;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import motcua.codec.FramedReader;
import motcua.codec.FramedWriter;
import motcua.core.unit.UnitTree;
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
 * The one small task that sees all units: keeps their totals and sends the rolling ratios of every
 * scope. Alerts of units and ancestors belong here. Scopes changed since the last sending are
 * recomputed in full when a task starts, so none is forgotten by a crash.
 */
final class ScopeProcessor implements Processor<byte[], byte[], byte[], byte[]> {
  private final UnitTree tree;
  private final Codecs codecs;
  private final String policy;
  private final int generation;
  private final Duration flushInterval;
  private final Set<String> changed = new LinkedHashSet<>();

  private ProcessorContext<byte[], byte[]> context;
  private KeyValueStore<byte[], byte[]> store;
  private FramedReader<UnitTotals> reader;
  private FramedWriter<Ratios> writer;
  private ScopeSums sums;

  ScopeProcessor(
      UnitTree tree, Codecs codecs, String policy, int generation, Duration flushInterval) {
    this.tree = tree;
    this.codecs = codecs;
    this.policy = policy;
    this.generation = generation;
    this.flushInterval = flushInterval;
  }

  @Override
  public void init(ProcessorContext<byte[], byte[]> processorContext) {
    context = processorContext;
    store = context.getStateStore(Names.UNIT_TOTALS_STORE);
    reader = codecs.reader(Topics.UNIT_TOTALS);
    writer = codecs.writer(Topics.RATIOS);
    sums = new ScopeSums(tree, policy, generation);
    try (KeyValueIterator<byte[], byte[]> all = store.all()) {
      while (all.hasNext()) {
        KeyValue<byte[], byte[]> unit = all.next();
        changed.addAll(sums.put(reader.read(unit.value)));
      }
    }
    context.schedule(flushInterval, PunctuationType.WALL_CLOCK_TIME, now -> flush());
  }

  @Override
  public void process(Record<byte[], byte[]> in) {
    UnitTotals totals = reader.read(in.value());
    store.put(in.key(), in.value());
    changed.addAll(sums.put(totals));
  }

  private void flush() {
    for (String scope : changed) {
      var value = writer.write(sums.ratios(scope));
      context.forward(
          new Record<>(Keys.unit(scope), value, context.currentSystemTimeMs()), Names.RATIOS_SINK);
    }
    changed.clear();
  }
}
