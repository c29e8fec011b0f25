package motcua.readmodel.postgres;

import com.google.common.hash.PrimitiveSink;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import motcua.core.ledger.Measure;
import motcua.readmodel.Sourced;
import motcua.schemas.internal.LedgerEntry;

/** Upserts ledger cells, guarded by the place of their record in the topic (kafka-streams D3). */
final class LedgerWriter implements AutoCloseable {
  static final List<String> MEASURES =
      Arrays.stream(Measure.values()).map(LedgerWriter::column).toList();
  static final List<String> BALANCES =
      Arrays.stream(Measure.values()).filter(Measure::isBalance).map(LedgerWriter::column).toList();

  private static final List<String> KEY =
      List.of("generation", "unit", "counts_on", "known_on", "field", "counterpart");
  private static final List<String> VALUE = value();
  private static final List<String> COLUMNS = columns();
  private static final String MOVE =
      Stage.merge(
          "ledger",
          KEY,
          VALUE,
          "(ledger.topic_part <> stage.topic_part OR ledger.topic_offset < stage.topic_offset)",
          Map.of());

  private final Stage<LedgerEntry> stage;

  LedgerWriter(Connection connection) throws SQLException {
    this.stage = new Stage<>(connection, "ledger", COLUMNS, LedgerWriter::key, MOVE);
  }

  /** The column of a measure, in every table that sums. */
  static String column(Measure measure) {
    return measure.name().toLowerCase(Locale.ROOT);
  }

  private static List<String> value() {
    List<String> columns = new ArrayList<>(MEASURES);
    columns.addAll(List.of("policy", "applied_at", "topic_part", "topic_offset"));
    return List.copyOf(columns);
  }

  private static List<String> columns() {
    List<String> columns = new ArrayList<>(KEY);
    columns.addAll(VALUE);
    return List.copyOf(columns);
  }

  void write(Connection connection, List<Sourced<LedgerEntry>> entries) throws SQLException {
    if (entries.isEmpty()) {
      return;
    }
    stage.begin();
    for (Sourced<LedgerEntry> entry : entries) {
      put(entry, stage.row(entry.value()));
    }
    stage.move(connection);
  }

  /** Hashes will do: two keys that share one only count as written before. */
  private static void key(LedgerEntry entry, PrimitiveSink key) {
    key.putInt(entry.getUnit().hashCode())
        .putInt(Objects.hash(entry.getField(), entry.getCounterpartUnit(), entry.getGeneration()))
        .putInt(entry.getCountsOnDay())
        .putInt(entry.getKnownOnDay());
  }

  private static void put(Sourced<LedgerEntry> sourced, CopyBuffer rows) {
    LedgerEntry entry = sourced.value();
    rows.putInt(entry.getGeneration());
    rows.putText(entry.getUnit());
    rows.putDate(entry.getCountsOnDay());
    rows.putDate(entry.getKnownOnDay());
    rows.putText(entry.getField());
    rows.putText(entry.getCounterpartUnit());
    // A vector written by an older version is shorter and counts 0 for what came later.
    List<Long> amounts = entry.getAmounts();
    for (int measure = 0; measure < Measure.COUNT; measure++) {
      rows.putLong(measure < amounts.size() ? amounts.get(measure) : 0);
    }
    rows.putText(entry.getPolicy());
    rows.putInstant(entry.getAppliedAtMicros());
    rows.putInt(sourced.partition());
    rows.putLong(sourced.offset());
  }

  @Override
  public void close() throws SQLException {
    stage.close();
  }
}
