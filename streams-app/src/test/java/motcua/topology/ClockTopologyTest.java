package motcua.topology;

import static motcua.testing.EventBuilder.event;
import static motcua.testing.EventBuilder.received;
import static motcua.topology.LifecycleTopologyTest.moves;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import motcua.core.dossier.EventType;
import motcua.core.ledger.Measure;
import motcua.schemas.internal.Ratios;
import motcua.schemas.internal.UnitTotals;
import motcua.testing.LedgerHarness;
import motcua.testing.LedgerHarness.PostedLeg;
import org.junit.jupiter.api.Test;

/** What the clock alone does, and what it must not. */
class ClockTopologyTest {
  @Test
  void shouldCrossTheDueByATickAlone() {
    try (var harness = LedgerHarness.start()) {
      harness.events(received("D1", "D1:r", "H1.1", "2024-07-01", "2024-07-05"));
      harness.tick("2024-07-05T23:59:59");
      assertEquals(
          List.of("H1.1 NONE>OPEN_IN_TIME 07-01 known 07-01 D1:r"), moves(harness.postings()));
      harness.tick("2024-07-08T10:00");
      assertEquals(
          List.of("H1.1 OPEN_IN_TIME>OPEN_OVERDUE 07-06 known 07-06 CLOCK"),
          moves(harness.postings()));
      assertEquals("OPEN_OVERDUE", harness.dossiers().get("D1").getBucket());
      harness.tick("2024-07-09T10:00");
      assertEquals(List.of(), moves(harness.postings()));
    }
  }

  private static List<String> closedAt(String when) {
    try (var harness = LedgerHarness.start()) {
      harness.events(
          received("D1", "D1:r", "H1.1", "2024-07-01", "2024-07-05"),
          event("D1", "D1:c", EventType.COMPLETED, when));
      harness.tick("2024-07-10");
      List<String> all = moves(harness.postings());
      return all.subList(1, all.size());
    }
  }

  @Test
  void shouldCrossFirstWhenAnEventComesAfterMidnight() {
    String late = "H1.1 OPEN_OVERDUE>CLOSED_LATE 07-06 known 07-06 D1:c";
    String crossing = "H1.1 OPEN_IN_TIME>OPEN_OVERDUE 07-06 known 07-06 CLOCK";
    assertEquals(
        List.of("H1.1 OPEN_IN_TIME>CLOSED_ON_TIME 07-05 known 07-05 D1:c"),
        closedAt("2024-07-05T23:59:59"));
    for (String when : List.of("2024-07-06T00:00", "2024-07-06T00:00:01")) {
      List<String> moves = closedAt(when);
      assertEquals(List.of(crossing, late), moves.subList(0, 2), when);
    }
  }

  @Test
  void shouldNotFireOthersByARecordDatedFarAhead() {
    try (var harness = LedgerHarness.start()) {
      harness.events(
          received("D1", "D1:r", "H1.1", "2024-07-01", "2024-07-05"),
          received("D2", "D2:r", "H1.1", "2099-07-01", "2099-07-05"));
      assertEquals(2, harness.postings().size());
      harness.tick("2024-07-05");
      assertEquals(List.of(), harness.postings());
    }
  }

  /** What a record counted; the harness joins it to the topology. */
  private static final class Counted implements DecisionObserver {
    private final List<Integer> crossed = new ArrayList<>();

    @Override
    public void crossed(int dossiers, int waiting) {
      crossed.add(dossiers);
    }
  }

  @Test
  void shouldGoOnByMailWhenMoreAreDueThanARecordMayMove() {
    var counted = new Counted();
    try (var harness = LedgerHarness.crossing(3, counted)) {
      for (int i = 0; i < 10; i++) {
        harness.events(received("D" + i, "D" + i + ":r", "H1.1", "2024-07-01", "2024-07-05"));
      }
      harness.postings();
      harness.tick("2024-07-06");
      Set<String> crossed = new TreeSet<>();
      List<PostedLeg> postings = harness.postings();
      postings.forEach(p -> crossed.add(p.entry().getDossierId()));
      assertEquals(10, crossed.size());
      assertEquals(10, postings.size());
      assertEquals(List.of(3, 3, 3, 1), counted.crossed);
    }
  }

