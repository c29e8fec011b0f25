package motcua.core.interpretation;

import static motcua.core.interpretation.SightingBuilder.header;
import static motcua.core.interpretation.SightingBuilder.local;
import static motcua.core.interpretation.SightingBuilder.row;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import motcua.core.unit.UnitAliases;
import motcua.core.unit.UnitResolver;
import motcua.core.unit.UnitTree;
import org.junit.jupiter.api.Test;

/**
 * The treatments of national-payload.md 6 that need more than one record; the method names begin
 * with the row.
 */
class DirtyDataTest {
  private static final String R = "2026-08-20 08:00:00";
  private static final String DUE = "2026-08-27 17:00:00";
  private static final String T1 = "2026-08-28T08:00:00";
  private static final String T2 = "2026-08-28T08:00:05";
  private static final String T3 = "2026-08-29T08:00:00";
  private static final String T4 = "2026-08-30T08:00:00";

  private static SightingBuilder dossier(int status) {
    return header(status).received(R).due(DUE);
  }

  @Test
  void d04ShouldCarryTheMarksOfTheEdge() {
    Told told =
        Told.of(
            dossier(4)
                .edge("DATE_PLACEHOLDER:NgayTra")
                .edge("CODE_ODD")
                .edge("OF_A_LATER_EDGE:x")
                .at(T1));

    assertEquals(List.of("CODE_ODD", "DATE_PLACEHOLDER:NgayTra"), told.marks());
  }

  @Test
  void d07ShouldUseRowsWhereTheHeaderStatusIsUnknown() {
    for (String status : new String[] {"0", "11", "abc", null}) {
      Told told =
          Told.of(
              header(status).received(R).due(DUE).at(T1),
              row(2, R).at(T2),
              row(5, "2026-08-21 08:00:00").at(T2));

      assertEquals(List.of("SUSPENDED 2026-08-21 08:00 SUPPLEMENT"), told.events("SUSPENDED"));
      assertEquals(List.of("STATUS_UNKNOWN:TrangThaiHoSo"), told.marks());
    }
  }

  @Test
  void d08ShouldTakeARecordOnce() {
    List<SeenSighting> once =
        List.of(
            dossier(9)
                .completed("2026-08-26 16:00:00")
                .file(true, "a")
                .fees(1, "1")
                .result("r")
                .at(T1),
            row(2, R).at(T2),
            row(9, "2026-08-26 16:00:00").position(1).at(T2));
    List<SeenSighting> twice = new ArrayList<>(once);
    twice.addAll(once);
    for (SeenSighting seen : once) {
      twice.add(new SeenSighting(seen.sighting(), local(T3), false));
    }
    twice.add(
        dossier(9)
            .completed("2026-08-26 16:00:00")
            .file(true, "a")
            .fees(1, "1")
            .result("r")
            .position(7)
            .at(T4));

    assertEquals(Told.of(UnitResolver.NONE, once), Told.of(UnitResolver.NONE, twice));
  }

  @Test
  void d08ShouldHealWhenAnOldStateIsSentAgainBeforeTheNewOne() {
    SightingBuilder open = dossier(4);
    SightingBuilder ready = dossier(9).completed("2026-08-26 16:00:00");

    Told told = Told.of(open.at(T1), ready.at(T2), open.at(T3), ready.at(T4));

    assertEquals(List.of("REOPENED 2026-08-29 08:00"), lines(told.events(local(T3)), "REOPENED"));
    assertEquals(List.of(), told.events("REOPENED"));
    assertEquals(List.of("COMPLETED 2026-08-26 16:00"), told.events("COMPLETED"));
  }

  @Test
  void d09ShouldHoldRowsUntilTheDossierComes() {
    Told told =
        Told.of(
            row(9, "2026-08-26 16:00:00").at(T1),
            row(4, "2026-08-24 08:00:00").at(T2),
            row(5, "2026-08-21 08:00:00").at(T3),
            row(2, R).at(T3),
            dossier(9).at(T4));

    assertTrue(lines(told.events(local(T3)), "RECEIVED").isEmpty());
    assertEquals(
        List.of(
            "RECEIVED 2026-08-20 08:00 H99.31.07 1.990001.000.00.00.H99 G99-MA01 DIRECT due 2026-08-27 17:00",
            "SUSPENDED 2026-08-21 08:00 SUPPLEMENT",
            "RESUMED 2026-08-24 08:00",
            "COMPLETED 2026-08-26 16:00"),
        told.events());
  }

