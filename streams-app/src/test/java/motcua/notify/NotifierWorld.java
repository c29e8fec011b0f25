package motcua.notify;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.zaxxer.hikari.HikariDataSource;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import motcua.core.alert.AlertRules;
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

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final NotifierSettings FAST =
      new NotifierSettings(
          Duration.ofMillis(20),
          Duration.ofSeconds(3),
          new Backoff(Duration.ofMillis(20), Duration.ofMillis(200), Duration.ofDays(3)));

  final TestDatabase database;
  final GreenMail mail;

  /** The way to the mail server. */
  final Gate gate;

  private final UnitTree units;
  private final Contacts contacts;
  private final InstantSource clock;
  private final int mailPort;
  private final HikariDataSource pool;
  final Outbox outbox;

  NotifierWorld(UnitTree units, Contacts contacts, Instant start) {
    this(units, contacts, running(start));
  }

  /** One whose time is told by somebody else. */
  NotifierWorld(UnitTree units, Contacts contacts, InstantSource clock) {
    this.database = TestDatabase.create();
    this.mail = new GreenMail(new ServerSetup(freePort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    mail.start();
    this.gate = new Gate(mail.getSmtp().getPort());
    this.mailPort = gate.port();
    this.units = units;
    this.contacts = contacts;
    this.clock = clock;
    this.pool = database.pool();
    this.outbox = new PostgresOutbox(pool);
  }

  /** The world of another JVM, as a notifier started there sees it; without servers of its own. */
  NotifierWorld(UnitTree units, TestDatabase database, int mailPort, Instant start) {
    this.database = database;
    this.mail = null;
    this.gate = null;
    this.mailPort = mailPort;
    this.units = units;
    this.contacts = Contacts.NONE;
    this.clock = running(start);
    this.pool = database.pool();
    this.outbox = new PostgresOutbox(pool);
  }

  private static InstantSource running(Instant start) {
    long begun = System.nanoTime();
    return () -> start.plusNanos(System.nanoTime() - begun);
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

  FactsReader facts() {
    var reference =
        new Reference(
            units, WorkingCalendar.WEEKDAYS_ONLY, ProcedureCatalogue.EMPTY, Policy.DEFAULT);
    var readModel = new PostgresReadModel(pool, 1);
    return new FactsReader(
        readModel,
        new Reports(readModel, reference, clock),
        reference,
        AlertRules.DEFAULT,
        new PageLinks(Optional.of("http://127.0.0.1:8080/")));
  }

  Directory directory(Set<NoticeChannel> channels) {
    return new Directory(units, contacts, channels, Optional.of("operator@motcua.test"));
  }

  MailSender mailSender() {
    return new MailSender(
        new MailSettings(
            "127.0.0.1",
            mailPort,
            MailSettings.Security.NONE,
            List.of(),
            Optional.empty(),
            "",
            "motcua@motcua.test",
            Duration.ofSeconds(5)),
        clock);
  }

  /** The line to an Alertmanager. */
  Line alertmanager(URI url, Duration repeat) {
    var text = new AlertmanagerText(facts());
    var settings = new AlertmanagerSettings(url, repeat, Duration.ofSeconds(5));
    var sender = new AlertmanagerSender(settings, text, outbox, clock);
    return new Line(NoticeChannel.ALERTMANAGER, text, sender, Optional.of(sender.upkeep()));
  }

  /** A notifier that tells over e-mail and over further lines. */
  Notifier notifier(UnaryOperator<Sender> faults, Line... more) {
    var channels = EnumSet.of(NoticeChannel.EMAIL);
    List.of(more).forEach(line -> channels.add(line.channel()));
    Directory directory = directory(channels);
    var lines = new ArrayList<Line>(List.of(more));
    lines.add(
        new Line(
            NoticeChannel.EMAIL,
            new LetterComposer(facts(), directory),
            faults.apply(mailSender())));
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

  /** The one number a query gives. */
  long number(String sql) {
    return TestDatabase.number(pool, sql);
  }

  /** What stands in the outbox, for messages of a test. */
  String outboxText() {
    return database.text(
        "SELECT string_agg(concat_ws(' ', channel, address, state, attempts, next_at, fault), E'\\n') FROM"
            + " delivery WHERE state NOT IN ('SENT', 'EMPTY')");
  }

  @Override
  public void close() {
    gate.close();
    mail.stop();
    pool.close();
  }
}
