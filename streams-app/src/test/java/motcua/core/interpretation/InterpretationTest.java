package motcua.core.interpretation;

import static motcua.core.interpretation.SightingBuilder.header;
import static motcua.core.interpretation.SightingBuilder.local;
import static motcua.core.interpretation.SightingBuilder.row;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import motcua.core.dossier.Revision;
import org.junit.jupiter.api.Test;

/** The table of national-payload.md 4, row by row, and what a revision looks like. */
class InterpretationTest {
  private static final String R = "2026-08-20 08:00:00";
  private static final String DUE = "2026-08-27 17:00:00";

  private static SightingBuilder dossier(int status) {
    return header(status).received(R).due(DUE);
  }

  @Test
  void shouldCountNothingBeforeReception() {
    Told told =
        Told.of(
            header(1).received(R).due(DUE).at("2026-08-20T09:00:00"),
            row(1, R).at("2026-08-20T09:00:01"));

    assertEquals(List.of(), told.events());
    assertEquals(List.of(), told.allMarks());
  }

  @Test
  void shouldReceiveWithTheDueBeforeTheEarliestSupplement() {
    Told told =
        Told.of(
            dossier(4)
                .due("2026-09-04 17:00:00")
                .supplement(
                    "b",
                    "2026-08-25 08:00:00",
                    "2026-08-26 08:00:00",
                    "2026-08-31 17:00:00",
                    "2026-09-04 17:00:00")
                .supplement(
                    "a", "2026-08-21 08:00:00", "2026-08-24 08:00:00", DUE, "2026-08-31 17:00:00")
                .at("2026-08-28T08:00:00"));

    assertEquals(
        List.of(
            "RECEIVED 2026-08-20 08:00 H99.31.07 1.990001.000.00.00.H99 G99-MA01 DIRECT due 2026-08-27 17:00",
            "SUSPENDED 2026-08-21 08:00 SUPPLEMENT",
            "RESUMED 2026-08-24 08:00 due 2026-08-31 17:00",
            "SUSPENDED 2026-08-25 08:00 SUPPLEMENT",
            "RESUMED 2026-08-26 08:00 due 2026-09-04 17:00"),
        told.events());
  }

  @Test
  void shouldKeepTheFirstDueSeenWhenASupplementComesLater() {
    Told told =
        Told.of(
            dossier(2).at("2026-08-20T09:00:00"),
            dossier(4)
                .due("2026-08-31 17:00:00")
                .supplement(
                    "a", "2026-08-21 08:00:00", "2026-08-24 08:00:00", DUE, "2026-08-31 17:00:00")
                .at("2026-08-24T09:00:00"));

    assertEquals(
        List.of(
            "RECEIVED 2026-08-20 08:00 H99.31.07 1.990001.000.00.00.H99 G99-MA01 DIRECT due 2026-08-27 17:00",
            "SUSPENDED 2026-08-21 08:00 SUPPLEMENT",
            "RESUMED 2026-08-24 08:00 due 2026-08-31 17:00"),
        told.events());
    assertEquals(List.of(), told.marks());
  }

  @Test
  void shouldRefuseByRowOrByDate() {
    assertEquals(
        List.of("REFUSED 2026-08-21 10:00"),
        Told.of(dossier(3).refused("2026-08-21 10:00:00").at("2026-08-22T08:00:00"))
            .events("REFUSED"));
    assertEquals(
        List.of("REFUSED 2026-08-21 09:00"),
        Told.of(
                dossier(3).refused("2026-08-21 10:00:00").at("2026-08-22T08:00:00"),
                row(3, "2026-08-21 09:00:00").at("2026-08-22T08:00:01"))
            .events("REFUSED"));
  }

  @Test
  void shouldNotRefuseWithoutAReception() {
    Told told = Told.of(header(3).refused("2026-08-21 10:00:00").at("2026-08-22T08:00:00"));

    assertEquals(List.of(), told.events());
    assertEquals(List.of("RECEIPT_MISSING:NgayTiepNhan"), told.marks());
  }

  @Test
  void shouldSuspendForEachReasonAndResume() {
    Told told =
        Told.of(
            dossier(4).at("2026-08-28T08:00:00"),
            row(2, R).at("2026-08-28T08:00:01"),
            row(5, "2026-08-21 08:00:00").at("2026-08-28T08:00:01"),
            row(4, "2026-08-22 08:00:00").at("2026-08-28T08:00:01"),
            row(6, "2026-08-23 08:00:00").at("2026-08-28T08:00:01"),
            row(2, "2026-08-24 08:00:00").at("2026-08-28T08:00:01"),
            row(8, "2026-08-25 08:00:00").at("2026-08-28T08:00:01"),
            row(4, "2026-08-26 08:00:00").at("2026-08-28T08:00:01"),
            row(4, "2026-08-26 09:00:00").at("2026-08-28T08:00:01"));

    assertEquals(
        List.of(
            "SUSPENDED 2026-08-21 08:00 SUPPLEMENT",
            "RESUMED 2026-08-22 08:00",
            "SUSPENDED 2026-08-23 08:00 FINANCIAL_OBLIGATION",
            "RESUMED 2026-08-24 08:00",
            "SUSPENDED 2026-08-25 08:00 STOPPED",
            "RESUMED 2026-08-26 08:00"),
        told.events().subList(1, 7));
    assertEquals(7, told.events().size());
    assertEquals(List.of(), told.allMarks());
  }

