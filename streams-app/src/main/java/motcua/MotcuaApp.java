package motcua;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import javax.sql.DataSource;
import motcua.audit.Audit;
import motcua.audit.AuditSchedule;
import motcua.codec.FramedReader;
import motcua.codec.UnreadableRecord;
import motcua.config.AppConfig;
import motcua.core.policy.Rules;
import motcua.core.unit.UnitResolver;
import motcua.http.Health;
import motcua.http.WebParts;
import motcua.http.WebServer;
import motcua.http.WebSettings;
import motcua.metrics.AuditMeters;
import motcua.metrics.Metrics;
import motcua.metrics.ProjectorMeters;
import motcua.readmodel.AuditResult;
import motcua.readmodel.AuditStore;
import motcua.readmodel.ClosingSchedule;
import motcua.readmodel.GenerationStore;
import motcua.readmodel.ProjectedTopics;
import motcua.readmodel.Projector;
import motcua.readmodel.ProjectorSettings;
import motcua.readmodel.RecordDecoder;
import motcua.readmodel.ReferenceFiles;
import motcua.readmodel.postgres.Migrations;
import motcua.readmodel.postgres.PostgresAuditStore;
import motcua.readmodel.postgres.PostgresClosing;
import motcua.readmodel.postgres.PostgresGenerationStore;
import motcua.readmodel.postgres.PostgresProjectionStore;
import motcua.readmodel.postgres.PostgresReadModel;
import motcua.readmodel.postgres.PostgresReferenceStore;
import motcua.reference.ReferenceLoader;
import motcua.report.Reference;
import motcua.report.Reports;
import motcua.runtime.ClockTicker;
import motcua.runtime.KafkaEventLog;
import motcua.runtime.LedgerGenerations;
import motcua.runtime.LedgerStreams;
import motcua.runtime.Settlement;
import motcua.runtime.TopicSetup;
import motcua.schemas.events.ClockTick;
import motcua.schemas.events.DossierEvent;
import motcua.topology.Codecs;
import motcua.topology.DecisionObserver;
import motcua.topology.LedgerTopology;
import motcua.topology.Topics;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.utils.Utils;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The application put together: topics, topology, clock, read model and reports. Starts in order,
 * closes in reverse.
 */
