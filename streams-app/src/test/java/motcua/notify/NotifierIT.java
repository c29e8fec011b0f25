package motcua.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMailUtil;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import motcua.core.alert.Severity;
import motcua.core.alert.Transition.Kind;
import motcua.core.notice.Addressee;
import motcua.core.notice.Contacts;
import motcua.core.notice.MessageKey;
import motcua.core.notice.NoticeChannel;
import motcua.core.unit.UnitTree;
import motcua.readmodel.postgres.WrittenTransitions;
import org.junit.jupiter.api.Test;

/** The notifier between a real database and a real mail server. */
class NotifierIT {
  private static final UnitTree UNITS =
      UnitTree.parse(
              """
              code,name,parent,headName,headEmail
              H1,Tỉnh A,,,head@tinh.test
              H1.1,Xã <B> & C,H1,,head@xa.test
              H1.2,Xã D,H1,,
              """)
          .orElseThrow();

  @Test
  void shouldMailASureAlertToTheUnitsHeadAtOnce() throws Exception {
    try (var world = new NotifierWorld(UNITS, Contacts.NONE, NotifierWorld.OFFICE);
        Notifier notifier = world.notifier(UnaryOperator.identity())) {
      var step = TestAlerts.sure("H1.1", world.now());
      WrittenTransitions.insert(world.database, step, 0);

      notifier.start();

      world.await("a message", () -> !world.received().isEmpty());
      MimeMessage mail = world.received().getFirst();
      assertEquals("head@xa.test", mail.getAllRecipients()[0].toString());
      assertEquals(
          "<"
              + MessageKey.of(step.id(), new Addressee(NoticeChannel.EMAIL, "head@xa.test"))
              + "@motcua.test>",
          mail.getMessageID());
      assertEquals(
          "[Một cửa] Xã <B> & C: trễ hạn 10,63% – chắc chắn vượt ngưỡng 5%", mail.getSubject());
      String body = GreenMailUtil.getWholeMessage(mail);
      assertTrue(body.contains("multipart/alternative"), body);
    }
  }

  @Test
  void shouldHoldAnUrgentOneOverTheNightAndDropWhatIsNoNews() throws Exception {
    Instant night = Instant.parse("2026-03-10T15:00:00Z");
    try (var world = new NotifierWorld(UNITS, Contacts.NONE, night);
        Notifier notifier = world.notifier(UnaryOperator.identity())) {
      WrittenTransitions.insert(world.database, TestAlerts.sure("H1.1", night), 0);
      WrittenTransitions.insert(
          world.database, TestAlerts.sure("H1.2", night.minus(Duration.ofDays(4))), 1);

      notifier.start();

      world.await(
          "both notices", () -> world.database.number("SELECT count(*) FROM notification") == 2);
      assertEquals(
          "H1.1 PENDING 2026-03-11 00:00:00;H1.2 TOO_OLD",
          world.database.text(
              """
              SELECT string_agg(concat_ws(' ', t.scope, n.dropped, d.state, d.next_at AT TIME ZONE 'UTC'), ';' ORDER BY t.position)
              FROM notification n JOIN alert_transition t ON t.id = n.transition LEFT JOIN delivery d ON d.id = n.delivery"""));
      assertEquals(List.of(), world.received());
    }
  }

  @Test
  void shouldSendOneDigestToEachHeadAndNoneWithoutAnythingToSay() throws Exception {
    // Seconds before the digest of Tuesday, 10 March 2026, 07:30: long enough to read three rows.
    Instant before = Instant.parse("2026-03-10T00:29:54Z");
    try (var world = new NotifierWorld(UNITS, Contacts.NONE, before);
        Notifier notifier = world.notifier(UnaryOperator.identity())) {
      for (int i = 0; i < 3; i++) {
        WrittenTransitions.insert(
            world.database,
            TestAlerts.step("H1.1", i + 1, Kind.REMINDED, Severity.LIKELY, null, before),
            i);
      }

      notifier.start();

      world.await(
          "both digests to end",
          () ->
              world.database.number(
                      "SELECT count(*) FROM delivery WHERE state IN ('SENT', 'EMPTY')")
                  == 2);
      assertEquals(1, world.received().size());
      MimeMessage mail = world.received().getFirst();
      assertEquals("head@xa.test", mail.getAllRecipients()[0].toString());
      assertEquals(
          "[Một cửa] Tổng hợp ngày 10/03/2026: 3 thông báo, 0 hồ sơ sắp đến hạn",
          mail.getSubject());
      assertTrue(world.now().isAfter(Instant.parse("2026-03-10T00:30:00Z")));
    }
  }

