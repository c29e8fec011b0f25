package motcua.readmodel.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import motcua.readmodel.FencedException;
import motcua.readmodel.OffsetMove;
import org.apache.kafka.common.TopicPartition;

/** Statements on {@code sink_offset}. */
final class SinkOffsets {
  private static final String MOVE =
      """
      UPDATE sink_offset s SET next_offset = t.after, applied_at = GREATEST(s.applied_at, %s)
      FROM %s
      WHERE s.generation = t.generation AND s.topic = t.topic AND s.part = t.part AND s.next_offset = t.before"""
          .formatted(
              Upsert.instant("NULLIF(t.applied, 0)"),
              Upsert.unnest(
                  List.of(
                      "generation int",
                      "topic text",
                      "part int",
                      "before bigint",
                      "after bigint",
                      "applied bigint")));

  private SinkOffsets() {}

  static void create(Connection connection, int generation, Collection<TopicPartition> partitions)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "INSERT INTO sink_offset (generation, topic, part, next_offset) VALUES (?, ?, ?, 0) ON CONFLICT DO NOTHING")) {
      for (TopicPartition partition : partitions) {
        statement.setInt(1, generation);
        statement.setString(2, partition.topic());
        statement.setInt(3, partition.partition());
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  static Map<TopicPartition, Long> read(Connection connection, int generation) throws SQLException {
    Map<TopicPartition, Long> offsets = new HashMap<>();
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT topic, part, next_offset FROM sink_offset WHERE generation = ?")) {
      statement.setInt(1, generation);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          offsets.put(new TopicPartition(rows.getString(1), rows.getInt(2)), rows.getLong(3));
        }
      }
    }
    return offsets;
  }

  /** Moves every offset, or throws because one is not where the batch starts. */
  static void move(Connection connection, int generation, List<OffsetMove> moves)
      throws SQLException {
    int moved;
    try (Upsert update = new Upsert(connection, MOVE)) {
      moved =
          update.run(
              Columns.ints(moves, move -> generation),
              Columns.text(moves, move -> move.partition().topic()),
              Columns.ints(moves, move -> move.partition().partition()),
              Columns.longs(moves, OffsetMove::from),
              Columns.longs(moves, OffsetMove::to),
              Columns.longs(moves, OffsetMove::appliedAtMicros));
    }
    if (moved != moves.size()) {
      throw new FencedException(
          "generation %d: %d of %d offsets are not where this sink left them, another sink writes; expected %s"
              .formatted(generation, moves.size() - moved, moves.size(), moves));
    }
  }
}
