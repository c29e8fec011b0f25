package motcua.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import motcua.ChannelSettings;
import motcua.MotcuaApp;
import motcua.config.AppConfig;
import motcua.config.NotifyKeys;
import motcua.core.notice.Contacts;
import motcua.core.notice.NoticeChannel;
import motcua.core.unit.UnitTree;
import motcua.metrics.NotifierMeters;
import motcua.notify.MailSettings.Security;
import motcua.readmodel.postgres.WrittenTransitions;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * E-mail as the product's keys say it is sent, to servers with TLS, logins and minds of their own.
 */
class MailServerIT {
  private static final UnitTree UNITS =
      UnitTree.parse(
              """
              code,name,parent,headEmail
              H1.1,Xã A,,head@xa.test
              H1.2,Xã B,,gone@xa.test
              """)
          .orElseThrow();
  private static final String PASSWORD = "password of the test";

  @TempDir static Path folder;
  private static Path authority;
  private static Path noAuthority;
  private static SSLContext here;
  private static SSLContext elsewhere;

  private NotifierWorld world;

  @BeforeAll
  static void makeCertificates() throws Exception {
    var made = new TestAuthority(folder);
    here = made.server("ip:127.0.0.1");
    elsewhere = made.server("dns:elsewhere.test");
    authority = made.certificate();
    noAuthority = made.serverCertificate("ip:127.0.0.1");
  }

  @BeforeEach
  void openWorld() {
    world = new NotifierWorld(UNITS, Contacts.NONE, NotifierWorld.OFFICE);
    world.mail.setUser("motcua@motcua.test", "motcua", PASSWORD);
  }

  @AfterEach
  void closeWorld() {
    world.close();
  }

