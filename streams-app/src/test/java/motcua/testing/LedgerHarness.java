package motcua.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import motcua.codec.FramedReader;
import motcua.codec.FramedWriter;
import motcua.codec.TransitionCodec;
import motcua.core.alert.AlertRules;
import motcua.core.alert.Transition;
import motcua.core.calendar.WorkingCalendar;
import motcua.core.policy.Policy;
import motcua.core.policy.Rules;
import motcua.core.unit.UnitAliases;
import motcua.core.unit.UnitResolver;
import motcua.core.unit.UnitTree;
import motcua.schemas.events.ClockTick;
import motcua.schemas.events.DeadLetter;
import motcua.schemas.events.DossierEvent;
import motcua.schemas.internal.AlertAct;
import motcua.schemas.internal.AlertTransition;
import motcua.schemas.internal.DossierStatus;
import motcua.schemas.internal.JournalEntry;
import motcua.schemas.internal.LedgerEntry;
import motcua.schemas.internal.Posting;
import motcua.schemas.internal.Ratios;
import motcua.schemas.internal.UnitTotals;
import motcua.topology.Alerting;
import motcua.topology.DecisionObserver;
import motcua.topology.Keys;
import motcua.topology.LedgerTopology;
import motcua.topology.Topics;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;

/**
 * The whole topology in one thread, one partition a topic. It commits after each record: nothing
 * here speaks of crashes, restores or interleaving.
 */
public final class LedgerHarness implements AutoCloseable {
  /** One root, two communes below it. */
  public static final String UNITS =
      """
      code,name,parent,level,validFrom,validTo,successor,headName,headEmail
      H1,Tỉnh,,tinh,,,,,
      H1.1,Xã Một,H1,xa,,,,,
      H1.2,Xã Hai,H1,xa,,,,,
      """;

  public static final Rules RULES = new Rules(Policy.DEFAULT, WorkingCalendar.WEEKDAYS_ONLY);
  private static final Duration FLUSH = Duration.ofMillis(100);

  private final LocalRegistry registry = new LocalRegistry();
  private final TopologyTestDriver driver;
  private final Map<Topics, TestInputTopic<byte[], byte[]>> inputs = new HashMap<>();
  private final Map<Topics, TestOutputTopic<byte[], byte[]>> outputs = new HashMap<>();
  private final FramedWriter<DossierEvent> events = registry.codecs().writer(Topics.EVENTS);
  private final FramedWriter<ClockTick> ticks = registry.codecs().writer(Topics.CLOCK);
  private final Path stateDir;
  private final List<PostedLeg> posted = new ArrayList<>();
  private final Map<String, DossierStatus> standing = new LinkedHashMap<>();
  private int passed;
  private long tickSequence;

