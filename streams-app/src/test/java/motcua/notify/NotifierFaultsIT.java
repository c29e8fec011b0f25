package motcua.notify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import motcua.core.alert.Transition;
import motcua.core.notice.Addressee;
import motcua.core.notice.Contacts;
import motcua.core.notice.MessageKey;
import motcua.core.notice.NoticeChannel;
import motcua.core.unit.UnitTree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each transition reaches each addressee once, whatever breaks; in one process. */
class NotifierFaultsIT {
  private static final long SEED = Long.getLong("motcua.seed", new Random().nextLong());
  private static final int TRANSITIONS = 1_000;
  private static final int FAULTS = 100;
  private static final int UNITS = 20;

  @TempDir Path folder;

  @Test
  void shouldDeliverEachTransitionOnceThroughAHundredFaults() throws Exception {
    System.out.println("seed " + SEED);
    Path token = Files.writeString(folder.resolve("token"), "token of the test", UTF_8);
    try (var webhook = new HttpReceiver(call -> new HttpReceiver.Answer(204, ""));
        var zalo = new HttpReceiver(call -> new HttpReceiver.Answer(200, "{\"error\":0}"));
        var world = new NotifierWorld(units(), contacts(), NotifierWorld.OFFICE);
        var run = new FaultRun(world, new Random(SEED), webhook.url(), zalo.url(), token)) {
      for (int i = 0; i < FAULTS; i++) {
        run.tell(TRANSITIONS * (i + 1) / FAULTS - run.told().size(), UNITS);
        run.fault();
      }
      run.tell(TRANSITIONS - run.told().size(), UNITS);
      int told = run.told().size();

      world.await(
          "everything to be sent",
          () ->
              world.database.number("SELECT count(*) FROM delivery WHERE state = 'SENT'")
                  == 3L * told);

      List<String> mails = ids(world.received());
      List<String> calls =
          webhook.calls().stream().map(call -> call.header("Idempotency-Key")).toList();
      assertSame(expected(run.told(), NoticeChannel.EMAIL), new HashSet<>(mails));
      assertSame(expected(run.told(), NoticeChannel.WEBHOOK), new HashSet<>(calls));
      webhook.calls().forEach(NotifierFaultsIT::assertSigned);
      int doubled = mails.size() + calls.size() + zalo.calls().size() - 3 * told;
      System.out.printf(
          "%d transitions, faults %s: %d e-mails, %d webhook calls, %d Zalo messages; %d came twice under the same id%n",
          told, run.faults(), mails.size(), calls.size(), zalo.calls().size(), doubled);
      assertTrue(zalo.calls().size() >= told, "Zalo messages: " + zalo.calls().size());
      // Only a notifier killed between sending and marking, or a server cut off in its answer.
      assertTrue(doubled <= FAULTS, doubled + " came twice");
      assertEquals(
          0, world.database.number("SELECT count(*) FROM delivery WHERE state = 'FAILED'"));
    }
  }

  /** Says how many differ, not all of them. */
  private static void assertSame(Set<String> expected, Set<String> arrived) {
    Set<String> missing = new HashSet<>(expected);
    missing.removeAll(arrived);
    Set<String> unknown = new HashSet<>(arrived);
    unknown.removeAll(expected);
    assertEquals(
        "0 missing, 0 unknown", missing.size() + " missing, " + unknown.size() + " unknown");
  }

  private static UnitTree units() {
    StringBuilder csv = new StringBuilder("code,name,parent,headEmail\nH,Huyện,,\n");
    for (int i = 0; i < UNITS; i++) {
      csv.append("H.%d,Xã %d,H,head%d@xa.test%n".formatted(i, i, i));
    }
    return UnitTree.parse(csv.toString()).orElseThrow();
  }

  private static Contacts contacts() {
    StringBuilder csv = new StringBuilder("unit,channel,address\n");
    for (int i = 0; i < UNITS; i++) {
      csv.append("H.%d,zalo,%d%n".formatted(i, 1_000 + i));
    }
    return Contacts.parse(csv.toString()).orElseThrow();
  }

  private static Set<String> expected(List<Transition> told, NoticeChannel channel) {
    return told.stream()
        .map(step -> MessageKey.of(step.id(), addressee(step, channel)))
        .collect(Collectors.toSet());
  }

  private static Addressee addressee(Transition step, NoticeChannel channel) {
    return new Addressee(
        channel,
        channel == NoticeChannel.EMAIL
            ? "head" + step.scope().substring("H.".length()) + "@xa.test"
            : "");
  }

  private static List<String> ids(List<MimeMessage> mails) throws MessagingException {
    List<String> ids = new ArrayList<>();
    for (MimeMessage mail : mails) {
      ids.add(mail.getMessageID().replaceAll("^<|@.*$", ""));
    }
    return ids;
  }

  private static void assertSigned(HttpReceiver.Call call) {
    assertEquals(
        WebhookSender.signature(FaultRun.SECRET, call.header("Motcua-Timestamp"), call.body()),
        call.header("Motcua-Signature"));
  }
}
