package motcua.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMailUtil;
import jakarta.mail.internet.MimeMessage;
import java.util.function.UnaryOperator;
import motcua.core.notice.Addressee;
import motcua.core.notice.Contacts;
import motcua.core.notice.MessageKey;
import motcua.core.notice.NoticeChannel;
import motcua.core.unit.UnitTree;
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
      TestAlerts.insert(world.database, step, 0);

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
}
