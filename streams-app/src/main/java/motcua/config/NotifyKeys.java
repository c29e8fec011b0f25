package motcua.config;

import static org.apache.kafka.common.config.ConfigDef.Importance.LOW;
import static org.apache.kafka.common.config.ConfigDef.Importance.MEDIUM;
import static org.apache.kafka.common.config.ConfigDef.Range.between;

import java.net.URI;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.LambdaValidator;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.apache.kafka.common.config.ConfigDef.ValidString;
import org.apache.kafka.common.config.ConfigException;

/** Keys of the role notify. A channel whose address is empty is off. */
public final class NotifyKeys {
  public static final String CONTACTS = "files.contacts";
  public static final String PAGE_URL = "notify.page.url";
  public static final String DIGEST_AT = "notify.digest.at";
  public static final String QUIET_FROM = "notify.quiet.from";
  public static final String QUIET_TO = "notify.quiet.to";
  public static final String OPERATOR_EMAIL = "notify.operator.email";
  public static final String TIMEOUT_MS = "notify.timeout.ms";
  public static final String RETRY_FIRST_MS = "notify.retry.first.ms";
  public static final String RETRY_MOST_MS = "notify.retry.most.ms";
  public static final String SMTP_HOST = "notify.smtp.host";
  public static final String SMTP_PORT = "notify.smtp.port";
  public static final String SMTP_SECURITY = "notify.smtp.security";
  public static final String SMTP_CA_FILE = "notify.smtp.ca.file";
  public static final String SMTP_USER = "notify.smtp.user";
  public static final String SMTP_PASSWORD = "notify.smtp.password";
  public static final String SMTP_FROM = "notify.smtp.from";
  public static final String WEBHOOK_URL = "notify.webhook.url";
  public static final String WEBHOOK_SECRET = "notify.webhook.secret";
  public static final String ALERTMANAGER_URL = "notify.alertmanager.url";
  public static final String ALERTMANAGER_REPEAT_MS = "notify.alertmanager.repeat.ms";
  public static final String ZALO_URL = "notify.zalo.url";
  public static final String ZALO_TOKEN_FILE = "notify.zalo.token.file";

  private static final String NONE = "";
  private static final LambdaValidator URL =
      LambdaValidator.with(NotifyKeys::requireUrl, () -> "http(s)://host...");
  private static final LambdaValidator TIME =
      LambdaValidator.with(NotifyKeys::requireTime, () -> "HH:mm");

  private NotifyKeys() {}

  static ConfigDef addTo(ConfigDef keys) {
    addHours(keys);
    addMail(keys);
    return addSystems(keys);
  }

  private static void addHours(ConfigDef keys) {
    keys.define(
            CONTACTS,
            Type.STRING,
            NONE,
            LOW,
            "contacts.csv, where heads are reached beside e-mail; empty: nowhere.")
        .define(
            PAGE_URL,
            Type.STRING,
            NONE,
            URL,
            MEDIUM,
            "Address of the page, whose alerts messages link to; empty: no link.")
        .define(
            DIGEST_AT,
            Type.STRING,
            "07:30",
            TIME,
            LOW,
            "Local time of day of the digest, on working days.")
        .define(
            QUIET_FROM,
            Type.STRING,
            "21:00",
            TIME,
            LOW,
            "Local time of day from which people are not told.")
        .define(
            QUIET_TO,
            Type.STRING,
            "07:00",
            TIME,
            LOW,
            "Local time of day until which people are not told; what waited is sent then, on a working day.")
        .define(
            OPERATOR_EMAIL,
            Type.STRING,
            NONE,
            MEDIUM,
            "Who is told of silent sources, and of units without any head above; empty: nobody.")
        .define(
            TIMEOUT_MS,
            Type.LONG,
            10_000L,
            between(100, 15_000),
            LOW,
            "Milliseconds a server may take for one step of a delivery.")
        .define(
            RETRY_FIRST_MS,
            Type.LONG,
            5_000L,
            between(100, 3_600_000),
            LOW,
            "Milliseconds after a failed attempt; doubled at each further one.")
        .define(
            RETRY_MOST_MS,
            Type.LONG,
            300_000L,
            between(100, 86_400_000),
            LOW,
            "Most milliseconds between two attempts.");
  }

