package motcua.core.publication;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TypedFiguresTest {
  private static final Statement WHOLE =
      new Statement(
          "Báo cáo tháng",
          "",
          "not_stated",
          LocalDate.of(2024, 7, 1),
          LocalDate.of(2024, 9, 14),
          new Counterpart(Optional.of("H23"), Optional.empty(), Optional.empty()));

  @Test
  void shouldReadNumbersAsTheyArePrinted() {
    FiguresRead read =
        TypedFigures.read(
            WHOLE,
            List.of(
                typed("received_total", "12.860"),
                typed("ontime_pct", "99,43%"),
                typed("late_pct", "9.5"),
                typed("resolved_late", "0")));

    assertEquals(List.of(), read.faults());
    assertEquals(
        List.of("12860", "99.43", "9.5", "0"),
        read.all().stream()
            .map(PublishedFigure::value)
            .map(Optional::orElseThrow)
            .map(BigDecimal::toPlainString)
            .toList());
    assertEquals("12.860", read.all().getFirst().valueAsPrinted());
    assertEquals(WHOLE, read.all().getFirst().statement());
  }

  @Test
  void shouldTellEveryFaultAtOnce() {
    FiguresRead read =
        TypedFigures.read(
            WHOLE,
            List.of(
                typed("received_total", "9.5"),
                typed("luck", "1"),
                typed("resolved_late", ""),
                typed("pending_total", "12%"),
                typed("ontime_pct", "1.2.3"),
                typed("late_pct", "99,43215"),
                typed("refused", "1"),
                typed("refused", "2")));

    List<String> faults = read.faults().stream().map(ReadingFault::text).toList();
    assertEquals(7, faults.size(), faults.toString());
    assertTrue(faults.get(0).startsWith("dòng 1, cột printed: \"9.5\" không phải số nguyên"));
    assertTrue(faults.get(1).startsWith("dòng 2, cột metric: \"luck\" không phải chỉ tiêu"));
    assertTrue(faults.get(1).contains("received_total"));
    assertTrue(faults.get(2).startsWith("dòng 3, cột printed"));
    assertTrue(faults.get(5).contains("4 số lẻ"), faults.get(5));
    assertTrue(faults.get(6).contains("với dòng 7"), faults.get(6));
  }

  @Test
  void shouldKeepRowsOfUnitsAndFieldsApart() {
    FiguresRead read =
        TypedFigures.read(
            WHOLE,
            List.of(
                typed("received_new", "10"),
                new TypedFigures.Typed("received_new", "7", Optional.of("H23.1"), Optional.empty()),
                new TypedFigures.Typed(
                    "received_new", "3", Optional.empty(), Optional.of("LAND"))));

    assertEquals(List.of(), read.faults());
    assertEquals(
        List.of(Optional.of("H23"), Optional.of("H23.1"), Optional.of("H23")),
        read.all().stream().map(one -> one.statement().counterpart().scope()).toList());
    assertEquals(Optional.of("LAND"), read.all().getLast().statement().counterpart().field());
  }

  @Test
  void shouldNameEveryMetricInVietnamese() {
    for (TypedMetric metric : TypedMetric.values()) {
      assertTrue(!metric.label().equals(metric.code()), metric.code());
    }
    assertEquals(
        List.of("chưa có con số nào"),
        TypedFigures.read(WHOLE, List.of()).faults().stream().map(ReadingFault::reason).toList());
  }

  private static TypedFigures.Typed typed(String metric, String printed) {
    return new TypedFigures.Typed(metric, printed, Optional.empty(), Optional.empty());
  }
}
