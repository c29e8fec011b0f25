package motcua.core.alert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against Simpson's rule in log space, which knows nothing of the beta function. */
class EvidenceTest {
  private static final double P0 = 0.05;
  private static final int STEPS = 200_000;

  @ParameterizedTest
  @CsvSource({
    "1, 1, 0.05",
    "0, 1, 0.05",
    "0, 500, 0.05",
    "20, 20, 0.05",
    "2, 20, 0.05",
    "50, 1000, 0.05",
    "80, 1000, 0.05",
    "120, 1000, 0.05",
    "300, 1000, 0.05",
    "1865, 17594, 0.05",
    "800, 20000, 0.05",
    "1000, 20000, 0.05",
    "3000, 20000, 0.05",
    "50, 100, 0.4",
    "100, 100, 0.4",
    "0, 100, 0.4",
    "9, 10, 0.9",
    "30, 10000, 0.001"
  })
  void shouldAgreeWithAnIntegrationOfTheLikelihood(long late, long dated, double p0) {
    double expected = integrated(late, dated, p0);

    assertEquals(expected, Evidence.log(late, dated, p0), 1e-6 * Math.max(1, Math.abs(expected)));
  }

  /** 30 % of 20.000: the share between is 1e-620, no double; a lower bound that is near. */
  @ParameterizedTest
  @CsvSource({"6000, 20000", "20000, 20000", "5000, 15000", "4000, 10000"})
  void shouldStayCloseWhereTheShareIsTooSmallForADouble(long late, long dated) {
    double expected = integrated(late, dated, P0);
    double found = Evidence.log(late, dated, P0);

    assertTrue(found <= expected + 1e-9, found + " is above " + expected);
    assertEquals(expected, found, 1e-3 * expected);
  }

  @Test
  void shouldBeWorthlessFarBelowTheThreshold() {
    assertTrue(Evidence.log(0, 100_000, P0) < -1_000);
  }

  @Test
  void shouldSayNothingWithoutData() {
    assertEquals(0, Evidence.log(0, 0, P0));
    assertEquals(0, Evidence.log(-1, 5, P0), "more taken back than closed");
  }

  @Test
  void shouldRiseWithEachLateDossierAndFallWithEachThatIsNot() {
    for (long dated : new long[] {1, 7, 100, 2_000, 20_000}) {
      long step = Math.max(1, dated / 50);
      for (long late = 0; late + step <= dated; late += step) {
        double here = Evidence.log(late, dated, P0);
        String at = late + " of " + dated;
        assertTrue(Evidence.log(late + step, dated + step, P0) > here, at);
        assertTrue(
            Evidence.log(late, dated + step, P0) < here || here == Double.NEGATIVE_INFINITY, at);
      }
    }
  }

  @Test
  void shouldBeExpectedToStayAtOneWhenTheRateIsTheThreshold() {
    double mean = 0;
    double chance = Math.pow(1 - P0, 60);
    for (int late = 0; late <= 60; late++) {
      mean += chance * Math.exp(Evidence.log(late, 60, P0));
      chance *= (60.0 - late) / (late + 1) * P0 / (1 - P0);
    }
    assertEquals(1, mean, 1e-9, "or nothing could be said of how often it exceeds 20");
  }

  @ParameterizedTest
  @CsvSource({"0", "1", "-0.05", "1.5"})
  void shouldRefuseAThresholdThatIsNoShare(double p0) {
    assertThrows(IllegalArgumentException.class, () -> Evidence.log(1, 2, p0));
  }

  /** Simpson's rule on exp(log likelihood - its maximum). */
  private static double integrated(long late, long dated, double p0) {
    double upper = Math.min(1, 3 * p0);
    double[] logs = new double[STEPS + 1];
    double most = Double.NEGATIVE_INFINITY;
    for (int i = 0; i <= STEPS; i++) {
      double p = p0 + (upper - p0) * i / STEPS;
      logs[i] = times(late, Math.log(p / p0)) + times(dated - late, Math.log((1 - p) / (1 - p0)));
      most = Math.max(most, logs[i]);
    }
    double sum = 0;
    for (int i = 0; i <= STEPS; i++) {
      int weight = i == 0 || i == STEPS ? 1 : i % 2 == 1 ? 4 : 2;
      sum += weight * Math.exp(logs[i] - most);
    }
    return most + Math.log(sum / 3 / STEPS);
  }

  private static double times(long count, double log) {
    return count == 0 ? 0 : count * log;
  }
}
