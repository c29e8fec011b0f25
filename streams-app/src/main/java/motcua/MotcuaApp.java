package motcua;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import motcua.codec.FramedReader;
import motcua.config.AppConfig;
import motcua.core.policy.Rules;
import motcua.core.unit.UnitResolver;
import motcua.readmodel.ProjectedTopics;
import motcua.readmodel.Projector;
import motcua.readmodel.ProjectorSettings;
import motcua.readmodel.RecordDecoder;
import motcua.readmodel.postgres.Migrations;
import motcua.readmodel.postgres.PostgresProjectionStore;
import motcua.readmodel.postgres.PostgresReadModel;
import motcua.reference.ReferenceLoader;
import motcua.report.Reference;
import motcua.report.Reports;
import motcua.runtime.ClockTicker;
import motcua.runtime.LedgerStreams;
import motcua.runtime.Settlement;
import motcua.runtime.TopicSetup;
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

/** The application put together: topics, topology, clock, read model and reports. Starts in order, closes in reverse. */
public final class MotcuaApp implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(MotcuaApp.class);
  private static final Duration START_LIMIT = Duration.ofMinutes(10);
  private static final int CROSSINGS_PER_RECORD = 2_000;

  private final Deque<AutoCloseable> parts = new ArrayDeque<>();
  private final AppConfig config;
  private final InstantSource clock;
  private final ReferenceLoader.Loaded files;
  private Admin admin;
  private LedgerStreams streams;
  private ClockTicker ticker;
  private Projector projector;
  private PostgresReadModel readModel;
  private Reports reports;

  private MotcuaApp(AppConfig config) {
    this.config = config;
    this.clock = config.fixedClock().map(InstantSource::fixed).orElse(InstantSource.system());
    this.files =
        ReferenceLoader.load(
            config.file(AppConfig.UNITS),
            config.file(AppConfig.ALIASES),
            config.file(AppConfig.PROCEDURES),
            config.file(AppConfig.CALENDAR),
            config.file(AppConfig.POLICY));
  }

  /**
   * Starts everything and returns when it is ready.
   *
   * @throws RuntimeException when a part does not start; those that did are closed again
   */
  public static MotcuaApp start(AppConfig config) throws InterruptedException {
    var app = new MotcuaApp(config);
    try {
      app.open();
      return app;
    } catch (RuntimeException | InterruptedException e) {
      app.close();
      throw e;
    }
  }

  private void open() throws InterruptedException {
    int partitions = config.getInt(AppConfig.PARTITIONS);
    int generation = config.getInt(AppConfig.GENERATION);
    admin = opened(Admin.create(kafka()));
    TopicSetup.ensure(admin, partitions, config.getShort(AppConfig.REPLICATION));
    Migrations.migrate(dataSource(AppConfig.DB_OWNER, AppConfig.DB_OWNER_PASSWORD));
    openReadModel(generation);
    Codecs codecs = codecs();
    ticker =
        opened(new ClockTicker(kafka(), codecs.writer(Topics.CLOCK), clock, partitions));
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
    ticker.start(config.millis(AppConfig.TICK_MS));
    streams.start(START_LIMIT);
    projector.start();
  }

  private void openReadModel(int generation) {
    var consumer = new HashMap<>(kafka());
    consumer.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    consumer.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    consumer.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 10_000);
    consumer.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 50);
    consumer.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 4 << 20);
    consumer.put(ConsumerConfig.CLIENT_ID_CONFIG, "motcua-read-model");
    projector =
        opened(
            new Projector(
                new KafkaConsumer<>(
                    consumer, new ByteArrayDeserializer(), new ByteArrayDeserializer()),
                decoder(codecs()),
                new PostgresProjectionStore(
                    dataSource(AppConfig.DB_APP, AppConfig.DB_APP_PASSWORD)),
                new ProjectedTopics(
                    Topics.POSTINGS.topicName(),
                    Topics.LEDGER.topicName(),
                    Topics.DOSSIERS.topicName(),
                    Topics.UNIT_TOTALS.topicName(),
                    Topics.RATIOS.topicName(),
                    Topics.DEAD_LETTERS.topicName()),
                ProjectorSettings.live(generation),
                fault -> LOG.error("The read model stopped", fault)));
    var pool = new HikariConfig();
    pool.setDataSource(dataSource(AppConfig.DB_APP, AppConfig.DB_APP_PASSWORD));
    pool.setMaximumPoolSize(8);
    pool.setMinimumIdle(1);
    pool.setPoolName("motcua-queries");
    readModel = new PostgresReadModel(opened(new HikariDataSource(pool)), generation);
    reports =
        new Reports(
            readModel,
            new Reference(files.units(), files.calendar(), files.procedures(), files.policy()),
            clock);
  }

  private String applicationId() {
    return "motcua-g" + config.getInt(AppConfig.GENERATION);
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
    return new Codecs(this::serializer, this::deserializer);
  }

  @SuppressWarnings("unchecked")
  private Serializer<Object> serializer(Topics topic) {
    var serializer =
        (Serializer<Object>) Utils.newInstance(config.getClass(AppConfig.SERIALIZER));
    serializer.configure(config.serdeConfig(), false);
    return serializer;
  }

  private Deserializer<?> deserializer(Topics topic) {
    var deserializer = (Deserializer<?>) Utils.newInstance(config.getClass(AppConfig.DESERIALIZER));
    deserializer.configure(config.serdeConfig(), false);
    return deserializer;
  }

  private static RecordDecoder decoder(Codecs codecs) {
    Map<String, FramedReader<SpecificRecord>> readers = new HashMap<>();
    for (Topics topic : Topics.registered()) {
      readers.put(topic.topicName(), codecs.reader(topic));
    }
    return (topic, value) -> readers.get(topic).read(value);
  }

  /** Returns when all that stands in the log now has reached PostgreSQL. */
  public void awaitSettled() throws InterruptedException {
    new Settlement(
            admin,
            applicationId(),
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
    return projector.failure().map(fault -> "the read model stopped: " + fault);
  }

  /** Draws reports. */
  public Reports reports() {
    return reports;
  }

  /** Where the page is served. */
  public URI url() {
    return URI.create("http://127.0.0.1:" + config.getInt(AppConfig.HTTP_PORT) + "/");
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
