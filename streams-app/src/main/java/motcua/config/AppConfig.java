package motcua.config;

import static org.apache.kafka.common.config.ConfigDef.Importance.HIGH;
import static org.apache.kafka.common.config.ConfigDef.Importance.LOW;
import static org.apache.kafka.common.config.ConfigDef.Importance.MEDIUM;
import static org.apache.kafka.common.config.ConfigDef.Range.atLeast;
import static org.apache.kafka.common.config.ConfigDef.Range.between;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.apache.kafka.common.config.ConfigDef.ValidString;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.utils.Utils;

/**
 * Configuration of one application process, checked when made: an unknown key or a bad value stops
 * the start with the key's name and what was expected. Keys under {@code kafka.}, {@code streams.},
 * {@code serde.} pass through to Kafka's clients, Kafka Streams and the registry's serializers,
 * without the prefix; what Kafka does not know is unknown here too.
 */
public final class AppConfig extends AbstractConfig {
  public static final String BOOTSTRAP = "kafka.bootstrap.servers";
  public static final String PARTITIONS = "topics.partitions";
  public static final String REPLICATION = "topics.replication.factor";
  public static final String GENERATION = "ledger.generation";
  public static final String STATE_DIR = "streams.state.dir";
  public static final String THREADS = "streams.num.stream.threads";
  public static final String COMMIT_MS = "streams.commit.interval.ms";
  public static final String FLUSH_MS = "ledger.flush.interval.ms";
  public static final String TICK_MS = "clock.tick.interval.ms";
  public static final String CLOCK_FIXED = "clock.fixed";
  public static final String SERIALIZER = "value.serializer";
  public static final String DESERIALIZER = "value.deserializer";
  public static final String JDBC_URL = "postgresql.url";
  public static final String DB_OWNER = "postgresql.owner.user";
  public static final String DB_OWNER_PASSWORD = "postgresql.owner.password";
  public static final String DB_APP = "postgresql.application.user";
  public static final String DB_APP_PASSWORD = "postgresql.application.password";
  public static final String BATCH_RECORDS = "readmodel.batch.records";
  public static final String BATCH_LINGER_MS = "readmodel.batch.linger.ms";
  public static final String JOURNAL = "readmodel.journal";
  public static final String AUDIT_AT = "audit.at";
  public static final String AUDIT_PATIENCE_MS = "audit.patience.ms";
  public static final String ALERTS_DECIDE = "alerts.decide";
  public static final String SNAPSHOTS_PREPARE = "snapshots.prepare";
  public static final String SNAPSHOTS_SCOPES = "snapshots.scopes";
  public static final String HTTP_HOST = "http.host";
  public static final String HTTP_PORT = "http.port";
  public static final String UNITS = "files.units";
  public static final String ALIASES = "files.unit.aliases";
  public static final String PROCEDURES = "files.procedures";
  public static final String CALENDAR = "files.calendar";
  public static final String POLICY = "files.policy";
  public static final String LETTERHEADS = "files.letterheads";
  public static final String SCORING = "files.scoring";
  public static final String ALERTS = "files.alerts";

  private static final String NONE = "";

  /** Those with an end of their own. */
  private static final List<String> PERIODS =
      List.of("MONTH", "QUARTER", "YEAR", "LEGAL_MONTH", "LEGAL_QUARTER", "LEGAL_YEAR");

