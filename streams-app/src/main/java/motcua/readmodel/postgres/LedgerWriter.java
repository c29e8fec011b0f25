package motcua.readmodel.postgres;

import static java.util.stream.Collectors.joining;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import motcua.core.ledger.Measure;
import motcua.readmodel.Sourced;
import motcua.schemas.internal.LedgerEntry;

/** Upserts ledger cells, guarded by the place of their record in the topic (kafka-streams D3). */
final class LedgerWriter implements AutoCloseable {
  static final List<String> MEASURES =
      Arrays.stream(Measure.values()).map(LedgerWriter::column).toList();
  static final List<String> BALANCES =
      Arrays.stream(Measure.values())
          .filter(Measure::isBalance)
          .map(LedgerWriter::column)
          .toList();

  private final Upsert upsert;

  LedgerWriter(Connection connection) throws SQLException {
    this.upsert = new Upsert(connection, sql());
  }

  /** The column of a measure, in every table that sums. */
  static String column(Measure measure) {
    return measure.name().toLowerCase(Locale.ROOT);
  }

  private static String sql() {
    List<String> columns =
        new ArrayList<>(
            List.of(
                "unit text", "field text", "counterpart text", "counts_on int", "known_on int"));
    columns.add("policy text");
    columns.add("applied bigint");
    columns.add("part int");
    columns.add("off bigint");
    columns.add("generation int");
    MEASURES.forEach(measure -> columns.add(measure + " bigint"));
    String measures = String.join(", ", MEASURES);
    return """
        INSERT INTO ledger (generation, unit, field, counterpart, counts_on, known_on, %1$s, policy, applied_at, topic_part, topic_offset)
        SELECT generation, unit, field, counterpart, %2$s, %3$s, %1$s, policy, %4$s, part, off
        FROM %5$s
        ON CONFLICT (generation, unit, field, counterpart, counts_on, known_on) DO UPDATE SET %6$s,
          policy = EXCLUDED.policy, applied_at = EXCLUDED.applied_at, topic_part = EXCLUDED.topic_part, topic_offset = EXCLUDED.topic_offset
        WHERE ledger.topic_part <> EXCLUDED.topic_part OR ledger.topic_offset < EXCLUDED.topic_offset"""
        .formatted(
            measures,
            Upsert.day("counts_on"),
            Upsert.day("known_on"),
            Upsert.instant("applied"),
            Upsert.unnest(columns),
            MEASURES.stream()
                .map(measure -> measure + " = EXCLUDED." + measure)
                .collect(joining(", ")));
  }

  void write(List<Sourced<LedgerEntry>> entries) throws SQLException {
    if (entries.isEmpty()) {
      return;
    }
    List<Object> columns = new ArrayList<>();
    columns.add(Columns.text(entries, entry -> entry.value().getUnit()));
    columns.add(Columns.text(entries, entry -> entry.value().getField()));
    columns.add(Columns.text(entries, entry -> entry.value().getCounterpartUnit()));
    columns.add(Columns.ints(entries, entry -> entry.value().getCountsOnDay()));
    columns.add(Columns.ints(entries, entry -> entry.value().getKnownOnDay()));
    columns.add(Columns.text(entries, entry -> entry.value().getPolicy()));
    columns.add(Columns.longs(entries, entry -> entry.value().getAppliedAtMicros()));
    columns.add(Columns.ints(entries, Sourced::partition));
    columns.add(Columns.longs(entries, Sourced::offset));
    columns.add(Columns.ints(entries, entry -> entry.value().getGeneration()));
    columns.addAll(amounts(entries));
    upsert.run(columns.toArray());
  }

  /**
   * One column a measure; a vector written by an older version is shorter and counts 0 for what
   * came later.
   */
  private static List<long[]> amounts(List<Sourced<LedgerEntry>> entries) {
    List<long[]> columns = new ArrayList<>();
    for (int measure = 0; measure < Measure.COUNT; measure++) {
      columns.add(new long[entries.size()]);
    }
    for (int row = 0; row < entries.size(); row++) {
      List<Long> amounts = entries.get(row).value().getAmounts();
      int known = Math.min(Measure.COUNT, amounts.size());
      for (int measure = 0; measure < known; measure++) {
        columns.get(measure)[row] = amounts.get(measure);
      }
    }
    return columns;
  }

  @Override
  public void close() throws SQLException {
    upsert.close();
  }
}