  @Test
  void d10ShouldReopenWhenOnlyTheHeaderGoesBack() {
    Told told =
        Told.of(
            dossier(4).at(T1),
            dossier(9).completed("2026-08-26 16:00:00").at(T2),
            dossier(4).at(T3),
            dossier(9).completed("2026-08-30 07:00:00").at(T4));

    assertEquals(List.of("REOPENED 2026-08-29 08:00"), told.events("REOPENED"));
    assertEquals(
        List.of("COMPLETED 2026-08-26 16:00", "COMPLETED 2026-08-30 07:00"),
        told.events("COMPLETED"));
    assertEquals(List.of("STATUS_BACKWARD:9>4"), told.marks());
  }

  @Test
  void d10ShouldOnlyMarkACancelThatSendsStatusOne() {
    Told told = Told.of(dossier(9).completed("2026-08-26 16:00:00").at(T1), dossier(1).at(T2));

    assertEquals(List.of(), told.events("REOPENED"));
    assertEquals(List.of("STATUS_BACKWARD:9>1"), told.marks());
  }

  @Test
  void d11ShouldFinishWithTheHeaderDateOrElseWithTheReturn() {
    SeenSighting ten = row(10, "2026-08-27 09:00:00").at(T2);
    Told dated =
        Told.of(dossier(10).completed("2026-08-26 16:00:00").at(T1), row(2, R).at(T2), ten);
    Told undated = Told.of(dossier(10).at(T1), row(2, R).at(T2), ten);

    assertEquals(List.of("COMPLETED 2026-08-26 16:00"), dated.events("COMPLETED"));
    assertEquals(List.of("COMPLETED 2026-08-27 09:00"), undated.events("COMPLETED"));
    assertEquals(List.of("RETURNED 2026-08-27 09:00"), undated.events("RETURNED"));
    assertEquals(List.of("RESULT_TIME_INFERRED:NgayKetThucXuLy"), dated.marks());
    assertEquals(List.of("RESULT_TIME_INFERRED"), undated.marks());
  }

  @Test
  void d12ShouldMarkSparseProgressUntilTheStepsCome() {
    SeenSighting ready = dossier(9).completed("2026-08-26 16:00:00").at(T1);
    SeenSighting latest = row(9, "2026-08-26 16:00:00").at(T2);

    assertEquals(List.of("PROGRESS_SPARSE"), Told.of(ready).allMarks());
    assertEquals(List.of("PROGRESS_SPARSE"), Told.of(ready, latest).allMarks());
    Told whole = Told.of(ready, latest, row(2, R).at(T3));
    assertEquals(List.of(), whole.allMarks());
    assertEquals(local(T3), whole.interpreted().marks().getFirst().endedAt());
  }

  @Test
  void d13ShouldDropTheFinishThatHidesAWait() {
    SeenSighting header = dossier(9).at(T1);
    SeenSighting hiding = row(9, R).says(Sighting.FINISH).at(T2);
    SeenSighting received = row(2, R).at(T2);

    Told waiting = Told.of(header, received, hiding, row(5, "2026-08-21 08:00:00").at(T2));
    Told open = Told.of(header, received, hiding, row(4, "2026-08-21 08:00:00").at(T2));
    Told ready = Told.of(header, received, hiding, row(9, "2026-08-26 16:00:00").at(T2));
    Told later =
        Told.of(header, received, hiding, dossier(9).completed("2026-08-29 07:00:00").at(T3));

    assertEquals(List.of("SUSPENDED 2026-08-21 08:00 SUPPLEMENT"), waiting.events().subList(1, 2));
    assertEquals(2, waiting.events().size());
    assertEquals(1, open.events().size());
    assertEquals(List.of("COMPLETED 2026-08-26 16:00"), ready.events("COMPLETED"));
    assertEquals(List.of("COMPLETED 2026-08-29 07:00"), later.events("COMPLETED"));
    assertEquals(List.of("WAIT_MASKED"), waiting.marks());
    assertEquals(List.of("WAIT_MASKED"), open.marks());
  }

  @Test
  void d13ShouldKeepAFinishThatReallyIsAtOnce() {
    Told told =
        Told.of(
            dossier(9).completed(R).at(T1),
            row(2, R).at(T2),
            row(9, R).says(Sighting.FINISH).at(T2));

    assertEquals(List.of("COMPLETED 2026-08-20 08:00"), told.events("COMPLETED"));
    assertEquals(List.of(), told.marks());
  }

  @Test
  void d14ShouldDropTheFinishMadeUpForWantOfADue() {
    Told told =
        Told.of(
            header(4).received(R).at(T1),
            row(2, R).at(T2),
            row(9, R).says(Sighting.NO_DUE_FINISH).at(T2),
            row(4, "2026-08-20 09:00:00").at(T2));

    assertEquals(1, told.events().size());
    assertEquals(List.of("FINISH_SYNTHETIC"), told.marks());
  }

