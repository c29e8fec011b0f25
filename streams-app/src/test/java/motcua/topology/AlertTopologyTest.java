package motcua.topology;

import static motcua.testing.EventBuilder.at;
import static motcua.testing.EventBuilder.event;
import static motcua.testing.EventBuilder.instant;
import static motcua.testing.EventBuilder.received;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import motcua.core.alert.AlertFigures;
import motcua.core.alert.Severity;
import motcua.core.alert.Transition;
import motcua.core.dossier.EventType;
import motcua.schemas.internal.AlertAct;
import motcua.testing.LedgerHarness;
import org.junit.jupiter.api.Test;

/** Alerts as the topology finds them, from the events on. */
class AlertTopologyTest {
  private static void closeLate(LedgerHarness harness, int from, int to, String day) {
    for (int i = from; i <= to; i++) {
      harness.events(
          received("D" + i, "D" + i + ":r", "H1.1", "2024-07-01", "2024-07-02"),
          event("D" + i, "D" + i + ":c", EventType.COMPLETED, day));
    }
  }

  private static void closeOnTime(LedgerHarness harness, int from, int to, String day) {
    for (int i = from; i <= to; i++) {
      harness.events(
          received("T" + i, "T" + i + ":r", "H1.1", day, "2024-08-30"),
          event("T" + i, "T" + i + ":c", EventType.COMPLETED, day));
    }
  }

  private static List<String> words(List<Transition> steps) {
    return steps.stream()
        .map(
            step ->
                "%s %s %s %d/%d #%d %s%s"
                    .formatted(
                        step.scope(),
                        step.kind(),
                        step.severity(),
                        step.figures().late(),
                        step.figures().dated(),
                        step.number(),
                        step.cause(),
                        step.backfill() ? " backfill" : ""))
        .toList();
  }

  @Test
  void shouldTellAUnitAndThoseAboveWithTheEventThatCausedIt() {
    try (var harness = LedgerHarness.start()) {
      closeLate(harness, 1, 2, "2024-07-04");
      harness.tick("2024-07-04T12:00");
      List<Transition> raised = harness.transitions();
      assertEquals(
          List.of("H1.1 RAISED LIKELY 2/2 #1 D2:c", "H1 RAISED LIKELY 2/2 #1 D2:c"), words(raised));
      assertEquals(instant("2024-07-04"), raised.getFirst().at());
      assertEquals("late@default|H1.1|2024-06-15|LEGAL_QUARTER|1", raised.getFirst().id());

      closeLate(harness, 3, 4, "2024-07-05");
      harness.tick("2024-07-05T12:00");
      assertEquals(
          List.of("H1.1 WORSENED SURE 4/4 #2 D4:c", "H1 WORSENED SURE 4/4 #2 D4:c"),
          words(harness.transitions()));

      closeOnTime(harness, 1, 85, "2024-07-08");
      harness.tick("2024-07-08T12:00");
      List<Transition> cleared = harness.transitions();
      assertEquals("H1.1 CLEARED SURE 4/89 #3 T85:c", words(cleared).getFirst());
      assertEquals(Transition.Reason.RECOVERED, cleared.getFirst().reason());
    }
  }

  @Test
  void shouldMarkWhatAnInitialLoadFound() {
    try (var harness = LedgerHarness.start()) {
      for (int i = 1; i <= 2; i++) {
        harness.events(
            received("D" + i, "D" + i + ":r", "H1.1", "2024-07-01", "2024-07-02").backfill(),
            event("D" + i, "D" + i + ":c", EventType.COMPLETED, "2024-07-04").backfill());
      }
      harness.tick("2024-07-04T12:00");
      assertEquals(
          "H1.1 RAISED LIKELY 2/2 #1 D2:c backfill", words(harness.transitions()).getFirst());
    }
  }

