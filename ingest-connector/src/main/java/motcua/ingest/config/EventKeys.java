package motcua.ingest.config;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import motcua.ingest.mapping.RecordedAt;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.types.Password;

/** The keys every way in has: whose records they are, when they became known, where they go. */
public final class EventKeys {
  public static final String SOURCE = "source";
  public static final String RECORDED_AT = "recorded.at";
  public static final String CLOCK_FIXED = "clock.fixed";
  public static final String TOPIC_EVENTS = "topic.events";
  public static final String TOPIC_DEAD_LETTERS = "topic.dead.letters";
  public static final String SERIALIZER = "value.serializer";
  public static final String SERIALIZER_PREFIX = "value.serializer.";
  public static final String LINK_HASH_KEY = "link.hash.key";
  public static final String EXEMPT_PATTERNS = "personal.data.exempt.patterns";

  /** Topic of events unless the settings name another. */
  public static final String EVENTS = "motcua.events";

  /** Topic of dead letters unless the settings name another. */
  public static final String DEAD_LETTERS = "motcua.dead-letters";

  private static final int MIN_SECRET_LENGTH = 16;

  private EventKeys() {}

  /** Adds the keys to those of one way in. */
  public static void define(ConfigDef keys) {
    origin(keys);
    clock(keys);
    output(keys);
  }

  private static void origin(ConfigDef keys) {
    keys.define(
        SOURCE,
        Type.STRING,
        "",
        Importance.HIGH,
        "Name of the system the records come from, for example h56. Canonical events may name"
            + " another; national records never do, so without it they are dead letters.");
    keys.define(
        EXEMPT_PATTERNS,
        Type.LIST,
        List.of(),
        ConfigDef.LambdaValidator.with(EventKeys::checkPatterns, () -> "regular expressions"),
        Importance.MEDIUM,
        "Regular expressions, separated by commas, for whole values that are codes of this source"
            + " although they look like an identity or phone number.");
  }

  private static void clock(ConfigDef keys) {
    keys.define(
        RECORDED_AT,
        Type.STRING,
        RecordedAt.CLOCK.name(),
        oneOf(RecordedAt.values()),
        Importance.HIGH,
        "When a record became known: CLOCK (live: when it is read), INPUT (replay: as canonical"
            + " events say) or BACKFILL (initial load: the latest time at which the record says"
            + " something happened). Nothing is known after the clock.");
    keys.define(
        CLOCK_FIXED,
        Type.STRING,
        "",
        ConfigDef.LambdaValidator.with(
            (key, value) -> {
              if (value instanceof String text && !text.isBlank()) {
                moment(text.strip());
              }
            },
            () -> "an ISO 8601 time with offset, or nothing"),
        Importance.LOW,
        "The clock stands at this moment, so that a replay repeats exactly. Empty: the system's"
            + " clock.");
  }

  private static void output(ConfigDef keys) {
    keys.define(
        TOPIC_EVENTS,
        Type.STRING,
        EVENTS,
        notBlank(),
        Importance.MEDIUM,
        "Topic of events and sightings.");
    keys.define(
        TOPIC_DEAD_LETTERS,
        Type.STRING,
        DEAD_LETTERS,
        notBlank(),
        Importance.MEDIUM,
        "Topic of records that could not be read.");
    keys.define(
        SERIALIZER,
        Type.STRING,
        "io.apicurio.registry.serde.avro.AvroKafkaSerializer",
        notBlank(),
        Importance.MEDIUM,
        "Class of the Kafka serializer that frames Avro values. Keys value.serializer.* are its"
            + " settings. The connector's value.converter has to be Connect's ByteArrayConverter.");
    keys.define(
        LINK_HASH_KEY,
        Type.PASSWORD,
        ConfigDef.NO_DEFAULT_VALUE,
        secret(),
        Importance.HIGH,
        "Secret of the keyed hashes (HMAC-SHA-256) that stand for file links. The same one for"
            + " every connector of a ledger, for ever: with another, known files look new.");
  }

  /** A secret long enough to be one. */
  static ConfigDef.Validator secret() {
    return ConfigDef.LambdaValidator.with(
        (key, value) -> {
          if (!(value instanceof Password secret) || secret.value().length() < MIN_SECRET_LENGTH) {
            throw new ConfigException(key, value, "expected a secret of at least 16 characters");
          }
        },
        () -> "at least 16 characters");
  }

  static void checkPatterns(String key, Object value) {
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

  /** One of the names of an enumeration. */
  public static ConfigDef.Validator oneOf(Enum<?>[] values) {
    return ConfigDef.ValidString.in(Arrays.stream(values).map(Enum::name).toArray(String[]::new));
  }

  /** Anything but nothing. */
  public static ConfigDef.Validator notBlank() {
    return ConfigDef.LambdaValidator.with(
        (key, value) -> {
          if (value == null || value.toString().isBlank()) {
            throw new ConfigException(key, value, "expected a value");
          }
        },
        () -> "not blank");
  }

  /**
   * A moment as the settings write it.
   *
   * @throws ConfigException when it is none
   */
  static Instant moment(String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException e) {
      throw new ConfigException(
          CLOCK_FIXED,
          text,
          "expected an ISO 8601 time with offset, for example 2024-09-15T00:00:00+07:00, or"
              + " nothing");
    }
  }
}