  @Test
  void d15ShouldTakeTheMadeUpReceptionOnce() {
    SeenSighting ready = dossier(9).completed("2026-08-26 16:00:00").at(T1);
    SeenSighting made = row(2, R).says(Sighting.RECEPTION).at(T1);
    SeenSighting again = row(2, "2026-08-27 08:00:00").says(Sighting.RECEPTION).at(T2);

    assertEquals(Told.of(ready, made).events(), Told.of(ready, made, again).events());
  }

  @Test
  void d16ShouldInferTheReceptionFromARow() {
    Told told = Told.of(header(4).due(DUE).at(T1), row(2, R).at(T2));

    assertEquals(
        List.of("RECEIPT_MISSING:NgayTiepNhan"), Told.of(header(4).due(DUE).at(T1)).marks());
    assertEquals(List.of("RECEIVED 2026-08-20 08:00"), shortened(told.events("RECEIVED"), 25));
    assertEquals(List.of("RECEIPT_INFERRED:NgayTiepNhan"), told.marks());
    assertEquals(List.of(), Told.of(header(1).due(DUE).at(T1)).marks());
  }

  @Test
  void d18ShouldTellAFinishBeforeReceptionWithoutLettingItClose() {
    Told told =
        Told.of(
            dossier(9).completed("2026-08-19 08:00:00").at(T1),
            row(2, R).at(T2),
            row(4, "2026-08-20 09:00:00").at(T2),
            dossier(9).completed("2026-08-26 08:00:00").at(T3));

    assertEquals(List.of("COMPLETED 2026-08-19 08:00"), lines(told.events(local(T2)), "COMPLETED"));
    assertEquals(List.of("COMPLETED 2026-08-26 08:00"), told.events("COMPLETED"));
    assertEquals(List.of(), told.events("REOPENED"));
  }

  @Test
  void d19ShouldReceiveWithoutADueAndTakeItWhenItComes() {
    Told none = Told.of(header(4).received(R).at(T1));
    Told later = Told.of(header(4).received(R).at(T1), dossier(4).at(T2));

    assertTrue(none.events().getFirst().endsWith("due none"));
    assertTrue(later.events().getFirst().endsWith("due 2026-08-27 17:00"));
    assertEquals(List.of(), later.events("DUE_CHANGED"));
  }

  @Test
  void d20ShouldTreatADueBeforeReceptionAsNone() {
    Told before = Told.of(dossier(4).due("2026-08-19 17:00:00").at(T1));
    Told sameDay = Told.of(dossier(4).due("2026-08-20 00:00:00").at(T1));

    assertTrue(before.events().getFirst().endsWith("due none"));
    assertEquals(List.of("DUE_BEFORE_RECEIPT"), before.marks());
    assertTrue(sameDay.events().getFirst().endsWith("due 2026-08-20 00:00"));
    assertEquals(List.of(), sameDay.marks());
  }

  @Test
  void d22ShouldReviseARewrittenFinish() {
    Told told =
        Told.of(
            dossier(9).completed("2026-08-28 07:00:00").at(T1), dossier(9).completed(DUE).at(T2));

    assertEquals(List.of("COMPLETED 2026-08-27 17:00"), told.events("COMPLETED"));
    assertEquals(List.of("FINISH_REWRITTEN:NgayKetThucXuLy"), told.marks());
    assertEquals(List.of("NgayTiepNhan", "NgayKetThucXuLy"), told.ids());
  }

  @Test
  void d23ShouldIgnoreAReturnWhileTheStatusIsReady() {
    Told told =
        Told.of(dossier(9).completed("2026-08-26 16:00:00").returned("2026-08-26 16:00:00").at(T1));

    assertEquals(List.of(), told.events("RETURNED"));
    assertEquals(List.of("RETURN_PREMATURE:NgayTra"), told.marks());
  }

  @Test
  void d24ShouldUseRowsWhereTheSupplementListIsEmpty() {
    Told rows = Told.of(dossier(5).at(T1), row(5, "2026-08-21 08:00:00").at(T2));
    Told nothing = Told.of(dossier(4).at(T1), dossier(5).at(T3), dossier(4).at(T4));

    assertEquals(List.of("SUSPENDED 2026-08-21 08:00 SUPPLEMENT"), rows.events("SUSPENDED"));
    assertEquals(List.of("SUSPENDED 2026-08-29 08:00 SUPPLEMENT"), nothing.events("SUSPENDED"));
    assertEquals(List.of("RESUMED 2026-08-30 08:00"), nothing.events("RESUMED"));
  }

  @Test
  void d25ShouldDropAPairCompletedBeforeAsked() {
    Told told =
        Told.of(
            dossier(4)
                .due("2026-08-31 17:00:00")
                .supplement(
                    "a", "2026-08-24 08:00:00", "2026-08-21 08:00:00", DUE, "2026-08-31 17:00:00")
                .at(T1),
            row(5, "2026-08-22 08:00:00").at(T2),
            row(4, "2026-08-23 08:00:00").at(T2));

    assertEquals(List.of("SUSPENDED 2026-08-22 08:00 SUPPLEMENT"), told.events("SUSPENDED"));
    assertEquals(List.of("RESUMED 2026-08-23 08:00"), told.events("RESUMED"));
    assertEquals(List.of("SUPPLEMENT_INVALID:DanhSachHoSoBoSung"), told.marks());
  }

