package motcua.topology;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import motcua.codec.CellCodec;
import motcua.codec.FramedReader;
import motcua.codec.FramedWriter;
import motcua.codec.LedgerPage;
import motcua.codec.LegAmounts;
import motcua.codec.Micros;
import motcua.core.alert.Transition;
import motcua.core.calendar.VietnamDay;
import motcua.core.ledger.Measure;
import motcua.core.period.Window;
import motcua.schemas.events.ClockTick;
import motcua.schemas.internal.Hearing;
import motcua.schemas.internal.JournalEntry;
import motcua.schemas.internal.LedgerEntry;
import motcua.schemas.internal.Posting;
import motcua.schemas.internal.UnitTotals;
import motcua.schemas.internal.WindowTotals;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Keeps the ledger of the units of one partition: every leg is added to its cell on the page of its
 * unit's day. Changed cells are sent as absolute sums a little later, so that a busy cell is sent
 * once; which pages wait is kept in the store, or a crash after a commit would leave them unsent
 * for ever.
 */
final class LedgerProcessor implements Processor<byte[], byte[], byte[], byte[]> {
  private static final byte PAGE = 0;
  private static final byte WAITING = 1;
  private static final byte[] NOTHING = {};

  /** Pages kept decoded; a task's units have a handful of busy days each. */
  private static final int PAGES_IN_MEMORY = 1_024;

  private final Codecs codecs;
  private final DecisionObserver observer;
  private final String policy;
  private final int generation;
  private final int origins;
  private final Duration flushInterval;

