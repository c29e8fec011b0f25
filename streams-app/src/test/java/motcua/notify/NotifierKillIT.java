package motcua.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import motcua.core.alert.Severity;
import motcua.core.alert.Transition;
import motcua.core.notice.Addressee;
import motcua.core.notice.Contacts;
import motcua.core.notice.MessageKey;
import motcua.core.notice.NoticeChannel;
import motcua.core.unit.UnitTree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A mail server, a webhook and a real Alertmanager get what they should from a notifier in a
 * process of its own that is killed with -9 again and again.
 */
class NotifierKillIT {
  private static final long SEED = Long.getLong("motcua.seed", new Random().nextLong());
  private static final int TRANSITIONS = 1_000;
  private static final int HEADS = 20;
  private static final LocalDate NEXT_DAY = LocalDate.of(2026, 3, 11);

  /** Longer than a notifier is away, shorter than the run: alerts that hold are kept alive. */
  private static final String RESOLVE = "60s";

  @TempDir Path folder;

  @Test
  void shouldTellEachTransitionOnceThroughAHundredFaults() throws Exception {
    AlertmanagerProcess.assumeInstalled();
    System.out.println("seed " + SEED);
    var random = new Random(SEED);
    var sentOn = new SentOn();
    try (var behind = new HttpReceiver(sentOn);
        var webhook = new HttpReceiver(call -> new HttpReceiver.Answer(204, ""));
        var alertmanager = AlertmanagerProcess.start(folder, RESOLVE, behind.url());
        var alerts = new Gate(alertmanager.port());
        var world = new NotifierWorld(units(), Contacts.NONE, NotifierWorld.OFFICE);
        var run =
            new KillRun(
                world, random, sentOn, alerts, webhook.url(), folder.resolve("notifier.log"))) {
      tellThroughFaults(run, random);
      AlertLives lives = run.lives();
      world.await("begins", () -> sentOn.firing().keySet().containsAll(lives.begun()));
      world.await("ends", () -> sentOn.resolved().keySet().containsAll(lives.ended()));
      world.await("what holds", () -> alertmanager.active().equals(lives.held()));
      // What was not urgent stands in the digests of the next morning.
      run.goOn(Duration.ofHours(22));
      world.await("digests", () -> unsent(world) == 0);

      List<String> mails = ids(world.received());
      List<String> calls =
          webhook.calls().stream().map(call -> call.header("Idempotency-Key")).toList();
      print(run, mails, calls, sentOn);
      assertEquals(TRANSITIONS, lives.steps().size());
      assertTold(run, mails(lives.steps()), mails);
      assertTold(run, calls(lives.steps()), calls);
      int lost = run.faults().get(KillFault.KILLED_AFTER_MAIL_WAS_TAKEN);
      assertTrue(repeated(mails) >= lost, "a mail whose answer was lost has to come again");
      assertOnce(lives.begun(), sentOn.firing());
      assertOnce(lives.ended(), sentOn.resolved());
      assertEquals(lives.held(), alertmanager.active());
      assertEquals(0, world.number("SELECT count(*) FROM notification WHERE delivery IS NULL"));
    }
  }

  private static void tellThroughFaults(KillRun run, Random random) throws Exception {
    List<KillFault> faults = KillFault.shuffled(random);
    for (int i = 0; i < faults.size(); i++) {
      run.tell(TRANSITIONS * (i + 1) / faults.size() - run.told() - KillRun.MOST_OF_A_FAULT);
      run.happen(faults.get(i));
    }
    run.tell(TRANSITIONS - run.told());
    run.awaitSent();
  }

  private static void print(KillRun run, List<String> mails, List<String> calls, SentOn sentOn) {
    System.out.printf(
        "%d transitions, faults %s: %d e-mails, %d of them again after a kill; %d webhook calls, %d of them again;"
            + " Alertmanager told of %d begins and %d ends, %d alerts hold%n",
        run.told(),
        new TreeMap<>(run.faults()),
        mails.size(),
        repeated(mails),
        calls.size(),
        repeated(calls),
        sum(sentOn.firing()),
        sum(sentOn.resolved()),
        run.lives().held().size());
  }

  private static int sum(Map<String, Integer> times) {
    return times.values().stream().mapToInt(Integer::intValue).sum();
  }

  private static void assertTold(KillRun run, Set<String> expected, List<String> arrived) {
    assertSame(expected, arrived);
    assertTrue(repeated(arrived) <= run.kills(), "at most one twice for each kill");
  }

  /** Enough that each alert has a unit of its own. */
  static UnitTree units() {
    StringBuilder csv = new StringBuilder("code,name,parent,headEmail\nH,Huyện,,\n");
    for (int i = 0; i < TRANSITIONS; i++) {
      csv.append("H.%d,Xã %d,H,%s%n".formatted(i, i, head(i)));
    }
    return UnitTree.parse(csv.toString()).orElseThrow();
  }

  private static String head(int unit) {
    return "head" + unit % HEADS + "@xa.test";
  }

  private static long unsent(NotifierWorld world) {
    return world.number("SELECT count(*) FROM delivery WHERE state NOT IN ('SENT', 'EMPTY')");
  }

  /** The urgent ones one by one, the others in a digest for each head. */
  private static Set<String> mails(List<Transition> steps) {
    Set<String> mails = new HashSet<>();
    for (Transition step : steps) {
      var head =
          new Addressee(
              NoticeChannel.EMAIL, head(Integer.parseInt(step.scope().substring("H.".length()))));
      boolean isUrgent =
          step.severity() == Severity.SURE && step.kind() != Transition.Kind.REMINDED;
      mails.add(isUrgent ? MessageKey.of(step.id(), head) : MessageKey.ofDigest(NEXT_DAY, head));
    }
    return mails;
  }

  private static Set<String> calls(List<Transition> steps) {
    Set<String> calls = new HashSet<>();
    steps.forEach(
        step -> calls.add(MessageKey.of(step.id(), new Addressee(NoticeChannel.WEBHOOK, ""))));
    return calls;
  }

  private static List<String> ids(List<MimeMessage> mails) throws MessagingException {
    List<String> ids = new ArrayList<>();
    for (MimeMessage mail : mails) {
      ids.add(mail.getMessageID().replaceAll("^<|@.*$", ""));
    }
    return ids;
  }

  private static int repeated(List<String> arrived) {
    return arrived.size() - new HashSet<>(arrived).size();
  }

  private static void assertOnce(Set<String> expected, Map<String, Integer> arrived) {
    assertSame(expected, arrived.keySet());
    Map<String, Integer> often = new TreeMap<>(arrived);
    often.values().removeIf(times -> times == 1);
    assertEquals(Map.of(), often);
  }

  /** Says how many differ, not all of them. */
  private static void assertSame(Set<String> expected, Collection<String> arrived) {
    Set<String> missing = new HashSet<>(expected);
    missing.removeAll(arrived);
    Set<String> unknown = new HashSet<>(arrived);
    unknown.removeAll(expected);
    assertEquals(
        "0 missing, 0 unknown", missing.size() + " missing, " + unknown.size() + " unknown");
  }
}
