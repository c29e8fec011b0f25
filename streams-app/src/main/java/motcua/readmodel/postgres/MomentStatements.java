package motcua.readmodel.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import motcua.core.calendar.VietnamDay;
import motcua.core.definition.Moment;
import motcua.core.definition.MomentCounts;
import motcua.core.ledger.Bucket;
import motcua.core.ledger.Posting;
import motcua.core.ledger.ReportRow;
import motcua.readmodel.MomentData;
import motcua.readmodel.MomentDossier;
import motcua.readmodel.MomentDossiers;
import motcua.readmodel.ReportQuery;

/**
 * Statements on what the moments of dossiers say. Which dossiers count, and on which days, comes
 * from the journal and is exact for any cut. A moment within a day stands in the dossier's row
 * alone, which tells the newest knowledge: it is used where the row still speaks of the close in
 * question (same bucket, same day), and where nothing was learned of it after the cut. The row says
 * so reliably when records arrive in the order of their recordedAt, as in live running; out of
 * order, a revision that changes the hour and not the day of an event can go unnoticed for a cut.
 */
final class MomentStatements {
  private static final int ON_TIME = Bucket.CLOSED_ON_TIME.ordinal();

  /**
   * One row a dossier and moment; a moment is null where days and moments agree.
   *
   * <p>Closes and reopenings of one dossier alternate. What came and went in the period cancels;
   * what is left is the last close, when the dossier did not leave it again, and the undoing of a
   * close before the period, whose moment is kept nowhere.
   */
  private static final String FOUND =
      """
      WITH legs AS MATERIALIZED (
        SELECT source, dossier_id, to_bucket IN (%1$s) AS came, CASE WHEN to_bucket IN (%1$s) THEN to_bucket ELSE from_bucket END AS bucket,
          from_bucket, counts_on, sum(count)::bigint AS count, max(unit) AS unit, max(field) AS field, max(procedure) AS procedure
        FROM posting
        WHERE generation = ? AND unit = ANY(?) AND counts_on BETWEEN ? AND ? AND page_month BETWEEN ? AND ? AND known_on <= ?
          AND (to_bucket IN (%1$s) OR from_bucket IN (%1$s))
        GROUP BY source, dossier_id, 3, 4, from_bucket, counts_on HAVING sum(count) <> 0),
      closes AS (
        SELECT source, dossier_id, bucket,
          coalesce(sum(count) FILTER (WHERE came), 0)::bigint AS came, coalesce(sum(count) FILTER (WHERE NOT came), 0)::bigint AS went,
          max(counts_on) FILTER (WHERE came) AS last_came, max(counts_on) FILTER (WHERE NOT came) AS last_went,
          (array_agg(from_bucket ORDER BY counts_on DESC) FILTER (WHERE came))[1] AS came_from,
          (array_agg(unit ORDER BY counts_on DESC))[1] AS unit, max(field) AS field, max(procedure) AS procedure
        FROM legs GROUP BY source, dossier_id, bucket),
      told AS (
        SELECT c.*, CASE WHEN c.bucket = %2$d THEN 'CLOSED' ELSE 'DROPPED' END AS kind, d.due_at, d.closed_at,
          coalesce(d.bucket = c.bucket AND (d.closed_at AT TIME ZONE INTERVAL '7 hours')::date = c.last_came, false) AS speaks,
          coalesce(d.applied_at >= ?, false) AS learned_since
        FROM closes c LEFT JOIN dossier d ON d.dossier_id = c.dossier_id AND d.source = c.source AND d.generation = ?),
      stands AS (
        SELECT *, came > 0 AND (went = 0 OR last_came > last_went OR came > went OR (last_came = last_went AND speaks)) AS stands FROM told),
      due_last AS (
        SELECT source, dossier_id, max(unit) AS unit, max(field) AS field, max(procedure) AS procedure
        FROM posting
        WHERE generation = ? AND unit = ANY(?) AND counts_on = ? AND page_month = ? AND known_on <= ?
          AND from_bucket = %3$d AND to_bucket = %4$d AND cause = '%5$s'
        GROUP BY source, dossier_id HAVING sum(count) > 0),
      found AS (
        SELECT source, dossier_id, unit, field, procedure, last_came AS day, bucket, came - went AS net,
          CASE
            WHEN NOT stands THEN NULL
            WHEN bucket <> %2$d AND came_from = %4$d THEN 'DROPPED_AFTER_DUE'
            WHEN bucket <> %2$d AND came_from = %6$d THEN 'DROPPED_UNDATED'
            WHEN learned_since THEN kind || '_LEARNED_SINCE'
            WHEN NOT speaks THEN kind || '_NOT_HELD'
            WHEN closed_at > due_at THEN kind || '_AFTER_DUE' END AS moment,
          CASE WHEN speaks AND NOT learned_since THEN due_at END AS due_at,
          CASE WHEN speaks AND NOT learned_since THEN closed_at END AS closed_at
        FROM stands
        UNION ALL
        SELECT source, dossier_id, unit, field, procedure, last_went, bucket, 0, kind || '_NOT_HELD', NULL, NULL
        FROM stands WHERE went - came + CASE WHEN stands THEN 1 ELSE 0 END > 0
        UNION ALL
        SELECT l.source, l.dossier_id, l.unit, l.field, l.procedure, ?::date, NULL, 0, 'OPEN_DUE_ON_LAST_DAY',
          CASE WHEN (d.due_at AT TIME ZONE INTERVAL '7 hours')::date = ?::date THEN d.due_at END, NULL
        FROM due_last l LEFT JOIN dossier d ON d.dossier_id = l.dossier_id AND d.source = l.source AND d.generation = ?)
      """
          .formatted(
              "%d, %d, %d".formatted(ON_TIME, Bucket.REFUSED.ordinal(), Bucket.WITHDRAWN.ordinal()),
              ON_TIME,
              Bucket.OPEN_IN_TIME.ordinal(),
              Bucket.OPEN_OVERDUE.ordinal(),
              Posting.CLOCK,
              Bucket.OPEN_UNDATED.ordinal());

