package motcua.benchmarks;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * What stands beside the ledger in a read model that has run for years, in ordinary numbers: ratios
 * of every scope, sources, alerts and dead letters. Its figures mean nothing.
 */
final class LoadedSurroundings {
  private static final String RATIOS =
      """
      INSERT INTO ratio (generation, scope, window_code, ratio, numerator, denominator, as_of, policy, applied_at, topic_part, topic_offset)
      SELECT 1, scope, w, r, abs(hashtext(scope || r)) % 50, 1000, DATE '2024-12-31', 'default', now(), 0, 0
      FROM (SELECT DISTINCT unit AS scope FROM unit_balance UNION SELECT unnest(ARRAY['ALL', 'H99'])) s,
        unnest(ARRAY['DAYS_7', 'DAYS_30', 'DAYS_90', 'MONTH', 'QUARTER', 'YEAR', 'LEGAL_MONTH', 'LEGAL_QUARTER', 'LEGAL_YEAR']) w,
        unnest(ARRAY['onTime', 'late', 'overdueOpen', 'componentsDigitised', 'resultsDigitised', 'online', 'paidOnline', 'apologised']) r
      ON CONFLICT DO NOTHING""";

  /** The last one is silent. */
  private static final String SOURCES =
      """
      INSERT INTO source (generation, source, records, backfilled, last_recorded_at, last_occurred_at, heard_at)
      SELECT 1, 's' || n, 100000, 0, at, at, at
      FROM generate_series(1, 20) n, LATERAL (SELECT CASE WHEN n = 20 THEN TIMESTAMPTZ '2024-12-01 03:00Z' ELSE TIMESTAMPTZ '2024-12-31 04:00Z' END AS at) t
      ON CONFLICT DO NOTHING""";

  private static final String SOURCE_UNITS =
      """
      INSERT INTO source_unit (generation, source, unit, heard_at)
      SELECT 1, s.source, u.unit, s.heard_at FROM source s,
        (SELECT DISTINCT unit, (row_number() OVER (ORDER BY unit) - 1) % 20 + 1 AS n FROM (SELECT DISTINCT unit FROM unit_balance) d) u
      WHERE s.source = 's' || u.n AND s.generation = 1 ON CONFLICT DO NOTHING""";

  private static final String ALERTS =
      """
      INSERT INTO alert_transition (id, position, alert, rule, scope, window_code, window_from, number, kind, severity, reason, late, dated,
        open_in_time, open_overdue, cause, at, backfill, found_by)
      SELECT scope || '|' || q || '|' || step, row_number() OVER (ORDER BY q, scope, step), 'late@default|' || scope || '|' || from_day, 'late@default', scope,
        'LEGAL_QUARTER', from_day, step, CASE step WHEN 1 THEN 'RAISED' WHEN 2 THEN 'WORSENED' ELSE 'CLEARED' END,
        CASE step WHEN 1 THEN 'LIKELY' ELSE 'SURE' END, CASE step WHEN 3 THEN 'PERIOD_ENDED' END, 60, 1000, 100, 10, 'e', from_day + step * interval '5 days', false, 1
      FROM (SELECT DISTINCT unit AS scope FROM unit_balance) u, generate_series(0, 11) q,
        LATERAL (SELECT (DATE '2021-12-15' + q * interval '3 months' + interval '3 months')::date AS from_day) f, generate_series(1, 3) step
      WHERE (step < 3 OR q < 11) AND abs(hashtext(scope || q)) % 4 = 0
      ON CONFLICT DO NOTHING""";

  private static final String DEAD_LETTERS =
      """
      INSERT INTO dead_letter (generation, fingerprint, reason, input, position, source, stage, kept, recorded_at)
      SELECT 1, md5(n::text), (ARRAY['NO_DATE', 'UNKNOWN_TYPE', 'NO_UNIT'])[1 + n % 3], 'file-' || n % 50 || '.ndjson', 'line ' || n, 's' || 1 + n % 20, 'MAPPING',
        '{}', TIMESTAMPTZ '2024-12-01 03:00Z' FROM generate_series(1, 5000) n
      ON CONFLICT DO NOTHING""";

  private LoadedSurroundings() {}

  static void load(DataSource application) throws SQLException {
    try (Connection connection = application.getConnection();
        Statement statement = connection.createStatement()) {
      for (String sql : new String[] {RATIOS, SOURCES, SOURCE_UNITS, ALERTS, DEAD_LETTERS}) {
        statement.execute(sql);
      }
    }
  }

  /** As if a batch had been written. */
  static void move(DataSource application) {
    try (Connection connection = application.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("UPDATE sink_offset SET next_offset = next_offset + 1");
    } catch (SQLException fault) {
      throw new IllegalStateException("the read model cannot be moved", fault);
    }
  }
}
