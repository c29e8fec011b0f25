package motcua.readmodel.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import motcua.readmodel.LetterNews;
import motcua.schemas.events.DeadLetter;

/**
 * Adds dead letters; the first of one fingerprint and reason stays, later ones say whether it is
 * open.
 */
final class DeadLetterWriter implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String INSERT =
      """
      INSERT INTO dead_letter (generation, fingerprint, reason, input, position, offset_bytes, length_bytes, source, stage, kept, recorded_at, resolved_at)
      SELECT generation, fingerprint, reason, input, pos, offset_bytes, length_bytes, source, stage, kept::jsonb, %s, %s
      FROM %s
      ON CONFLICT (generation, fingerprint, reason) DO UPDATE SET resolved_at = EXCLUDED.resolved_at
      WHERE dead_letter.resolved_at IS DISTINCT FROM EXCLUDED.resolved_at"""
          .formatted(
              Upsert.instant("recorded"),
              Upsert.instant("resolved"),
              Upsert.unnest(
                  List.of(
                      "generation int",
                      "fingerprint text",
                      "reason text",
                      "input text",
                      "pos text",
                      "offset_bytes bigint",
                      "length_bytes bigint",
                      "source text",
                      "stage text",
                      "kept text",
                      "recorded bigint",
                      "resolved bigint")));

  private final Upsert insert;

  DeadLetterWriter(Connection connection) throws SQLException {
    this.insert = new Upsert(connection, INSERT);
  }

  void write(int generation, List<LetterNews> news) throws SQLException {
    if (news.isEmpty()) {
      return;
    }
    List<DeadLetter> letters = news.stream().map(LetterNews::first).toList();
    insert.run(
        Columns.ints(letters, letter -> generation),
        Columns.text(letters, DeadLetter::getFingerprint),
        Columns.text(letters, DeadLetter::getReason),
        Columns.text(letters, DeadLetter::getInput),
        Columns.text(letters, DeadLetter::getPosition),
        Columns.optionalLongs(letters, DeadLetter::getOffsetBytes),
        Columns.optionalLongs(letters, DeadLetter::getLengthBytes),
        Columns.text(letters, DeadLetter::getSource),
        Columns.text(letters, DeadLetter::getStage),
        Columns.text(letters, letter -> json(letter.getKept())),
        Columns.longs(letters, DeadLetter::getRecordedAtMicros),
        Columns.optionalLongs(news, LetterNews::resolvedMicros));
  }

  private static String json(Map<String, String> kept) {
    Map<String, String> storable = new TreeMap<>();
    kept.forEach((key, value) -> storable.put(PgText.storable(key), PgText.storable(value)));
    try {
      return JSON.writeValueAsString(storable);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a map of strings is JSON", impossible);
    }
  }

  @Override
  public void close() throws SQLException {
    insert.close();
  }
}