  private LedgerHarness(
      String unitsCsv, int crossingsPerRecord, DecisionObserver observer, boolean decides) {
    UnitTree tree = UnitTree.parse(unitsCsv).orElseThrow();
    var topology =
        new LedgerTopology(
                RULES,
                new UnitResolver(tree, UnitAliases.NONE),
                tree,
                registry.codecs(),
                observer,
                new Alerting(AlertRules.DEFAULT, WorkingCalendar.WEEKDAYS_ONLY, decides),
                new LedgerTopology.Parameters(1, 1, FLUSH, crossingsPerRecord))
            .build();
    stateDir = temporaryFolder();
    var config = new Properties();
    config.put(StreamsConfig.APPLICATION_ID_CONFIG, "harness");
    config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "unused:0");
    config.put(StreamsConfig.STATE_DIR_CONFIG, stateDir.toString());
    driver = new TopologyTestDriver(topology, config, Instant.parse("2024-01-01T00:00:00Z"));
  }

  /** Units {@link #UNITS}, any number of crossings a record. */
  public static LedgerHarness start() {
    return new LedgerHarness(UNITS, Integer.MAX_VALUE, DecisionObserver.NONE, true);
  }

  /** A ledger that decides on no alert. */
  public static LedgerHarness undecided() {
    return new LedgerHarness(UNITS, Integer.MAX_VALUE, DecisionObserver.NONE, false);
  }

  /** With another tree. */
  public static LedgerHarness withUnits(String unitsCsv) {
    return new LedgerHarness(unitsCsv, Integer.MAX_VALUE, DecisionObserver.NONE, true);
  }

  /** With a limit of crossings a record, and someone who listens. */
  public static LedgerHarness crossing(int crossingsPerRecord, DecisionObserver observer) {
    return new LedgerHarness(UNITS, crossingsPerRecord, observer, true);
  }

  /** Puts events into the log under their own keys. */
  public LedgerHarness events(EventBuilder... builders) {
    for (EventBuilder builder : builders) {
      event(builder.build());
    }
    return this;
  }

  /** Puts an event into the log, keyed by its dossier, or by its id where it names none. */
  public LedgerHarness event(DossierEvent event) {
    String id = event.getDossierId() == null ? event.getEventId() : event.getDossierId();
    return raw(Topics.EVENTS, Keys.entity(event.getSource(), id), events.write(event));
  }

  /** Puts any bytes into a topic. */
  public LedgerHarness raw(Topics topic, byte[] key, byte[] value) {
    inputs
        .computeIfAbsent(
            topic,
            t ->
                driver.createInputTopic(
                    t.topicName(1), new ByteArraySerializer(), new ByteArraySerializer()))
        .pipeInput(key, value, Instant.EPOCH);
    return this;
  }

  /** The clock reaches a local time. */
  public LedgerHarness tick(String local) {
    return tick(EventBuilder.at(local));
  }

  /** The clock reaches a moment. */
  public LedgerHarness tick(long micros) {
    var tick =
        ClockTick.newBuilder()
            .setAtMicros(micros)
            .setSequence(tickSequence++)
            .setOrigin(-1)
            .build();
    return raw(Topics.CLOCK, new byte[] {0}, ticks.write(tick));
  }

  /** Lets the wall clock run long enough for everything waiting to be sent. */
  public LedgerHarness flush() {
    driver.advanceWallClockTime(FLUSH.plusMillis(1));
    driver.advanceWallClockTime(FLUSH.plusMillis(1));
    return this;
  }

  /** A posting's leg and the entry it came in. */
  public record PostedLeg(JournalEntry entry, Posting posting) {}

  /** Postings since the last call, in order. */
  public List<PostedLeg> postings() {
    readJournal();
    List<PostedLeg> legs = List.copyOf(posted);
    posted.clear();
    return legs;
  }

  /** Ticks passed to the ledger since the last call. */
  public int passedTicks() {
    readJournal();
    int count = passed;
    passed = 0;
    return count;
  }

  private void readJournal() {
    FramedReader<JournalEntry> reader = registry.codecs().reader(Topics.POSTINGS);
    for (var record : output(Topics.POSTINGS).readKeyValuesToList()) {
      if (Keys.isTick(record.key)) {
        passed++;
      } else {
        JournalEntry entry = reader.read(record.value);
        entry.getPostings().forEach(leg -> posted.add(new PostedLeg(entry, leg)));
        if (entry.getStatus() != null) {
          standing.put(entry.getDossierId(), entry.getStatus());
        }
      }
    }
  }

  /** Ledger cells sent since the last call, the latest of each key. */
  public List<LedgerEntry> ledger() {
    flush();
    return latest(Topics.LEDGER);
  }

  /** Dossiers changed since the last call, by dossierId. */
  public Map<String, DossierStatus> dossiers() {
    readJournal();
    Map<String, DossierStatus> byId = new LinkedHashMap<>(standing);
    standing.clear();
    return byId;
  }

  /** Totals sent since the last call, by unit. */
  public Map<String, UnitTotals> unitTotals() {
    flush();
    Map<String, UnitTotals> byUnit = new LinkedHashMap<>();
    for (UnitTotals totals : this.<UnitTotals>latest(Topics.UNIT_TOTALS)) {
      byUnit.put(totals.getUnit(), totals);
    }
    return byUnit;
  }

  /** Ratios sent since the last call, by scope. */
  public Map<String, Ratios> ratios() {
    flush();
    Map<String, Ratios> byScope = new LinkedHashMap<>();
    for (Ratios ratios : this.<Ratios>latest(Topics.RATIOS)) {
      byScope.put(ratios.getScope(), ratios);
    }
    return byScope;
  }

  /** Transitions of alerts since the last call, in order. */
  public List<Transition> transitions() {
    flush();
    FramedReader<AlertTransition> reader = registry.codecs().reader(Topics.ALERTS);
    return output(Topics.ALERTS).readValuesToList().stream()
        .map(reader::read)
        .map(TransitionCodec::fromWire)
        .toList();
  }

  /** A transition that another generation of the ledger found. */
  public LedgerHarness foundBy(int generation, Transition step) {
    FramedWriter<AlertTransition> writer = registry.codecs().writer(Topics.ALERTS);
    return raw(
        Topics.ALERTS,
        Keys.unit(step.scope()),
        writer.write(TransitionCodec.toWire(step, RULES.policy().name(), generation)));
  }

  /** What a person does with the alert of a scope. */
  public LedgerHarness act(AlertAct act) {
    FramedWriter<AlertAct> writer = registry.codecs().writer(Topics.ALERT_ACTS);
    return raw(Topics.ALERT_ACTS, Keys.unit(act.getScope()), writer.write(act));
  }

  /** Dead letters since the last call. */
  public List<DeadLetter> deadLetters() {
    FramedReader<DeadLetter> reader = registry.codecs().reader(Topics.DEAD_LETTERS);
    return output(Topics.DEAD_LETTERS).readValuesToList().stream().map(reader::read).toList();
  }

  private <T extends SpecificRecord> List<T> latest(Topics topic) {
    FramedReader<T> reader = registry.codecs().reader(topic);
    Map<String, T> latest = new LinkedHashMap<>();
    for (var entry : output(topic).readKeyValuesToList()) {
      if (Keys.isTick(entry.key)) {
        continue;
      }
      latest.put(HexFormat.of().formatHex(entry.key), reader.read(entry.value));
    }
    return List.copyOf(latest.values());
  }

  private TestOutputTopic<byte[], byte[]> output(Topics topic) {
    return outputs.computeIfAbsent(
        topic,
        t ->
            driver.createOutputTopic(
                t.topicName(1), new ByteArrayDeserializer(), new ByteArrayDeserializer()));
  }

  private static Path temporaryFolder() {
    try {
      return Files.createTempDirectory("motcua-harness");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    driver.close();
    try (var files = Files.walk(stateDir)) {
      files.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