  private static void addMail(ConfigDef keys) {
    keys.define(SMTP_HOST, Type.STRING, NONE, MEDIUM, "Mail server; empty: no e-mail.")
        .define(SMTP_PORT, Type.INT, 587, between(1, 65_535), MEDIUM, "Its port.")
        .define(
            SMTP_SECURITY,
            Type.STRING,
            "starttls",
            ValidString.in("starttls", "tls", "none"),
            MEDIUM,
            "starttls, tls, or none for a server on the same machine.")
        .define(
            SMTP_CA_FILE,
            Type.STRING,
            NONE,
            MEDIUM,
            "Certificates (PEM) of the authorities that alone may vouch for the mail server, e.g. a province's own; empty: those Java trusts.")
        .define(SMTP_USER, Type.STRING, NONE, MEDIUM, "Login at the mail server; empty: none.")
        .define(SMTP_PASSWORD, Type.PASSWORD, NONE, MEDIUM, "Its password.")
        .define(SMTP_FROM, Type.STRING, NONE, MEDIUM, "Sender's address of all e-mails.");
  }

  private static ConfigDef addSystems(ConfigDef keys) {
    return keys.define(
            WEBHOOK_URL,
            Type.STRING,
            NONE,
            URL,
            MEDIUM,
            "Address called with every transition; empty: none.")
        .define(WEBHOOK_SECRET, Type.PASSWORD, NONE, MEDIUM, "Secret with which calls are signed.")
        .define(
            ALERTMANAGER_URL,
            Type.STRING,
            NONE,
            URL,
            MEDIUM,
            "Address of an Alertmanager; empty: none.")
        .define(
            ALERTMANAGER_REPEAT_MS,
            Type.LONG,
            60_000L,
            between(100, 3_600_000),
            LOW,
            "Milliseconds between postings of an alert that holds; well below Alertmanager's resolve_timeout.")
        .define(
            ZALO_URL,
            Type.STRING,
            "https://openapi.zalo.me",
            URL,
            LOW,
            "Address of the API of Zalo Official Accounts.")
        .define(
            ZALO_TOKEN_FILE,
            Type.STRING,
            NONE,
            LOW,
            "File with the account's access token, read at each message; empty: no Zalo.");
  }

  /**
   * What one key asks of another.
   *
   * @throws ConfigException naming the key that is missing
   */
  static void requireTogether(AppConfig config) {
    require(config, SMTP_HOST, SMTP_FROM, config.getString(SMTP_FROM));
    require(config, SMTP_USER, SMTP_PASSWORD, config.getPassword(SMTP_PASSWORD).value());
    requireTls(config);
    require(config, WEBHOOK_URL, WEBHOOK_SECRET, config.getPassword(WEBHOOK_SECRET).value());
    if (config.getLong(RETRY_MOST_MS) < config.getLong(RETRY_FIRST_MS)) {
      throw new ConfigException(RETRY_MOST_MS + " is shorter than " + RETRY_FIRST_MS);
    }
  }

  private static void require(AppConfig config, String key, String other, String value) {
    if (!config.getString(key).isBlank() && value.isBlank()) {
      throw new ConfigException(key + " needs " + other + ", which is empty");
    }
  }

  /** Whoever names an authority believes the connection to be kept from listeners. */
  private static void requireTls(AppConfig config) {
    if (!config.getString(SMTP_CA_FILE).isBlank()
        && config.getString(SMTP_SECURITY).equals("none")) {
      throw new ConfigException(
          SMTP_CA_FILE + " needs " + SMTP_SECURITY + " starttls or tls, which is none");
    }
  }

  private static void requireUrl(String key, Object value) {
    String text = (String) value;
    if (!text.isEmpty() && !isUrl(text)) {
      throw new ConfigException(key, value, "expected e.g. http://127.0.0.1:9093");
    }
  }

  private static boolean isUrl(String text) {
    try {
      URI uri = URI.create(text);
      return uri.getHost() != null
          && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()));
    } catch (IllegalArgumentException none) {
      return false;
    }
  }

  private static void requireTime(String key, Object value) {
    try {
      LocalTime.parse((String) value);
    } catch (DateTimeParseException e) {
      throw new ConfigException(key, value, "expected a time of day, e.g. 07:30");
    }
  }
}
