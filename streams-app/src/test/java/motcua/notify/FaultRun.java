package motcua.notify;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import motcua.core.alert.Severity;
import motcua.core.alert.Transition;
import motcua.core.notice.NoticeChannel;
import motcua.readmodel.postgres.WrittenTransitions;

/** Transitions while servers stop, notifiers end and rows come twice; each fault seeded. */
final class FaultRun implements AutoCloseable {
  static final String SECRET = "a secret of the test";

  private final NotifierWorld world;
  private final Random random;
  private final URI webhook;
  private final URI zalo;
  private final Path token;
  private final Bombs bombs = new Bombs();
  private final List<Notifier> notifiers = new ArrayList<>();
  private final List<Transition> told = new ArrayList<>();
  private final Map<String, Integer> faults = new TreeMap<>();

  FaultRun(NotifierWorld world, Random random, URI webhook, URI zalo, Path token) {
    this.world = world;
    this.random = random;
    this.webhook = webhook;
    this.zalo = zalo;
    this.token = token;
    begin();
    begin();
  }

  private void begin() {
    var timeout = Duration.ofSeconds(5);
    Line webhooks =
        new Line(
            NoticeChannel.WEBHOOK,
            new WebhookComposer(world.facts()),
            bombs.around(
                new WebhookSender(new WebhookSettings(webhook, SECRET, timeout), world.clock())));
    Line zalos =
        new Line(
            NoticeChannel.ZALO,
            new LetterComposer(world.facts(), world.directory(EnumSet.of(NoticeChannel.ZALO))),
            bombs.around(new ZaloSender(new ZaloSettings(zalo, token, timeout))));
    Notifier notifier = world.notifier(bombs::around, webhooks, zalos);
    notifier.start();
    notifiers.add(notifier);
  }

  /** Some transitions become known, of units {@code H.0} and so on. */
  void tell(int count, int units) {
    for (int i = 0; i < count; i++) {
      Transition step =
          TestAlerts.step(
              "H." + random.nextInt(units),
              told.size() + 1,
              random.nextBoolean() ? Transition.Kind.RAISED : Transition.Kind.WORSENED,
              Severity.SURE,
              null,
              world.now());
      WrittenTransitions.insert(world.database, step, told.size());
      told.add(step);
    }
  }

  /** One fault; returns when it has happened and what stands for it is working again. */
  void fault() throws IOException {
    switch (random.nextInt(4)) {
      case 0 -> stopMail();
      case 1 -> kill(false);
      case 2 -> kill(true);
      default -> doubled();
    }
  }

  private void stopMail() {
    count("mail server gone");
    world.gate.shut();
    tell(1, 1);
    String failing =
        "SELECT count(*) FROM delivery WHERE channel = 'EMAIL' AND fault IS NOT NULL AND state <> 'SENT'";
    world.await("an attempt without a server", () -> world.database.number(failing) > 0);
    world.gate.open();
  }

  private void kill(boolean afterSending) {
    count(afterSending ? "killed after sending" : "killed before sending");
    bombs.arm(afterSending);
    tell(1, 1);
    world.await("a notifier's end", () -> ended() != null);
    Notifier dead = ended();
    notifiers.remove(dead);
    begin();
    dead.close();
  }

  private Notifier ended() {
    return notifiers.stream().filter(one -> one.failure().isPresent()).findFirst().orElse(null);
  }

  /** The same transitions come again, and everything told is gone through again. */
  private void doubled() {
    count("transitions doubled");
    for (int i = 0; i < Math.min(10, told.size()); i++) {
      int at = random.nextInt(told.size());
      WrittenTransitions.insert(world.database, told.get(at), at);
    }
    world.database.execute("UPDATE motcua.notification_cursor SET position = -1");
  }

  private void count(String fault) {
    faults.merge(fault, 1, Integer::sum);
  }

  List<Transition> told() {
    return List.copyOf(told);
  }

  Map<String, Integer> faults() {
    return Map.copyOf(faults);
  }

  @Override
  public void close() {
    notifiers.forEach(Notifier::close);
  }
}