  @Test
  void shouldTakeAnAcknowledgementAndLetItExpire() {
    try (var harness = LedgerHarness.start()) {
      closeLate(harness, 1, 2, "2024-07-04");
      harness.tick("2024-07-04T12:00");
      harness.transitions();
      var act = new AlertAct("A1", "H1.1", "ACKNOWLEDGE", at("2024-07-10"), at("2024-07-04T13:00"));
      harness.act(act).act(act);
      assertEquals(List.of("H1.1 ACKNOWLEDGED LIKELY 2/2 #2 ACT:A1"), words(harness.transitions()));
      closeOnTime(harness, 1, 1, "2024-07-10");
      harness.tick("2024-07-10T09:00");
      List<Transition> expired = harness.transitions();
      assertTrue(
          words(expired).contains("H1.1 EXPIRED LIKELY 2/3 #3 CLOCK"), words(expired)::toString);
    }
  }

  @Test
  void shouldFreezeTheAlertsOfASilentSourceAndThawThemByItself() {
    try (var harness = LedgerHarness.start()) {
      closeLate(harness, 1, 2, "2024-07-04");
      harness.tick("2024-07-04T12:00");
      harness.transitions();
      harness.tick("2024-07-09T16:59");
      assertEquals(
          List.of(
              "s RAISED SURE 0/0 #1 CLOCK",
              "H1.1 FROZEN LIKELY 2/2 #2 CLOCK",
              "H1 FROZEN LIKELY 2/2 #2 CLOCK"),
          words(harness.transitions()).stream()
              .sorted(java.util.Comparator.reverseOrder())
              .toList());
      closeLate(harness, 3, 4, "2024-07-09T16:59:30");
      harness.tick("2024-07-09T17:00");
      List<String> thawed = words(harness.transitions());
      assertTrue(thawed.contains("s CLEARED SURE 0/0 #2 CLOCK"), thawed::toString);
      assertTrue(thawed.contains("H1.1 THAWED LIKELY 4/4 #3 CLOCK"), thawed::toString);
      assertTrue(thawed.contains("H1.1 WORSENED SURE 4/4 #4 CLOCK"), thawed::toString);
    }
  }

  @Test
  void shouldTellOfADateThatWasRewritten() {
    try (var harness = LedgerHarness.start()) {
      closeLate(harness, 1, 1, "2024-07-04");
      harness.tick("2024-07-04T12:00");
      assertEquals(List.of(), harness.transitions());
      harness.events(
          event("D1", "D1:c", EventType.COMPLETED, "2024-07-02").recorded("2024-07-05T09:00"));
      List<Transition> found = harness.transitions();
      assertEquals(1, found.size(), words(found)::toString);
      assertEquals(Transition.LATE_REWRITTEN, found.getFirst().rule());
      assertEquals("D1", found.getFirst().dossier());
      assertEquals("H1.1", found.getFirst().scope());
    }
  }

  @Test
  void shouldTakeOverWhatAnotherGenerationFoundAndSendNothing() {
    Transition raised =
        new Transition(
            "late@default",
            "H1.1",
            "LEGAL_QUARTER",
            LocalDate.parse("2024-06-15"),
            1,
            Transition.Kind.RAISED,
            Severity.LIKELY,
            null,
            new AlertFigures(2, 2, 0, 0),
            "D2:c",
            instant("2024-07-04"),
            false,
            null,
            null);
    try (var harness = LedgerHarness.undecided()) {
      closeLate(harness, 1, 2, "2024-07-04");
      harness.foundBy(2, raised);
      harness.tick("2024-07-04T12:00");
      assertEquals(List.of(), words(harness.transitions()));
    }
    try (var harness = LedgerHarness.start()) {
      harness.foundBy(2, raised);
      closeLate(harness, 1, 2, "2024-07-04");
      harness.tick("2024-07-04T12:00");
      assertEquals(List.of("H1 RAISED LIKELY 2/2 #1 D2:c"), words(harness.transitions()));
    }
  }
}
