package motcua.ingest.config;

import static org.apache.kafka.common.config.ConfigDef.Importance.HIGH;
import static org.apache.kafka.common.config.ConfigDef.Importance.LOW;
import static org.apache.kafka.common.config.ConfigDef.Importance.MEDIUM;
import static org.apache.kafka.common.config.ConfigDef.Range.between;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.apache.kafka.common.config.ConfigException;

/** Keys of the intake role: name, default, check and text for the reference. */
public final class IntakeKeys {
  /** First word of every key of our own. */
  public static final String PREFIX = "intake.";

  public static final String HOST = "intake.host";
  public static final String PORT = "intake.port";
  public static final String CLIENTS = "intake.clients.file";
  public static final String LINK_HASH_KEY = "intake.link.hash.key";
  public static final String TRANSACTIONAL_ID = "intake.transactional.id";
  public static final String KEPT_DIRECTORY = "intake.kept.directory";
  public static final String KEPT_DAYS = "intake.kept.days";
  public static final String BODY_MAX_BYTES = "intake.body.max.bytes";
  public static final String RECORD_MAX_BYTES = "intake.record.max.bytes";
  public static final String RECORDS_PER_SECOND = "intake.records.per.second";
  public static final String WAITING_MAX_REQUESTS = "intake.waiting.max.requests";
  public static final String WAITING_MAX_BYTES = "intake.waiting.max.bytes";
  public static final String PATIENCE_MS = "intake.patience.ms";
  public static final String SESSION_MINUTES = "intake.session.minutes";
  public static final String EXEMPT_PATTERNS = "intake.personal.data.exempt.patterns";

  /** Keys the intake shares with the other roles. */
  public static final String BOOTSTRAP = "kafka.bootstrap.servers";

  public static final String SERIALIZER = "value.serializer";
  public static final String CLOCK_FIXED = "clock.fixed";

  private static final int MEBIBYTE = 1024 * 1024;

  private IntakeKeys() {}

  /** All keys, the shared ones among them. */
  public static ConfigDef definition() {
    ConfigDef keys = new ConfigDef();
    address(keys);
    storage(keys);
    limits(keys);
    shared(keys);
    return keys;
  }

  /**
   * Refuses keys of our prefix that do not exist.
   *
   * @throws ConfigException naming them and what was expected
   */
  static void requireKnown(Set<String> given) {
    Set<String> known = new TreeSet<>(definition().names());
    known.removeIf(key -> !key.startsWith(PREFIX));
    Set<String> unknown = new TreeSet<>(given);
    unknown.removeIf(key -> !key.startsWith(PREFIX) || known.contains(key));
    if (!unknown.isEmpty()) {
      throw new ConfigException(
          "Unknown configuration key "
              + String.join(", ", unknown)
              + "; expected one of "
              + String.join(", ", known));
    }
  }

  private static void address(ConfigDef keys) {
    keys.define(
        HOST,
        Type.STRING,
        "127.0.0.1",
        EventKeys.notBlank(),
        HIGH,
        "Address the intake listens on. It speaks plain HTTP: beyond loopback a proxy with TLS has to stand before it.");
    keys.define(PORT, Type.INT, 8090, between(0, 65_535), HIGH, "Its port; 0 takes a free one.");
    keys.define(
        CLIENTS,
        Type.STRING,
        ConfigDef.NO_DEFAULT_VALUE,
        EventKeys.notBlank(),
        HIGH,
        "File (JSON) of the systems that may send: client, secretSha256, source, and if need be successCode, recordsPerSecond.");
    keys.define(
        SESSION_MINUTES,
        Type.INT,
        60,
        between(1, 1440),
        LOW,
        "Minutes for which the session of a login holds.");
  }

  private static void storage(ConfigDef keys) {
    keys.define(
        LINK_HASH_KEY,
        Type.PASSWORD,
        ConfigDef.NO_DEFAULT_VALUE,
        EventKeys.secret(),
        HIGH,
        "Secret of the keyed hashes that stand for file links; the same as link.hash.key of every connector of the ledger.");
    keys.define(
        TRANSACTIONAL_ID,
        Type.STRING,
        "motcua-intake",
        EventKeys.notBlank(),
        HIGH,
        "Kafka's transactional id of this process. Two intake processes at once need two; a restarted one keeps its own.");
    keys.define(
        KEPT_DIRECTORY,
        Type.STRING,
        ConfigDef.NO_DEFAULT_VALUE,
        EventKeys.notBlank(),
        HIGH,
        "Folder for batches that hold a refused record, as they were sent, personal data included; readable by this process only.");
    keys.define(
        KEPT_DAYS, Type.INT, 30, between(1, 3650), MEDIUM, "Days after which they are deleted.");
  }

  private static void limits(ConfigDef keys) {
    keys.define(
        BODY_MAX_BYTES,
        Type.INT,
        8 * MEBIBYTE,
        between(1024, 256 * MEBIBYTE),
        MEDIUM,
        "Longest request, bytes.");
    keys.define(
        RECORD_MAX_BYTES,
        Type.INT,
        4 * MEBIBYTE,
        between(1024, 256 * MEBIBYTE),
        LOW,
        "Longest record that is read, bytes; a longer one is a dead letter.");
    keys.define(
        RECORDS_PER_SECOND,
        Type.INT,
        5000,
        between(1, 1_000_000),
        MEDIUM,
        "Records a second that one client may send, where the clients file says nothing else.");
    keys.define(
        WAITING_MAX_REQUESTS,
        Type.INT,
        500,
        between(1, 100_000),
        MEDIUM,
        "Requests that may wait for their answer at once; one more is answered 503.");
    keys.define(
        WAITING_MAX_BYTES,
        Type.LONG,
        64L * MEBIBYTE,
        between(1024, 16L * 1024 * MEBIBYTE),
        MEDIUM,
        "Bytes of all waiting requests; beyond it the answer is 503. At least as much as intake.body.max.bytes.");
    keys.define(
        PATIENCE_MS,
        Type.LONG,
        2_000L,
        between(50, 60_000),
        MEDIUM,
        "Milliseconds a request waits for Kafka to begin writing it before it is answered 503.");
    keys.define(
        EXEMPT_PATTERNS,
        Type.LIST,
        List.of(),
        ConfigDef.LambdaValidator.with(EventKeys::checkPatterns, () -> "regular expressions"),
        MEDIUM,
        "Regular expressions, separated by commas, for whole values that are codes although they look like an identity or phone number.");
  }

  private static void shared(ConfigDef keys) {
    keys.define(
        BOOTSTRAP,
        Type.STRING,
        ConfigDef.NO_DEFAULT_VALUE,
        EventKeys.notBlank(),
        HIGH,
        "Kafka's addresses.");
    keys.define(
        SERIALIZER,
        Type.STRING,
        "io.apicurio.registry.serde.avro.AvroKafkaSerializer",
        EventKeys.notBlank(),
        MEDIUM,
        "Kafka Serializer that writes the registry's wire format; keys serde.* are its settings.");
    keys.define(
        CLOCK_FIXED,
        Type.STRING,
        "",
        LOW,
        "An ISO 8601 instant with offset at which the clock stands still; empty: the real clock.");
  }
}
