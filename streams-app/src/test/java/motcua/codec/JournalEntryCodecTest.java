package motcua.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import motcua.core.dossier.Channel;
import motcua.core.dossier.DossierKey;
import motcua.core.ledger.Account;
import motcua.core.ledger.Bucket;
import motcua.core.ledger.Counter;
import motcua.core.ledger.Posting;
import motcua.schemas.internal.DossierStatus;
import motcua.schemas.internal.JournalEntry;
import org.junit.jupiter.api.Test;

class JournalEntryCodecTest {
  private static final LocalDate DAY = LocalDate.of(2024, 7, 1);
  private static final Account FIRST = new Account("H1", "DD", "1.1", Channel.ONLINE);
  private static final Account SECOND = FIRST.in("H2");
  private static final JournalEntryCodec.Head HEAD =
      new JournalEntryCodec.Head(new DossierKey("s", "D1"), "default", 3, true, 99, 42L);

  private static Posting posting(Posting.Entry entry) {
    return new Posting(entry, 1, DAY, DAY.plusDays(1), "e");
  }

  private static DossierStatus status(String unit) {
    var status = new DossierStatus();
    status.setUnit(unit);
    status.setSequence(12);
    return status;
  }

  private static List<JournalEntry> entries(List<Posting> postings, DossierStatus status) {
    return List.copyOf(JournalEntryCodec.toWire(HEAD, postings, 10, status));
  }

  @Test
  void shouldPutAllPostingsOfAUnitIntoOneEntry() {
    var entries =
        entries(
            List.of(
                posting(new Posting.Entry.Move(FIRST, Bucket.NONE, FIRST, Bucket.OPEN_IN_TIME)),
                posting(new Posting.Entry.Count(FIRST, Counter.FEE_PAID))),
            status("H1"));

    assertEquals(1, entries.size());
    JournalEntry entry = entries.getFirst();
    assertEquals("H1", entry.getUnit());
    assertEquals(3, entry.getGeneration());
    assertTrue(entry.getBackfill());
    assertEquals(
        List.of(10L, 11L), entry.getPostings().stream().map(p -> p.getSequence()).toList());
    assertEquals("FEE_PAID", entry.getPostings().get(1).getCounter());
    assertNull(entry.getPostings().get(1).getFromBucket());
    assertEquals(12, entry.getStatus().getSequence());
  }

  @Test
  void shouldGiveATransferToBothUnitsAndTheStatusToTheOneThatHandlesIt() {
    var status = status("H2");
    var entries =
        entries(
            List.of(
                posting(
                    new Posting.Entry.Move(
                        FIRST, Bucket.OPEN_IN_TIME, SECOND, Bucket.OPEN_IN_TIME))),
            status);

    assertEquals(List.of("H1", "H2"), entries.stream().map(JournalEntry::getUnit).toList());
    assertNull(entries.getFirst().getStatus());
    assertSame(status, entries.getLast().getStatus());
    for (JournalEntry entry : entries) {
      assertEquals(10, entry.getPostings().getFirst().getSequence(), "one posting, two legs");
    }
    assertEquals("H2", entries.getFirst().getPostings().getFirst().getCounterpartUnit());
    assertEquals("H1", entries.getLast().getPostings().getFirst().getCounterpartUnit());
  }

  @Test
  void shouldLetAStatusTravelWithAnyEntryWhenItsUnitHasNone() {
    var undone = new Posting.Entry.Move(FIRST, Bucket.NONE, FIRST, Bucket.OPEN_IN_TIME);
    var status = status(null);

    var entries = entries(List.of(new Posting(undone, -1, DAY, DAY, "e")), status);

    assertEquals(1, entries.size());
    assertSame(status, entries.getFirst().getStatus());
  }

  @Test
  void shouldSendAStatusAlone() {
    var entries = entries(List.of(), status("H1"));

    assertEquals("H1", entries.getFirst().getUnit());
    assertEquals(List.of(), entries.getFirst().getPostings());
    assertNull(entries(List.of(), status(null)).getFirst().getUnit());
  }

  @Test
  void shouldSendNothingForNothing() {
    assertEquals(List.of(), entries(List.of(), null));
  }
}