  @Test
  void shouldGiveUpAtOnceWhatIsRefusedForGoodAndSayWhy() throws Exception {
    try (var refusing = new HttpReceiver(call -> new HttpReceiver.Answer(410, "gone"));
        var world = new NotifierWorld(UNITS, Contacts.NONE, NotifierWorld.OFFICE);
        Notifier notifier =
            world.notifier(UnaryOperator.identity(), webhook(world, refusing.url()))) {
      WrittenTransitions.insert(world.database, TestAlerts.sure("H1.1", world.now()), 0);

      notifier.start();

      world.await("the mail", () -> world.received().size() == 1);
      world.await(
          "the end of the call",
          () -> world.outbox.counts(NoticeChannel.WEBHOOK, world.now()).failed() == 1);
      assertEquals(1, refusing.calls().size());
      assertEquals(
          "HTTP 410: gone",
          world.database.text("SELECT fault FROM delivery WHERE channel = 'WEBHOOK'"));
    }
  }

  @Test
  void shouldTryAgainWhatMayPassUnderTheSameKey() throws Exception {
    var answers = new AtomicInteger();
    try (var busy =
            new HttpReceiver(
                call ->
                    switch (answers.getAndIncrement()) {
                      case 0 -> new HttpReceiver.Answer(503, "busy");
                      case 1 -> new HttpReceiver.Answer(429, "slowly");
                      case 2 -> null;
                      default -> new HttpReceiver.Answer(200, "");
                    });
        var world = new NotifierWorld(UNITS, Contacts.NONE, NotifierWorld.OFFICE);
        Notifier notifier = world.notifier(UnaryOperator.identity(), webhook(world, busy.url()))) {
      WrittenTransitions.insert(world.database, TestAlerts.sure("H1.1", world.now()), 0);

      notifier.start();

      world.await(
          "the call", () -> world.outbox.counts(NoticeChannel.WEBHOOK, world.now()).sent() == 1);
      assertEquals(4, busy.calls().size());
      assertEquals(
          1, busy.calls().stream().map(call -> call.header("Idempotency-Key")).distinct().count());
      assertEquals(1, busy.calls().stream().map(HttpReceiver.Call::body).distinct().count());
      String body = busy.calls().getFirst().body();
      assertTrue(body.contains("\"unit\":\"H1.1\""), body);
      assertFalse(body.contains("@xa.test"), body);
    }
  }

  @Test
  void shouldRefuseAnAddressThatIsNone() {
    UnitTree units =
        UnitTree.parse("code,name,parent,headEmail\nH1,Xã A,,not an address\n").orElseThrow();
    try (var world = new NotifierWorld(units, Contacts.NONE, NotifierWorld.OFFICE);
        Notifier notifier = world.notifier(UnaryOperator.identity())) {
      WrittenTransitions.insert(world.database, TestAlerts.sure("H1", world.now()), 0);

      notifier.start();

      world.await(
          "its end", () -> world.outbox.counts(NoticeChannel.EMAIL, world.now()).failed() == 1);
    }
  }

  private static Line webhook(NotifierWorld world, URI url) {
    return new Line(
        NoticeChannel.WEBHOOK,
        new WebhookComposer(world.facts()),
        new WebhookSender(
            new WebhookSettings(url, "a secret of the test", Duration.ofSeconds(5)),
            world.clock()));
  }
}
