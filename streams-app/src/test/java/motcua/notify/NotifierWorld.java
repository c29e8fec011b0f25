package motcua.notify;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.zaxxer.hikari.HikariDataSource;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import motcua.core.alert.AlertRule;
import motcua.core.alert.AlertRules;
import motcua.core.alert.SilenceRule;
import motcua.core.calendar.WorkingCalendar;
import motcua.core.notice.Backoff;
import motcua.core.notice.Contacts;
import motcua.core.notice.Directory;
import motcua.core.notice.NoticeChannel;
import motcua.core.notice.NoticeRules;
import motcua.core.notice.Timetable;
import motcua.core.policy.Policy;
import motcua.core.unit.ProcedureCatalogue;
import motcua.core.unit.UnitTree;
import motcua.readmodel.Outbox;
import motcua.readmodel.postgres.PostgresOutbox;
import motcua.readmodel.postgres.PostgresReadModel;
import motcua.readmodel.postgres.TestDatabase;
import motcua.report.Reference;
import motcua.report.Reports;

/** A database and a mail server, and notifiers between them. */
final class NotifierWorld implements AutoCloseable {
  /** A working day, in office hours: Tuesday, 10 March 2026, 10:00. */
  static final Instant OFFICE = Instant.parse("2026-03-10T03:00:00Z");

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final NotifierSettings FAST =
      new NotifierSettings(
          Duration.ofMillis(20),
          Duration.ofMillis(700),
          new Backoff(Duration.ofMillis(20), Duration.ofMillis(200), Duration.ofDays(3)));

  final TestDatabase database = TestDatabase.create();
  final GreenMail mail;
  private final UnitTree units;
  private final Contacts contacts;
  private final InstantSource clock;
  private final HikariDataSource pool = database.pool();
  final Outbox outbox = new PostgresOutbox(pool);

  NotifierWorld(UnitTree units, Contacts contacts, Instant start) {
    this.units = units;
    this.contacts = contacts;
    long begun = System.nanoTime();
    this.clock = () -> start.plusNanos(System.nanoTime() - begun);
    this.mail = new GreenMail(new ServerSetup(freePort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    mail.start();
  }

  static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException fault) {
      throw new IllegalStateException(fault);
    }
  }

  Instant now() {
    return clock.instant();
  }

  InstantSource clock() {
    return clock;
  }

  LetterComposer letters(Directory directory) {
    var reference =
        new Reference(
            units, WorkingCalendar.WEEKDAYS_ONLY, ProcedureCatalogue.EMPTY, Policy.DEFAULT);
    var readModel = new PostgresReadModel(pool, 1);
    var facts =
        new FactsReader(
            readModel,
            new Reports(readModel, reference, clock),
            reference,
            new AlertRules(List.of(AlertRule.DEFAULT), SilenceRule.DEFAULT),
            new PageLinks(Optional.of("http://127.0.0.1:8080/alerts.html")));
    return new LetterComposer(facts, directory);
  }

  Directory directory(Set<NoticeChannel> channels) {
    return new Directory(units, contacts, channels, Optional.of("operator@motcua.test"));
  }

  MailSender mailSender() {
    return new MailSender(
        new MailSettings(
            "127.0.0.1",
            mail.getSmtp().getServerSetup().getPort(),
            MailSettings.Security.NONE,
            Optional.empty(),
            "",
            "motcua@motcua.test",
            Duration.ofSeconds(5)),
        clock);
  }

  /** A notifier that tells over e-mail and over further lines. */
  Notifier notifier(UnaryOperator<Sender> faults, Line... more) {
    var channels = EnumSet.of(NoticeChannel.EMAIL);
    List.of(more).forEach(line -> channels.add(line.channel()));
    Directory directory = directory(channels);
    var lines = new java.util.ArrayList<Line>(List.of(more));
    lines.add(new Line(NoticeChannel.EMAIL, letters(directory), faults.apply(mailSender())));
    var rules =
        new NoticeRules(
            LocalTime.of(7, 30), LocalTime.of(21, 0), LocalTime.of(7, 0), Duration.ofDays(3));
    return new Notifier(
        outbox, lines, directory, new Timetable(rules, WorkingCalendar.WEEKDAYS_ONLY), FAST, clock);
  }

  List<MimeMessage> received() {
    return List.of(mail.getReceivedMessages());
  }

  void await(String what, BooleanSupplier holds) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!holds.getAsBoolean()) {
      assertTrue(System.nanoTime() < deadline, () -> what + "; outbox:\n" + outboxText());
      LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
    }
  }

  /** What stands in the outbox, for messages of a test. */
  String outboxText() {
    return database.text(
        "SELECT string_agg(concat_ws(' ', channel, address, state, attempts, next_at, fault), E'\\n') FROM"
            + " delivery WHERE state NOT IN ('SENT', 'EMPTY')");
  }

  @Override
  public void close() {
    mail.stop();
    pool.close();
  }
}