  @Test
  void d25ShouldDropAPairThatOverlapsAnEarlierOne() {
    Told told =
        Told.of(
            dossier(4)
                .supplement("a", "2026-08-21 08:00:00", "2026-08-24 08:00:00", null, null)
                .supplement("b", "2026-08-22 08:00:00", "2026-08-25 08:00:00", null, null)
                .supplement("c", "2026-08-25 08:00:00", "2026-08-26 08:00:00", null, null)
                .at(T1));

    assertEquals(
        List.of("SUSPENDED 2026-08-21 08:00 SUPPLEMENT", "SUSPENDED 2026-08-25 08:00 SUPPLEMENT"),
        told.events("SUSPENDED"));
    assertEquals(List.of("SUPPLEMENT_INVALID:DanhSachHoSoBoSung"), told.marks());
  }

  @Test
  void d26ShouldCountAMissingChannelAsDirect() {
    for (String channel : new String[] {null, "0", "4", "online"}) {
      Told told = Told.of(dossier(4).channel(channel).at(T1));

      assertTrue(told.events().getFirst().contains(" DIRECT "));
      assertEquals(List.of("CHANNEL_MISSING:KenhThucHien"), told.marks());
    }
  }

  @Test
  void d27ShouldTransferToTheUnitANameMapsTo() {
    UnitTree tree =
        UnitTree.parse("code,name,parent\nH99,Tỉnh Mẫu,\nH99.31.07,Xã A,H99\nH99.31.08,Xã B,H99\n")
            .orElseThrow();
    UnitResolver units = new UnitResolver(tree, UnitAliases.NONE);
    Told told =
        Told.of(
            units,
            dossier(4).unitName("Xã A").at(T1),
            dossier(4).unitName("  xã  b").at(T2),
            dossier(4).unitName("Phòng không rõ").at(T3),
            dossier(4).unitName("Xã A").at(T4));

    assertEquals(
        List.of("RECEIVED 2026-08-20 08:00 H99.31.07"), shortened(told.events("RECEIVED"), 35));
    assertEquals(
        List.of("TRANSFERRED 2026-08-28 08:00 H99.31.08", "TRANSFERRED 2026-08-30 08:00 H99.31.07"),
        told.events("TRANSFERRED"));
    assertEquals(List.of("UNIT_UNMAPPED:DonViXuLy"), told.marks());
  }

  @Test
  void d27ShouldFallBackOnTheAgencyInTheDossierCode() {
    UnitTree tree = UnitTree.parse("code,name,parent\nH99.31.07,Xã A,\n").orElseThrow();
    Told told =
        Told.of(
            new UnitResolver(tree, UnitAliases.NONE),
            dossier(4).sender(null).unitName("Phòng không rõ").at(T1));

    assertTrue(told.events().getFirst().contains(" H99.31.07 "));
    assertEquals(List.of("UNIT_UNMAPPED:DonViXuLy"), told.marks());
  }

  @Test
  void d31ShouldNotTakeAnInputForAResult() {
    Told input = Told.of(dossier(9).completed(DUE).file(true, "a").result("a").at(T1));
    Told both = Told.of(dossier(9).completed(DUE).file(true, "a").result("a").result("r").at(T1));

    assertEquals(List.of(), input.events("RESULT_DIGITISED"));
    assertEquals(List.of("RESULT_IS_INPUT:DanhSachGiayToKetQua"), input.marks());
    assertEquals(List.of("RESULT_DIGITISED 2026-08-28 08:00"), both.events("RESULT_DIGITISED"));
  }

  @Test
  void shouldRetractWhatALaterRecordDisproves() {
    Told told =
        Told.of(
            dossier(9).completed(DUE).result("a").at(T1),
            dossier(9).completed(DUE).file(true, "a").result("a").at(T2));

    assertEquals(
        List.of("RESULT_DIGITISED 2026-08-28 08:00"),
        lines(told.events(local(T1)), "RESULT_DIGITISED"));
    assertEquals(List.of(), told.events("RESULT_DIGITISED"));
    assertNull(told.holding(local(T2)).get(Told.DOSSIER + ":DanhSachGiayToKetQua").event());
  }

  private static List<String> lines(List<String> events, String type) {
    return events.stream().filter(line -> line.startsWith(type)).toList();
  }

  private static List<String> shortened(List<String> lines, int length) {
    return lines.stream().map(line -> line.substring(0, length)).toList();
  }
}
