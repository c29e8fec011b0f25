package motcua.core.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import motcua.core.ledger.Amounts;
import motcua.core.ledger.Measure;
import motcua.core.ledger.Ratio;
import motcua.core.ledger.ReportRow;
import org.junit.jupiter.api.Test;

class IndicesTest {
  private static final ReportRow ROW =
      ReportRow.of(
          Amounts.ZERO,
          Amounts.of(Measure.RECEIVED_ONLINE, 100)
              .plus(Measure.RECEIVED_DIRECT, 300)
              .plus(Measure.FEE_PAID, 8)
              .plus(Measure.FEE_PAID_ONLINE, 3)
              .plus(Measure.CLOSED_EARLY, 3)
              .plus(Measure.RESULTS_DIGITISED, 1)
              .plus(Measure.COMPONENTS_DIGITISED, 300)
              .plus(Measure.COMPONENTS_PARTIAL, 60));

  /** 25 % of 50 % is half; 75 % of 80 % is 15/16; 90 % is more than enough. */
  @Test
  void shouldScoreInProportionUpToTheFullMark() {
    assertEquals(
        List.of(
            "2.1 2/3 13.33/20",
            "2.2 -",
            "3.3 100/400 3.00/6",
            "3.6 3/8 2.25/6",
            "4.1 1/3 2.00/6",
            "4.2 300/400 3.75/4",
            "4.3 360/400 2.00/2"),
        Indices.of(ROW, Optional.of(new Ratio.Value(2, 3))).stream()
            .map(IndicesTest::text)
            .toList());
  }

  private static String text(IndexFigure figure) {
    return figure
        .value()
        .map(
            value ->
                "%s %d/%d %s/%d"
                    .formatted(
                        figure.index().code(),
                        value.numerator(),
                        value.denominator(),
                        figure.score().orElseThrow(),
                        figure.index().points().orElseThrow()))
        .orElse(figure.index().code() + " -");
  }

  @Test
  void shouldTellNoDataApartFromZero() {
    ReportRow nothingOnline = ReportRow.of(Amounts.ZERO, Amounts.of(Measure.RECEIVED_DIRECT, 10));
    List<IndexFigure> figures = Indices.of(nothingOnline, Optional.empty());

    assertEquals(Optional.empty(), figures.get(Index.PROGRESS.ordinal()).value());
    assertEquals(Optional.of(new BigDecimal("0.00")), figures.get(Index.ONLINE.ordinal()).score());
    assertEquals(Optional.empty(), figures.get(Index.PAID_ONLINE.ordinal()).score());
    assertEquals(
        Optional.of(new Ratio.Value(0, 0)), figures.get(Index.PAID_ONLINE.ordinal()).value());
  }

  @Test
  void shouldStayBetweenZeroAndTheMostPoints() {
    long seed = Long.getLong("motcua.seed", new Random().nextLong());
    Random random = new Random(seed);
    for (int trial = 0; trial < 500; trial++) {
      long[] amounts = random.longs(Measure.COUNT, -3, 30).toArray();
      ReportRow row = ReportRow.of(Amounts.ZERO, Amounts.of(amounts));
      for (IndexFigure figure : Indices.of(row, Optional.empty())) {
        figure
            .score()
            .ifPresent(
                score ->
                    assertTrue(
                        score.signum() >= 0
                            && score.compareTo(
                                    BigDecimal.valueOf(figure.index().points().orElseThrow()))
                                <= 0,
                        "seed " + seed + ": " + Arrays.toString(amounts) + " " + figure));
      }
    }
  }
}
