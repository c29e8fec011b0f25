package motcua.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import motcua.core.alert.Transition;
import motcua.core.notice.Addressee;
import motcua.core.notice.Contacts;
import motcua.core.notice.MessageKey;
import motcua.core.notice.NoticeChannel;
import motcua.core.unit.UnitTree;
import motcua.readmodel.postgres.WrittenTransitions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A notifier in a process of its own, killed with -9 in the middle of its work. */
class NotifierKillIT {
  static final UnitTree UNITS =
      UnitTree.parse("code,name,parent,headEmail\nH1,Xã A,,a@xa.test\n").orElseThrow();

  private static final long SEED = Long.getLong("motcua.seed", new Random().nextLong());
  private static final int KILLS = 8;
  private static final int BETWEEN = 25;

  @TempDir Path folder;

  @Test
  void shouldGoOnWhereAKilledNotifierStopped() throws Exception {
    System.out.println("seed " + SEED);
    var random = new Random(SEED);
    Path log = folder.resolve("notifier.log");
    try (var webhook = new HttpReceiver(call -> new HttpReceiver.Answer(204, ""));
        var world = new NotifierWorld(UNITS, Contacts.NONE, NotifierWorld.OFFICE)) {
      Set<String> mails = new HashSet<>();
      Set<String> calls = new HashSet<>();
      int told = 0;
      for (int kill = 0; kill <= KILLS; kill++) {
        for (int i = 0; i < BETWEEN; i++, told++) {
          Transition step = TestAlerts.sure("H1", world.now(), told + 1);
          WrittenTransitions.insert(world.database, step, told);
          mails.add(key(step, NoticeChannel.EMAIL, "a@xa.test"));
          calls.add(key(step, NoticeChannel.WEBHOOK, ""));
        }
        int all = told;
        boolean last = kill == KILLS;
        int enough = last ? 2 * all : 2 * (all - BETWEEN) + random.nextInt(2 * BETWEEN);
        try (NotifierProcess notifier = NotifierProcess.start(world, webhook.url(), log)) {
          world.await(
              "notifier " + kill,
              () -> {
                assertTrue(notifier.isAlive(), "see " + log);
                return sent(world) >= enough;
              });
        }
      }

      Set<String> arrived = new HashSet<>();
      for (MimeMessage mail : world.received()) {
        arrived.add(mail.getMessageID().replaceAll("^<|@.*$", ""));
      }
      System.out.printf(
          "%d transitions, %d kills: %d e-mails, %d webhook calls%n",
          told, KILLS, world.received().size(), webhook.calls().size());
      assertEquals(mails, arrived);
      Set<String> called = new HashSet<>();
      webhook.calls().forEach(call -> called.add(call.header("Idempotency-Key")));
      assertEquals(calls, called);
      assertTrue(world.received().size() <= told + KILLS, "at most one e-mail twice for each kill");
      assertTrue(webhook.calls().size() <= told + KILLS, "at most one call twice for each kill");
    }
  }

  private static long sent(NotifierWorld world) {
    return world.database.number("SELECT count(*) FROM delivery WHERE state = 'SENT'");
  }

  private static String key(Transition step, NoticeChannel channel, String address) {
    return MessageKey.of(step.id(), new Addressee(channel, address));
  }
}
