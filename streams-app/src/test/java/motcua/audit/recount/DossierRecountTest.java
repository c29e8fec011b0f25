package motcua.audit.recount;

import static motcua.testing.EventBuilder.bareRetraction;
import static motcua.testing.EventBuilder.event;
import static motcua.testing.EventBuilder.received;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import motcua.core.calendar.WorkingCalendar;
import motcua.core.dossier.EventType;
import motcua.core.policy.Policy;
import motcua.core.unit.UnitResolver;
import motcua.schemas.events.DossierEvent;
import motcua.testing.EventBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cases of ledger.md 2 to 4 and 8, worked by hand: {@code counted>known unit figure count}. */
class DossierRecountTest {
  private static List<String> recount(Policy policy, String clockDay, EventBuilder... events) {
    List<DossierEvent> records = new ArrayList<>();
    for (EventBuilder event : events) {
      records.add(event.build());
    }
    RecountRules rules =
        new RecountRules(
            policy, WorkingCalendar.WEEKDAYS_ONLY, UnitResolver.NONE, LocalDate.parse(clockDay));
    return DossierRecount.of("s", "D", records, rules).stream()
        .map(
            entry -> {
              Cell cell = entry.cell();
              String counterpart = cell.counterpart().isEmpty() ? "" : "/" + cell.counterpart();
              return "%s>%s %s%s %s %+d"
                  .formatted(
                      cell.countsOn().toString().substring(5),
                      cell.knownOn().toString().substring(5),
                      cell.unit(),
                      counterpart,
                      Figures.COLUMNS.get(entry.figure()),
                      entry.count());
            })
        .toList();
  }

  private static List<String> recount(String clockDay, EventBuilder... events) {
    return recount(Policy.DEFAULT, clockDay, events);
  }

  private static EventBuilder reception() {
    return received("D", "r", "U1", "2024-07-01T09:30", "2024-07-05T17:00");
  }

  private static EventBuilder closed(String when) {
    return event("D", "c", EventType.COMPLETED, when);
  }

  @Test
  void shouldKnowALateCloseLateAndTakeTheCrossingBack() {
    assertEquals(
        List.of(
            "07-01>07-01 U1 received_online +1",
            "07-01>07-01 U1 open_in_time +1",
            "07-06>07-06 U1 open_in_time -1",
            "07-06>07-06 U1 open_overdue +1",
            "07-05>07-09 U1 open_in_time -1",
            "07-05>07-09 U1 closed_on_time +1",
            "07-06>07-09 U1 open_in_time +1",
            "07-06>07-09 U1 open_overdue -1"),
        recount("2024-08-01", reception(), closed("2024-07-05").recorded("2024-07-09")));
  }

  @Test
  void shouldCrossNoDueAfterTheClock() {
    assertEquals(
        List.of("07-01>07-01 U1 received_online +1", "07-01>07-01 U1 open_in_time +1"),
        recount("2024-07-05", reception()));
  }

  @Test
  void shouldMoveADossierBetweenTheBooksOfTwoUnits() {
    assertEquals(
        List.of(
            "07-01>07-01 U1 received_online +1",
            "07-01>07-01 U1 open_in_time +1",
            "07-02>07-02 U1/U2 transferred_out +1",
            "07-02>07-02 U1/U2 open_in_time -1",
            "07-02>07-02 U2/U1 transferred_in +1",
            "07-02>07-02 U2/U1 open_in_time +1"),
        recount(
            "2024-07-02",
            reception(),
            event("D", "t", EventType.TRANSFERRED, "2024-07-02").toUnit("U2")));
  }

  @Test
  void shouldShiftTheDueByTheWorkingDaysSuspended() {
    // Suspended Tuesday to Thursday: two working days; the due moves from Friday 5 to Tuesday 9.
    assertEquals(
        "07-09>07-09 U1 closed_on_time +1",
        recount(
                "2024-07-09",
                reception(),
                event("D", "s", EventType.SUSPENDED, "2024-07-02").suspension("SUPPLEMENT"),
                event("D", "m", EventType.RESUMED, "2024-07-04"),
                closed("2024-07-09"))
            .stream()
            .filter(line -> line.contains("closed"))
            .findFirst()
            .orElseThrow());
  }

