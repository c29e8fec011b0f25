package motcua.core.publication;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ComparisonTest {
  @Test
  void shouldMatchCamGiangsCountsAndRefuseItsPercentage() {
    Comparison comparison = compare("Cẩm Giàng", "district", PublishedDistricts.camGiangDistrict());

    for (String metric :
        List.of(
            "received_total", "resolved_early_plus_ontime", "resolved_late", "pending_within")) {
      assertEquals(new Verdict.Equal(), verdict(comparison, metric), metric);
    }
    assertEquals(
        new Verdict.Unreachable(OptionalLong.of(174)),
        verdict(comparison, "digitised_full_components_pct"));
    assertEquals(3, comparison.openUndated());
  }

  @Test
  void shouldMatchDakSong() {
    Comparison comparison = compare("Đắk Song", "district", PublishedDistricts.dakSong());

    for (Comparison.Row row : comparison.rows()) {
      if (row.ledger().isPresent()) {
        assertEquals(new Verdict.Equal(), row.verdict(), row.figure().metric());
      }
    }
    assertEquals(new Verdict.NotInLedger(), verdict(comparison, "late_of_which_land"));
  }

  @Test
  void shouldMatchGioLinh() {
    Comparison comparison = compare("Gio Linh", "not_stated", PublishedDistricts.gioLinh());

    for (Comparison.Row row : comparison.rows()) {
      if (row.ledger().isPresent()) {
        assertEquals(new Verdict.Equal(), row.verdict(), row.figure().metric());
      }
    }
  }

  @Test
  void shouldNameTheBaseThatMakesALateRateEqual() {
    PublishedFigure overReceived = figure("late_pct", "ratio late", "8.95");

    assertEquals(
        new Verdict.EqualOnOtherBase("carriedOver+received"),
        verdict(overReceived, PublishedDistricts.dakSong()));
  }

  @Test
  void shouldNameTheFormThatMakesACountEqual() {
    PublishedFigure open = figure("pending_within", "openInTime", "33");

    assertEquals(
        new Verdict.EqualOnOtherBase("II.06a"),
        verdict(open, PublishedDistricts.camGiangDistrict()));
  }

  @Test
  void shouldTellADifferenceFromWhatIsNotStated() {
    Map<String, Long> ledger = PublishedDistricts.camGiangDistrict();

    assertEquals(
        new Verdict.Different(), verdict(figure("resolved_late", "closedLate", "1"), ledger));
    assertEquals(
        new Verdict.NotStated(), verdict(figure("resolved_late", "closedLate", ""), ledger));
    assertEquals(new Verdict.NotInLedger(), verdict(figure("satisfaction_pct", "", "95"), ledger));
    assertEquals(new Verdict.Different(), verdict(figure("paid", "ratio paidOnline", "0"), ledger));
  }

  @Test
  void shouldRefuseALedgerRowThatLacksAColumn() {
    IllegalArgumentException fault =
        assertThrows(
            IllegalArgumentException.class,
            () -> verdict(figure("resolved_late", "closedLate", "1"), Map.of("received", 1L)));

    assertTrue(fault.getMessage().contains("closedLate"));
  }

  @Test
  void shouldKeepBothCountsOfARatio() {
    Comparison comparison = compare("Gio Linh", "not_stated", PublishedDistricts.gioLinh());

    LedgerFigure.Share share =
        assertInstanceOf(
            LedgerFigure.Share.class, row(comparison, "ontime_pct").ledger().orElseThrow());
    assertEquals(new LedgerFigure.Share(65_965, 66_136), share);
    assertEquals(Optional.of(new BigDecimal("99.74")), share.percent(2));
    assertEquals(Optional.empty(), new LedgerFigure.Share(0, 0).percent(2));
  }

  static Comparison compare(String district, String level, Map<String, Long> ledger) {
    Publication publication = PublishedDistricts.of(district);
    return Comparison.of(
        publication,
        PublishedDistricts.statement(district, level),
        PublicationChecks.check(publication),
        ledger);
  }

  private static Verdict verdict(Comparison comparison, String metric) {
    return row(comparison, metric).verdict();
  }

  private static Comparison.Row row(Comparison comparison, String metric) {
    return comparison.rows().stream()
        .filter(row -> row.figure().metric().equals(metric))
        .findFirst()
        .orElseThrow();
  }

  private static Verdict verdict(PublishedFigure figure, Map<String, Long> ledger) {
    Publication publication = new Publication("Thử", List.of(figure));
    Comparison comparison =
        Comparison.of(
            publication, figure.statement(), PublicationChecks.check(publication), ledger);
    return comparison.rows().getFirst().verdict();
  }

  private static PublishedFigure figure(String metric, String column, String value) {
    return PublishedFiguresCsv.parse(
            "district,province,period_from,period_to,level,metric,ledger_column,value,printed_denominator,unit,"
                + "source_line,printed_text,check_result\nThử,Tỉnh thử,2024-01-01,2024-03-31,district,"
                + String.join(
                    ",", metric, column, value, "", metric.endsWith("pct") ? "percent" : "dossiers")
                + ",1,\""
                + value.replace('.', ',')
                + "\",none\n")
        .getFirst();
  }
}
