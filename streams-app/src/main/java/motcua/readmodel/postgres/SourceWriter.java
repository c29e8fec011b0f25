package motcua.readmodel.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import motcua.schemas.internal.JournalEntry;

/**
 * Adds up what sources bring. Counts are added to, not overwritten: that is exact because rows and
 * offsets are one transaction.
 */
final class SourceWriter implements AutoCloseable {
  private static final String SOURCE =
      """
      INSERT INTO source AS s (generation, source, records, backfilled, last_recorded_at, last_occurred_at, heard_at)
      SELECT generation, source, records, backfilled, %s, %s, %s FROM %s
      ON CONFLICT (generation, source) DO UPDATE SET
        records = s.records + EXCLUDED.records,
        backfilled = s.backfilled + EXCLUDED.backfilled,
        last_recorded_at = GREATEST(s.last_recorded_at, EXCLUDED.last_recorded_at),
        last_occurred_at = CASE
          WHEN s.last_recorded_at IS NULL OR (EXCLUDED.last_recorded_at, EXCLUDED.last_occurred_at) > (s.last_recorded_at, s.last_occurred_at)
          THEN EXCLUDED.last_occurred_at ELSE s.last_occurred_at END,
        heard_at = GREATEST(s.heard_at, EXCLUDED.heard_at)"""
          .formatted(
              Upsert.instant("recorded"),
              Upsert.instant("occurred"),
              Upsert.instant("heard"),
              Upsert.unnest(
                  List.of(
                      "generation int",
                      "source text",
                      "records bigint",
                      "backfilled bigint",
                      "recorded bigint",
                      "occurred bigint",
                      "heard bigint")));

  private static final String UNIT =
      """
      INSERT INTO source_unit AS u (generation, source, unit, heard_at)
      SELECT generation, source, unit, %s FROM %s
      ON CONFLICT (generation, source, unit) DO UPDATE SET heard_at = EXCLUDED.heard_at WHERE u.heard_at < EXCLUDED.heard_at"""
          .formatted(
              Upsert.instant("heard"),
              Upsert.unnest(List.of("generation int", "source text", "unit text", "heard bigint")));

  private static final String PACE =
      """
      INSERT INTO source_pace AS p (generation, source, begins_at, records)
      SELECT generation, source, %s, records FROM %s
      ON CONFLICT (generation, source, begins_at) DO UPDATE SET records = p.records + EXCLUDED.records"""
          .formatted(
              Upsert.instant("begins"),
              Upsert.unnest(
                  List.of("generation int", "source text", "begins bigint", "records bigint")));

  /** Whatever the batches, what is left are the five minutes of the 25 hours before the latest. */
  private static final String FORGET =
      """
      DELETE FROM source_pace AS p USING source AS s
      WHERE s.generation = ? AND s.source = ANY(?) AND p.generation = s.generation AND p.source = s.source
        AND p.begins_at < s.last_recorded_at - interval '25 hours'""";

  private record Part(String source, Map.Entry<?, Long> part) {
    String name() {
      return (String) part.getKey();
    }

    long begins() {
      return (Long) part.getKey();
    }

    long value() {
      return part.getValue();
    }
  }

  private final Upsert sources;
  private final Upsert units;
  private final Upsert pace;
  private final Upsert forget;

  SourceWriter(Connection connection) throws SQLException {
    this.sources = new Upsert(connection, SOURCE);
    this.units = new Upsert(connection, UNIT);
    this.pace = new Upsert(connection, PACE);
    this.forget = new Upsert(connection, FORGET);
  }

  /**
   * Counts entries.
   *
   * @param journal with postings
   */
  void write(int generation, List<JournalEntry> journal) throws SQLException {
    if (journal.isEmpty()) {
      return;
    }
    List<SourceTally> tallies = List.copyOf(SourceTally.of(journal).values());
    sources.run(
        Columns.ints(tallies, tally -> generation),
        Columns.text(tallies, SourceTally::source),
        Columns.longs(tallies, SourceTally::records),
        Columns.longs(tallies, SourceTally::backfilled),
        Columns.optionalLongs(tallies, SourceTally::recordedAt),
        Columns.optionalLongs(tallies, SourceTally::occurredAt),
        Columns.optionalLongs(tallies, SourceTally::heardAt));
    writeUnits(generation, tallies);
    writePace(generation, tallies);
  }

  private void writeUnits(int generation, List<SourceTally> tallies) throws SQLException {
    List<Part> heard =
        tallies.stream()
            .flatMap(
                tally ->
                    tally.units().entrySet().stream().map(unit -> new Part(tally.source(), unit)))
            .toList();
    if (!heard.isEmpty()) {
      units.run(
          Columns.ints(heard, part -> generation),
          Columns.text(heard, Part::source),
          Columns.text(heard, Part::name),
          Columns.longs(heard, Part::value));
    }
  }

  private void writePace(int generation, List<SourceTally> tallies) throws SQLException {
    List<Part> counted =
        tallies.stream()
            .flatMap(
                tally ->
                    tally.pace().entrySet().stream().map(slot -> new Part(tally.source(), slot)))
            .toList();
    if (!counted.isEmpty()) {
      pace.run(
          Columns.ints(counted, part -> generation),
          Columns.text(counted, Part::source),
          Columns.longs(counted, Part::begins),
          Columns.longs(counted, Part::value));
      forget.run(generation, Columns.text(tallies, SourceTally::source));
    }
  }

  @Override
  public void close() throws SQLException {
    sources.close();
    units.close();
    pace.close();
    forget.close();
  }
}
