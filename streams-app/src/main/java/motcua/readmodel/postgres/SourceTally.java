package motcua.readmodel.postgres;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import motcua.schemas.internal.JournalEntry;
import motcua.schemas.internal.Posting;

/** What entries of the journal tell of one source. Not thread-safe. */
final class SourceTally {
  /** A posting of this cause is no word of a source. */
  private static final String CLOCK = "CLOCK";

  private static final long PACE_MICROS = 300_000_000L;

  /** As long as the table keeps them before the latest record. */
  private static final long KEPT_MICROS = 25 * 3_600_000_000L;

  private final String source;
  private final Map<String, Long> units = new TreeMap<>();
  private final NavigableMap<Long, Long> pace = new TreeMap<>();
  private long records;
  private long backfilled;
  private Long recordedAt;
  private Long occurredAt;
  private Long heardAt;

  private SourceTally(String source) {
    this.source = source;
  }

  /** By source, in order. */
  static Map<String, SourceTally> of(Iterable<JournalEntry> journal) {
    Map<String, SourceTally> tallies = new TreeMap<>();
    for (JournalEntry entry : journal) {
      tallies.computeIfAbsent(PgText.storable(entry.getSource()), SourceTally::new).add(entry);
    }
    return tallies;
  }

  private void add(JournalEntry entry) {
    Posting last = entry.getPostings().getLast();
    if (last.getCause().equals(CLOCK)) {
      return;
    }
    if (entry.getBackfill()) {
      backfilled += entry.getHappenedAtMicros() == null ? 0 : 1;
      return;
    }
    long at = entry.getAppliedAtMicros();
    heardAt = heardAt == null ? at : Math.max(heardAt, at);
    units.merge(PgText.storable(entry.getUnit()), at, Math::max);
    if (entry.getHappenedAtMicros() != null) {
      count(at, entry.getHappenedAtMicros());
    }
  }

  private void count(long recorded, long occurred) {
    records++;
    pace.merge(Math.floorDiv(recorded, PACE_MICROS) * PACE_MICROS, 1L, Long::sum);
    if (recordedAt == null
        || recorded > recordedAt
        || (recorded == recordedAt && occurred > occurredAt)) {
      recordedAt = recorded;
      occurredAt = occurred;
    }
  }

  String source() {
    return source;
  }

  long records() {
    return records;
  }

  long backfilled() {
    return backfilled;
  }

  /** Of the latest record; null without one. */
  Long recordedAt() {
    return recordedAt;
  }

  /** Of the same record. */
  Long occurredAt() {
    return occurredAt;
  }

  /** Null when it was not heard. */
  Long heardAt() {
    return heardAt;
  }

  /** When each unit was told something last. */
  Map<String, Long> units() {
    return units;
  }

  /**
   * Records by the beginning of their five minutes, without those that nobody asks for any more.
   */
  Map<Long, Long> pace() {
    return recordedAt == null ? pace : pace.tailMap(recordedAt - KEPT_MICROS);
  }
}
