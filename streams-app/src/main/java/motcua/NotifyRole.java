package motcua;

import java.time.InstantSource;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import motcua.config.AppConfig;
import motcua.config.NotifyKeys;
import motcua.core.alert.AlertRules;
import motcua.core.notice.Backoff;
import motcua.core.notice.Directory;
import motcua.core.notice.NoticeChannel;
import motcua.core.notice.NoticeRules;
import motcua.core.notice.Timetable;
import motcua.metrics.NotifierMeters;
import motcua.notify.AlertmanagerSender;
import motcua.notify.AlertmanagerText;
import motcua.notify.FactsReader;
import motcua.notify.LetterComposer;
import motcua.notify.Line;
import motcua.notify.MailSender;
import motcua.notify.Notifier;
import motcua.notify.NotifierSettings;
import motcua.notify.PageLinks;
import motcua.notify.WebhookComposer;
import motcua.notify.WebhookSender;
import motcua.notify.ZaloSender;
import motcua.readmodel.Outbox;
import motcua.readmodel.ReadModel;
import motcua.report.Reports;

/** Tells heads and other systems of alerts. */
final class NotifyRole {
  /** The real one, also where the ledger's stands still: the past is not told as news. */
  private static final InstantSource CLOCK = InstantSource.system();

  private final Installation installation;
  private final AppConfig config;
  private final ChannelSettings settings;
  private final Outbox outbox;
  private final FactsReader facts;
  private final Directory directory;

  private NotifyRole(
      Installation installation,
      Outbox outbox,
      ReadModel readModel,
      Reports reports,
      AlertRules rules) {
    this.installation = installation;
    this.config = installation.config();
    this.settings = new ChannelSettings(config, installation.notifyFiles());
    this.outbox = outbox;
    this.facts =
        new FactsReader(
            readModel,
            reports,
            installation.reference(),
            rules,
            new PageLinks(text(NotifyKeys.PAGE_URL)));
    this.directory =
        new Directory(
            installation.files().units(),
            installation.notifyFiles().contacts(),
            channels(),
            text(NotifyKeys.OPERATOR_EMAIL));
  }

  /**
   * Starts it; without a channel it does nothing.
   *
   * @param rules those in force
   */
  static Notifier open(
      Installation installation,
      Outbox outbox,
      ReadModel readModel,
      Reports reports,
      AlertRules rules) {
    var role = new NotifyRole(installation, outbox, readModel, reports, rules);
    Notifier notifier = installation.parts().opened(role.notifier());
    installation
        .metrics()
        .add(new NotifierMeters(outbox::counts, role.directory.channels(), CLOCK));
    notifier.start();
    return notifier;
  }

  private Notifier notifier() {
    var rules =
        new NoticeRules(
            time(NotifyKeys.DIGEST_AT),
            time(NotifyKeys.QUIET_FROM),
            time(NotifyKeys.QUIET_TO),
            NoticeRules.USUAL.oldest());
    var backoff =
        new Backoff(
            config.millis(NotifyKeys.RETRY_FIRST_MS),
            config.millis(NotifyKeys.RETRY_MOST_MS),
            Backoff.USUAL.giveUpAfter());
    return new Notifier(
        outbox,
        lines(),
        directory,
        new Timetable(rules, installation.files().calendar()),
        new NotifierSettings(
            NotifierSettings.USUAL.poll(), NotifierSettings.USUAL.lease(), backoff),
        CLOCK);
  }

  private Set<NoticeChannel> channels() {
    Set<NoticeChannel> on = EnumSet.noneOf(NoticeChannel.class);
    text(NotifyKeys.SMTP_HOST).ifPresent(host -> on.add(NoticeChannel.EMAIL));
    text(NotifyKeys.ZALO_TOKEN_FILE).ifPresent(file -> on.add(NoticeChannel.ZALO));
    text(NotifyKeys.WEBHOOK_URL).ifPresent(url -> on.add(NoticeChannel.WEBHOOK));
    text(NotifyKeys.ALERTMANAGER_URL).ifPresent(url -> on.add(NoticeChannel.ALERTMANAGER));
    return on;
  }

  private List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    for (NoticeChannel channel : directory.channels()) {
      lines.add(
          switch (channel) {
            case EMAIL ->
                new Line(
                    channel,
                    new LetterComposer(facts, directory),
                    new MailSender(settings.mail(), CLOCK));
            case ZALO ->
                new Line(
                    channel, new LetterComposer(facts, directory), new ZaloSender(settings.zalo()));
            case WEBHOOK ->
                new Line(
                    channel,
                    new WebhookComposer(facts),
                    new WebhookSender(settings.webhook(), CLOCK));
            case ALERTMANAGER -> alertmanager();
          });
    }
    return lines;
  }

  private Line alertmanager() {
    var text = new AlertmanagerText(facts);
    var sender = new AlertmanagerSender(settings.alertmanager(), text, outbox, CLOCK);
    return new Line(NoticeChannel.ALERTMANAGER, text, sender, Optional.of(sender.upkeep()));
  }

  private LocalTime time(String key) {
    return LocalTime.parse(config.getString(key));
  }

  private Optional<String> text(String key) {
    return Optional.of(config.getString(key)).filter(text -> !text.isBlank());
  }
}
