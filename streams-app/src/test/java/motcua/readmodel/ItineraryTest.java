package motcua.readmodel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import motcua.codec.JournalEntryCodec;
import motcua.core.calendar.VietnamDay;
import motcua.core.dossier.DossierKey;
import motcua.core.dossier.Revision;
import motcua.core.journal.Change;
import motcua.core.journal.Journal;
import motcua.core.journal.Standing;
import motcua.core.ledger.Posting;
import motcua.core.policy.Rules;
import motcua.schemas.internal.JournalEntry;
import motcua.testing.MessyHistory;
import org.junit.jupiter.api.Test;

class ItineraryTest {
  private static final int RUNS = Integer.getInteger("motcua.runs", 3000);
  private static final Instant LATER = VietnamDay.startOf(MessyHistory.FIRST_DAY.plusDays(200));

  @Test
  void shouldFollowADossierWhateverTheOrderOfItsRecords() {
    Long replay = Long.getLong("motcua.seed");
    long first = replay == null ? 20_260_101L : replay;
    int moved = 0;
    for (long seed = first; seed < (replay == null ? first + RUNS : first + 1); seed++) {
      moved += follow(seed);
    }
    assertTrue(replay != null || moved > RUNS, "hardly anything moved");
  }

  /** Learns the records of a messy life one by one, in any order, and follows the dossier. */
  private static int follow(long seed) {
    Random random = new Random(seed * 0x9E3779B97F4A7C15L);
    MessyHistory messy = new MessyHistory(random);
    Rules rules = messy.rules();
    List<Revision> revisions = new ArrayList<>(messy.revisions(14));
    Collections.shuffle(revisions, random);
    List<Posting> posted = new ArrayList<>();
    for (int known = 0; known < revisions.size(); known++) {
      Change change =
          Journal.change(
              revisions.subList(0, known),
              null,
              revisions.subList(0, known + 1),
              null,
              MessyHistory.DOSSIER,
              rules);
      posted.addAll(change.postings());
    }
    // Later than anything in the history: nothing is left to come to pass.
    Change end = Journal.change(revisions, null, revisions, LATER, MessyHistory.DOSSIER, rules);
    posted.addAll(end.postings());
    Standing standing = end.standing();
    List<PostingLine> journal = lines(posted);

    List<Itinerary.Move> moves = Itinerary.of(journal);

    String name = "replay with -Dmotcua.seed=" + seed + ": " + moves;
    assertEquals(inForce(posted), moves.size(), name);
    for (int at = 1; at < moves.size(); at++) {
      assertEquals(moves.get(at - 1).to(), moves.get(at).from(), name);
    }
    if (!moves.isEmpty()) {
      assertEquals("NONE", moves.getFirst().from().bucket(), name);
      assertEquals(standing.bucket().name(), moves.getLast().to().bucket(), name);
      assertEquals(standing.account().unit(), moves.getLast().to().unit(), name);
    }
    assertEquals(
        posted.stream().filter(ItineraryTest::isCount).mapToLong(Posting::count).sum(),
        Itinerary.counters(journal).stream().mapToLong(PostingLine::count).sum(),
        name);
    return moves.size();
  }

  private static boolean isCount(Posting posting) {
    return posting.entry() instanceof Posting.Entry.Count;
  }

  private static int inForce(List<Posting> posted) {
    Map<List<Object>, Integer> net = new HashMap<>();
    for (Posting posting : posted) {
      if (!isCount(posting)) {
        net.merge(
            List.of(posting.entry(), posting.countsOn(), posting.cause()),
            posting.count(),
            Integer::sum);
      }
    }
    return net.values().stream().mapToInt(Integer::intValue).sum();
  }

  private static List<PostingLine> lines(List<Posting> posted) {
    var head = new JournalEntryCodec.Head(new DossierKey("s", "D1"), "p", 1, false, 0, null);
    List<PostingLine> lines = new ArrayList<>();
    for (JournalEntry entry : JournalEntryCodec.toWire(head, posted, 0, null)) {
      entry.getPostings().forEach(leg -> lines.add(line(entry.getUnit(), leg)));
    }
    // As the database gives them.
    lines.sort(Comparator.comparingLong(PostingLine::sequence).thenComparingInt(PostingLine::leg));
    return lines;
  }

  private static PostingLine line(String unit, motcua.schemas.internal.Posting leg) {
    return new PostingLine(
        leg.getSequence(),
        leg.getLeg(),
        unit,
        textOf(leg.getCounterpartUnit()),
        textOf(leg.getField()),
        textOf(leg.getProcedure()),
        leg.getChannel(),
        textOf(leg.getFromBucket()),
        textOf(leg.getToBucket()),
        textOf(leg.getCounter()),
        leg.getCount(),
        LocalDate.ofEpochDay(leg.getCountsOnDay()),
        LocalDate.ofEpochDay(leg.getKnownOnDay()),
        leg.getCause());
  }

  private static String textOf(String value) {
    return value == null ? "" : value;
  }
}