  @Test
  void shouldReopenAfterAnyClose() {
    for (int closing : new int[] {3, 7, 9, 10}) {
      for (int again : new int[] {2, 4}) {
        Told told =
            Told.of(
                dossier(4).at("2026-08-28T08:00:00"),
                row(2, R).at("2026-08-28T08:00:01"),
                row(closing, "2026-08-24 08:00:00").at("2026-08-28T08:00:01"),
                row(again, "2026-08-25 08:00:00").at("2026-08-28T08:00:01"));

        assertEquals(
            List.of("REOPENED 2026-08-25 08:00"), told.events("REOPENED"), closing + ">" + again);
        assertTrue(
            told.marks().contains("STATUS_BACKWARD:" + closing + ">" + again),
            told.marks()::toString);
      }
    }
  }

  @Test
  void shouldWithdraw() {
    Told told =
        Told.of(
            dossier(7).at("2026-08-28T08:00:00"),
            row(7, "2026-08-21 08:00:00").at("2026-08-28T08:00:01"));

    assertEquals(List.of("WITHDRAWN 2026-08-21 08:00"), told.events("WITHDRAWN"));
  }

  @Test
  void shouldTakeTheFinishFromTheHeaderOnlyWhereRowsLackIt() {
    SightingBuilder finished = dossier(9).completed("2026-08-26 16:00:00");

    Told headerOnly = Told.of(finished.at("2026-08-28T08:00:00"));
    Told both =
        Told.of(
            finished.at("2026-08-28T08:00:00"),
            row(9, "2026-08-26 15:00:00").at("2026-08-28T08:00:01"));

    assertEquals(List.of("COMPLETED 2026-08-26 16:00"), headerOnly.events("COMPLETED"));
    assertEquals(List.of("COMPLETED 2026-08-26 15:00"), both.events("COMPLETED"));
  }

  @Test
  void shouldNotReviseAFinishThatARowConfirms() {
    Told told =
        Told.of(
            dossier(9).completed("2026-08-26 16:00:00").at("2026-08-28T08:00:00"),
            row(9, "2026-08-26 16:00:00").at("2026-08-28T08:00:01"));

    assertEquals(2, told.interpreted().revisions().size());
    assertTrue(told.ids().contains("NgayKetThucXuLy"));
  }

  @Test
  void shouldReturnByRowAndTakeTheDateOfARowWithoutTime() {
    assertEquals(
        List.of("RETURNED 2026-08-27 09:00"),
        Told.of(
                dossier(10)
                    .completed("2026-08-26 16:00:00")
                    .returned("2026-08-27 10:00:00")
                    .at("2026-08-28T08:00:00"),
                row(10, "2026-08-27 09:00:00").at("2026-08-28T08:00:01"))
            .events("RETURNED"));
    assertEquals(
        List.of("RETURNED 2026-08-27 10:00"),
        Told.of(
                dossier(9)
                    .completed("2026-08-26 16:00:00")
                    .returned("2026-08-27 10:00:00")
                    .at("2026-08-28T08:00:00"),
                row(10, R).noStepTime().at("2026-08-28T08:00:01"))
            .events("RETURNED"));
  }

  @Test
  void shouldCallAMovedDueAnExtensionOnlyAfterAnApology() {
    SeenSighting first = dossier(4).at("2026-08-20T09:00:00");
    SeenSighting moved = dossier(4).due("2026-09-03 17:00:00").at("2026-08-26T09:00:00");
    SeenSighting apology =
        row(4, "2026-08-25 16:00:00").says(Sighting.APOLOGY).at("2026-08-26T09:00:05");

    Told without = Told.of(first, moved);
    Told with = Told.of(first, moved, apology);

    assertEquals(
        List.of("DUE_CHANGED 2026-08-26 09:00 due 2026-09-03 17:00 CORRECTION"),
        without.events("DUE_CHANGED"));
    assertEquals(List.of("DUE_MOVED:2026-08-26"), without.marks());
    assertEquals(
        List.of("DUE_CHANGED 2026-08-26 09:00 due 2026-09-03 17:00 EXTENSION"),
        with.events("DUE_CHANGED"));
    assertEquals(List.of(), with.marks());
    assertTrue(with.ids().contains("NgayHenTra:2026-09-03T17:00:00+07:00"), with.ids()::toString);
  }