  private final Map<LedgerPage.Id, LedgerPage> waiting = new LinkedHashMap<>();
  private final Map<LedgerPage.Id, LedgerPage> recent = new RecentPages();
  private final Map<String, Cause> changedUnits = new HashMap<>();
  private final Map<String, Map<String, Long>> heard = new HashMap<>();
  private final Map<String, UnitBook> books = new HashMap<>();
  private final Map<Integer, Long> clocks = new HashMap<>();
  private final Map<Integer, Long> rounds = new HashMap<>();
  private final long[] delta = new long[Measure.COUNT];
  private ProcessorContext<byte[], byte[]> context;
  private KeyValueStore<byte[], byte[]> pages;
  private FramedReader<JournalEntry> journal;
  private FramedReader<ClockTick> ticks;
  private FramedWriter<LedgerEntry> entries;
  private FramedWriter<UnitTotals> totals;
  private FramedWriter<ClockTick> passedTicks;
  private LocalDate today;
  private long round = Long.MIN_VALUE;

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
    pages = context.getStateStore(Names.LEDGER_STORE);
    journal = codecs.reader(Topics.POSTINGS);
    ticks = codecs.reader(Topics.CLOCK);
    entries = codecs.writer(Topics.LEDGER);
    totals = codecs.writer(Topics.UNIT_TOTALS);
    passedTicks = codecs.writer(Topics.CLOCK);
    recover();
    context.schedule(flushInterval, PunctuationType.WALL_CLOCK_TIME, now -> flush());
  }

  private void recover() {
    try (KeyValueIterator<byte[], byte[]> all = pages.all()) {
      while (all.hasNext()) {
        KeyValue<byte[], byte[]> entry = all.next();
        var id = LedgerPage.Id.fromBytes(withoutPrefix(entry.key));
        if (entry.key[0] == PAGE) {
          LedgerPage page = LedgerPage.of(id, entry.value);
          book(id.unit()).add(id.countsOnDay(), page.total(), page.appliedMicros());
          changedUnits.put(id.unit(), Cause.CLOCK);
        } else {
          LedgerPage page = stored(id);
          page.markAllChanged();
          waiting.put(id, page);
        }
      }
    }
  }

  @Override
  public void process(Record<byte[], byte[]> in) {
    if (Keys.isTick(in.key())) {
      tick(ticks.read(in.value()));
    } else {
      post(journal.read(in.value()));
    }
  }

  private void post(JournalEntry entry) {
    if (entry.getPostings().isEmpty()) {
      return;
    }
    String unit = entry.getUnit();
    UnitBook book = book(unit);
    LedgerPage page = null;
    for (Posting leg : entry.getPostings()) {
      Arrays.fill(delta, 0);
      LegAmounts.add(leg, delta);
      if (page == null || page.id().countsOnDay() != leg.getCountsOnDay()) {
        store(page);
        page = waitingPage(new LedgerPage.Id(unit, leg.getCountsOnDay()));
      }
      page.add(leg, delta, entry.getAppliedAtMicros());
      book.add(leg.getCountsOnDay(), delta, entry.getAppliedAtMicros());
    }
    store(page);
    learn(unit, entry);
  }

  private void learn(String unit, JournalEntry entry) {
    String event = entry.getPostings().getLast().getCause();
    changedUnits.merge(unit, new Cause(event, entry.getBackfill()), Cause::and);
    if (!entry.getBackfill() && !event.equals(Transition.CLOCK)) {
      heard
          .computeIfAbsent(unit, u -> new HashMap<>())
          .merge(entry.getSource(), entry.getAppliedAtMicros(), Math::max);
    }
  }

  private void store(LedgerPage page) {
    if (page != null) {
      pages.put(key(PAGE, page.id()), page.toBytes());
    }
  }

  private LedgerPage waitingPage(LedgerPage.Id id) {
    LedgerPage page = waiting.get(id);
    if (page == null) {
      page = recent.remove(id);
      page = page == null ? stored(id) : page;
      waiting.put(id, page);
      pages.put(key(WAITING, id), NOTHING);
    }
    return page;
  }

  private LedgerPage stored(LedgerPage.Id id) {
    return LedgerPage.of(id, pages.get(key(PAGE, id)));
  }

  /**
   * The ledger's clock is the slowest dossier task's; everything it sent before the tick is in by
   * now. When the last of them has passed a tick on, what waits is sent: whoever wrote that tick
   * may count on it.
   */
  private void tick(ClockTick tick) {
    clocks.merge(tick.getOrigin(), tick.getAtMicros(), Math::max);
    rounds.merge(tick.getOrigin(), tick.getSequence(), Math::max);
    if (clocks.size() < origins) {
      return;
    }
    LocalDate day = VietnamDay.of(Micros.toInstant(slowest(clocks)));
    if (!day.equals(today)) {
      today = day;
      books.keySet().forEach(unit -> changedUnits.merge(unit, Cause.CLOCK, Cause::and));
    }
    long passed = slowest(rounds);
    if (passed > round) {
      round = passed;
      flush();
      pass(slowest(clocks), passed);
      context.commit();
    }
  }

  /** The ledger's clock, for the task of alerts. */
  private void pass(long clock, long sequence) {
    int partition = context.taskId().partition();
    byte[] tick =
        passedTicks.write(
            ClockTick.newBuilder()
                .setAtMicros(clock)
                .setSequence(sequence)
                .setOrigin(partition)
                .build());
    context.forward(
        new Record<>(Keys.goOn(partition), tick, context.currentSystemTimeMs()),
        Names.UNIT_TOTALS_SINK);
  }

  private static long slowest(Map<Integer, Long> byOrigin) {
    return byOrigin.values().stream().mapToLong(Long::longValue).min().orElseThrow();
  }

  private void flush() {
    long now = context.currentSystemTimeMs();
    int sent = 0;
    for (LedgerPage page : waiting.values()) {
      for (LedgerEntry cell : page.takeChanged(policy, generation)) {
        context.forward(
            new Record<>(CellCodec.key(cell), entries.write(cell), now), Names.LEDGER_SINK);
        sent++;
      }
      pages.delete(key(WAITING, page.id()));
      recent.put(page.id(), page);
    }
    observer.flushed(sent);
    waiting.clear();
    if (today != null) {
      changedUnits.forEach(
          (unit, cause) ->
              context.forward(
                  new Record<>(Keys.unit(unit), totals.write(totals(unit, cause)), now),
                  Names.UNIT_TOTALS_SINK));
      changedUnits.clear();
      heard.clear();
    }
  }

  private UnitTotals totals(String unit, Cause cause) {
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
              .setAmounts(LedgerPage.boxed(book.flows(from, day)))
              .build());
    }
    var all = new UnitTotals();
    all.setUnit(unit);
    all.setAsOfDay(day);
    all.setWindows(windows);
    all.setBalances(LedgerPage.boxed(book.upTo(day)));
    all.setAppliedAtMicros(book.appliedMicros());
    all.setCause(cause.event());
    all.setBackfill(cause.backfill());
    all.setHeard(hearings(unit));
    all.setPolicy(policy);
    all.setGeneration(generation);
    book.foldUpTo(earliest - 1);
    return all;
  }

  private List<Hearing> hearings(String unit) {
    return heard.getOrDefault(unit, Map.of()).entrySet().stream()
        .map(source -> new Hearing(source.getKey(), source.getValue()))
        .toList();
  }

  private UnitBook book(String unit) {
    return books.computeIfAbsent(unit, u -> new UnitBook());
  }

  private static byte[] key(byte prefix, LedgerPage.Id id) {
    byte[] page = id.toBytes();
    byte[] key = new byte[page.length + 1];
    key[0] = prefix;
    System.arraycopy(page, 0, key, 1, page.length);
    return key;
  }

  private static byte[] withoutPrefix(byte[] key) {
    return Arrays.copyOfRange(key, 1, key.length);
  }

  /** Pages by last use; the longest unused one goes. */
  private static final class RecentPages extends LinkedHashMap<LedgerPage.Id, LedgerPage> {
    private static final long serialVersionUID = 1;

    @Override
    protected boolean removeEldestEntry(Map.Entry<LedgerPage.Id, LedgerPage> eldest) {
      return size() > PAGES_IN_MEMORY;
    }
  }
}
