package motcua.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import motcua.core.ledger.Ratio;
import motcua.core.unit.UnitTree;
import motcua.readmodel.LivePosition;
import motcua.readmodel.StoreUnavailableException;
import org.junit.jupiter.api.Test;

class OverviewsTest {
  private final FakeLive live = new FakeLive();
  private final FakeParts parts = new FakeParts(live);
  private final Overviews overviews = parts.overviews();

  @Test
  void shouldRankUnitsByTheirLateRateThoseWithoutDataLast() {
    live.late("A", 1, 100);
    live.late("C", 3, 100);
    live.late("D", 300, 10_000);

    Overview overview = overviews.of(UnitTree.ALL);

    assertEquals(
        List.of("C", "D", "A", "B"), overview.units().stream().map(Overview.Unit::code).toList());
    assertEquals(Ratio.Value.NONE, overview.units().getLast().late());
    assertEquals("Tỉnh", overview.name());
    assertEquals("Hai", overview.units().getLast().name());
  }

  @Test
  void shouldHaveNoUnitsBelowAUnitWithoutAny() {
    assertEquals(List.of(), overviews.of("A").units());
    assertEquals("Một", overviews.of("A").name());
  }

  @Test
  void shouldAskTheReadModelOnceUntilItMoves() {
    Overview first = overviews.of("H");
    assertSame(first, overviews.of("H"));
    assertEquals(1, live.asked());

    overviews.of("A");
    live.moveTo(new LivePosition(2, -1));
    overviews.of("H");

    assertEquals(3, live.asked());
  }

  @Test
  void shouldAskAgainOnANewDay() {
    overviews.of("H");
    parts.setTo(FakeParts.NOON.plusSeconds(86_400));

    assertEquals(LocalDate.of(2024, 9, 17), overviews.of("H").today());
    assertEquals(2, live.asked());
  }

  @Test
  void shouldSayWhatIsDueWithinThreeWorkingDays() {
    overviews.of("H");

    assertEquals(
        Instant.parse("2024-09-19T17:00:00Z"), live.lastQuery().dueBefore(), "Thursday is over");
  }

  @Test
  void shouldShowTheGravestAlertOfEachUnitItself() {
    parts.alert("A", "LIKELY", false);
    parts.alert("A", "SURE", false);
    parts.alert("B", "SURE", true);

    Overview overview = overviews.of("H");

    assertEquals(Optional.of(Overview.Alarm.SURE), alarm(overview, "A"));
    assertEquals(Optional.of(Overview.Alarm.FROZEN), alarm(overview, "B"));
    assertEquals(Optional.empty(), alarm(overview, "C"));
  }

  private static Optional<Overview.Alarm> alarm(Overview overview, String unit) {
    return overview.units().stream()
        .filter(one -> one.code().equals(unit))
        .findFirst()
        .orElseThrow()
        .alert();
  }

  @Test
  void shouldPassOnThatTheDatabaseIsAwayAndRecover() {
    live.away(true);
    assertThrows(StoreUnavailableException.class, () -> overviews.of("H"));
    live.away(false);

    assertEquals("H", overviews.of("H").scope());
  }
}