  @Test
  void shouldTellEveryMoveOfADueThatGoesToAndFro() {
    Told told =
        Told.of(
            dossier(4).at("2026-08-20T09:00:00"),
            dossier(4).due("2026-09-03 17:00:00").at("2026-08-21T09:00:00"),
            dossier(4).at("2026-08-22T09:00:00"),
            dossier(4).due("2026-09-03 17:00:00").at("2026-08-23T09:00:00"));

    assertEquals(
        List.of(
            "DUE_CHANGED 2026-08-21 09:00 due 2026-09-03 17:00 CORRECTION",
            "DUE_CHANGED 2026-08-22 09:00 due 2026-08-27 17:00 CORRECTION",
            "DUE_CHANGED 2026-08-23 09:00 due 2026-09-03 17:00 CORRECTION"),
        told.events("DUE_CHANGED"));
  }

  @Test
  void shouldHoldTheLastOfSeveralDuesLearnedAtOnce() {
    Told told =
        Told.of(
            dossier(4).at("2026-08-20T09:00:00"),
            dossier(4).due("2026-09-09 17:00:00").position(1).at("2026-08-20T09:00:00"),
            dossier(4).due("2026-09-03 17:00:00").position(2).at("2026-08-20T09:00:00"));

    assertEquals(
        List.of("DUE_CHANGED 2026-08-20 09:00 due 2026-09-03 17:00 CORRECTION"),
        told.events("DUE_CHANGED"));
  }

  @Test
  void shouldTellTheExtentOfDigitisation() {
    assertEquals(
        List.of("COMPONENTS_DIGITISED 2026-08-21 09:00 PARTIAL"),
        Told.of(
                dossier(4).file(false, "a").at("2026-08-20T09:00:00"),
                dossier(4).file(false, "a").file(true, "b").at("2026-08-21T09:00:00"),
                dossier(4).at("2026-08-22T09:00:00"))
            .events("COMPONENTS_DIGITISED"));
    assertEquals(
        List.of("COMPONENTS_DIGITISED 2026-08-20 09:00 NONE"),
        Told.of(dossier(4).file(false, "a").at("2026-08-20T09:00:00"))
            .events("COMPONENTS_DIGITISED"));
    assertEquals(
        List.of(), Told.of(dossier(4).at("2026-08-20T09:00:00")).events("COMPONENTS_DIGITISED"));
  }

  @Test
  void shouldCallAFeeOnlineForTheTwoGatewaysOnly() {
    for (String code : new String[] {"0", "1", "2", "3"}) {
      String online = code.equals("1") || code.equals("2") ? " online" : "";
      assertEquals(
          List.of("FEE_PAID 2026-08-20 09:00" + online),
          Told.of(dossier(4).fees(2, code).at("2026-08-20T09:00:00")).events("FEE_PAID"));
    }
    assertEquals(
        List.of(), Told.of(dossier(4).fees(0, "1").at("2026-08-20T09:00:00")).events("FEE_PAID"));
  }

  @Test
  void shouldReviseARewrittenReception() {
    Told told =
        Told.of(
            dossier(4).at("2026-08-20T09:00:00"),
            dossier(4).received("2026-08-20 08:30:00").at("2026-08-21T09:00:00"));

    List<Revision> revisions = told.interpreted().revisions();
    assertEquals(2, revisions.size());
    assertEquals(revisions.get(0).eventId(), revisions.get(1).eventId());
    assertEquals(Told.DOSSIER + ":NgayTiepNhan", revisions.get(1).eventId());
    assertEquals(local("2026-08-21 09:00:00"), revisions.get(1).recordedAt());
    assertEquals(revisions.get(1).recordedAt(), revisions.get(1).orderedAt());
  }

  @Test
  void shouldRecordAnEventWhenItIsFirstShown() {
    Told told =
        Told.of(
            row(9, "2026-08-26 16:00:00").at("2026-08-26T16:05:00"),
            dossier(9).completed("2026-08-26 16:00:00").at("2026-08-28T08:00:00"),
            row(9, "2026-08-26 16:00:00").at("2026-08-30T08:00:00"));

    Revision completed =
        told.holding(local("2026-09-30 00:00:00"))
            .get(Told.DOSSIER + ":COMPLETED:9:2026-08-26T16:00:00+07:00");
    assertEquals(local("2026-08-26 16:05:00"), completed.recordedAt());
  }

  @Test
  void shouldWriteTheContentWithSortedKeys() {
    Told told = Told.of(dossier(2).procedure(null, "A\"1").at("2026-08-20T09:00:00.000005"));

    assertEquals(
        "{\"channel\":\"DIRECT\",\"dossierId\":\"H99.31.07-260820-0012\",\"dueAt\":\"2026-08-27T17:00:00+07:00\","
            + "\"eventId\":\"H99.31.07-260820-0012:NgayTiepNhan\",\"field\":\"A\\\"1\","
            + "\"occurredAt\":\"2026-08-20T08:00:00+07:00\",\"source\":\"h99\",\"type\":\"RECEIVED\",\"unit\":\"H99.31.07\"}",
        told.interpreted().revisions().getFirst().content());
    assertEquals(
        "2026-08-20T08:00:00.000005+07:00", Moments.iso(local("2026-08-20T08:00:00.000005")));
    assertEquals("2026-08-20T08:00:00.12+07:00", Moments.iso(local("2026-08-20T08:00:00.12")));
  }
}