  /** The keys, their defaults and their meaning; the reference page is made from it. */
  public static final ConfigDef DEFINITION =
      NotifyKeys.addTo(new ConfigDef())
          .define(
              BOOTSTRAP,
              Type.STRING,
              ConfigDef.NO_DEFAULT_VALUE,
              ConfigDef.LambdaValidator.with(
                  AppConfig::requireAddresses, () -> "host:port, comma-separated"),
              HIGH,
              "Kafka's addresses, host:port, comma-separated.")
          .define(
              PARTITIONS,
              Type.INT,
              12,
              between(1, 128),
              HIGH,
              "Partitions of every partitioned topic. Fixed for the life of an installation.")
          .define(REPLICATION, Type.SHORT, (short) 1, atLeast(1), HIGH, "Copies of every topic.")
          .define(
              GENERATION,
              Type.INT,
              1,
              atLeast(1),
              LOW,
              "Generation of the ledger; a rebuild takes the next.")
          .define(
              STATE_DIR,
              Type.STRING,
              HIGH,
              "Folder of the local stores; durable, and this installation's own.")
          .define(THREADS, Type.INT, 2, between(1, 64), MEDIUM, "Stream threads of this process.")
          .define(
              COMMIT_MS,
              Type.LONG,
              100L,
              between(10, 10_000),
              MEDIUM,
              "Milliseconds between transactions: figures are seen after two of them.")
          .define(
              FLUSH_MS,
              Type.LONG,
              100L,
              between(10, 10_000),
              MEDIUM,
              "Milliseconds over which changes of one ledger cell are sent as one.")
          .define(
              TICK_MS,
              Type.LONG,
              1_000L,
              between(50, 60_000),
              LOW,
              "Milliseconds between clock ticks.")
          .define(
              CLOCK_FIXED,
              Type.STRING,
              NONE,
              LOW,
              "An ISO 8601 instant with offset at which the clock stands still (replay); empty: the real clock.")
          .define(
              SERIALIZER,
              Type.STRING,
              "io.apicurio.registry.serde.avro.AvroKafkaSerializer",
              MEDIUM,
              "Kafka Serializer that writes the registry's wire format.")
          .define(
              DESERIALIZER,
              Type.STRING,
              "io.apicurio.registry.serde.avro.AvroKafkaDeserializer",
              MEDIUM,
              "Kafka Deserializer that reads it into generic records.")
          .define(
              JDBC_URL,
              Type.STRING,
              ConfigDef.NO_DEFAULT_VALUE,
              ConfigDef.LambdaValidator.with(
                  AppConfig::requireJdbcUrl, () -> "jdbc:postgresql://host:port/database"),
              HIGH,
              "JDBC address of the read model's database.")
          .define(DB_OWNER, Type.STRING, "motcua_owner", MEDIUM, "Role that owns the tables.")
          .define(DB_OWNER_PASSWORD, Type.PASSWORD, NONE, MEDIUM, "Its password.")
          .define(DB_APP, Type.STRING, "motcua_app", MEDIUM, "Role the application works as.")
          .define(DB_APP_PASSWORD, Type.PASSWORD, NONE, MEDIUM, "Its password.")
          .define(
              BATCH_RECORDS,
              Type.INT,
              10_000,
              between(1, 1_000_000),
              LOW,
              "Records that close a transaction of the read model.")
          .define(
              BATCH_LINGER_MS,
              Type.LONG,
              50L,
              between(1, 10_000),
              LOW,
              "Milliseconds a record waits for others before it is written to the read model.")
          .define(
              JOURNAL,
              Type.BOOLEAN,
              true,
              MEDIUM,
              "Whether the journal of postings is kept in PostgreSQL beside the ledger. false saves its disk and leaves out reports by procedure and the dossiers behind a figure. Fixed for the life of a generation: a rebuild changes it.")
          .define(
              AUDIT_AT,
              Type.STRING,
              "02:30",
              MEDIUM,
              "Local time of day (HH:mm) at which the read-model role recounts the ledger from the event log; empty: never.")
          .define(
              AUDIT_PATIENCE_MS,
              Type.LONG,
              300_000L,
              between(1_000, 86_400_000),
              LOW,
              "Milliseconds an audit waits for the read model to catch up before it gives up.")
          .define(
              ALERTS_DECIDE,
              Type.BOOLEAN,
              true,
              LOW,
              "Whether this ledger decides on alerts. false: it takes over what the ledger before it decided, as a rebuild does until it is in use.")
          .define(
              SNAPSHOTS_PREPARE,
              Type.LIST,
              List.of("LEGAL_QUARTER"),
              ConfigDef.LambdaValidator.with(
                  AppConfig::requirePeriods, () -> String.join(", ", PERIODS)),
              MEDIUM,
              "Kinds of periods of which the read-model role prepares a provisional snapshot when they have ended; empty: none.")
          .define(
              SNAPSHOTS_SCOPES,
              Type.LIST,
              List.of("ALL"),
              MEDIUM,
              "Scopes of those snapshots, unit codes or ALL.")
          .define(
              HTTP_HOST,
              Type.STRING,
              "127.0.0.1",
              ValidString.in("127.0.0.1", "localhost", "::1"),
              MEDIUM,
              "Address of the page and the API; loopback until users can log in.")
          .define(
              HTTP_PORT,
              Type.INT,
              8080,
              between(0, 65_535),
              MEDIUM,
              "Its port; 0 takes a free one.")
          .define(UNITS, Type.STRING, NONE, HIGH, "units.csv.")
          .define(ALIASES, Type.STRING, NONE, LOW, "unit-aliases.csv; empty: none.")
          .define(PROCEDURES, Type.STRING, NONE, MEDIUM, "procedures.csv; empty: none.")
          .define(CALENDAR, Type.STRING, NONE, HIGH, "holidays.csv; empty: the calendar shipped.")
          .define(POLICY, Type.STRING, NONE, LOW, "Policy (JSON); empty: the default.")
          .define(
              LETTERHEADS,
              Type.STRING,
              NONE,
              LOW,
              "letterheads.csv, the heading blocks of printed documents; empty: none.")
          .define(
              SCORING,
              Type.STRING,
              NONE,
              LOW,
              "Scoring table (JSON): thresholds to points; empty: no scores.")
          .define(
              ALERTS,
              Type.STRING,
              NONE,
              MEDIUM,
              "Rules of alerts (JSON), docs/alerts.md; empty: late above 5 % in the legal quarter, for every unit.");

