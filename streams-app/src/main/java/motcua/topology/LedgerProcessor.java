package motcua.topology;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import motcua.codec.CellCodec;
import motcua.codec.FramedReader;
import motcua.codec.FramedWriter;
import motcua.codec.LegAmounts;
import motcua.codec.Micros;
import motcua.core.calendar.VietnamDay;
import motcua.core.ledger.Measure;
import motcua.core.period.Window;
import motcua.schemas.events.ClockTick;
import motcua.schemas.internal.LedgerEntry;
import motcua.schemas.internal.Posting;
import motcua.schemas.internal.UnitTotals;
import motcua.schemas.internal.WindowTotals;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Keeps the ledger of the units of one partition: every leg is added to its cell and to its unit's
 * day. Changed cells are sent as absolute sums a little later, so that a busy cell is sent once;
 * which ones wait is kept in the store, or a crash after a commit would leave them unsent for ever.
 */
final class LedgerProcessor implements Processor<byte[], byte[], byte[], byte[]> {
  private static final byte CELL = 0;
  private static final byte WAITING = 1;
  private static final byte[] NOTHING = {};

  private final Codecs codecs;
  private final DecisionObserver observer;
  private final String policy;
  private final int generation;
  private final int origins;
  private final Duration flushInterval;

  private final Set<Bytes> waiting = new HashSet<>();
  private final Set<String> changedUnits = new HashSet<>();
  private final Map<String, UnitBook> books = new HashMap<>();
  private final Map<Integer, Long> clocks = new LinkedHashMap<>();
  private ProcessorContext<byte[], byte[]> context;
  private KeyValueStore<byte[], byte[]> cells;
  private KeyValueStore<byte[], byte[]> unitDays;
  private FramedReader<Posting> postings;
  private FramedReader<ClockTick> ticks;
  private FramedWriter<LedgerEntry> entries;
  private FramedWriter<UnitTotals> totals;
  private LocalDate today;

  /**
   * @param origins number of dossier tasks, each of which passes the ticks on; the ledger's clock
   *     is the slowest of them
   */
  LedgerProcessor(
      Codecs codecs,
      DecisionObserver observer,
      String policy,
      int generation,
      int origins,
      Duration flushInterval) {
    this.codecs = codecs;
    this.observer = observer;
    this.policy = policy;
    this.generation = generation;
    this.origins = origins;
    this.flushInterval = flushInterval;
  }

  @Override
  public void init(ProcessorContext<byte[], byte[]> processorContext) {
    context = processorContext;
    cells = context.getStateStore(Names.CELL_STORE);
    unitDays = context.getStateStore(Names.UNIT_DAY_STORE);
    postings = codecs.reader(Topics.POSTINGS);
    ticks = codecs.reader(Topics.CLOCK);
    entries = codecs.writer(Topics.LEDGER);
    totals = codecs.writer(Topics.UNIT_TOTALS);
    recoverWaiting();
    recoverBooks();
    context.schedule(flushInterval, PunctuationType.WALL_CLOCK_TIME, now -> flush());
  }

  private void recoverWaiting() {
    try (var marks = cells.range(new byte[] {WAITING}, new byte[] {WAITING + 1})) {
      while (marks.hasNext()) {
        byte[] key = marks.next().key;
        if (key[0] == WAITING) {
          waiting.add(Bytes.wrap(withPrefix(CELL, key)));
        }
      }
    }
  }

  private void recoverBooks() {
    try (KeyValueIterator<byte[], byte[]> days = unitDays.all()) {
      while (days.hasNext()) {
        KeyValue<byte[], byte[]> day = days.next();
        String unit = CellCodec.unitOf(day.key);
        book(unit)
            .add(
                CellCodec.dayOf(day.key),
                CellCodec.amounts(day.value),
                CellCodec.applied(day.value));
        changedUnits.add(unit);
      }
    }
  }

  @Override
  public void process(Record<byte[], byte[]> in) {
    if (Keys.isTick(in.key())) {
      tick(ticks.read(in.value()));
    } else {
      post(postings.read(in.value()));
    }
  }

