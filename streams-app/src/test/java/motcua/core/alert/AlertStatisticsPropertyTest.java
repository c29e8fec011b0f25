package motcua.core.alert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Random;
import java.util.SplittableRandom;
import motcua.core.calendar.WorkingCalendar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How often units of a known late rate are ever called SURE when they are looked at after every
 * single closing. Replay with {@code -Dmotcua.seed}.
 */
class AlertStatisticsPropertyTest {
  private static final long SEED = Long.getLong("motcua.seed", new Random().nextLong());
  private static final int UNITS = 10_000;
  private static final int MOST = 2_000;
  private static final SureBounds BOUNDS = new SureBounds(AlertRule.DEFAULT, MOST);

  @ParameterizedTest
  @CsvSource({
    // true rate, dossiers, share of units that may at least and at most be SURE by then
    "0.04, 2000, 0, 0.01",
    "0.05, 2000, 0, 0.05",
    "0.08, 1000, 0.85, 1",
    "0.106, 500, 0.95, 1"
  })
  void shouldRarelyAccuseTheInnocentAndFindTheOthers(
      double rate, int dossiers, double least, double most) {
    var random = new SplittableRandom(SEED);
    int sure = 0;
    for (int unit = 0; unit < UNITS; unit++) {
      sure += firstSure(random.split(), rate, dossiers) > 0 ? 1 : 0;
    }
    double share = (double) sure / UNITS;
    double exact = BOUNDS.chances(rate)[dossiers];
    String said =
        "motcua.seed=%d: at %s %d of %d units were SURE within %d dossiers (exactly %.4f)"
            .formatted(SEED, rate, sure, UNITS, dossiers, exact);
    System.out.println(said);

    assertTrue(share >= least && share <= most, said);
    assertTrue(exact >= least && exact <= most, said);
    double deviation = Math.sqrt(exact * (1 - exact) / UNITS);
    assertEquals(exact, share, 6 * deviation + 1e-9, said);
  }

  /** Number of the closing at which a unit is SURE for the first time; 0: never. */
  private static int firstSure(SplittableRandom random, double rate, int dossiers) {
    int late = 0;
    for (int dated = 1; dated <= dossiers; dated++) {
      // Evidence only rises on a late closing, so no other can be the first.
      if (random.nextDouble() < rate && ++late >= BOUNDS.smallestLate(dated)) {
        return dated;
      }
    }
    return 0;
  }

  @Test
  void shouldBeWhatTheMachineDoesAtEverySingleClosing() {
    System.out.println("motcua.seed=" + SEED);
    for (int unit = 0; unit < 40; unit++) {
      double rate = 0.04 + 0.002 * unit;

      // Two generators of one seed give the same closings.
      int expected = firstSure(new SplittableRandom(SEED + unit), rate, MOST);
      int found = byTheMachine(new SplittableRandom(SEED + unit), rate);

      assertEquals(expected, found, "seed " + SEED + ", unit " + unit);
    }
  }

  private static int byTheMachine(SplittableRandom random, double rate) {
    AlertState state = null;
    long late = 0;
    Instant now = Instant.parse("2024-09-15T00:00:00Z");
    for (int dated = 1; dated <= MOST; dated++) {
      late += random.nextDouble() < rate ? 1 : 0;
      var seen =
          new AlertInput.Observed(
              new AlertFigures(late, dated, 0, 0), LocalDate.of(2024, 9, 15), "e", false, now);
      state =
          AlertMachine.decide("H1", AlertRule.DEFAULT, state, seen, WorkingCalendar.WEEKDAYS_ONLY)
              .state();
      if (state.severity() == Severity.SURE) {
        return dated;
      }
    }
    return 0;
  }
}
