package motcua.ingest.config;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import motcua.ingest.mapping.RecordedAt;
import motcua.ingest.source.ClosedBy;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.types.Password;

/** The connector's keys: name, default, check and text for the reference. */
public final class SpoolKeys {
  public static final String DIRECTORY = "spool.directory";
  public static final String CLOSED_BY = "spool.closed.by";
  public static final String SCAN_INTERVAL = "spool.scan.interval.ms";
  public static final String RETRY_DIRECTORIES = "spool.retry.directories";
  public static final String DONE_RETENTION = "spool.done.retention.days";
  public static final String REJECTED_RETENTION = "spool.rejected.retention.days";
  public static final String SOURCE = "source";
  public static final String RECORDED_AT = "recorded.at";
  public static final String CLOCK_FIXED = "clock.fixed";
  public static final String TOPIC_EVENTS = "topic.events";
  public static final String TOPIC_DEAD_LETTERS = "topic.dead.letters";
  public static final String SERIALIZER = "value.serializer";
  public static final String SERIALIZER_PREFIX = "value.serializer.";
  public static final String LINK_HASH_KEY = "link.hash.key";
  public static final String POLL_MAX_RECORDS = "poll.max.records";
  public static final String RECORD_MAX_BYTES = "record.max.bytes";
  public static final String MAPPING_FILE = "mapping.file";
  public static final String UNIT_ALIASES = "mapping.unit.aliases";
  public static final String EXEMPT_PATTERNS = "personal.data.exempt.patterns";

  /** Set by the connector on its tasks, not by people. */
  static final String TASK_INDEX = "spool.task.index";

  static final String TASK_COUNT = "spool.task.count";

  private static final int MIN_SECRET_LENGTH = 16;

  /** First words of our keys; a key that starts with one and is none of them is a misspelling. */
  private static final List<String> OUR_PREFIXES =
      List.of(
          "spool.",
          "source",
          "recorded.",
          "clock.",
          "topic.",
          "link.",
          "poll.",
          "record.",
          "mapping.",
          "personal.");

  private static final String FRAMEWORK_TOPICS = "topic.creation.";

  private SpoolKeys() {}

  /** All keys. */
  public static ConfigDef definition() {
    ConfigDef keys = new ConfigDef();
    spool(keys);
    clock(keys);
    output(keys);
    tables(keys);
    limits(keys);
    return keys;
  }

  /** Keys of our prefixes that do not exist, each with a text that says what was expected. */
  static Map<String, String> unknown(Map<String, String> settings) {
    Set<String> known = definition().names();
    Set<String> printed = new TreeSet<>(known);
    printed.removeAll(Set.of(TASK_INDEX, TASK_COUNT));
    Map<String, String> problems = new TreeMap<>();
    for (String key : settings.keySet()) {
      boolean ours =
          OUR_PREFIXES.stream().anyMatch(key::startsWith) && !key.startsWith(FRAMEWORK_TOPICS);
      if (ours && !known.contains(key)) {
        problems.put(
            key,
            "Unknown configuration " + key + ": expected one of " + String.join(", ", printed));
      }
    }
    return problems;
  }

  private static void spool(ConfigDef keys) {
    keys.define(
        DIRECTORY,
        Type.STRING,
        ConfigDef.NO_DEFAULT_VALUE,
        notBlank(),
        Importance.HIGH,
        "Folder in which complete files arrive. Sub-folders claimed, done and rejected are made in it.");
    keys.define(
        CLOSED_BY,
        Type.STRING,
        ClosedBy.RENAME.name(),
        oneOf(ClosedBy.values()),
        Importance.MEDIUM,
        "How a writer says that a file is complete: RENAME (it got its final name by an atomic rename) or"
            + " READY_MARKER (an empty file NAME.ready lies beside it).");
    keys.define(
        SCAN_INTERVAL,
        Type.LONG,
        500L,
        ConfigDef.Range.atLeast(1),
        Importance.LOW,
        "Least time between two looks at the folder, in milliseconds.");
    keys.define(
        RETRY_DIRECTORIES,
        Type.LIST,
        List.of(),
        Importance.LOW,
        "Folders, separated by commas, in which originals of dead letters are looked for beside done and rejected"
            + " of the spool: where an HTTP intake keeps its batches.");
    keys.define(
        DONE_RETENTION,
        Type.INT,
        400,
        ConfigDef.Range.atLeast(0),
        Importance.MEDIUM,
        "Days for which files in done are kept; 0: for ever. Dead letters of a file that is gone cannot be read again.");
    keys.define(
        REJECTED_RETENTION,
        Type.INT,
        0,
        ConfigDef.Range.atLeast(0),
        Importance.MEDIUM,
        "Days for which files in rejected are kept; 0: for ever.");
    keys.define(
        SOURCE,
        Type.STRING,
        "",
        Importance.HIGH,
        "Name of the system the files come from, for example h56. Canonical events may name another;"
            + " national records never do, so without it they are dead letters.");
    keys.define(
        TASK_INDEX,
        Type.INT,
        0,
        ConfigDef.Range.atLeast(0),
        Importance.LOW,
        "Set by the connector itself: which of its tasks this is.");
    keys.define(
        TASK_COUNT,
        Type.INT,
        1,
        ConfigDef.Range.atLeast(1),
        Importance.LOW,
        "Set by the connector itself: number of tasks that share the folder.");
  }

