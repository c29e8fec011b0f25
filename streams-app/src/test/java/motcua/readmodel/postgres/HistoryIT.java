package motcua.readmodel.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import motcua.codec.Books;
import motcua.codec.JournalEntryCodec;
import motcua.core.dossier.DossierKey;
import motcua.core.ledger.Bucket;
import motcua.core.ledger.Posting;
import motcua.readmodel.DossierHistory;
import motcua.readmodel.PostingLine;
import motcua.schemas.internal.DossierStatus;
import motcua.schemas.internal.JournalEntry;
import org.junit.jupiter.api.Test;

/** Every leg of a dossier is found again, in whichever unit's books and month it stands. */
class HistoryIT {
  private static final long SEED = Long.getLong("motcua.seed", new Random().nextLong());
  private static final int DOSSIERS = 200;

  /** Of one dossier: more legs than a page takes. */
  private static final int MANY = 2_500;

  @Test
  void shouldFindEveryLegOfADossier() {
    System.out.println("motcua.seed=" + SEED);
    RandomJournal journal = new RandomJournal(SEED, DOSSIERS, 400, 90);
    assertFound(journal.byDossier());
  }

  @Test
  void shouldFindEveryLegOverManyPages() {
    List<Posting> postings = new ArrayList<>();
    List<Posting> some =
        new RandomJournal(SEED, 1).byDossier().values().stream().flatMap(List::stream).toList();
    while (postings.size() < MANY) {
      postings.addAll(some);
    }
    assertFound(Map.of(new DossierKey("s0", "D0"), postings));
  }

  private static void assertFound(Map<DossierKey, List<Posting>> journal) {
    TestDatabase database = TestDatabase.create();
    List<JournalEntry> entries = new ArrayList<>();
    journal.forEach((key, postings) -> entries.addAll(wire(key, postings)));
    database.project(
        entries,
        List.of(),
        entries.stream().filter(entry -> entry.getStatus() != null).toList(),
        List.of(),
        List.of());
    try (HikariDataSource pool = database.pool()) {
      PostgresReadModel readModel = new PostgresReadModel(pool, 1);
      journal.forEach(
          (key, postings) -> {
            List<DossierHistory> found = readModel.dossiers(key.dossierId());
            assertEquals(1, found.size(), "seed " + SEED + ", " + key);
            assertEquals(
                legs(wire(key, postings)),
                found.getFirst().postings().stream().map(HistoryIT::leg).toList(),
                "seed " + SEED + ", " + key);
          });
    }
  }

  private static List<JournalEntry> wire(DossierKey key, List<Posting> postings) {
    Books books = Books.NONE.with(postings);
    String unit = books.units().getLast();
    DossierStatus status =
        DossierStatus.newBuilder()
            .setSequence(postings.size())
            .setUnit(unit)
            .setBucket(Bucket.OPEN_IN_TIME.name())
            .setOtherBooks(books.otherThan(unit))
            .setBooksFromDay(books.fromDay())
            .setBooksToDay(books.toDay())
            .build();
    var head = new JournalEntryCodec.Head(key, "default", 1, false, 0, null);
    return List.copyOf(JournalEntryCodec.toWire(head, postings, 0, status));
  }

  private static List<String> legs(List<JournalEntry> entries) {
    return entries.stream()
        .flatMap(
            entry ->
                entry.getPostings().stream()
                    .map(leg -> new Object[] {leg.getSequence(), leg.getLeg(), entry.getUnit()}))
        .sorted(
            (a, b) ->
                a[0].equals(b[0])
                    ? Integer.compare((int) a[1], (int) b[1])
                    : Long.compare((long) a[0], (long) b[0]))
        .map(leg -> Stream.of(leg).map(String::valueOf).toList().toString())
        .toList();
  }

  private static String leg(PostingLine line) {
    return List.of(String.valueOf(line.sequence()), String.valueOf(line.leg()), line.unit())
        .toString();
  }
}
