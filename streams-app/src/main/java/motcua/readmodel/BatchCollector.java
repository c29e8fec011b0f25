package motcua.readmodel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import motcua.schemas.events.DeadLetter;
import motcua.schemas.internal.AlertTransition;
import motcua.schemas.internal.JournalEntry;
import motcua.schemas.internal.LedgerEntry;
import motcua.schemas.internal.Ratios;
import motcua.schemas.internal.UnitTotals;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Gathers records until they make a {@link ProjectionBatch}. Not thread-safe: it lives on the
 * projector's thread.
 */
final class BatchCollector {
  private final int generation;
  private final List<JournalEntry> journal = new ArrayList<>();
  private final List<Sourced<AlertTransition>> alerts = new ArrayList<>();
  // In order of arrival, which is nearly that of the keys: much cheaper to sort than in none.
  private final Map<CellKey, Sourced<LedgerEntry>> ledger = new LinkedHashMap<>();
  private final Map<PairKey, JournalEntry> dossiers = new LinkedHashMap<>();
  private final Map<String, Sourced<UnitTotals>> unitTotals = new HashMap<>();
  private final Map<String, Sourced<Ratios>> ratios = new HashMap<>();
  private final Map<PairKey, LetterNews> deadLetters = new HashMap<>();
  private final Map<TopicPartition, Long> appliedAtMicros = new HashMap<>();
  private int records;

  BatchCollector(int generation) {
    this.generation = generation;
  }

  /** Records taken since the last batch. */
  int records() {
    return records;
  }

  /**
   * Takes one record. Records of another ledger generation are passed over: another projector reads
   * them.
   *
   * @return false when the record is of another generation
   * @throws IllegalArgumentException when the record is of no class this read model keeps
   */
  boolean add(TopicPartition partition, long offset, SpecificRecord value) {
    records++;
    return switch (value) {
      case JournalEntry entry -> add(partition, entry);
      case LedgerEntry entry -> add(partition, offset, entry);
      case UnitTotals totals -> add(partition, offset, totals);
      case Ratios ratio -> add(partition, offset, ratio);
      case DeadLetter letter -> add(partition, letter);
      case AlertTransition step -> add(partition, offset, step);
      default ->
          throw new IllegalArgumentException("no table for " + value.getSchema().getFullName());
    };
  }

  private boolean add(TopicPartition partition, JournalEntry entry) {
    if (entry.getGeneration() != generation) {
      return false;
    }
    if (!entry.getPostings().isEmpty()) {
      journal.add(entry);
    }
    if (entry.getStatus() != null) {
      // A dossier's entries lie in the partitions of all its units: the order is in the status.
      dossiers.merge(
          new PairKey(entry.getDossierId(), entry.getSource()), entry, BatchCollector::later);
    }
    return applied(partition, entry.getAppliedAtMicros());
  }

  private static JournalEntry later(JournalEntry one, JournalEntry other) {
    return one.getStatus().getSequence() > other.getStatus().getSequence() ? one : other;
  }

  private boolean add(TopicPartition partition, long offset, LedgerEntry entry) {
    if (entry.getGeneration() != generation) {
      return false;
    }
    ledger.put(CellKey.of(entry), new Sourced<>(entry, partition.partition(), offset));
    return applied(partition, entry.getAppliedAtMicros());
  }

  private boolean add(TopicPartition partition, long offset, UnitTotals totals) {
    if (totals.getGeneration() != generation) {
      return false;
    }
    unitTotals.put(totals.getUnit(), new Sourced<>(totals, partition.partition(), offset));
    return applied(partition, totals.getAppliedAtMicros());
  }

  private boolean add(TopicPartition partition, long offset, Ratios ratio) {
    if (ratio.getGeneration() != generation) {
      return false;
    }
    ratios.put(ratio.getScope(), new Sourced<>(ratio, partition.partition(), offset));
    return applied(partition, ratio.getAppliedAtMicros());
  }

  /**
   * Dead letters belong to no generation; the first of one identity holds, as in the table, and the
   * last says whether it stands open.
   */
  private boolean add(TopicPartition partition, DeadLetter letter) {
    deadLetters.merge(
        new PairKey(letter.getFingerprint(), letter.getReason()),
        LetterNews.of(letter),
        LetterNews::then);
    return applied(partition, letter.getRecordedAtMicros());
  }

  /** Transitions belong to no generation: what was told is a fact. */
  private boolean add(TopicPartition partition, long offset, AlertTransition step) {
    alerts.add(new Sourced<>(step, partition.partition(), offset));
    return true;
  }

  private boolean applied(TopicPartition partition, long micros) {
    if (micros > 0) {
      appliedAtMicros.merge(partition, micros, Math::max);
    }
    return true;
  }

  /**
   * Everything taken so far, as one batch; the collector is empty afterwards.
   *
   * @param settled next offsets in the database
   * @param positions next offsets of the consumer
   */
  ProjectionBatch drain(Map<TopicPartition, Long> settled, Map<TopicPartition, Long> positions) {
    ProjectionBatch batch =
        new ProjectionBatch(
            generation,
            moves(settled, positions),
            List.copyOf(journal),
            inKeyOrder(ledger),
            inKeyOrder(dossiers),
            inKeyOrder(unitTotals),
            inKeyOrder(ratios),
            inKeyOrder(deadLetters),
            List.copyOf(alerts));
    clear();
    return batch;
  }

  private List<OffsetMove> moves(
      Map<TopicPartition, Long> settled, Map<TopicPartition, Long> positions) {
    List<OffsetMove> moves = new ArrayList<>();
    positions.forEach(
        (partition, to) -> {
          long from = settled.get(partition);
          if (from != to) {
            moves.add(
                new OffsetMove(partition, from, to, appliedAtMicros.getOrDefault(partition, 0L)));
          }
        });
    moves.sort(
        Comparator.comparing((OffsetMove move) -> move.partition().topic())
            .thenComparingInt(move -> move.partition().partition()));
    return moves;
  }

  private void clear() {
    journal.clear();
    ledger.clear();
    dossiers.clear();
    unitTotals.clear();
    ratios.clear();
    deadLetters.clear();
    alerts.clear();
    appliedAtMicros.clear();
    records = 0;
  }

  /** In the order of the tables' primary keys, so that rows next to each other are written so. */
  private static <K extends Comparable<? super K>, V> List<V> inKeyOrder(Map<K, V> byKey) {
    return byKey.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(Map.Entry::getValue)
        .toList();
  }

  private record PairKey(String first, String second) implements Comparable<PairKey> {
    @Override
    public int compareTo(PairKey other) {
      int order = first.compareTo(other.first);
      return order != 0 ? order : second.compareTo(other.second);
    }
  }

  private record CellKey(String unit, String field, String counterpart, int countsOn, int knownOn)
      implements Comparable<CellKey> {
    private static final Comparator<CellKey> ORDER =
        Comparator.comparing(CellKey::unit)
            .thenComparingInt(CellKey::countsOn)
            .thenComparingInt(CellKey::knownOn)
            .thenComparing(CellKey::field)
            .thenComparing(CellKey::counterpart);

    static CellKey of(LedgerEntry entry) {
      return new CellKey(
          entry.getUnit(),
          entry.getField() == null ? "" : entry.getField(),
          entry.getCounterpartUnit() == null ? "" : entry.getCounterpartUnit(),
          entry.getCountsOnDay(),
          entry.getKnownOnDay());
    }

    @Override
    public int compareTo(CellKey other) {
      return ORDER.compare(this, other);
    }
  }
}
