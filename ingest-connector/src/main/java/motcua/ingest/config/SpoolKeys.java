package motcua.ingest.config;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import motcua.ingest.source.ClosedBy;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Type;

/** The connector's keys: name, default, check and text for the reference. */
public final class SpoolKeys {
  public static final String DIRECTORY = "spool.directory";
  public static final String CLOSED_BY = "spool.closed.by";
  public static final String SCAN_INTERVAL = "spool.scan.interval.ms";
  public static final String RETRY_DIRECTORIES = "spool.retry.directories";
  public static final String DONE_RETENTION = "spool.done.retention.days";
  public static final String REJECTED_RETENTION = "spool.rejected.retention.days";
  public static final String POLL_MAX_RECORDS = "poll.max.records";
  public static final String RECORD_MAX_BYTES = "record.max.bytes";
  public static final String MAPPING_FILE = "mapping.file";
  public static final String UNIT_ALIASES = "mapping.unit.aliases";

  /** Set by the connector on its tasks, not by people. */
  static final String TASK_INDEX = "spool.task.index";

  static final String TASK_COUNT = "spool.task.count";

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
    tables(keys);
    limits(keys);
    EventKeys.define(keys);
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
        EventKeys.notBlank(),
        Importance.HIGH,
        "Folder in which complete files arrive. Sub-folders claimed, done and rejected are made in"
            + " it.");
    keys.define(
        CLOSED_BY,
        Type.STRING,
        ClosedBy.RENAME.name(),
        EventKeys.oneOf(ClosedBy.values()),
        Importance.MEDIUM,
        "How a writer says that a file is complete: RENAME (it got its final name by an atomic"
            + " rename) or READY_MARKER (an empty file NAME.ready lies beside it).");
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
  }
}
