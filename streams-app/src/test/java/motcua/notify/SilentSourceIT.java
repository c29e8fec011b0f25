package motcua.notify;

import static motcua.testing.EventBuilder.event;
import static motcua.testing.EventBuilder.instant;
import static motcua.testing.EventBuilder.received;
import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import motcua.core.alert.Transition;
import motcua.core.dossier.EventType;
import motcua.core.notice.Contacts;
import motcua.core.unit.UnitTree;
import motcua.readmodel.postgres.WrittenTransitions;
import motcua.testing.LedgerHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * From the events through the topology, the table and the outbox to the mail server: a source falls
 * silent and is heard again. Time is what the ticks say, for the ledger and for the notifier.
 */
class SilentSourceIT {
  private static final String UNITS =
      """
      code,name,parent,level,headEmail
      H1,Tỉnh,,tinh,head@tinh.test
      H1.1,Xã Một,H1,xa,head@xa.test
      H1.2,Xã Hai,H1,xa,
      """;

  /** That of the other unit, which never falls silent. */
  private static final String OTHER = "t";

  private final AtomicReference<Instant> now = new AtomicReference<>(instant("2024-07-04T08:00"));
  private final List<Transition> found = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();
  private LedgerHarness ledger;
  private NotifierWorld world;
  private Notifier notifier;
  private int dossiers;

  @BeforeEach
  void start() {
    ledger = LedgerHarness.withUnits(UNITS);
    world = new NotifierWorld(UnitTree.parse(UNITS).orElseThrow(), Contacts.NONE, now::get);
    notifier = world.notifier(UnaryOperator.identity());
    notifier.start();
  }

  @AfterEach
  void close() {
    notifier.close();
    world.close();
    ledger.close();
  }

  @Test
  void shouldFreezeTellTheOperatorOnceAndThawByItself() throws Exception {
    closeOnTime("H1.2", OTHER, 100, "2024-07-04");
    closeLate(4, "2024-07-04");
    assertEquals(List.of("H1.1 RAISED 4/4"), told("2024-07-04T12:00"));
    assertEquals(
        List.of("head@xa.test: Xã Một: trễ hạn 100,00% – chắc chắn vượt ngưỡng 5%"), mails());

    // Fifteen office hours after Thursday, 08:00 are over on Monday at 08:00.
    closeOnTime("H1.2", OTHER, 1, "2024-07-05");
    assertEquals(List.of(), told("2024-07-05T17:00"));
    closeOnTime("H1.2", OTHER, 1, "2024-07-08");
    assertEquals(List.of(), told("2024-07-08T08:00"));
    assertEquals(List.of("s RAISED 0/0", "H1.1 FROZEN 4/4"), told("2024-07-08T08:01"));
    assertEquals(
        List.of("operator@motcua.test: Nguồn dữ liệu s: không gửi dữ liệu quá thời gian cho phép"),
        mails());

    // What would fall due: escalation after three working days, a reminder after seven days.
    for (String day : List.of("2024-07-09", "2024-07-10", "2024-07-11")) {
      closeOnTime("H1.2", OTHER, 1, day);
      assertEquals(List.of(), told(day + "T17:00"));
    }
    assertEquals(
        List.of("head@xa.test: Tổng hợp ngày 09/07/2024: 1 thông báo, 0 hồ sơ sắp đến hạn"),
        mails());

    closeLate(1, "2024-07-12");
    closeOnTime("H1.2", OTHER, 1, "2024-07-12");
    assertEquals(
        List.of("s CLEARED 0/0", "H1.1 THAWED 5/5", "H1.1 ESCALATED 5/5", "H1.1 REMINDED 5/5"),
        told("2024-07-12T10:00"));
    assertEquals(
        List.of(
            "head@tinh.test: Xã Một: trễ hạn 100,00% – báo cấp trên vì chưa có xác nhận xử lý",
            "operator@motcua.test: Nguồn dữ liệu s: đã gửi dữ liệu trở lại"),
        mails());

    closeOnTime("H1.1", "s", 110, "2024-07-12");
    assertEquals(List.of("H1.1 CLEARED 5/115"), told("2024-07-12T11:00"));
    assertEquals(
        List.of("head@xa.test: Xã Một: trễ hạn 4,35% – cảnh báo kết thúc, đã trở lại mức cho phép"),
        mails());
  }

  private void closeLate(int count, String day) {
    for (int i = 0; i < count; i++) {
      String dossier = "D" + dossiers++;
      ledger.events(
          received(dossier, dossier + ":r", "H1.1", "2024-07-01", "2024-07-02"),
          event(dossier, dossier + ":c", EventType.COMPLETED, day));
    }
  }

  private void closeOnTime(String unit, String source, int count, String day) {
    for (int i = 0; i < count; i++) {
      String dossier = "D" + dossiers++;
      ledger.events(
          received(dossier, dossier + ":r", unit, day, "2024-08-30").source(source),
          event(dossier, dossier + ":c", EventType.COMPLETED, day).source(source));
    }
  }

  /** The clock reaches a local time: the transitions that are found are told. */
  private List<String> told(String local) {
    now.set(instant(local));
    ledger.tick(local);
    List<Transition> steps = ledger.transitions();
    for (Transition step : steps) {
      WrittenTransitions.insert(world.database, step, found.size());
      found.add(step);
    }
    return steps.stream()
        .map(
            step ->
                "%s %s %d/%d"
                    .formatted(
                        step.scope(), step.kind(), step.figures().late(), step.figures().dated()))
        .toList();
  }

  /** Those that are new when nothing is due any more, without the mark, sorted. */
  private List<String> mails() throws MessagingException {
    String open =
        "SELECT (SELECT count(*) FROM alert_transition WHERE id NOT IN (SELECT transition FROM notification))"
            + " + (SELECT count(*) FROM delivery WHERE state IN ('PENDING', 'SENDING') AND due_at <= '%s')"
                .formatted(now.get());
    world.await("nothing to be due", () -> world.database.number(open) == 0);
    List<String> fresh = new ArrayList<>();
    for (MimeMessage mail : world.received()) {
      if (seen.add(mail.getMessageID())) {
        fresh.add(
            mail.getAllRecipients()[0]
                + ": "
                + mail.getSubject().replaceFirst("^\\[Một cửa] ", ""));
      }
    }
    assertEquals(seen.size(), world.received().size(), "none came twice");
    return fresh.stream().sorted().toList();
  }
}
