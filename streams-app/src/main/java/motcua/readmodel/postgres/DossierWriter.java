package motcua.readmodel.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import motcua.core.dossier.Channel;
import motcua.core.ledger.Bucket;
import motcua.readmodel.Sourced;
import motcua.schemas.internal.DossierMark;
import motcua.schemas.internal.DossierStatus;

/**
 * Upserts where dossiers stand and puts their marks in place of the old ones. Marks follow the row:
 * only the newest status counts.
 */
final class DossierWriter implements AutoCloseable {
  private static final String UPSERT =
      """
      INSERT INTO dossier (generation, source, dossier_id, unit, procedure, field, channel, bucket, received_at, due_at, first_due_at,
        closed_at, sequence, policy, applied_at, topic_part, topic_offset)
      SELECT generation, source, dossier_id, unit, procedure, field, channel, bucket, %s, %s, %s, %s, sequence, policy, %s, part, off
      FROM %s
      ON CONFLICT (generation, source, dossier_id) DO UPDATE SET unit = EXCLUDED.unit, procedure = EXCLUDED.procedure,
        field = EXCLUDED.field, channel = EXCLUDED.channel, bucket = EXCLUDED.bucket, received_at = EXCLUDED.received_at,
        due_at = EXCLUDED.due_at, first_due_at = EXCLUDED.first_due_at, closed_at = EXCLUDED.closed_at, sequence = EXCLUDED.sequence,
        policy = EXCLUDED.policy, applied_at = EXCLUDED.applied_at, topic_part = EXCLUDED.topic_part,
        topic_offset = EXCLUDED.topic_offset
      WHERE dossier.topic_part <> EXCLUDED.topic_part OR dossier.topic_offset < EXCLUDED.topic_offset"""
          .formatted(
              Upsert.instant("received"),
              Upsert.instant("due"),
              Upsert.instant("first_due"),
              Upsert.instant("closed"),
              Upsert.instant("applied"),
              Upsert.unnest(
                  List.of(
                      "generation int",
                      "source text",
                      "dossier_id text",
                      "unit text",
                      "procedure text",
                      "field text",
                      "channel int",
                      "bucket int",
                      "received bigint",
                      "due bigint",
                      "first_due bigint",
                      "closed bigint",
                      "sequence bigint",
                      "policy text",
                      "applied bigint",
                      "part int",
                      "off bigint")));

  private static final String FORGET =
      """
      DELETE FROM dossier_mark m
      USING %s JOIN dossier d ON d.generation = t.generation AND d.source = t.source AND d.dossier_id = t.dossier_id AND d.topic_offset = t.off
      WHERE m.generation = t.generation AND m.source = t.source AND m.dossier_id = t.dossier_id"""
          .formatted(
              Upsert.unnest(
                  List.of("generation int", "source text", "dossier_id text", "off bigint")));

  private static final String MARK =
      """
      INSERT INTO dossier_mark (generation, source, dossier_id, code, unit, detail, known_on, ended_on)
      SELECT t.generation, t.source, t.dossier_id, t.code, t.unit, t.detail, %s, %s
      FROM %s JOIN dossier d ON d.generation = t.generation AND d.source = t.source AND d.dossier_id = t.dossier_id AND d.topic_offset = t.off
      ON CONFLICT DO NOTHING"""
          .formatted(
              Upsert.day("t.known_on"),
              Upsert.day("t.ended_on"),
              Upsert.unnest(
                  List.of(
                      "generation int",
                      "source text",
                      "dossier_id text",
                      "off bigint",
                      "code text",
                      "unit text",
                      "detail text",
                      "known_on int",
                      "ended_on int")));

  private final Upsert upsert;
  private final Upsert forget;
  private final Upsert mark;

  DossierWriter(Connection connection) throws SQLException {
    this.upsert = new Upsert(connection, UPSERT);
    this.forget = new Upsert(connection, FORGET);
    this.mark = new Upsert(connection, MARK);
  }