  private void post(Posting leg) {
    long[] delta = new long[Measure.COUNT];
    LegAmounts.add(leg, delta);
    byte[] cell = cellKey(CellCodec.key(leg));
    addTo(cells, cell, delta, leg.getAppliedAtMicros());
    if (waiting.add(Bytes.wrap(cell))) {
      cells.put(withPrefix(WAITING, cell), NOTHING);
    }
    addToDay(leg, delta);
    changedUnits.add(leg.getUnit());
  }

  private void addToDay(Posting leg, long[] delta) {
    UnitBook book = book(leg.getUnit());
    int day = leg.getCountsOnDay();
    byte[] key = CellCodec.unitDay(leg.getUnit(), day);
    if (book.add(day, delta, leg.getAppliedAtMicros())) {
      unitDays.put(key, CellCodec.value(book.day(day), book.appliedMicros()));
    } else {
      addTo(unitDays, key, delta, leg.getAppliedAtMicros());
    }
  }

  private static void addTo(
      KeyValueStore<byte[], byte[]> store, byte[] key, long[] delta, long appliedMicros) {
    byte[] before = store.get(key);
    long[] sums = CellCodec.amounts(before);
    for (int i = 0; i < sums.length; i++) {
      sums[i] += delta[i];
    }
    store.put(key, CellCodec.value(sums, Math.max(CellCodec.applied(before), appliedMicros)));
  }

  /**
   * The ledger's clock is the slowest dossier task's; everything it sent before the tick is in by
   * now.
   */
  private void tick(ClockTick tick) {
    clocks.merge(tick.getOrigin(), tick.getAtMicros(), Math::max);
    if (clocks.size() == origins) {
      long slowest = clocks.values().stream().mapToLong(Long::longValue).min().orElseThrow();
      LocalDate day = VietnamDay.of(Micros.toInstant(slowest));
      if (!day.equals(today)) {
        today = day;
        changedUnits.addAll(books.keySet());
      }
    }
    flush();
  }

  private void flush() {
    long now = context.currentSystemTimeMs();
    for (Bytes cell : waiting) {
      byte[] key = withoutPrefix(cell.get());
      LedgerEntry entry = CellCodec.toWire(key, cells.get(cell.get()), policy, generation);
      context.forward(new Record<>(key, entries.write(entry), now), Names.LEDGER_SINK);
      cells.delete(withPrefix(WAITING, cell.get()));
    }
    observer.flushed(waiting.size());
    waiting.clear();
    if (today != null) {
      for (String unit : changedUnits) {
        context.forward(
            new Record<>(Keys.unit(unit), totals.write(totals(unit)), now), Names.UNIT_TOTALS_SINK);
      }
      changedUnits.clear();
    }
  }

  private UnitTotals totals(String unit) {
    UnitBook book = book(unit);
    int day = (int) today.toEpochDay();
    List<WindowTotals> windows = new ArrayList<>();
    int earliest = day;
    for (Window window : Window.values()) {
      int from = (int) window.from(today).toEpochDay();
      earliest = Math.min(earliest, from);
      windows.add(
          WindowTotals.newBuilder()
              .setWindow(window.name())
              .setFromDay(from)
              .setAmounts(CellCodec.boxed(book.flows(from, day)))
              .build());
    }
    var all = new UnitTotals();
    all.setUnit(unit);
    all.setAsOfDay(day);
    all.setWindows(windows);
    all.setBalances(CellCodec.boxed(book.upTo(day)));
    all.setAppliedAtMicros(book.appliedMicros());
    all.setPolicy(policy);
    all.setGeneration(generation);
    book.foldUpTo(earliest - 1);
    return all;
  }

  private UnitBook book(String unit) {
    return books.computeIfAbsent(unit, u -> new UnitBook());
  }

  private static byte[] cellKey(byte[] key) {
    byte[] prefixed = new byte[key.length + 1];
    prefixed[0] = CELL;
    System.arraycopy(key, 0, prefixed, 1, key.length);
    return prefixed;
  }

  private static byte[] withPrefix(byte prefix, byte[] prefixed) {
    byte[] other = prefixed.clone();
    other[0] = prefix;
    return other;
  }

  private static byte[] withoutPrefix(byte[] prefixed) {
    byte[] key = new byte[prefixed.length - 1];
    System.arraycopy(prefixed, 1, key, 0, key.length);
    return key;
  }
}
