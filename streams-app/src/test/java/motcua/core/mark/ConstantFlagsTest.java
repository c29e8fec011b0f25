package motcua.core.mark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import motcua.core.ledger.Amounts;
import motcua.core.ledger.Measure;
import motcua.core.ledger.ReportRow;
import org.junit.jupiter.api.Test;

class ConstantFlagsTest {
  private static ReportRow row(
      long received, long full, long partial, long closed, long digitised) {
    return ReportRow.of(
        Amounts.ZERO,
        Amounts.of(Measure.RECEIVED_ONLINE, received)
            .plus(Measure.COMPONENTS_DIGITISED, full)
            .plus(Measure.COMPONENTS_PARTIAL, partial)
            .plus(Measure.CLOSED_ON_TIME, closed)
            .plus(Measure.RESULTS_DIGITISED, digitised));
  }

  private static List<String> details(ReportRow... parts) {
    return ConstantFlags.of("U1", List.of(parts)).stream().map(Mark::detail).toList();
  }

  @Test
  void shouldMarkAllAndNone() {
    assertEquals(List.of("componentsDigitised 500/500"), details(row(500, 500, 0, 0, 0)));
    assertEquals(List.of("componentsDigitised 0/500"), details(row(500, 0, 0, 0, 0)));
    assertEquals(List.of("componentsPartial 500/500"), details(row(500, 0, 500, 0, 0)));
    assertEquals(List.of("resultsDigitised 700/700"), details(row(0, 0, 0, 700, 700)));
    assertEquals(List.of("resultsDigitised 0/700"), details(row(0, 0, 0, 700, 0)));
  }

  @Test
  void shouldMarkNothingThatVariesOrIsFew() {
    assertEquals(List.of(), details(row(500, 499, 0, 0, 0)));
    assertEquals(List.of(), details(row(500, 1, 499, 0, 0)));
    assertEquals(List.of(), details(row(500, 0, 1, 0, 0)));
    assertEquals(List.of(), details(row(499, 499, 0, 499, 499)));
    assertEquals(List.of(), details(row(0, 0, 0, 700, 699)));
  }

  @Test
  void shouldLookAtAUnitAsAWhole() {
    ReportRow all = row(300, 300, 0, 0, 0);
    assertEquals(List.of("componentsDigitised 600/600"), details(all, all));
    assertEquals(List.of(), details(all, row(300, 299, 0, 0, 0)));
  }
}