  @Test
  void shouldPassATickOnOnlyWhenAllAreAcross() {
    try (var harness = LedgerHarness.crossing(2, DecisionObserver.NONE)) {
      for (int i = 0; i < 5; i++) {
        harness.events(received("D" + i, "D" + i + ":r", "H1.1", "2024-07-01", "2024-07-05"));
      }
      harness.passedTicks();
      harness.tick("2024-07-06");
      assertEquals(1, harness.passedTicks());
    }
  }

  @Test
  void shouldGiveTheSamePostingsWhateverTheLimit() {
    Set<List<String>> results = new java.util.HashSet<>();
    for (int limit : new int[] {1, 2, 7, 100}) {
      try (var harness = LedgerHarness.crossing(limit, DecisionObserver.NONE)) {
        for (int i = 0; i < 8; i++) {
          String due = "2024-07-0" + (2 + i % 3);
          harness.events(received("D" + i, "D" + i + ":r", "H1.1", "2024-07-01", due));
        }
        harness.tick("2024-07-20");
        results.add(harness.postings().stream().map(PostedLeg::toString).toList());
      }
    }
    assertEquals(1, results.size());
  }

  @Test
  void shouldSumUnitsAndEveryScopeAbove() {
    try (var harness = LedgerHarness.start()) {
      harness.events(
          received("D1", "D1:r", "H1.1", "2024-07-01", "2024-07-05"),
          event("D1", "D1:c", EventType.COMPLETED, "2024-07-03"),
          received("D2", "D2:r", "H1.2", "2024-07-01", "2024-07-02"),
          event("D2", "D2:c", EventType.COMPLETED, "2024-07-03"),
          received("D3", "D3:r", "X9", "2024-07-01", "2024-07-05"));
      harness.tick("2024-07-03T12:00");
      Map<String, Ratios> ratios = harness.ratios();
      assertEquals(Set.of("H1.1", "H1.2", "H1", "UNKNOWN/X9", "ALL"), ratios.keySet());
      assertEquals("1/1", ratio(ratios.get("H1.1"), "DAYS_7", "onTime"));
      assertEquals("0/1", ratio(ratios.get("H1.2"), "DAYS_7", "onTime"));
      assertEquals("1/2", ratio(ratios.get("H1"), "DAYS_7", "onTime"));
      assertEquals("1/2", ratio(ratios.get("ALL"), "LEGAL_QUARTER", "late"));
      assertEquals("0/1", ratio(ratios.get("H1"), "DAYS_7", "overdueOpen"));
      UnitTotals totals = harness.unitTotals().get("H1.2");
      assertEquals(19907, totals.getAsOfDay());
      assertEquals(1, totals.getBalances().get(Measure.CLOSED_LATE.ordinal()));
    }
  }

  @Test
  void shouldAgeWindowsByTicksAlone() {
    try (var harness = LedgerHarness.start()) {
      harness.events(
          received("D1", "D1:r", "H1.1", "2024-07-01", "2024-07-05"),
          event("D1", "D1:c", EventType.COMPLETED, "2024-07-03"));
      harness.tick("2024-07-09");
      assertEquals("1/1", ratio(harness.ratios().get("H1"), "DAYS_7", "onTime"));
      harness.tick("2024-07-10");
      Map<String, Ratios> aged = harness.ratios();
      assertEquals("0/0", ratio(aged.get("H1"), "DAYS_7", "onTime"));
      assertEquals("1/1", ratio(aged.get("H1"), "DAYS_30", "onTime"));
      harness.tick("2024-10-15");
      aged = harness.ratios();
      assertEquals("0/0", ratio(aged.get("H1"), "DAYS_90", "onTime"));
      assertEquals("1/1", ratio(aged.get("H1"), "YEAR", "onTime"));
    }
  }

  private static String ratio(Ratios ratios, String window, String name) {
    return ratios.getRatios().stream()
        .filter(r -> r.getWindow().equals(window) && r.getRatio().equals(name))
        .map(r -> r.getNumerator() + "/" + r.getDenominator())
        .findFirst()
        .orElseThrow();
  }
}
