package motcua.core.publication;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class PercentageTest {
  @Test
  void shouldFindNoWholeNumberForCamGiangsDigitisation() {
    BigDecimal printed = new BigDecimal("99.43");

    for (long base : new long[] {969, 966, 936, 999}) {
      assertEquals(OptionalLong.empty(), Percentage.numerator(printed, base), "base " + base);
    }
    assertEquals(OptionalLong.of(174), Percentage.smallestBase(printed));
    assertEquals(OptionalLong.of(173), Percentage.numerator(printed, 174));
  }

  @Test
  void shouldFindTheCommunesNumerators() {
    BigDecimal printed = new BigDecimal("99.79");

    assertTrue(Percentage.prints(12_833, 12_860, printed));
    assertTrue(Percentage.prints(12_756, 12_783, printed));
    assertTrue(Percentage.numerator(printed, 12_860).isPresent());
  }

  @Test
  void shouldFindTheSmallestCountsOfTuanGiaosRates() {
    assertEquals(OptionalLong.of(1_819), Percentage.smallestBase(new BigDecimal("99.95")));
    assertEquals(OptionalLong.of(409), Percentage.smallestBase(new BigDecimal("99.76")));
    assertEquals(OptionalLong.of(1), Percentage.smallestBase(new BigDecimal("100")));
  }

  @Test
  void shouldRoundHalfUp() {
    assertEquals(new BigDecimal("56.51"), Percentage.of(12_347, 21_849, 2));
    assertEquals(new BigDecimal("12.5"), Percentage.of(1, 8, 1));
    assertEquals(new BigDecimal("13"), Percentage.of(1, 8, 0));
  }

  @Test
  void shouldHaveNoBaseOutsideZeroToHundred() {
    assertEquals(OptionalLong.empty(), Percentage.smallestBase(new BigDecimal("100.01")));
    assertEquals(OptionalLong.of(1), Percentage.smallestBase(new BigDecimal("0.00")));
    assertEquals(OptionalLong.empty(), Percentage.numerator(new BigDecimal("190"), 31));
  }

  @Test
  void shouldNameTheWholeNumbersNextToAPercentage() {
    assertEquals(List.of(963L, 964L), Percentage.around(new BigDecimal("99.43"), 969));
    assertEquals(List.of(5L), Percentage.around(new BigDecimal("120"), 5));
    assertEquals(List.of(0L, 1L), Percentage.around(new BigDecimal("0"), 5));
  }

  @Test
  void shouldFindTheSmallestBaseOfAPercentageNextToHundred() {
    assertEquals(OptionalLong.of(666_667), Percentage.smallestBase(new BigDecimal("99.9999")));
  }
}
