package motcua.ingest.transform;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import motcua.ingest.config.EventKeys;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.apache.kafka.common.config.ConfigException;

/** The transformation's keys; those of every way in stand in {@link EventKeys}. */
final class OutboxKeys {
  static final String PAYLOAD_COLUMN = "payload.column";
  static final String PAYLOAD_FORM = "payload.form";
  static final String ID_COLUMN = "id.column";
  static final String SENDER_UNIT = "sender.unit";
  static final String RECORD_MAX_BYTES = "record.max.bytes";
  static final String HEARTBEAT_TOPIC = "topic.heartbeat";

  /** Keys of Connect that stand under a transformation's prefix. */
  private static final Set<String> FRAMEWORK =
      Set.of("type", "predicate", "negate", "plugin.version");

  private OutboxKeys() {}

  /** All keys. */
  static ConfigDef definition() {
    ConfigDef keys = new ConfigDef();
    columns(keys);
    EventKeys.define(keys);
    return keys;
  }

  /**
   * Refuses keys that do not exist.
   *
   * @throws ConfigException naming the first
   */
  static void refuseUnknown(Map<String, ?> settings) {
    Set<String> known = new TreeSet<>(definition().names());
    for (String key : settings.keySet()) {
      boolean ours = known.contains(key) || key.startsWith(EventKeys.SERIALIZER_PREFIX);
      if (!ours && !FRAMEWORK.contains(key)) {
        throw new ConfigException(
            "Unknown configuration " + key + ": expected one of " + String.join(", ", known));
      }
    }
  }

  private static void columns(ConfigDef keys) {
    keys.define(
        PAYLOAD_COLUMN,
        Type.STRING,
        "payload",
        EventKeys.notBlank(),
        Importance.HIGH,
        "Column of the outbox that holds the record as JSON (json, jsonb, text or bytea). Of the"
            + " other columns only the one of id.column is looked at.");
    keys.define(
        PAYLOAD_FORM,
        Type.STRING,
        PayloadForm.CANONICAL.name(),
        EventKeys.oneOf(PayloadForm.values()),
        Importance.HIGH,
        "What the payload is: CANONICAL (an event) or NATIONAL (a record of the national"
            + " payload).");
    keys.define(
        ID_COLUMN,
        Type.STRING,
        "id",
        EventKeys.notBlank(),
        Importance.LOW,
        "Column whose value, when it is a whole number or a UUID, stands in a dead letter's"
            + " position.");
    keys.define(
        SENDER_UNIT,
        Type.STRING,
        "",
        Importance.MEDIUM,
        "With NATIONAL: unit code that a batch's envelope would carry (madonvi). Empty: none.");
    keys.define(
        RECORD_MAX_BYTES,
        Type.INT,
        16 * 1024 * 1024,
        ConfigDef.Range.between(1024, 512 * 1024 * 1024),
        Importance.LOW,
        "Longest payload that is read, in bytes; a longer one is a dead letter.");
    keys.define(
        HEARTBEAT_TOPIC,
        Type.STRING,
        "motcua.outbox-heartbeat",
        EventKeys.notBlank(),
        Importance.LOW,
        "Topic of Debezium's heartbeats. They carry the position in the write-ahead log to"
            + " Connect's offsets while nothing is written to the outbox, so they are passed on,"
            + " without content.");
  }
}
