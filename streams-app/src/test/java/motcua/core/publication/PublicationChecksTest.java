package motcua.core.publication;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PublicationChecksTest {
  @Test
  void shouldFindThreeUnexplainedDossiersInCamGiang() {
    Fault.SumFails sum =
        assertInstanceOf(Fault.SumFails.class, only("Cẩm Giàng", "district", "received_total"));

    assertEquals(new BigDecimal("966"), sum.sum());
    assertEquals(new BigDecimal("969"), sum.whole().value());
    assertEquals(
        Set.of(936L, 0L, 30L),
        sum.parts().stream().map(part -> part.value().longValue()).collect(Collectors.toSet()));
    assertTrue(sum.notStated().contains("openOverdue"));
  }

  @Test
  void shouldFindCamGiangsPercentageUnreachable() {
    Fault.PercentUnreachable unreachable =
        assertInstanceOf(
            Fault.PercentUnreachable.class,
            only("Cẩm Giàng", "district", "digitised_full_components_pct"));

    assertEquals(OptionalLong.of(174), unreachable.smallestBase());
    List<Long> tried =
        unreachable.triedBases().stream().map(base -> base.value().longValue()).toList();
    assertTrue(tried.containsAll(List.of(969L, 966L, 936L)), tried.toString());
  }

  @Test
  void shouldLeaveTheCommunesPercentageUnprovenWithBothReadings() {
    Fault.PercentUnproven unproven =
        assertInstanceOf(
            Fault.PercentUnproven.class,
            only("Cẩm Giàng", "communes_total", "digitised_full_components_pct"));

    Set<Long> bases =
        unproven.examples().stream()
            .map(s -> s.denominator().value().longValue())
            .collect(Collectors.toSet());
    assertTrue(bases.containsAll(Set.of(12_860L, 12_783L)), bases.toString());
  }

  @Test
  void shouldFindThatDakSongsSumsHold() {
    List<Fault> faults =
        faults(
            "Đắk Song", "district", "received_total", "resolved_total", "ontime_pct", "late_pct");

    assertEquals(List.of(), faults);
  }

  @Test
  void shouldBoundDakSongsOverdueOpen() {
    assertEquals(
        new Fault.SplitNotStated(new BigDecimal("3241")),
        only("Đắk Song", "district", "pending_total"));
  }

  @Test
  void shouldFindThatGioLinhsSumsHold() {
    List<Fault> faults =
        faults(
            "Gio Linh",
            "not_stated",
            "received_total",
            "resolved_total",
            "pending_total",
            "ontime_pct",
            "late_pct");

    assertEquals(List.of(), faults);
  }

  @Test
  void shouldTellWhichCountsGiveGioLinhsOnlineShare() {
    Fault.FractionMismatch mismatch =
        assertInstanceOf(
            Fault.FractionMismatch.class, only("Gio Linh", "not_stated", "online_services_pct"));

    assertEquals(new BigDecimal("56.51"), mismatch.actual());
    assertEquals(new BigDecimal("38.2"), mismatch.percent());
    Fault.Share fits = mismatch.fits().orElseThrow();
    assertEquals(new BigDecimal("25470"), fits.numerator().value());
    assertEquals(new BigDecimal("66597"), fits.denominator().value());
  }

  @Test
  void shouldFindTuanGiaosBrokenSumsAndRates() {
    List<Finding> findings = inconsistent("Tuần Giáo");

    Set<String> found =
        findings.stream()
            .map(f -> f.subject().metric() + " " + f.subject().statement().from().getYear())
            .collect(Collectors.toSet());
    assertEquals(
        Set.of(
            "procedures_at_one_stop 2018",
            "procedures_at_one_stop 2019",
            "procedures_published_on_portal 2019",
            "procedures_published_on_portal 2020",
            "online_services_with_dossiers_printed_as_rate 2019",
            "online_services_with_dossiers_printed_as_rate 2020",
            "dossiers_via_e_one_stop_printed_as_rate 2019",
            "dossiers_via_e_one_stop_printed_as_rate 2020"),
        found);
    assertTrue(findings.stream().noneMatch(f -> f.fault() instanceof Fault.RecordedByReader));
  }

  @Test
  void shouldNameTheSmallestCountsBehindTuanGiaosRates() {
    Fault.PercentUnproven unproven =
        assertInstanceOf(Fault.PercentUnproven.class, only("Tuần Giáo", "district", "ontime_pct"));

    assertEquals(OptionalLong.of(1_819), unproven.smallestBase());
    assertEquals(List.of(), unproven.examples());
  }

  /**
   * The reader's own verdicts are the oracle: whatever failed for the reader is found, and nothing
   * else is.
   */
  @Test
  void shouldMarkExactlyWhatTheReaderFoundFailing() {
    for (Publication publication : PublishedDistricts.ALL) {
      Set<PublishedFigure> failing =
          publication.figures().stream()
              .filter(figure -> Set.of("fail", "conflict").contains(figure.reading()))
              .collect(Collectors.toSet());
      Set<PublishedFigure> found =
          inconsistent(publication.district()).stream()
              .map(Finding::subject)
              .collect(Collectors.toSet());
      assertEquals(failing, found, publication.district());
    }
  }

  @Test
  void shouldFindOnlyByReadingWhatTheFiguresDoNotShow() {
    Set<String> recorded =
        PublishedDistricts.ALL.stream()
            .flatMap(publication -> PublicationChecks.check(publication).stream())
            .filter(finding -> finding.fault() instanceof Fault.RecordedByReader)
            .map(finding -> finding.subject().metric())
            .collect(Collectors.toSet());

    assertEquals(
        Set.of("received_online", "par_score", "par_criterion_3_4", "par_apology_lost"), recorded);
  }

  private static List<Finding> inconsistent(String district) {
    return PublicationChecks.check(PublishedDistricts.of(district)).stream()
        .filter(finding -> finding.fault().isInconsistent())
        .toList();
  }

  private static Fault only(String district, String level, String metric) {
    List<Fault> faults = faults(district, level, metric);
    assertEquals(1, faults.size(), faults.toString());
    return faults.getFirst();
  }

  private static List<Fault> faults(String district, String level, String... metrics) {
    Statement statement = PublishedDistricts.statement(district, level);
    return PublicationChecks.check(PublishedDistricts.of(district)).stream()
        .filter(finding -> finding.subject().statement().equals(statement))
        .filter(finding -> Set.of(metrics).contains(finding.subject().metric()))
        .map(Finding::fault)
        .toList();
  }
}
