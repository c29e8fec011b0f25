package motcua;

import java.net.URI;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import motcua.config.AppConfig;
import motcua.config.NotifyKeys;
import motcua.notify.AlertmanagerSettings;
import motcua.notify.MailSettings;
import motcua.notify.WebhookSettings;
import motcua.notify.ZaloSettings;

/** What the configuration says of each channel of the notifier. */
public final class ChannelSettings {
  private final AppConfig config;
  private final List<X509Certificate> mailAuthorities;

  /** Of a configuration and the files it names. */
  public ChannelSettings(AppConfig config, NotifyFiles files) {
    this.config = Objects.requireNonNull(config, "config");
    this.mailAuthorities = files.mailAuthorities();
  }

  /** The mail server. */
  public MailSettings mail() {
    return new MailSettings(
        config.getString(NotifyKeys.SMTP_HOST),
        config.getInt(NotifyKeys.SMTP_PORT),
        MailSettings.Security.valueOf(
            config.getString(NotifyKeys.SMTP_SECURITY).toUpperCase(Locale.ROOT)),
        mailAuthorities,
        text(NotifyKeys.SMTP_USER),
        config.getPassword(NotifyKeys.SMTP_PASSWORD).value(),
        config.getString(NotifyKeys.SMTP_FROM),
        timeout());
  }

  ZaloSettings zalo() {
    return new ZaloSettings(
        uri(NotifyKeys.ZALO_URL), Path.of(config.getString(NotifyKeys.ZALO_TOKEN_FILE)), timeout());
  }

  WebhookSettings webhook() {
    return new WebhookSettings(
        uri(NotifyKeys.WEBHOOK_URL),
        config.getPassword(NotifyKeys.WEBHOOK_SECRET).value(),
        timeout());
  }

  AlertmanagerSettings alertmanager() {
    return new AlertmanagerSettings(
        uri(NotifyKeys.ALERTMANAGER_URL),
        config.millis(NotifyKeys.ALERTMANAGER_REPEAT_MS),
        timeout());
  }

  private Duration timeout() {
    return config.millis(NotifyKeys.TIMEOUT_MS);
  }

  private URI uri(String key) {
    return URI.create(config.getString(key));
  }

  private Optional<String> text(String key) {
    return Optional.of(config.getString(key)).filter(text -> !text.isBlank());
  }
}
