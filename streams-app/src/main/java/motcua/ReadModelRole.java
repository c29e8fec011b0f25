package motcua;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import motcua.config.AppConfig;
import motcua.metrics.ProjectorMeters;
import motcua.metrics.SourceMeters;
import motcua.readmodel.ClosingSchedule;
import motcua.readmodel.ProjectedTopics;
import motcua.readmodel.Projector;
import motcua.readmodel.ProjectorSettings;
import motcua.readmodel.ReferenceFiles;
import motcua.readmodel.postgres.PostgresClosing;
import motcua.readmodel.postgres.PostgresProjectionStore;
import motcua.readmodel.postgres.PostgresReferenceStore;
import motcua.reference.ReferenceLoader;
import motcua.topology.Topics;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings the topics into PostgreSQL and closes days that are over. */
final class ReadModelRole {
  private static final Logger LOG = LoggerFactory.getLogger(ReadModelRole.class);
  private static final int RECORDS_A_BATCH = 10_000;

  private final Projector projector;

  private ReadModelRole(Projector projector) {
    this.projector = projector;
  }

  /**
   * Starts it; it may be behind for a while.
   *
   * @param queries for what meters ask of the read model
   */
  static ReadModelRole open(Installation installation, DataSource queries) {
    keepReferenceFiles(installation);
    var topics = topics(installation.generation());
    var projector = installation.parts().opened(projector(installation, topics));
    installation
        .metrics()
        .add(new ProjectorMeters(projector::status, topics.all(), installation.clock()));
    var sources = new SourceMeters(installation.coverage(queries)::sources, InstantSource.system());
    installation.metrics().add(sources);
    installation.metrics().beforeScrape(sources::refresh);
    projector.start();
    var role = new ReadModelRole(projector);
    installation
        .parts()
        .opened(
            new ClosingSchedule(
                new PostgresClosing(
                    installation.databases().application(), installation.generation()),
                installation.clock(),
                role::hasCaughtUp))
        .start();
    return role;
  }

  /** An old report must be printed again with the names and days it was drawn with. */
  private static void keepReferenceFiles(Installation installation) {
    ReferenceLoader.Loaded files = installation.files();
    new PostgresReferenceStore(installation.databases().application())
        .save(
            new ReferenceFiles(
                files.units(), files.aliases(), files.procedures(), files.calendar()),
            installation.clock().instant());
  }

  private static ProjectedTopics topics(int generation) {
    return new ProjectedTopics(
        Topics.POSTINGS.topicName(generation),
        Topics.LEDGER.topicName(generation),
        Topics.UNIT_TOTALS.topicName(generation),
        Topics.RATIOS.topicName(generation),
        Topics.DEAD_LETTERS.topicName(generation),
        Topics.ALERTS.topicName(generation));
  }

  private static Projector projector(Installation installation, ProjectedTopics topics) {
    AppConfig config = installation.config();
    return new Projector(
        new KafkaConsumer<>(
            consumer(installation), new ByteArrayDeserializer(), new ByteArrayDeserializer()),
        installation.contracts().decoder(),
        new PostgresProjectionStore(installation.databases().application()),
        topics,
        ProjectorSettings.of(
            installation.generation(),
            config.getInt(AppConfig.BATCH_RECORDS),
            config.millis(AppConfig.BATCH_LINGER_MS)),
        fault -> LOG.error("The read model stopped", fault));
  }

  private static Map<String, Object> consumer(Installation installation) {
    var consumer = new HashMap<>(installation.kafka());
    consumer.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    consumer.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    consumer.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, RECORDS_A_BATCH);
    consumer.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 50);
    consumer.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 4 << 20);
    consumer.put(ConsumerConfig.CLIENT_ID_CONFIG, "motcua-read-model");
    return consumer;
  }

  /** Whether nearly all that is in the topics is in the database. */
  boolean hasCaughtUp() {
    long behind = projector.status().lags().values().stream().mapToLong(Long::longValue).sum();
    return projector.state() == Projector.State.RUNNING && behind <= RECORDS_A_BATCH;
  }

  /** Next offset of a partition that is committed in the database; -1 before it is known. */
  long settledAt(String topic, int partition) {
    return projector.settledAt(topic, partition);
  }

  /** Why it cannot go on; empty while it can. */
  Optional<String> failure() {
    return projector.failure().map(fault -> "the read model stopped: " + fault);
  }

  /** Why its figures cannot be used just now; empty when they can. */
  Optional<String> notReady() {
    return projector.state() == Projector.State.RUNNING
        ? Optional.empty()
        : Optional.of("the read model is " + projector.state());
  }
}
