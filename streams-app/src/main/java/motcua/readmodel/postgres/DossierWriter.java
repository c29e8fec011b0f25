package motcua.readmodel.postgres;

import com.google.common.hash.PrimitiveSink;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import motcua.core.dossier.Channel;
import motcua.core.ledger.Bucket;
import motcua.schemas.internal.DossierMark;
import motcua.schemas.internal.DossierStatus;
import motcua.schemas.internal.JournalEntry;

/**
 * Upserts where dossiers stand and puts their marks in place of the old ones. Marks follow the row:
 * only the newest status counts.
 */
final class DossierWriter implements AutoCloseable {
  private static final List<String> KEY = List.of("dossier_id", "source", "generation");
  private static final List<String> VALUE =
      List.of(
          "unit",
          "procedure",
          "field",
          "channel",
          "bucket",
          "received_at",
          "due_at",
          "first_due_at",
          "closed_at",
          "sequence",
          "policy",
          "applied_at",
          "other_books",
          "books_from",
          "books_to");
  private static final List<String> COLUMNS = columns();

  /** Old marks go with the statement that overwrites their dossier. */
  private static final String MOVE =
      """
      WITH moved AS (
        %s
        RETURNING dossier.dossier_id, dossier.source, dossier.generation, dossier.marked)
      DELETE FROM dossier_mark m USING moved
      WHERE moved.marked AND m.dossier_id = moved.dossier_id AND m.source = moved.source AND m.generation = moved.generation"""
          .formatted(
              Stage.merge(
                  "dossier",
                  KEY,
                  VALUE,
                  "dossier.sequence < stage.sequence",
                  Map.of("marked", "dossier.marked OR stage.marked")));

  private static final String MARK =
      """
      INSERT INTO dossier_mark (generation, source, dossier_id, code, unit, detail, known_on, ended_on)
      SELECT t.generation, t.source, t.dossier_id, t.code, t.unit, t.detail, %s, %s
      FROM %s JOIN dossier d ON d.generation = t.generation AND d.source = t.source AND d.dossier_id = t.dossier_id AND d.sequence = t.sequence
      ON CONFLICT DO NOTHING"""
          .formatted(
              Upsert.day("t.known_on"),
              Upsert.day("t.ended_on"),
              Upsert.unnest(
                  List.of(
                      "generation int",
                      "source text",
                      "dossier_id text",
                      "sequence bigint",
                      "code text",
                      "unit text",
                      "detail text",
                      "known_on int",
                      "ended_on int")));

  private final Stage<JournalEntry> stage;
  private final Upsert mark;

  DossierWriter(Connection connection) throws SQLException {
    this.stage = new Stage<>(connection, "dossier", COLUMNS, DossierWriter::key, MOVE);
    this.mark = new Upsert(connection, MARK);
  }

  private static List<String> columns() {
    List<String> columns = new ArrayList<>(KEY);
    columns.addAll(VALUE);
    columns.add("marked");
    return List.copyOf(columns);
  }

  void write(Connection connection, List<JournalEntry> dossiers) throws SQLException {
    if (dossiers.isEmpty()) {
      return;
    }
    List<MarkRow> marks = new ArrayList<>();
    stage.begin();
    for (JournalEntry dossier : dossiers) {
      List<MarkRow> own = marks(dossier);
      put(dossier, !own.isEmpty(), stage.row(dossier));
      marks.addAll(own);
    }
    stage.move(connection);
    writeMarks(marks);
  }

  /** Hashes will do: two keys that share one only count as written before. */
  private static void key(JournalEntry entry, PrimitiveSink key) {
    key.putInt(entry.getDossierId().hashCode())
        .putInt(31 * entry.getSource().hashCode() + entry.getGeneration());
  }

  private static void put(JournalEntry dossier, boolean marked, CopyBuffer rows) {
    DossierStatus status = dossier.getStatus();
    rows.putText(dossier.getDossierId());
    rows.putText(dossier.getSource());
    rows.putInt(dossier.getGeneration());
    rows.putText(status.getUnit());
    rows.putText(status.getProcedure());
    rows.putText(status.getField());
    if (status.getChannel() == null) {
      rows.putNull();
    } else {
      rows.putShort(Channel.valueOf(status.getChannel()).ordinal());
    }
    rows.putShort(Bucket.valueOf(status.getBucket()).ordinal());
    rows.putInstant(status.getReceivedAtMicros());
    rows.putInstant(status.getDueAtMicros());
    rows.putInstant(status.getFirstDueAtMicros());
    rows.putInstant(status.getClosedAtMicros());
    rows.putLong(status.getSequence());
    rows.putText(dossier.getPolicy());
    rows.putInstant(dossier.getAppliedAtMicros());
    putBooks(status, rows);
    rows.putBoolean(marked);
  }

  private static void putBooks(DossierStatus status, CopyBuffer rows) {
    if (status.getOtherBooks().isEmpty()) {
      rows.putNull();
    } else {
      rows.beginArray(PgType.TEXT, status.getOtherBooks().size());
      status.getOtherBooks().forEach(rows::putText);
      rows.endArray();
    }
    putDate(status.getBooksFromDay(), rows);
    putDate(status.getBooksToDay(), rows);
  }

  private static void putDate(Integer day, CopyBuffer rows) {
    if (day == null) {
      rows.putNull();
    } else {
      rows.putDate(day);
    }
  }

  private void writeMarks(List<MarkRow> marks) throws SQLException {
    if (marks.isEmpty()) {
      return;
    }
    mark.run(
        Columns.ints(marks, row -> row.dossier().getGeneration()),
        Columns.text(marks, row -> row.dossier().getSource()),
        Columns.text(marks, row -> row.dossier().getDossierId()),
        Columns.longs(marks, row -> row.dossier().getStatus().getSequence()),
        Columns.text(marks, row -> row.mark().getCode()),
        Columns.text(marks, row -> row.mark().getUnit()),
        Columns.text(marks, row -> row.mark().getDetail()),
        Columns.ints(marks, row -> row.mark().getKnownOnDay()),
        Columns.optionalInts(marks, row -> row.mark().getEndedOnDay()));
  }

  /**
   * Marks that hold on some cut, one a key: of two that began on one day the one that holds longer.
   */
  private static List<MarkRow> marks(JournalEntry dossier) {
    if (dossier.getStatus().getMarks().isEmpty()) {
      return List.of();
    }
    Map<List<Object>, DossierMark> byKey = new HashMap<>();
    for (DossierMark mark : dossier.getStatus().getMarks()) {
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

  @Override
  public void close() throws SQLException {
    stage.close();
    mark.close();
  }

  private record MarkRow(JournalEntry dossier, DossierMark mark) {}
}
