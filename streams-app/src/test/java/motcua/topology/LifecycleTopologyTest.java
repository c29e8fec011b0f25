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
import org.junit.jupiter.api.Test;

/** A dossier's way from the log to the ledger. 2024-07-01 is a Monday. */
class LifecycleTopologyTest {
  static List<String> moves(List<Posting> postings) {
    return postings.stream()
        .map(
            p ->
                "%s %s%s %s known %s %s"
                    .formatted(
                        p.getUnit(),
                        p.getCount() < 0 ? "-" : "",
                        p.getCounter() == null
                            ? p.getFromBucket() + ">" + p.getToBucket()
                            : p.getCounter(),
                        day(p.getCountsOnDay()),
                        day(p.getKnownOnDay()),
                        p.getCause()))
        .toList();
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

      List<Posting> postings = harness.postings();
      assertEquals(
          List.of(
              "H1.1 NONE>OPEN_IN_TIME 07-01 known 07-01 D1:r",
              "H1.1 OPEN_IN_TIME>CLOSED_EARLY 07-04 known 07-04 D1:c"),
          moves(postings));
      assertEquals(List.of(0L, 1L), postings.stream().map(Posting::getSequence).toList());
      assertEquals(1, postings.getFirst().getGeneration());
      assertEquals("default", postings.getFirst().getPolicy());
      assertEquals(EventBuilder.at("2024-07-01"), postings.getFirst().getAppliedAtMicros());

      List<LedgerEntry> cells = harness.ledger();
      assertEquals(2, cells.size());
      assertEquals(1, sum(cells, "H1.1", Measure.RECEIVED_ONLINE));
      assertEquals(0, sum(cells, "H1.1", Measure.OPEN_IN_TIME));
      assertEquals(1, sum(cells, "H1.1", Measure.CLOSED_EARLY));
      assertEquals("F1", cells.getFirst().getField());

      var status = harness.dossiers().get("D1");
      assertEquals("CLOSED_EARLY", status.getBucket());
      assertEquals(EventBuilder.at("2024-07-04"), status.getClosedAtMicros());
      assertEquals(2, status.getSequence());
    }
  }

  @Test
  void shouldBookATransferAsALegInEachUnit() {
    try (var harness = LedgerHarness.start()) {
      harness.events(
          received("D1", "D1:r", "H1.1", "2024-07-01", "2024-07-05"),
          event("D1", "D1:m", EventType.TRANSFERRED, "2024-07-02").toUnit("H1.2"));
      List<Posting> postings = harness.postings();
      assertEquals(3, postings.size());
      Posting out = postings.get(1);
      Posting in = postings.get(2);
      assertEquals(List.of("H1.1", "H1.2"), List.of(out.getUnit(), in.getUnit()));
      assertEquals("H1.2", out.getCounterpartUnit());
      assertEquals("H1.1", in.getCounterpartUnit());
      assertEquals(List.of(1, 2), List.of(out.getLeg(), in.getLeg()));
      assertEquals(out.getSequence(), in.getSequence(), "one posting, two legs");
      assertNull(postings.getFirst().getCounterpartUnit());

      List<LedgerEntry> cells = harness.ledger();
      assertEquals(1, sum(cells, "H1.1", Measure.TRANSFERRED_OUT));
      assertEquals(0, sum(cells, "H1.1", Measure.OPEN_IN_TIME));
      assertEquals(1, sum(cells, "H1.2", Measure.TRANSFERRED_IN));
      assertEquals(1, sum(cells, "H1.2", Measure.OPEN_IN_TIME));
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
      assertEquals("X9", harness.postings().getFirst().getUnit());
      assertEquals(1, sum(harness.ledger(), "X9", Measure.OPEN_IN_TIME));
    }
  }
}