  /**
   * Received on Friday 23/8 with five working days, due Friday 30/8; waiting from Monday to
   * Wednesday; the source then says 29/8, which only AS_REPORTED believes. SHIFT: two working days
   * after the 30th, RESTART: five after the 28th.
   */
  @ParameterizedTest
  @CsvSource({"AS_REPORTED, 08-30", "SHIFT, 09-04", "RESTART, 09-05"})
  void shouldFollowThePolicyOfSupplements(Policy.Supplement supplement, String overdueOn) {
    Policy policy =
        new Policy("p", Policy.Timeliness.DAY, Policy.Closes.COMPLETED_OR_RETURNED, supplement);
    List<String> overdue =
        recount(
                policy,
                "2024-10-01",
                received("D", "r", "U1", "2024-08-23T09:30", "2024-08-30T17:00"),
                event("D", "s", EventType.SUSPENDED, "2024-08-26T14:00").suspension("SUPPLEMENT"),
                event("D", "m", EventType.RESUMED, "2024-08-28T14:00")
                    .due("2024-08-29T17:00", null))
            .stream()
            .filter(line -> line.contains("overdue"))
            .toList();
    assertEquals(List.of(overdueOn + ">" + overdueOn + " U1 open_overdue +1"), overdue);
  }

  @Test
  void shouldTakeClosingCountersBackOnTheDayOfReopening() {
    List<String> counters =
        recount(
                "2024-07-10",
                reception(),
                event("D", "d", EventType.RESULT_DIGITISED, "2024-07-01T15:00"),
                closed("2024-07-01T16:00"),
                event("D", "o", EventType.REOPENED, "2024-07-03"))
            .stream()
            .filter(line -> line.contains("same_day") || line.contains("results"))
            .toList();
    assertEquals(
        List.of(
            "07-01>07-01 U1 results_digitised +1",
            "07-01>07-01 U1 same_day +1",
            "07-03>07-03 U1 results_digitised -1",
            "07-03>07-03 U1 same_day -1"),
        counters);
  }

  @Test
  void shouldForgetWhatABareRetractionTakesBack() {
    assertEquals(
        List.of(
            "07-01>07-01 U1 received_online +1",
            "07-01>07-01 U1 open_in_time +1",
            "07-01>07-03 U1 received_online -1",
            "07-01>07-03 U1 open_in_time -1"),
        recount("2024-07-20", reception(), bareRetraction("r", "2024-07-03")));
  }

  @Test
  void shouldLoseAnEventThatARevisionTakesToAnotherDossier() {
    List<String> entries =
        recount(
            "2024-07-04",
            reception(),
            closed("2024-07-02"),
            event("Other", "c", EventType.COMPLETED, "2024-07-02").recorded("2024-07-04"));
    assertEquals(
        List.of("07-02>07-04 U1 open_in_time +1", "07-02>07-04 U1 closed_early -1"),
        entries.subList(4, 6));
  }

  @Test
  void shouldLetTheRevisionRecordedLastHoldWhateverArrivesLast() {
    DossierEvent early = closed("2024-07-02").build();
    DossierEvent late = closed("2024-07-08").recorded("2024-07-09").build();
    RecountRules rules =
        new RecountRules(
            Policy.DEFAULT,
            WorkingCalendar.WEEKDAYS_ONLY,
            UnitResolver.NONE,
            LocalDate.of(2024, 7, 20));
    assertEquals(
        DossierRecount.of("s", "D", List.of(reception().build(), early, late), rules),
        DossierRecount.of("s", "D", List.of(late, early, reception().build(), early), rules));
  }

  @Test
  void shouldCallARecordWithoutItsPartsADeadLetter() {
    DossierEvent noUnit = reception().build();
    noUnit.getReception().setUnit(null);
    DossierEvent noType = reception().build();
    noType.setType("FINISHED");
    DossierEvent noDue = event("D", "e", EventType.DUE_CHANGED, "2024-07-02").build();
    for (DossierEvent dead : List.of(noUnit, noType, noDue)) {
      assertEquals(java.util.Optional.empty(), LogRecord.of(dead), dead.toString());
    }
    assertEquals(
        LocalDate.of(2024, 7, 2),
        LogRecord.of(bareRetraction("r", "2024-07-02T00:00").build()).orElseThrow().knownOn());
  }
}
