package motcua.topology;

import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import motcua.core.policy.Rules;
import motcua.core.unit.UnitResolver;
import motcua.core.unit.UnitTree;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * The topology: event log, mail and clock into dossier tasks; their postings into ledger tasks;
 * unit totals into one small task for ancestors. Everything it needs comes in as values.
 */
public final class LedgerTopology {
  /**
   * @param partitions partitions of the event log, hence number of dossier tasks
   * @param crossingsPerRecord how many dossiers one record may move over their due
   */
  public record Parameters(
      int partitions, int generation, Duration flushInterval, int crossingsPerRecord) {}

  private static final ByteArrayDeserializer IN = new ByteArrayDeserializer();
  private static final ByteArraySerializer OUT = new ByteArraySerializer();
  private static final Map<String, String> CHANGELOG =
      Map.of("min.cleanable.dirty.ratio", "0.5", "segment.bytes", "67108864");

  private final Rules rules;
  private final UnitResolver units;
  private final UnitTree tree;
  private final Codecs codecs;
  private final DecisionObserver observer;
  private final Alerting alerting;
  private final Parameters parameters;

  public LedgerTopology(
      Rules rules,
      UnitResolver units,
      UnitTree tree,
      Codecs codecs,
      DecisionObserver observer,
      Alerting alerting,
      Parameters parameters) {
    this.rules = rules;
    this.units = units;
    this.tree = tree;
    this.codecs = codecs;
    this.observer = observer;
    this.alerting = alerting;
    this.parameters = parameters;
  }

  /** Builds it. */
  public Topology build() {
    var topology =
        new Topology(
            new TopologyConfig(
                new StreamsConfig(
                    Map.of(
                        StreamsConfig.APPLICATION_ID_CONFIG,
                        "motcua",
                        StreamsConfig.BOOTSTRAP_SERVERS_CONFIG,
                        "unused:0",
                        StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG,
                        true))));
    addTo(topology, Stores::persistentKeyValueStore);
    return topology;
  }

  /**
   * Adds everything to an empty topology.
   *
   * @param disk makes the stores by their names
   */
  void addTo(Topology topology, Function<String, KeyValueBytesStoreSupplier> disk) {
    addDossiers(topology, disk);
    addLedger(topology, disk);
    addScopes(topology, disk);
  }

  private void addDossiers(Topology topology, Function<String, KeyValueBytesStoreSupplier> disk) {
    var book = new DossierBook(rules, units, parameters.generation());
    var rewrites = new Rewrites(alerting, rules.policy().name(), parameters.generation());
    topology
        .addSource(Names.EVENTS_SOURCE, IN, IN, name(Topics.EVENTS))
        .addSource(Names.MAIL_SOURCE, IN, IN, name(Topics.MAIL))
        .addSource(Names.CLOCK_SOURCE, IN, IN, name(Topics.CLOCK))
        .addProcessor(
            Names.DOSSIER_PROCESSOR,
            () ->
                new DossierProcessor(
                    book,
                    rewrites,
                    codecs,
                    observer,
                    name(Topics.MAIL),
                    parameters.crossingsPerRecord()),
            Names.EVENTS_SOURCE,
            Names.MAIL_SOURCE,
            Names.CLOCK_SOURCE)
        .addStateStore(
            store(WriteBehindStore.before(disk.apply(Names.DOSSIER_STORE))),
            Names.DOSSIER_PROCESSOR)
        .addSink(
            Names.POSTINGS_SINK,
            name(Topics.POSTINGS),
            OUT,
            OUT,
            new PostingPartitioner(),
            Names.DOSSIER_PROCESSOR)
        .addSink(
            Names.MAIL_SINK,
            name(Topics.MAIL),
            OUT,
            OUT,
            new MailPartitioner(),
            Names.DOSSIER_PROCESSOR)
        .addSink(
            Names.EVENT_DEAD_LETTERS_SINK,
            name(Topics.DEAD_LETTERS),
            OUT,
            OUT,
            Names.DOSSIER_PROCESSOR)
        .addSink(Names.REWRITTEN_SINK, name(Topics.ALERTS), OUT, OUT, Names.DOSSIER_PROCESSOR);
  }

  private void addLedger(Topology topology, Function<String, KeyValueBytesStoreSupplier> disk) {
    topology
        .addSource(Names.POSTINGS_SOURCE, IN, IN, name(Topics.POSTINGS))
        .addProcessor(
            Names.LEDGER_PROCESSOR,
            () ->
                new LedgerProcessor(
                    codecs,
                    observer,
                    rules.policy().name(),
                    parameters.generation(),
                    parameters.partitions(),
                    parameters.flushInterval()),
            Names.POSTINGS_SOURCE)
        .addStateStore(
            store(disk.apply(Names.LEDGER_STORE)).withCachingEnabled(), Names.LEDGER_PROCESSOR)
        .addSink(Names.LEDGER_SINK, name(Topics.LEDGER), OUT, OUT, Names.LEDGER_PROCESSOR)
        .addSink(
            Names.UNIT_TOTALS_SINK, name(Topics.UNIT_TOTALS), OUT, OUT, Names.LEDGER_PROCESSOR);
  }

  private void addScopes(Topology topology, Function<String, KeyValueBytesStoreSupplier> disk) {
    topology
        .addSource(Names.UNIT_TOTALS_SOURCE, IN, IN, name(Topics.UNIT_TOTALS))
        .addSource(Names.ALERTS_SOURCE, IN, IN, name(Topics.ALERTS))
        .addSource(Names.ALERT_ACTS_SOURCE, IN, IN, name(Topics.ALERT_ACTS))
        .addProcessor(
            Names.SCOPE_PROCESSOR,
            () -> new ScopeProcessor(tree, codecs, rules.policy().name(), alerting, parameters),
            Names.UNIT_TOTALS_SOURCE,
            Names.ALERTS_SOURCE,
            Names.ALERT_ACTS_SOURCE)
        .addStateStore(store(disk.apply(Names.UNIT_TOTALS_STORE)), Names.SCOPE_PROCESSOR)
        .addStateStore(store(disk.apply(Names.ALERTS_STORE)), Names.SCOPE_PROCESSOR)
        .addSink(Names.RATIOS_SINK, name(Topics.RATIOS), OUT, OUT, Names.SCOPE_PROCESSOR)
        .addSink(Names.ALERTS_SINK, name(Topics.ALERTS), OUT, OUT, Names.SCOPE_PROCESSOR);
  }

  private String name(Topics topic) {
    return topic.topicName(parameters.generation());
  }

  private static StoreBuilder<KeyValueStore<byte[], byte[]>> store(
      KeyValueBytesStoreSupplier supplier) {
    return Stores.keyValueStoreBuilder(supplier, Serdes.ByteArray(), Serdes.ByteArray())
        .withLoggingEnabled(CHANGELOG);
  }
}
