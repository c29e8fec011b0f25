package motcua.core.alert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import motcua.core.ledger.Amounts;
import motcua.core.ledger.Measure;
import motcua.core.ledger.Ratio;
import motcua.core.ledger.ReportRow;
import org.junit.jupiter.api.Test;

class AlertFiguresTest {
  private static final BigDecimal FIVE_PERCENT = new BigDecimal("0.05");

  @Test
  void shouldTakeUndatedRefusedAndWithdrawnOutOfTheDenominator() {
    ReportRow row =
        ReportRow.of(
            Amounts.ZERO,
            Amounts.of(Measure.RECEIVED_DIRECT, 40)
                .plus(Measure.CLOSED_EARLY, 10)
                .plus(Measure.CLOSED_ON_TIME, 5)
                .plus(Measure.CLOSED_LATE, 3)
                .plus(Measure.CLOSED_UNDATED, 2)
                .plus(Measure.REFUSED, 1)
                .plus(Measure.WITHDRAWN, 1)
                .plus(Measure.OPEN_IN_TIME, 11)
                .plus(Measure.OPEN_OVERDUE, 7));

    assertEquals(new AlertFigures(3, 18, 11, 7), AlertFigures.of(row));
  }

  @Test
  void shouldCompareWithoutRounding() {
    assertFalse(figures(5, 100).isAbove(FIVE_PERCENT), "strictly above");
    assertTrue(figures(6, 119).isAbove(FIVE_PERCENT));
    assertFalse(figures(6, 120).isAbove(FIVE_PERCENT));
    assertTrue(figures(9, 200).isAtMost(new BigDecimal("0.045")));
    assertFalse(figures(9, 199).isAtMost(new BigDecimal("0.045")));
  }

  @Test
  void shouldNeitherExceedNorHoldAnAlertWithoutData() {
    assertFalse(AlertFigures.NONE.isAbove(FIVE_PERCENT));
    assertTrue(AlertFigures.NONE.isAtMost(BigDecimal.ZERO));
    assertFalse(figures(0, -1).isAbove(FIVE_PERCENT), "more taken back than closed");
  }

  @Test
  void shouldGiveTheBudgetInWholeDossiers() {
    assertEquals(0, figures(0, 19).allowed(FIVE_PERCENT));
    assertEquals(1, figures(0, 20).allowed(FIVE_PERCENT));
    assertEquals(9, figures(20, 199).allowed(FIVE_PERCENT));
    assertEquals(0, figures(0, -20).allowed(FIVE_PERCENT));
  }

  @Test
  void shouldGiveTheCertainFloor() {
    assertEquals(new Ratio.Value(4 + 6, 50 + 30 + 6), new AlertFigures(4, 50, 30, 6).floor());
    assertFalse(AlertFigures.NONE.floor().hasData());
  }

  @Test
  void shouldForecastAtThePaceSoFarWithTheOverdueAmongThem() {
    // 100 in 20 days, 10 days left: 50 more, 5 of them overdue, 10 % of the other 45 late.
    assertEquals(new Ratio.Value(20, 150), new AlertFigures(10, 100, 60, 5).forecast(20, 10));
    assertEquals(
        new Ratio.Value(15, 105),
        new AlertFigures(10, 100, 60, 5).forecast(20, 0),
        "the overdue are late, whenever they close");
    assertFalse(AlertFigures.NONE.forecast(20, 10).hasData());
    assertFalse(figures(1, 10).forecast(0, 10).hasData());
  }

  private static AlertFigures figures(long late, long dated) {
    return new AlertFigures(late, dated, 0, 0);
  }
}