  void write(List<Sourced<DossierStatus>> dossiers) throws SQLException {
    if (dossiers.isEmpty()) {
      return;
    }
    int[] generations = Columns.ints(dossiers, dossier -> dossier.value().getGeneration());
    String[] sources = Columns.text(dossiers, dossier -> dossier.value().getSource());
    String[] ids = Columns.text(dossiers, dossier -> dossier.value().getDossierId());
    long[] offsets = Columns.longs(dossiers, Sourced::offset);
    upsert.run(
        generations,
        sources,
        ids,
        Columns.text(dossiers, dossier -> dossier.value().getUnit()),
        Columns.text(dossiers, dossier -> dossier.value().getProcedure()),
        Columns.text(dossiers, dossier -> dossier.value().getField()),
        Columns.optionalInts(dossiers, dossier -> channel(dossier.value().getChannel())),
        Columns.ints(dossiers, dossier -> Bucket.valueOf(dossier.value().getBucket()).ordinal()),
        Columns.optionalLongs(dossiers, dossier -> dossier.value().getReceivedAtMicros()),
        Columns.optionalLongs(dossiers, dossier -> dossier.value().getDueAtMicros()),
        Columns.optionalLongs(dossiers, dossier -> dossier.value().getFirstDueAtMicros()),
        Columns.optionalLongs(dossiers, dossier -> dossier.value().getClosedAtMicros()),
        Columns.longs(dossiers, dossier -> dossier.value().getSequence()),
        Columns.text(dossiers, dossier -> dossier.value().getPolicy()),
        Columns.longs(dossiers, dossier -> dossier.value().getAppliedAtMicros()),
        Columns.ints(dossiers, Sourced::partition),
        offsets);
    forget.run(generations, sources, ids, offsets);
    writeMarks(dossiers.stream().flatMap(dossier -> marks(dossier).stream()).toList());
  }

  private void writeMarks(List<MarkRow> marks) throws SQLException {
    if (marks.isEmpty()) {
      return;
    }
    mark.run(
        Columns.ints(marks, row -> row.dossier().value().getGeneration()),
        Columns.text(marks, row -> row.dossier().value().getSource()),
        Columns.text(marks, row -> row.dossier().value().getDossierId()),
        Columns.longs(marks, row -> row.dossier().offset()),
        Columns.text(marks, row -> row.mark().getCode()),
        Columns.text(marks, row -> row.mark().getUnit()),
        Columns.text(marks, row -> row.mark().getDetail()),
        Columns.ints(marks, row -> row.mark().getKnownOnDay()),
        Columns.optionalInts(marks, row -> row.mark().getEndedOnDay()));
  }

  /**
   * Marks that hold on some cut, one a key: of two that began on one day the one that holds longer.
   */
  private static List<MarkRow> marks(Sourced<DossierStatus> dossier) {
    Map<List<Object>, DossierMark> byKey = new HashMap<>();
    for (DossierMark mark : dossier.value().getMarks()) {
      if (mark.getEndedOnDay() == null || mark.getEndedOnDay() > mark.getKnownOnDay()) {
        byKey.merge(
            List.of(
                mark.getCode(),
                PgText.storable(mark.getUnit()),
                mark.getDetail(),
                mark.getKnownOnDay()),
            mark,
            DossierWriter::longer);
      }
    }
    List<MarkRow> rows = new ArrayList<>();
    byKey.values().forEach(mark -> rows.add(new MarkRow(dossier, mark)));
    return rows;
  }

  private static DossierMark longer(DossierMark one, DossierMark other) {
    if (one.getEndedOnDay() == null || other.getEndedOnDay() == null) {
      return one.getEndedOnDay() == null ? one : other;
    }
    return one.getEndedOnDay() >= other.getEndedOnDay() ? one : other;
  }

  private static Integer channel(String name) {
    return name == null ? null : (Integer) Channel.valueOf(name).ordinal();
  }

  @Override
  public void close() throws SQLException {
    upsert.close();
    forget.close();
    mark.close();
  }

  private record MarkRow(Sourced<DossierStatus> dossier, DossierMark mark) {}
}
