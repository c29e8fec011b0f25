package motcua.ingest.database;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import motcua.ingest.config.EventKeys;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.apache.kafka.common.config.ConfigException;

/** The connector's keys; those of every way in stand in {@link EventKeys}. */
final class DatabaseKeys {
  static final String URL = "database.url";
  static final String USER = "database.user";
  static final String PASSWORD = "database.password";
  static final String PASSWORD_FILE = "database.password.file";
  static final String TABLE = "database.table";
  static final String TRANSACTION_COLUMN = "database.transaction.column";
  static final String KEY_COLUMNS = "database.key.columns";
  static final String RETRY = "database.retry.ms";
  static final String LONG_TRANSACTION = "database.long.transaction.ms";
  static final String ROWS_FORM = "rows.form";
  static final String MAPPING_FILE = "mapping.file";
  static final String PAYLOAD_COLUMN = "payload.column";
  static final String SENDER_UNIT = "sender.unit";
  static final String POLL_INTERVAL = "poll.interval.ms";
  static final String POLL_MAX_RECORDS = "poll.max.records";
  static final String RECORD_MAX_BYTES = "record.max.bytes";

  /** First words of our keys; a key that starts with one and is none of them is a misspelling. */
  private static final List<String> OUR_PREFIXES =
      List.of(
          "database.",
          "rows.",
          "mapping.",
          "payload.",
          "sender.",
          "source",
          "recorded.",
          "clock.",
          "topic.",
          "link.",
          "poll.",
          "record.",
          "personal.");

  private static final String FRAMEWORK_TOPICS = "topic.creation.";

  private DatabaseKeys() {}

  /** All keys. */
  static ConfigDef definition() {
    ConfigDef keys = new ConfigDef();
    login(keys);
    table(keys);
    rows(keys);
    pace(keys);
    EventKeys.define(keys);
    return keys;
  }

  /** Keys of our prefixes that do not exist, each with a text that says what was expected. */
  static Map<String, String> unknown(Map<String, String> settings) {
    TreeSet<String> known = new TreeSet<>(definition().names());
    Map<String, String> problems = new TreeMap<>();
    for (String key : settings.keySet()) {
      boolean ours =
          OUR_PREFIXES.stream().anyMatch(key::startsWith) && !key.startsWith(FRAMEWORK_TOPICS);
      if (ours && !known.contains(key)) {
        problems.put(
            key, "Unknown configuration " + key + ": expected one of " + String.join(", ", known));
      }
    }
    return problems;
  }

  private static void login(ConfigDef keys) {
    keys.define(
        URL,
        Type.STRING,
        ConfigDef.NO_DEFAULT_VALUE,
        ConfigDef.LambdaValidator.with(
            (key, value) -> {
              if (!String.valueOf(value).startsWith("jdbc:postgresql:")) {
                throw new ConfigException(key, value, "expected jdbc:postgresql://host:port/name");
              }
            },
            () -> "jdbc:postgresql://host:port/name"),
        Importance.HIGH,
        "Where the database is, with sslmode and the like, without user and password. The primary"
            + " server, never a standby.");
    keys.define(
        USER,
        Type.STRING,
        ConfigDef.NO_DEFAULT_VALUE,
        EventKeys.notBlank(),
        Importance.HIGH,
        "Role that reads. docs/databases.md says what it needs.");
    keys.define(
        PASSWORD,
        Type.PASSWORD,
        "",
        Importance.HIGH,
        "Its password, best through a config provider of Connect; or database.password.file.");
    keys.define(
        PASSWORD_FILE,
        Type.STRING,
        "",
        Importance.HIGH,
        "File with the password and nothing else, read at each login.");
  }

  private static void table(ConfigDef keys) {
    keys.define(
        TABLE,
        Type.STRING,
        ConfigDef.NO_DEFAULT_VALUE,
        EventKeys.notBlank(),
        Importance.HIGH,
        "Table that is read, as SQL writes it, with its schema: motcua.outbox.");
    keys.define(
        TRANSACTION_COLUMN,
        Type.STRING,
        "",
        Importance.HIGH,
        "Column of type xid8, not null, with the default pg_current_xact_id(). Empty: the system"
            + " column xmin, for tables that cannot be changed; each look then reads the whole"
            + " table.");
    keys.define(
        KEY_COLUMNS,
        Type.LIST,
        List.of(),
        Importance.MEDIUM,
        "Columns of a unique key, in whose order rows are read. Empty: the primary key. Keys are"
            + " kept in Connect's offsets, so none that holds personal data.");
  }

  private static void rows(ConfigDef keys) {
    keys.define(
        ROWS_FORM,
        Type.STRING,
        RowsForm.MAPPING.name(),
        EventKeys.oneOf(RowsForm.values()),
        Importance.HIGH,
        "What a row is: MAPPING (columns, by mapping.file), CANONICAL (payload.column holds an"
            + " event as JSON) or NATIONAL (it holds a record of the national payload).");
    keys.define(
        MAPPING_FILE,
        Type.STRING,
        "",
        Importance.HIGH,
        "With MAPPING: the mapping file. Only the columns it names are read.");
    keys.define(
        PAYLOAD_COLUMN,
        Type.STRING,
        "payload",
        EventKeys.notBlank(),
        Importance.MEDIUM,
        "With CANONICAL and NATIONAL: the column that holds the JSON.");
    keys.define(
        SENDER_UNIT,
        Type.STRING,
        "",
        Importance.MEDIUM,
        "With NATIONAL: unit code that a batch's envelope would carry (madonvi). Empty: none.");
  }

  private static void pace(ConfigDef keys) {
    keys.define(
        POLL_INTERVAL,
        Type.LONG,
        5_000L,
        ConfigDef.Range.atLeast(1),
        Importance.MEDIUM,
        "Pause between two looks at the table, in milliseconds. Longer where xmin is read.");
    keys.define(
        POLL_MAX_RECORDS,
        Type.INT,
        2000,
        ConfigDef.Range.between(1, 100_000),
        Importance.LOW,
        "Most rows read at once; so many lie in memory.");
    keys.define(
        RECORD_MAX_BYTES,
        Type.INT,
        16 * 1024 * 1024,
        ConfigDef.Range.between(1024, 512 * 1024 * 1024),
        Importance.LOW,
        "Longest payload that is read, in bytes; a longer one is a dead letter.");
    keys.define(
        RETRY,
        Type.LONG,
        3_600_000L,
        ConfigDef.Range.atLeast(0),
        Importance.MEDIUM,
        "How long a database that does not answer is tried again before the task fails, in"
            + " milliseconds.");
    keys.define(
        LONG_TRANSACTION,
        Type.LONG,
        900_000L,
        ConfigDef.Range.atLeast(1),
        Importance.LOW,
        "A warning is logged when a writing transaction of the source is open for longer, in"
            + " milliseconds; its rows arrive when it commits.");
  }
}