  /**
   * @throws ConfigException for an unknown key or a bad value
   */
  public AppConfig(Map<String, String> values) {
    super(DEFINITION, requireKnown(values), false);
    fixedClock();
    auditAt();
    NotifyKeys.requireTogether(this);
    serializer();
    deserializer();
    PassedKeys.requireValues(kafkaConfig());
  }

  /**
   * Refuses keys nobody reads. First of all, so that a misspelt key is not called a missing one.
   *
   * @return {@code values}
   * @throws ConfigException naming the unknown keys
   */
  public static Map<String, String> requireKnown(Map<String, String> values) {
    var unknown = new TreeSet<String>();
    for (String key : values.keySet()) {
      if (!DEFINITION.names().contains(key) && !PassedKeys.isKnown(key)) {
        unknown.add(key);
      }
    }
    if (!unknown.isEmpty()) {
      throw new ConfigException(
          "Unknown configuration key "
              + String.join(", ", unknown)
              + "; expected a key of Kafka after kafka. or streams., or one of "
              + String.join(", ", new TreeSet<>(DEFINITION.names())));
    }
    return values;
  }

  private static void requireAddresses(String key, Object value) {
    for (String address : ((String) value).split(",", -1)) {
      if (!address.strip().matches("\\S+:\\d{1,5}")) {
        throw new ConfigException(
            key, value, "expected host:port, comma-separated, e.g. 127.0.0.1:9092");
      }
    }
  }

  private static void requireJdbcUrl(String key, Object value) {
    if (!((String) value).startsWith("jdbc:postgresql:")) {
      throw new ConfigException(
          key, value, "expected e.g. jdbc:postgresql://127.0.0.1:5432/motcua");
    }
  }

  private static void requirePeriods(String key, Object value) {
    for (Object kind : (List<?>) value) {
      if (!PERIODS.contains(kind)) {
        throw new ConfigException(key, kind, "expected some of " + String.join(", ", PERIODS));
      }
    }
  }

  /** The instant at which the clock stands, when it does. */
  public Optional<Instant> fixedClock() {
    String text = getString(CLOCK_FIXED);
    if (text.isBlank()) {
      return Optional.empty();
    }
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeParseException e) {
      throw new ConfigException(
          CLOCK_FIXED,
          text,
          "expected an ISO 8601 instant with offset, e.g. 2024-09-15T00:00:00+07:00");
    }
  }

  /** Local time of day of the audit; empty when there is none. */
  public Optional<LocalTime> auditAt() {
    String text = getString(AUDIT_AT);
    if (text.isBlank()) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalTime.parse(text));
    } catch (DateTimeParseException e) {
      throw new ConfigException(AUDIT_AT, text, "expected a time of day, e.g. 02:30");
    }
  }

  /** Class of the Kafka serializer. */
  public Class<?> serializer() {
    return loaded(SERIALIZER, Serializer.class);
  }

  /** Class of the Kafka deserializer. */
  public Class<?> deserializer() {
    return loaded(DESERIALIZER, Deserializer.class);
  }

  /**
   * Loaded here and not by its key's type: the default need not be installed where it is not used.
   */
  private Class<?> loaded(String key, Class<?> kind) {
    String name = getString(key);
    try {
      return Utils.loadClass(name, kind);
    } catch (ClassNotFoundException | ClassCastException wrong) {
      throw new ConfigException(
          key,
          name,
          "expected the name of an installed class that is a Kafka " + kind.getSimpleName());
    }
  }

  /** A file named by a key; empty when the key is. */
  public Optional<Path> file(String key) {
    String text = getString(key);
    return text.isBlank() ? Optional.empty() : Optional.of(Path.of(text));
  }

  /** A key in milliseconds. */
  public Duration millis(String key) {
    return Duration.ofMillis(getLong(key));
  }

  /** What passes through to the registry's serializers. */
  public Map<String, Object> serdeConfig() {
    return originalsWithPrefix("serde.");
  }

  /** What passes through to every Kafka client. */
  public Map<String, Object> kafkaConfig() {
    return originalsWithPrefix("kafka.");
  }

  /** What passes through to Kafka Streams. */
  public Map<String, Object> streamsConfig() {
    return originalsWithPrefix("streams.");
  }
}
