package motcua.notify;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BooleanSupplier;
import motcua.core.alert.Severity;
import motcua.core.alert.Transition;
import motcua.core.notice.Addressee;
import motcua.core.notice.MessageKey;
import motcua.core.notice.NoticeChannel;
import motcua.readmodel.postgres.WrittenTransitions;

/** Transitions while the notifier's process is killed with -9, servers go and rows come twice. */
final class KillRun implements AutoCloseable {
  /** Most transitions a fault adds of its own. */
  static final int MOST_OF_A_FAULT = 4;

  private final NotifierWorld world;
  private final Random random;
  private final AlertLives lives;
  private final SentOn sentOn;
  private final Gate alerts;
  private final URI webhook;
  private final Path log;
  private final Map<KillFault, Integer> faults = new EnumMap<>(KillFault.class);
  private NotifierProcess working;
  private NotifierProcess standingBy;
  private int kills;

  /**
   * @param sentOn by the Alertmanager
   * @param alerts the way to the Alertmanager
   */
  KillRun(NotifierWorld world, Random random, SentOn sentOn, Gate alerts, URI webhook, Path log)
      throws IOException {
    this.world = world;
    this.random = random;
    this.lives = new AlertLives(random);
    this.sentOn = sentOn;
    this.alerts = alerts;
    this.webhook = webhook;
    this.log = log;
    this.working = standBy(Duration.ZERO);
    this.standingBy = standBy(Duration.ZERO);
    working.begin();
  }

  private NotifierProcess standBy(Duration ahead) throws IOException {
    URI alertmanager = URI.create("http://127.0.0.1:" + alerts.port());
    return NotifierProcess.standBy(world, webhook, alertmanager, ahead, log);
  }

  /** Some transitions become known. */
  void tell(int count) {
    for (int i = 0; i < count; i++) {
      tell(lives.next(sentOn::isFiring, world.now()));
    }
  }

  private Transition tell(Transition step) {
    WrittenTransitions.insert(world.database, step, told() - 1);
    return step;
  }

  private Transition raise() {
    return tell(lives.raised(Severity.SURE, world.now()));
  }

  /** One fault; returns when it has happened and what stands for it is working again. */
  void happen(KillFault fault) throws Exception {
    faults.merge(fault, 1, Integer::sum);
    switch (fault) {
      case KILLED -> killAnywhere();
      case KILLED_AFTER_MAIL_WAS_TAKEN -> killAfterMail();
      case KILLED_AFTER_ALERT_WAS_TAKEN -> killAfterAlert();
      case MAIL_GONE -> stopMail();
      case ALERTMANAGER_GONE -> stopAlertmanager();
      case DOUBLED -> doubleRows();
    }
  }

  private void killAnywhere() throws Exception {
    long enough = sent() + random.nextInt(10);
    tell(MOST_OF_A_FAULT);
    await("some messages", () -> sent() >= enough);
    kill();
  }

  private void killAfterMail() throws Exception {
    int before = mails();
    world.gate.loseAnswers(() -> mails() > before);
    raise();
    await("a mail taken", world.gate::hasLostAnswer);
    kill();
    world.gate.loseAnswers(() -> false);
  }

  /** The alert is over before anybody tries again to tell of its begin. */
  private void killAfterAlert() throws Exception {
    Transition begin =
        random.nextBoolean() ? strengthened() : lives.raised(Severity.SURE, world.now());
    BooleanSupplier isBeingSent = () -> isBeingSent(begin, NoticeChannel.ALERTMANAGER);
    alerts.loseAnswers(isBeingSent);
    tell(begin);
    await(
        "an alert taken",
        () ->
            alerts.hasLostAnswer()
                && sentOn.isFiring(AlertLives.name(begin))
                && isBeingSent.getAsBoolean());
    kill();
    alerts.loseAnswers(() -> false);
    tell(lives.cleared(begin, world.now()));
  }

  private Transition strengthened() {
    Transition likely = tell(lives.raised(Severity.LIKELY, world.now()));
    await("a likely alert", () -> sentOn.isFiring(AlertLives.name(likely)));
    return lives.worsened(likely, world.now());
  }

  private void kill() throws Exception {
    working.close();
    kills++;
    working = standingBy;
    working.begin();
    standingBy = standBy(Duration.ZERO);
  }

  /** Not in the middle of a message, so that only kills make one come twice. */
  private void stopMail() {
    await("mail at rest", () -> world.number(open("channel = 'EMAIL'")) == 0);
    world.gate.shut();
    raise();
    await("an attempt without a mail server", () -> hasFailing(NoticeChannel.EMAIL));
    world.gate.open();
  }

  private void stopAlertmanager() {
    alerts.shut();
    raise();
    await("an attempt without Alertmanager", () -> hasFailing(NoticeChannel.ALERTMANAGER));
    alerts.open();
  }

  /** The same transitions come again, and everything told is gone through again. */
  private void doubleRows() {
    List<Transition> told = lives.steps();
    for (int i = 0; i < Math.min(10, told.size()); i++) {
      int at = random.nextInt(told.size());
      WrittenTransitions.insert(world.database, told.get(at), at);
    }
    world.database.execute("UPDATE motcua.notification_cursor SET position = -1");
  }

  /** Waits until all that is due has been sent. */
  void awaitSent() {
    await(
        "everything due to be sent",
        () ->
            world.number("SELECT position FROM notification_cursor") == told() - 1
                && world.number(open("TRUE")) == 0);
  }

  /** Kills the notifiers; another works on a later day. */
  void goOn(Duration later) throws Exception {
    working.close();
    standingBy.close();
    working = standBy(later);
    working.begin();
  }

  private void await(String what, BooleanSupplier holds) {
    world.await(
        what,
        () -> {
          if (!working.isAlive()) {
            throw new AssertionError("the notifier ended by itself, see " + log);
          }
          return holds.getAsBoolean();
        });
  }

  private boolean hasFailing(NoticeChannel channel) {
    return world.number(open("fault IS NOT NULL AND channel = '" + channel + "'")) > 0;
  }

  private String open(String condition) {
    return "SELECT count(*) FROM delivery WHERE state IN ('PENDING', 'SENDING') AND due_at <= '"
        + world.now()
        + "' AND "
        + condition;
  }

  private boolean isBeingSent(Transition step, NoticeChannel channel) {
    String key = MessageKey.of(step.id(), new Addressee(channel, ""));
    return world.number(
            "SELECT count(*) FROM delivery WHERE state = 'SENDING' AND key = '" + key + "'")
        == 1;
  }

  private long sent() {
    return world.number("SELECT count(*) FROM delivery WHERE state = 'SENT'");
  }

  private int mails() {
    return world.received().size();
  }

  /** Number of transitions told. */
  int told() {
    return lives.steps().size();
  }

  AlertLives lives() {
    return lives;
  }

  Map<KillFault, Integer> faults() {
    return Map.copyOf(faults);
  }

  int kills() {
    return kills;
  }

  @Override
  public void close() throws InterruptedException {
    working.close();
    standingBy.close();
  }
}