public final class MotcuaApp implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(MotcuaApp.class);
  private static final Duration START_LIMIT = Duration.ofMinutes(10);
  private static final int CROSSINGS_PER_RECORD = 2_000;
  private static final int RECORDS_A_BATCH = 10_000;

  /** What a process does. */
  public enum Role {
    /** The clock and the topology. */
    STREAMS,
    /** Brings the topics into PostgreSQL. */
    READ_MODEL,
    /** Page and API. */
    WEB
  }

  private final Deque<AutoCloseable> parts = new ArrayDeque<>();
  private final AppConfig config;
  private final Set<Role> roles;
  private final InstantSource clock;
  private final ReferenceLoader.Loaded files;
  private Admin admin;
  private LedgerStreams streams;
  private ClockTicker ticker;
  private Projector projector;
  private PostgresReadModel readModel;
  private Metrics metrics;
  private Audit audit;
  private AuditStore audits;
  private Reports reports;
  private WebServer web;

  private MotcuaApp(AppConfig config, Set<Role> roles) {
    this.config = config;
    this.roles = EnumSet.copyOf(roles);
    this.clock = config.fixedClock().map(InstantSource::fixed).orElse(InstantSource.system());
    this.files = files(config);
  }

  /**
   * Reads the files a configuration names; starts nothing.
   *
   * @throws IllegalArgumentException naming the file and what is wrong in it
   */
  public static ReferenceLoader.Loaded files(AppConfig config) {
    return ReferenceLoader.load(
        config.file(AppConfig.UNITS),
        config.file(AppConfig.ALIASES),
        config.file(AppConfig.PROCEDURES),
        config.file(AppConfig.CALENDAR),
        config.file(AppConfig.POLICY));
  }

  /**
   * Starts every role and returns when all are ready.
   *
   * @throws RuntimeException when a part does not start; those that did are closed again
   */
  public static MotcuaApp start(AppConfig config) throws InterruptedException {
    return start(config, EnumSet.allOf(Role.class));
  }

  /**
   * Starts some roles, perhaps none; the others run in other processes.
   *
   * @throws RuntimeException when a part does not start; those that did are closed again
   */
  public static MotcuaApp start(AppConfig config, Set<Role> roles) throws InterruptedException {
    var app = new MotcuaApp(config, roles);
    try {
      app.open();
      return app;
    } catch (RuntimeException | InterruptedException e) {
      app.close();
      throw e;
    }
  }

  private void open() throws InterruptedException {
    int generation = config.getInt(AppConfig.GENERATION);
    admin = opened(Admin.create(kafka()));
    TopicSetup.ensure(
        admin,
        generation,
        config.getInt(AppConfig.PARTITIONS),
        config.getShort(AppConfig.REPLICATION));
    Migrations.migrate(dataSource(AppConfig.DB_OWNER, AppConfig.DB_OWNER_PASSWORD));
    metrics = opened(new Metrics());
    openQueries(generation);
    openAudit(generation);
    if (roles.contains(Role.READ_MODEL) || roles.contains(Role.STREAMS)) {
      generationStore().claim(generation, files.policy(), clock.instant());
    }
    if (roles.contains(Role.READ_MODEL)) {
      keepReferenceFiles();
      openProjector(generation);
      scheduleAudit();
    }
    if (roles.contains(Role.STREAMS)) {
      openStreams(generation);
    }
    if (roles.contains(Role.WEB)) {
      openWeb(generation);
    }
  }

  /** An old report must be printed again with the names and days it was drawn with. */
  private void keepReferenceFiles() {
    var store = new PostgresReferenceStore(dataSource(AppConfig.DB_APP, AppConfig.DB_APP_PASSWORD));
    var kept =
        new ReferenceFiles(files.units(), files.aliases(), files.procedures(), files.calendar());
    store.save(kept, clock.instant());
  }

  private void openStreams(int generation) throws InterruptedException {
    int partitions = config.getInt(AppConfig.PARTITIONS);
    Codecs codecs = codecs();
    ticker = opened(new ClockTicker(kafka(), codecs.writer(Topics.CLOCK), clock, partitions));
    var topology =
        new LedgerTopology(
            new Rules(files.policy(), files.calendar()),
            new UnitResolver(files.units(), files.aliases()),
            files.units(),
            codecs,
            DecisionObserver.NONE,
            new LedgerTopology.Parameters(
                partitions, generation, config.millis(AppConfig.FLUSH_MS), CROSSINGS_PER_RECORD));
    streams =
        opened(
            new LedgerStreams(
                topology.build(),
                kafka(),
                config.streamsConfig(),
                Path.of(config.getString(AppConfig.STATE_DIR)),
                applicationId()));
    metrics.add(new KafkaStreamsMetrics(streams.client()));
    ticker.start(config.millis(AppConfig.TICK_MS));
    streams.start(START_LIMIT);
  }

  private void openProjector(int generation) {
    var consumer = new HashMap<>(kafka());
    consumer.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    consumer.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    consumer.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, RECORDS_A_BATCH);
    consumer.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 50);
    consumer.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 4 << 20);
    consumer.put(ConsumerConfig.CLIENT_ID_CONFIG, "motcua-read-model");
    var topics =
        new ProjectedTopics(
            Topics.POSTINGS.topicName(generation),
            Topics.LEDGER.topicName(generation),
            Topics.UNIT_TOTALS.topicName(generation),
            Topics.RATIOS.topicName(generation),
            Topics.DEAD_LETTERS.topicName(generation));
    projector =
        opened(
            new Projector(
                new KafkaConsumer<>(
                    consumer, new ByteArrayDeserializer(), new ByteArrayDeserializer()),
                decoder(codecs(), generation),
                new PostgresProjectionStore(
                    dataSource(AppConfig.DB_APP, AppConfig.DB_APP_PASSWORD)),
                topics,
                ProjectorSettings.of(
                    generation,
                    config.getInt(AppConfig.BATCH_RECORDS),
                    config.millis(AppConfig.BATCH_LINGER_MS)),
                fault -> LOG.error("The read model stopped", fault)));
    metrics.add(new ProjectorMeters(projector::status, topics.all(), clock));
    projector.start();
    opened(
            new ClosingSchedule(
                new PostgresClosing(
                    dataSource(AppConfig.DB_APP, AppConfig.DB_APP_PASSWORD), generation),
                clock,
                this::hasCaughtUp))
        .start();
  }

  private void openAudit(int generation) {
    audits =
        new PostgresAuditStore(dataSource(AppConfig.DB_APP, AppConfig.DB_APP_PASSWORD), generation);
    Codecs codecs = codecs();
    FramedReader<DossierEvent> events = codecs.reader(Topics.EVENTS);
    FramedReader<ClockTick> ticks = codecs.reader(Topics.CLOCK);
    var log =
        new KafkaEventLog(
            admin,
            kafka(),
            new KafkaEventLog.Readers(
                value -> readable(events, value), value -> readable(ticks, value)),
            applicationId(),
            config.getInt(AppConfig.GENERATION),
            config.getInt(AppConfig.PARTITIONS),
            audits::positions,
            config.millis(AppConfig.AUDIT_PATIENCE_MS));
    audit =
        new Audit(
            log,
            audits,
            new Rules(files.policy(), files.calendar()),
            new UnitResolver(files.units(), files.aliases()),
            Path.of(config.getString(AppConfig.STATE_DIR)).resolve("audit"),
            InstantSource.system());
  }

  private static <T extends SpecificRecord> Optional<T> readable(
      FramedReader<T> reader, byte[] value) {
    try {
      return Optional.of(reader.read(value));
    } catch (UnreadableRecord deadLetter) {
      return Optional.empty();
    }
  }

  private void scheduleAudit() {
    InstantSource real = InstantSource.system();
    config
        .auditAt()
        .ifPresent(
            at -> {
              var schedule = opened(new AuditSchedule(audit, at, real, audits.last().orElse(null)));
              metrics.add(new AuditMeters(schedule::last, real));
              schedule.start();
            });
  }

  private boolean hasCaughtUp() {
    long behind = projector.status().lags().values().stream().mapToLong(Long::longValue).sum();
    return projector.state() == Projector.State.RUNNING && behind <= RECORDS_A_BATCH;
  }

  private void openQueries(int generation) {
    var pool = new HikariConfig();
    pool.setDataSource(dataSource(AppConfig.DB_APP, AppConfig.DB_APP_PASSWORD));
    pool.setConnectionInitSql(PostgresReadModel.SESSION);
    pool.setMaximumPoolSize(8);
    pool.setMinimumIdle(1);
    pool.setPoolName("motcua-queries");
    readModel = new PostgresReadModel(opened(new HikariDataSource(pool)), generation);
    reports = new Reports(readModel, reference(), clock);
  }

  private Reference reference() {
    return new Reference(files.units(), files.calendar(), files.procedures(), files.policy());
  }

  private void openWeb(int generation) {
    web =
        opened(
            WebServer.start(
                new WebSettings(
                    config.getString(AppConfig.HTTP_HOST), config.getInt(AppConfig.HTTP_PORT)),
                new WebParts(
                    reports,
                    readModel,
                    reference(),
                    clock,
                    this::live,
                    this::ready,
                    metrics::scrape,
                    audits::last)));
  }

  private Health live() {
    return new Health(failure().stream().toList());
  }

  private Health ready() {
    List<String> problems = new ArrayList<>(failure().stream().toList());
    if (streams != null && !streams.isReady()) {
      problems.add("Kafka Streams is " + streams.client().state());
    }
    if (projector != null && projector.state() != Projector.State.RUNNING) {
      problems.add("the read model is " + projector.state());
    }
    return new Health(problems);
  }

  private String applicationId() {
    return LedgerGenerations.applicationId(config.getInt(AppConfig.GENERATION));
  }

  private Map<String, Object> kafka() {
    return config.kafkaConfig();
  }

  private DataSource dataSource(String userKey, String passwordKey) {
    var source = new PGSimpleDataSource();
    source.setUrl(config.getString(AppConfig.JDBC_URL));
    source.setUser(config.getString(userKey));
    source.setPassword(config.getPassword(passwordKey).value());
    source.setCurrentSchema(Migrations.SCHEMA);
    source.setReWriteBatchedInserts(true);
    return source;
  }

  private Codecs codecs() {
    return new Codecs(config.getInt(AppConfig.GENERATION), this::serializer, this::deserializer);
  }

  @SuppressWarnings("unchecked")
  private Serializer<Object> serializer(Topics topic) {
    var serializer = (Serializer<Object>) Utils.newInstance(config.serializer());
    serializer.configure(config.serdeConfig(), false);
    return serializer;
  }

  private Deserializer<?> deserializer(Topics topic) {
    var deserializer = (Deserializer<?>) Utils.newInstance(config.deserializer());
    deserializer.configure(config.serdeConfig(), false);
    return deserializer;
  }

  private static RecordDecoder decoder(Codecs codecs, int generation) {
    Map<String, FramedReader<SpecificRecord>> readers = new HashMap<>();
    for (Topics topic : Topics.registered()) {
      readers.put(topic.topicName(generation), codecs.reader(topic));
    }
    return (topic, value) -> readers.get(topic).read(value);
  }

  /** Returns when all that stands in the log now has reached PostgreSQL. */
  public void awaitSettled() throws InterruptedException {
    new Settlement(
            admin,
            applicationId(),
            config.getInt(AppConfig.GENERATION),
            config.getInt(AppConfig.PARTITIONS),
            part -> projector.settledAt(part.topic(), part.partition()),
            this::check)
        .await(ticker);
  }

  private void check() {
    failure()
        .ifPresent(
            why -> {
              throw new IllegalStateException(why);
            });
  }

  /** Why it cannot go on; empty while it can. */
  public Optional<String> failure() {
    if (streams != null && !streams.isAlive()) {
      return Optional.of("Kafka Streams stopped" + streams.fault().map(f -> ": " + f).orElse(""));
    }
    return projector == null
        ? Optional.empty()
        : projector.failure().map(fault -> "the read model stopped: " + fault);
  }

  /**
   * Recounts the ledger from the event log and compares; needs no role, and works beside other
   * processes.
   *
   * @throws motcua.audit.NotSettledException when the read model has not caught up
   */
  public AuditResult audit() throws InterruptedException {
    return audit.run();
  }

  /** Generations of the ledger that stand in Kafka, this one included. */
  public SortedSet<Integer> generations() throws InterruptedException {
    return LedgerGenerations.present(admin);
  }

  /**
   * Deletes another generation: its topics, its rows and its local stores here.
   *
   * @throws IllegalStateException for the generation in use, and when a process still builds it;
   *     nothing is deleted then
   */
  public void deleteGeneration(int generation) throws InterruptedException {
    if (generation == config.getInt(AppConfig.GENERATION)) {
      throw new IllegalStateException("generation " + generation + " is in use");
    }
    LedgerGenerations.delete(admin, generation);
    generationStore().delete(generation);
    Path stores =
        Path.of(config.getString(AppConfig.STATE_DIR))
            .resolve(LedgerGenerations.applicationId(generation));
    try {
      Utils.delete(stores.toFile());
    } catch (IOException failed) {
      throw new UncheckedIOException(stores + " cannot be deleted", failed);
    }
  }

  private GenerationStore generationStore() {
    return new PostgresGenerationStore(
        dataSource(AppConfig.DB_APP, AppConfig.DB_APP_PASSWORD),
        dataSource(AppConfig.DB_OWNER, AppConfig.DB_OWNER_PASSWORD));
  }

  /** Draws reports. */
  public Reports reports() {
    return reports;
  }

  /** Where the page is served, by a process of role WEB. */
  public URI url() {
    return URI.create(web.url());
  }

  /** What the files said. */
  public ReferenceLoader.Loaded files() {
    return files;
  }

  private <T extends AutoCloseable> T opened(T part) {
    parts.push(part);
    return part;
  }

  @Override
  public void close() {
    while (!parts.isEmpty()) {
      AutoCloseable part = parts.pop();
      try {
        part.close();
      } catch (Exception e) {
        LOG.warn("{} did not close cleanly", part.getClass().getSimpleName(), e);
      }
    }
  }
}