  private static final String COUNT =
      FOUND
          + """
          SELECT moment, count(*), coalesce(sum(net) FILTER (WHERE bucket = %1$d), 0)::bigint, coalesce(sum(net) FILTER (WHERE bucket <> %1$d), 0)::bigint
          FROM found GROUP BY moment"""
              .formatted(ON_TIME);

  private static final String PAGE =
      FOUND
          + """
          SELECT everything.dossiers, page.source, page.dossier_id, page.unit, page.field, page.procedure, page.day, page.due_at, page.closed_at
          FROM (SELECT count(*) AS dossiers FROM found WHERE moment = ?) AS everything
          LEFT JOIN (SELECT * FROM found WHERE moment = ? ORDER BY dossier_id, source, bucket, day OFFSET ? LIMIT ?) AS page ON true
          ORDER BY page.dossier_id, page.source, page.bucket, page.day""";

  private final Connection connection;
  private final int generation;
  private final ReportQuery query;
  private final String[] units;

  /**
   * @param units raw codes of the units of the scope
   */
  MomentStatements(Connection connection, int generation, ReportQuery query, String[] units) {
    this.connection = connection;
    this.generation = generation;
    this.query = query;
    this.units = units;
  }

  MomentData count(ReportRow total) throws SQLException {
    Map<Moment, Long> counts = new EnumMap<>(Moment.class);
    long onTime = 0;
    long dropped = 0;
    try (PreparedStatement statement = connection.prepareStatement(COUNT)) {
      bind(statement);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          if (rows.getString(1) != null) {
            counts.put(Moment.valueOf(rows.getString(1)), rows.getLong(2));
          }
          onTime += rows.getLong(3);
          dropped += rows.getLong(4);
        }
      }
    }
    return new MomentData(total, new MomentCounts(counts), onTime, dropped);
  }

  MomentDossiers page(Moment moment, int offset, int limit) throws SQLException {
    long total = 0;
    List<MomentDossier> dossiers = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(PAGE)) {
      int at = bind(statement);
      statement.setString(at++, moment.name());
      statement.setString(at++, moment.name());
      statement.setInt(at++, offset);
      statement.setInt(at, limit);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          total = rows.getLong(1);
          if (rows.getString(2) != null) {
            dossiers.add(dossier(rows));
          }
        }
      }
    }
    return new MomentDossiers(total, dossiers);
  }

  private static MomentDossier dossier(ResultSet rows) throws SQLException {
    return new MomentDossier(
        rows.getString(2),
        rows.getString(3),
        rows.getString(4),
        rows.getString(5),
        rows.getString(6),
        rows.getObject(7, LocalDate.class),
        DossierStatements.instant(rows, 8),
        DossierStatements.instant(rows, 9));
  }

  private int bind(PreparedStatement statement) throws SQLException {
    LocalDate cut = ReportStatements.cut(query);
    LocalDate next = query.to().plusDays(1);
    int at = 1;
    statement.setInt(at++, generation);
    statement.setObject(at++, units);
    statement.setObject(at++, query.from());
    statement.setObject(at++, query.to());
    statement.setObject(at++, query.from().withDayOfMonth(1));
    statement.setObject(at++, query.to());
    statement.setObject(at++, cut);
    statement.setObject(at++, cutEnd());
    statement.setInt(at++, generation);
    statement.setInt(at++, generation);
    statement.setObject(at++, units);
    statement.setObject(at++, next);
    statement.setObject(at++, next.withDayOfMonth(1));
    statement.setObject(at++, cut);
    statement.setObject(at++, query.to());
    statement.setObject(at++, query.to());
    statement.setInt(at++, generation);
    return at;
  }

  /** OffsetDateTime.MAX is PostgreSQL's infinity. */
  private OffsetDateTime cutEnd() {
    return query
        .cut()
        .map(day -> VietnamDay.startOf(day.plusDays(1)).atOffset(ZoneOffset.UTC))
        .orElse(OffsetDateTime.MAX);
  }
}