  private static void clock(ConfigDef keys) {
    keys.define(
        RECORDED_AT,
        Type.STRING,
        RecordedAt.CLOCK.name(),
        oneOf(RecordedAt.values()),
        Importance.HIGH,
        "When a record became known: CLOCK (live: when it is read), INPUT (replay: as canonical events say) or"
            + " BACKFILL (initial load: the latest time at which the record says something happened)."
            + " Nothing is known after the clock.");
    keys.define(
        CLOCK_FIXED,
        Type.STRING,
        "",
        ConfigDef.LambdaValidator.with(
            (key, value) -> {
              if (value instanceof String text && !text.isBlank()) {
                SpoolConfig.parse(text.strip());
              }
            },
            () -> "an ISO 8601 time with offset, or nothing"),
        Importance.LOW,
        "The clock stands at this moment, so that a replay repeats exactly. Empty: the system's clock.");
  }

  private static void output(ConfigDef keys) {
    keys.define(
        TOPIC_EVENTS,
        Type.STRING,
        "motcua.events",
        notBlank(),
        Importance.MEDIUM,
        "Topic of events and sightings.");
    keys.define(
        TOPIC_DEAD_LETTERS,
        Type.STRING,
        "motcua.dead-letters",
        notBlank(),
        Importance.MEDIUM,
        "Topic of records that could not be read.");
    keys.define(
        SERIALIZER,
        Type.STRING,
        "io.apicurio.registry.serde.avro.AvroKafkaSerializer",
        notBlank(),
        Importance.MEDIUM,
        "Class of the Kafka serializer that frames Avro values. Keys value.serializer.* are its settings."
            + " The connector's value.converter has to be Connect's ByteArrayConverter.");
    keys.define(
        LINK_HASH_KEY,
        Type.PASSWORD,
        ConfigDef.NO_DEFAULT_VALUE,
        ConfigDef.LambdaValidator.with(
            (key, value) -> {
              if (!(value instanceof Password secret)
                  || secret.value().length() < MIN_SECRET_LENGTH) {
                throw new ConfigException(
                    key, value, "expected a secret of at least 16 characters");
              }
            },
            () -> "at least 16 characters"),
        Importance.HIGH,
        "Secret of the keyed hashes (HMAC-SHA-256) that stand for file links. The same one for every connector of a"
            + " ledger, for ever: with another, known files look new.");
  }

  private static void tables(ConfigDef keys) {
    keys.define(
        MAPPING_FILE,
        Type.STRING,
        "",
        Importance.MEDIUM,
        "Mapping file (YAML) by which CSV and XLSX files are read. Without it they are dead letters.");
    keys.define(
        UNIT_ALIASES,
        Type.STRING,
        "",
        Importance.LOW,
        "unit-aliases.csv for events that name units by their names; before the one the mapping file names.");
  }

  private static void limits(ConfigDef keys) {
    keys.define(
        POLL_MAX_RECORDS,
        Type.INT,
        2000,
        ConfigDef.Range.between(1, 100_000),
        Importance.LOW,
        "Most records handed over at once.");
    keys.define(
        RECORD_MAX_BYTES,
        Type.INT,
        16 * 1024 * 1024,
        ConfigDef.Range.between(1024, 512 * 1024 * 1024),
        Importance.LOW,
        "Longest line or record that is read, in bytes; a longer one is a dead letter.");
    keys.define(
        EXEMPT_PATTERNS,
        Type.LIST,
        List.of(),
        ConfigDef.LambdaValidator.with(SpoolKeys::checkPatterns, () -> "regular expressions"),
        Importance.MEDIUM,
        "Regular expressions, separated by commas, for whole values that are codes of this source although they look"
            + " like an identity or phone number.");
  }

  private static void checkPatterns(String key, Object value) {
    if (value instanceof List<?> patterns) {
      for (Object pattern : patterns) {
        try {
          Pattern.compile(String.valueOf(pattern));
        } catch (PatternSyntaxException e) {
          throw new ConfigException(key, pattern, "expected a regular expression");
        }
      }
    }
  }

  private static ConfigDef.Validator oneOf(Enum<?>[] values) {
    return ConfigDef.ValidString.in(Arrays.stream(values).map(Enum::name).toArray(String[]::new));
  }

  private static ConfigDef.Validator notBlank() {
    return ConfigDef.LambdaValidator.with(
        (key, value) -> {
          if (value == null || value.toString().isBlank()) {
            throw new ConfigException(key, value, "expected a value");
          }
        },
        () -> "not blank");
  }
}
