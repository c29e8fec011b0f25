package motcua.core.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import motcua.core.ledger.Amounts;
import motcua.core.ledger.Measure;
import motcua.core.ledger.ReportRow;
import org.junit.jupiter.api.Test;

/** Random balanced rows, flows of either sign. Replay with {@code -Dmotcua.seed}. */
class FormPresetPropertyTest {
  private static final long SEED = Long.getLong("motcua.seed", new Random().nextLong());
  private static final int ROWS = 20_000;

  @Test
  void shouldKeepTheIdentitiesOfFormII06aInEveryBalancedRow() {
    forEachRow(
        row -> {
          Map<Integer, Long> c =
              FormPreset.II_06A.columns().stream()
                  .collect(
                      Collectors.toMap(
                          column -> column.number().orElseThrow(), column -> column.of(row)));
          assertEquals(c.get(3), c.get(4) + c.get(5) + c.get(6), () -> "3 = 4 + 5 + 6: " + row);
          assertEquals(c.get(3), c.get(7) + c.get(11), () -> "3 = 7 + 11: " + row);
          assertEquals(c.get(7), c.get(8) + c.get(9) + c.get(10), () -> "7 = 8 + 9 + 10: " + row);
          assertEquals(c.get(11), c.get(12) + c.get(13), () -> "11 = 12 + 13: " + row);
        });
  }

  @Test
  void shouldReAddTheTotalsOfPresetStrictInEveryBalancedRow() {
    forEachRow(
        row -> {
          Map<String, Long> c = printed(FormPreset.STRICT, row);
          assertEquals(
              c.get("receivedTotal"),
              c.get("receivedOnline")
                  + c.get("receivedDirectPostal")
                  + c.get("carriedOver")
                  + c.get("transferredIn")
                  - c.get("transferredOut"),
              row::toString);
          assertEquals(
              c.get("finishedTotal"),
              c.get("closedEarly")
                  + c.get("closedOnTime")
                  + c.get("closedLate")
                  + c.get("closedUndated")
                  + c.get("refused")
                  + c.get("withdrawn"),
              row::toString);
          assertEquals(
              c.get("openTotal"),
              c.get("openInTime")
                  + c.get("openOverdue")
                  + c.get("openUndated")
                  + c.get("suspended"),
              row::toString);
          assertEquals(
              c.get("receivedTotal"), c.get("finishedTotal") + c.get("openTotal"), row::toString);
        });
  }

  @Test
  void shouldPrintTheSameFigureUnderTheSameCodeInEveryPreset() {
    forEachRow(
        row -> {
          Map<String, Long> strict = printed(FormPreset.STRICT, row);
          Map<String, Long> common = printed(FormPreset.II_06A, row);
          common.keySet().retainAll(strict.keySet());
          assertEquals(8, common.size());
          common.forEach((code, figure) -> assertEquals(strict.get(code), figure, code));
        });
  }

  private static Map<String, Long> printed(FormPreset preset, ReportRow row) {
    return preset.columns().stream()
        .collect(Collectors.toMap(FormColumn::code, column -> column.of(row)));
  }

  private static void forEachRow(Consumer<ReportRow> check) {
    System.out.println("motcua.seed=" + SEED);
    Random random = new Random(SEED);
    for (int i = 0; i < ROWS; i++) {
      ReportRow row = balanced(random);
      assertTrue(row.isBalanced(), row::toString);
      check.accept(row);
    }
  }

  /** What does not balance goes into one measure, whichever. */
  private static ReportRow balanced(Random random) {
    Amounts before = amounts(random);
    Amounts period = amounts(random);
    ReportRow row = ReportRow.of(before, period);
    long surplus =
        row.carriedOver()
            + row.received()
            + row.transferredIn()
            - row.transferredOut()
            - row.finished()
            - row.refused()
            - row.withdrawn()
            - row.held();
    List<Measure> leaving =
        List.of(
            Measure.TRANSFERRED_OUT,
            Measure.CLOSED_ON_TIME,
            Measure.CLOSED_UNDATED,
            Measure.REFUSED,
            Measure.WITHDRAWN,
            Measure.OPEN_OVERDUE,
            Measure.SUSPENDED);
    return ReportRow.of(before, period.plus(leaving.get(random.nextInt(leaving.size())), surplus));
  }

  private static Amounts amounts(Random random) {
    long[] values = new long[Measure.COUNT];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextInt(3) == 0 ? 0 : random.nextLong(-1_000, 100_000);
    }
    return Amounts.of(values);
  }
}
