package motcua.topology;

import static motcua.testing.EventBuilder.event;
import static motcua.testing.EventBuilder.received;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import motcua.core.dossier.EventType;
import motcua.core.ledger.Measure;
import motcua.schemas.internal.LedgerEntry;
import motcua.schemas.internal.Posting;
import motcua.testing.EventBuilder;
import motcua.testing.LedgerHarness;
import motcua.testing.LedgerHarness.PostedLeg;
import org.junit.jupiter.api.Test;

/** A dossier's way from the log to the ledger. 2024-07-01 is a Monday. */
class LifecycleTopologyTest {
  static List<String> moves(List<PostedLeg> legs) {
    return legs.stream().map(leg -> move(leg.entry().getUnit(), leg.posting())).toList();
  }

  private static String move(String unit, Posting posting) {
    return "%s %s%s %s known %s %s"
        .formatted(
            unit,
            posting.getCount() < 0 ? "-" : "",
            posting.getCounter() == null
                ? posting.getFromBucket() + ">" + posting.getToBucket()
                : posting.getCounter(),
            day(posting.getCountsOnDay()),
            day(posting.getKnownOnDay()),
            posting.getCause());
  }

  private static String day(int epochDay) {
    return LocalDate.ofEpochDay(epochDay).toString().substring(5);
  }

  private static long sum(List<LedgerEntry> cells, String unit, Measure measure) {
    return cells.stream()
        .filter(c -> c.getUnit().equals(unit))
        .mapToLong(c -> c.getAmounts().get(measure.ordinal()))
        .sum();
  }

  @Test
  void shouldBookADossierFromReceiptToReturn() {
    try (var harness = LedgerHarness.start()) {
      harness.events(
          received("D1", "D1:r", "H1.1", "2024-07-01", "2024-07-05"),
          event("D1", "D1:c", EventType.COMPLETED, "2024-07-04"),
          event("D1", "D1:t", EventType.RETURNED, "2024-07-05"));

      List<PostedLeg> postings = harness.postings();
      assertEquals(
          List.of(
              "H1.1 NONE>OPEN_IN_TIME 07-01 known 07-01 D1:r",
              "H1.1 OPEN_IN_TIME>CLOSED_EARLY 07-04 known 07-04 D1:c"),
          moves(postings));
      assertEquals(
          List.of(0L, 1L), postings.stream().map(leg -> leg.posting().getSequence()).toList());
      assertEquals(1, postings.getFirst().entry().getGeneration());
      assertEquals("default", postings.getFirst().entry().getPolicy());
      assertEquals(EventBuilder.at("2024-07-01"), postings.getFirst().entry().getAppliedAtMicros());

      List<LedgerEntry> cells = harness.ledger();
      assertEquals(2, cells.size());
      assertEquals(1, sum(cells, "H1.1", Measure.RECEIVED_ONLINE));
      assertEquals(0, sum(cells, "H1.1", Measure.OPEN_IN_TIME));
      assertEquals(1, sum(cells, "H1.1", Measure.CLOSED_EARLY));
      assertEquals("F1", cells.getFirst().getField());

      var status = harness.dossiers().get("D1");
      assertEquals("CLOSED_EARLY", status.getBucket());
      assertEquals(EventBuilder.at("2024-07-04"), status.getClosedAtMicros());
      assertEquals(2, status.getSequence(), "the return changes nothing and says nothing");
    }
  }

  @Test
  void shouldBookATransferAsALegInEachUnit() {
    try (var harness = LedgerHarness.start()) {
      harness.events(
          received("D1", "D1:r", "H1.1", "2024-07-01", "2024-07-05"),
          event("D1", "D1:m", EventType.TRANSFERRED, "2024-07-02").toUnit("H1.2"));
      List<PostedLeg> postings = harness.postings();
      assertEquals(3, postings.size());
      assertEquals("H1.1", postings.get(1).entry().getUnit());
      assertEquals("H1.2", postings.get(2).entry().getUnit());
      assertNull(postings.get(1).entry().getStatus(), "the status goes with the unit's own entry");
      assertEquals("H1.2", postings.get(2).entry().getStatus().getUnit());
      Posting out = postings.get(1).posting();
      Posting in = postings.get(2).posting();
      assertEquals("H1.2", out.getCounterpartUnit());
      assertEquals("H1.1", in.getCounterpartUnit());
      assertEquals(List.of(1, 2), List.of(out.getLeg(), in.getLeg()));
      assertEquals(out.getSequence(), in.getSequence(), "one posting, two legs");
      assertNull(postings.getFirst().posting().getCounterpartUnit());

      List<LedgerEntry> cells = harness.ledger();
      assertEquals(1, sum(cells, "H1.1", Measure.TRANSFERRED_OUT));
      assertEquals(0, sum(cells, "H1.1", Measure.OPEN_IN_TIME));
      assertEquals(1, sum(cells, "H1.2", Measure.TRANSFERRED_IN));
      assertEquals(1, sum(cells, "H1.2", Measure.OPEN_IN_TIME));
    }
  }

  @Test
  void shouldSayWhereADossierStandsOnlyWhenThatChanges() {
    try (var harness = LedgerHarness.start()) {
      harness.events(received("D1", "D1:r", "H1.1", "2024-07-01", "2024-07-05"));
      assertEquals(1, harness.dossiers().size());
      harness.events(event("D1", "D1:f", EventType.FEE_PAID, "2024-07-02"));
      assertEquals("FEE_PAID", harness.postings().getLast().posting().getCounter());
      assertTrue(harness.dossiers().isEmpty());
    }
  }

  @Test
  void shouldChangeNothingForADuplicate() {
    try (var harness = LedgerHarness.start()) {
      var receipt = received("D1", "D1:r", "H1.1", "2024-07-01", "2024-07-05");
      harness.events(receipt);
      harness.postings();
      harness.dossiers();
      harness.ledger();
      harness.events(receipt, receipt);
      assertEquals(List.of(), harness.postings());
      assertTrue(harness.dossiers().isEmpty());
      assertEquals(List.of(), harness.ledger());
    }
  }

  @Test
  void shouldReverseWhatALateRevisionChanges() {
    try (var harness = LedgerHarness.start()) {
      harness.events(
          received("D1", "D1:r", "H1.1", "2024-07-01", "2024-07-05"),
          received("D1", "D1:r", "H1.2", "2024-07-01", "2024-07-05").recorded("2024-07-03"));
      List<String> moves = moves(harness.postings());
      assertTrue(moves.contains("H1.1 -NONE>OPEN_IN_TIME 07-01 known 07-03 D1:r"), moves::toString);
      assertTrue(moves.contains("H1.2 NONE>OPEN_IN_TIME 07-01 known 07-03 D1:r"), moves::toString);
      List<LedgerEntry> cells = harness.ledger();
      assertEquals(0, sum(cells, "H1.1", Measure.RECEIVED_ONLINE));
      assertEquals(1, sum(cells, "H1.2", Measure.RECEIVED_ONLINE));
    }
  }

  @Test
  void shouldBookAnUnknownUnitUnderItsRawCode() {
    try (var harness = LedgerHarness.start()) {
      harness.events(received("D1", "D1:r", "X9", "2024-07-01", "2024-07-05"));
      assertEquals("X9", harness.postings().getFirst().entry().getUnit());
      assertEquals(1, sum(harness.ledger(), "X9", Measure.OPEN_IN_TIME));
    }
  }
}