  @ParameterizedTest
  @EnumSource(
      value = Security.class,
      names = {"TLS", "STARTTLS"})
  void shouldDeliverOverTlsWithALogin(Security security) throws Exception {
    try (SmtpFront front = front(security, here);
        Notifier notifier = notifier(keys(security, front.port()))) {
      tell("H1.1", 0);

      notifier.start();

      world.await("the mail", () -> world.received().size() == 1);
      assertEquals("head@xa.test", world.received().getFirst().getAllRecipients()[0].toString());
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Security.class,
      names = {"TLS", "STARTTLS"})
  void shouldTryAgainUntilTheServersAuthorityIsTrusted(Security security) throws Exception {
    try (SmtpFront front = front(security, here)) {
      Map<String, String> keys = keys(security, front.port());
      Map<String, String> without = new HashMap<>(keys);
      without.remove(NotifyKeys.SMTP_CA_FILE);
      tell("H1.1", 0);

      assertTriedAgain(without, "PKIX path building failed");

      try (Notifier trusting = notifier(keys)) {
        trusting.start();
        world.await("the mail", () -> world.received().size() == 1);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Security.class,
      names = {"TLS", "STARTTLS"})
  void shouldNotTellAServerThatIsAnother(Security security) throws Exception {
    try (SmtpFront front = front(security, elsewhere)) {
      tell("H1.1", 0);

      assertTriedAgain(keys(security, front.port()), "127.0.0.1");
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Security.class,
      names = {"TLS", "STARTTLS"})
  void shouldNotTellAPlainServerWhenTlsIsAskedFor(Security security) throws Exception {
    tell("H1.1", 0);

    assertTriedAgain(
        keys(security, world.mail.getSmtp().getPort()),
        security == Security.TLS
            ? "Unsupported or unrecognized SSL message"
            : "STARTTLS is required but host does not support STARTTLS");
  }

  @Test
  void shouldRefuseAnAuthorityThatIsNone() {
    Map<String, String> keys = keys(Security.TLS, 465);
    keys.put(NotifyKeys.SMTP_CA_FILE, noAuthority.toString());
    var config = new AppConfig(keys);

    String message =
        assertThrows(IllegalArgumentException.class, () -> MotcuaApp.notifyFiles(config))
            .getMessage();

    assertEquals(noAuthority + ": certificate 1 is not an authority's (CA:TRUE)", message);
  }

  @Test
  void shouldTryAgainUntilThePasswordIsRight() throws Exception {
    try (SmtpFront front = front(Security.TLS, here)) {
      Map<String, String> keys = keys(Security.TLS, front.port());
      Map<String, String> wrong = new HashMap<>(keys);
      wrong.put(NotifyKeys.SMTP_PASSWORD, "another");
      tell("H1.1", 0);

      assertTriedAgain(wrong, "535 5.7.8  Authentication credentials invalid");

      try (Notifier right = notifier(keys)) {
        right.start();
        world.await("the mail", () -> world.received().size() == 1);
      }
    }
  }

  @Test
  void shouldGiveUpARecipientTheServerDoesNotKnowAndGoOn() throws Exception {
    try (SmtpFront front =
            answering(
                address ->
                    address.startsWith("gone@")
                        ? Optional.of("550 5.1.1 <gone@xa.test>: no such user here")
                        : Optional.empty());
        Notifier notifier = notifier(keys(Security.NONE, front.port()))) {
      tell("H1.2", 0);
      tell("H1.1", 1);

      notifier.start();

      world.await(
          "both ends",
          () ->
              world.database.number("SELECT count(*) FROM delivery WHERE state = 'SENT'") == 1
                  && counter("motcua.notify.failed") == 1);
      assertEquals(
          "FAILED 1 550 5.1.1 <gone@xa.test>: no such user here",
          world.database.text(
              "SELECT concat_ws(' ', state, attempts, fault) FROM delivery WHERE address = 'gone@xa.test' AND digest_day IS NULL"));
      assertEquals(1, world.received().size());
      assertEquals("head@xa.test", world.received().getFirst().getAllRecipients()[0].toString());
      assertEquals(1, counter("motcua.notify.sent"));
    }
  }

  @Test
  void shouldTryAgainARecipientTheServerCannotTakeNow() throws Exception {
    var asked = new AtomicInteger();
    try (SmtpFront front =
            answering(
                address ->
                    asked.incrementAndGet() <= 2
                        ? Optional.of("451 4.7.1 greylisted, come back")
                        : Optional.empty());
        Notifier notifier = notifier(keys(Security.NONE, front.port()))) {
      tell("H1.1", 0);

      notifier.start();

      world.await("the mail", () -> world.received().size() == 1);
      world.await("its mark", () -> counter("motcua.notify.sent") == 1);
      assertEquals(3, asked.get());
      assertEquals(0, counter("motcua.notify.failed"));
    }
  }

  /** The message waits for its third attempt, says why, and nobody has got it. */
  private void assertTriedAgain(Map<String, String> keys, String fault) {
    try (Notifier notifier = notifier(keys)) {
      notifier.start();
      world.await(
          "two attempts that failed",
          () ->
              world.database.number(
                      "SELECT count(*) FROM delivery WHERE state = 'PENDING' AND attempts >= 2")
                  == 1);
    }
    String told = world.database.text("SELECT fault FROM delivery WHERE digest_day IS NULL");
    assertTrue(told.contains(fault), told);
    assertEquals(List.of(), world.received());
  }

  private Notifier notifier(Map<String, String> keys) {
    var config = new AppConfig(keys);
    var settings = new ChannelSettings(config, MotcuaApp.notifyFiles(config)).mail();
    return world.notifier(plain -> new MailSender(settings, world.clock()));
  }

  private static Map<String, String> keys(Security security, int port) {
    Map<String, String> keys = new HashMap<>();
    keys.put("kafka.bootstrap.servers", "127.0.0.1:1");
    keys.put("streams.state.dir", folder.toString());
    keys.put("postgresql.url", "jdbc:postgresql://127.0.0.1:1/motcua");
    keys.put("value.serializer", ByteArraySerializer.class.getName());
    keys.put("value.deserializer", ByteArrayDeserializer.class.getName());
    keys.put(NotifyKeys.SMTP_HOST, "127.0.0.1");
    keys.put(NotifyKeys.SMTP_PORT, Integer.toString(port));
    keys.put(NotifyKeys.SMTP_SECURITY, security.name().toLowerCase(Locale.ROOT));
    keys.put(NotifyKeys.SMTP_FROM, "motcua@motcua.test");
    keys.put(NotifyKeys.TIMEOUT_MS, "5000");
    if (security != Security.NONE) {
      keys.put(NotifyKeys.SMTP_CA_FILE, authority.toString());
      keys.put(NotifyKeys.SMTP_USER, "motcua");
      keys.put(NotifyKeys.SMTP_PASSWORD, PASSWORD);
    }
    return keys;
  }

  private SmtpFront front(Security security, SSLContext tls) throws Exception {
    return SmtpFront.secured(world.mail.getSmtp().getPort(), security, tls);
  }

  private SmtpFront answering(Function<String, Optional<String>> recipients) throws Exception {
    return new SmtpFront(world.mail.getSmtp().getPort(), Security.NONE, null, recipients);
  }

  private void tell(String unit, long position) {
    WrittenTransitions.insert(world.database, TestAlerts.sure(unit, world.now()), position);
  }

  private double counter(String meter) {
    var registry = new SimpleMeterRegistry();
    new NotifierMeters(world.outbox::counts, EnumSet.of(NoticeChannel.EMAIL), world.clock())
        .bindTo(registry);
    return registry.get(meter).functionCounter().count();
  }
}
