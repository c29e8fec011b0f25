package motcua.simulation;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import motcua.codec.FramedReader;
import motcua.core.ledger.Amounts;
import motcua.schemas.internal.DossierStatus;
import motcua.schemas.internal.JournalEntry;
import motcua.schemas.internal.LedgerEntry;
import motcua.schemas.internal.Posting;
import motcua.schemas.internal.Ratios;
import motcua.topology.Codecs;
import motcua.topology.Keys;
import motcua.topology.Topics;
import org.apache.avro.specific.SpecificRecord;

/**
 * What a run of the pipeline comes to, however it came to it.
 *
 * @param journal how often each leg stands, net; none zero
 * @param ledger sums by cell, none zero
 * @param standings where each dossier stands, with its marks, by dossierId
 * @param ratios numerator and denominator by scope, window and ratio; those without any left out
 */
record Outcome(
    Map<BookedLeg, Integer> journal,
    Map<Cell, Amounts> ledger,
    Map<String, DossierStatus> standings,
    Map<List<String>, List<Long>> ratios) {
  /** A leg of a posting; days since 1970-01-01. */
  record BookedLeg(
      String dossier,
      String unit,
      String field,
      String procedure,
      String channel,
      int leg,
      String counterpart,
      String what,
      long countsOn,
      long knownOn,
      String cause) {}

  /** A cell of the ledger. */
  record Cell(String unit, String field, String counterpart, long countsOn, long knownOn) {}

  /**
   * Reads the topics.
   *
   * @throws AssertionError when a posting's id stands twice, or a status hides a book
   */
  static Outcome of(Cluster cluster, Codecs codecs) {
    Map<BookedLeg, Integer> journal = new HashMap<>();
    Map<String, DossierStatus> statuses = new TreeMap<>();
    Set<List<Object>> ids = new HashSet<>();
    FramedReader<JournalEntry> entries = codecs.reader(Topics.POSTINGS);
    for (Cluster.Message message : cluster.all(Topics.POSTINGS)) {
      if (!Keys.isTick(message.key())) {
        JournalEntry entry = entries.read(message.value());
        for (Posting posting : entry.getPostings()) {
          assertTrue(
              ids.add(List.of(entry.getDossierId(), posting.getSequence(), posting.getLeg())),
              () -> "posted twice: " + entry);
          journal.merge(leg(entry, posting), posting.getCount(), Integer::sum);
        }
        if (entry.getStatus() != null) {
          statuses.merge(entry.getDossierId(), entry.getStatus(), Outcome::later);
        }
      }
    }
    journal.values().removeIf(count -> count == 0);
    journal.keySet().forEach(leg -> assertNamed(leg, statuses.get(leg.dossier)));
    statuses.values().forEach(Outcome::forgetTheWay);
    return new Outcome(journal, ledger(cluster, codecs), statuses, ratios(cluster, codecs));
  }

  private static DossierStatus later(DossierStatus a, DossierStatus b) {
    return a.getSequence() > b.getSequence() ? a : b;
  }

  private static BookedLeg leg(JournalEntry entry, Posting posting) {
    return new BookedLeg(
        entry.getDossierId(),
        entry.getUnit(),
        posting.getField(),
        posting.getProcedure(),
        posting.getChannel(),
        posting.getLeg(),
        posting.getCounterpartUnit(),
        posting.getCounter() == null
            ? posting.getFromBucket() + ">" + posting.getToBucket()
            : posting.getCounter(),
        posting.getCountsOnDay(),
        posting.getKnownOnDay(),
        posting.getCause());
  }

  /** Whoever looks for a dossier's postings looks where its status says. */
  private static void assertNamed(BookedLeg leg, DossierStatus status) {
    assertTrue(
        leg.unit.equals(status.getUnit()) || status.getOtherBooks().contains(leg.unit),
        () -> leg + " is in no book of " + status);
    assertTrue(status.getBooksFromDay() <= leg.countsOn, () -> leg + " before " + status);
    assertTrue(
        status.getBooksToDay() == null || leg.countsOn <= status.getBooksToDay(),
        () -> leg + " after " + status);
  }

  /** How many changes there were, and where reversed postings stand, differs from run to run. */
  private static void forgetTheWay(DossierStatus status) {
    status.setSequence(0);
    status.setOtherBooks(List.of());
    status.setBooksFromDay(null);
    status.setBooksToDay(null);
  }

  private static Map<Cell, Amounts> ledger(Cluster cluster, Codecs codecs) {
    Map<Cell, Amounts> ledger = new HashMap<>();
    for (LedgerEntry entry : Outcome.<LedgerEntry>latest(cluster, codecs, Topics.LEDGER)) {
      long[] amounts = entry.getAmounts().stream().mapToLong(Long::longValue).toArray();
      ledger.put(
          new Cell(
              entry.getUnit(),
              entry.getField(),
              entry.getCounterpartUnit(),
              entry.getCountsOnDay(),
              entry.getKnownOnDay()),
          Amounts.of(amounts));
    }
    ledger.values().removeIf(Amounts::isZero);
    return ledger;
  }

  private static Map<List<String>, List<Long>> ratios(Cluster cluster, Codecs codecs) {
    Map<List<String>, List<Long>> ratios = new HashMap<>();
    for (Ratios scope : Outcome.<Ratios>latest(cluster, codecs, Topics.RATIOS)) {
      scope
          .getRatios()
          .forEach(
              ratio ->
                  ratios.put(
                      List.of(scope.getScope(), ratio.getWindow(), ratio.getRatio()),
                      List.of(ratio.getNumerator(), ratio.getDenominator())));
    }
    ratios.values().removeIf(List.of(0L, 0L)::equals);
    return ratios;
  }

  /** The latest value of each key, as compaction leaves them. */
  private static <T extends SpecificRecord> List<T> latest(
      Cluster cluster, Codecs codecs, Topics topic) {
    Map<String, byte[]> latest = new HashMap<>();
    for (Cluster.Message message : cluster.all(topic)) {
      latest.put(Arrays.toString(message.key()), message.value());
    }
    FramedReader<T> reader = codecs.reader(topic);
    List<T> values = new ArrayList<>();
    latest.values().forEach(value -> values.add(reader.read(value)));
    return values;
  }
}
