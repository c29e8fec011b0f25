package motcua.readmodel.postgres;

import static java.util.stream.Collectors.joining;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import motcua.core.mark.MarkCode;
import motcua.readmodel.DeadLetterLine;
import motcua.readmodel.MarkLine;
import motcua.readmodel.ReportQuery;

/**
 * Statements of a report. Without a cut everything known counts: the cut is then {@code infinity}.
 */
final class ReportStatements {
  private static final String HELD_BY_DOSSIERS =
      """
      SELECT DISTINCT unit, source, dossier_id FROM (
        SELECT unit, source, dossier_id FROM posting WHERE generation = ? AND unit = ANY(?) AND known_on <= ?
        GROUP BY unit, source, dossier_id, leg, counterpart, procedure, field, channel, from_bucket, to_bucket, counter, counts_on, cause
        HAVING sum(count) <> 0) AS held""";

  /** What is reversed has left nothing in its cells. */
  private static final String HELD_BY_CELLS =
      """
      SELECT DISTINCT unit, '', '' FROM (
        SELECT unit FROM ledger WHERE generation = ? AND unit = ANY(?) AND known_on <= ?
        GROUP BY unit, field, counterpart, counts_on HAVING %s) AS held"""
          .formatted(
              LedgerWriter.MEASURES.stream()
                  .map("sum(%s) <> 0"::formatted)
                  .collect(joining(" OR ")));

  private final Connection connection;
  private final int generation;

  ReportStatements(Connection connection, int generation) {
    this.connection = connection;
    this.generation = generation;
  }

  /** Unit codes of a table that satisfy a condition; jumps from code to code in the index. */
  String[] units(String table, Predicate<String> wanted) throws SQLException {
    String sql =
        """
        WITH RECURSIVE u(unit) AS (
          (SELECT unit FROM %1$s WHERE generation = ? ORDER BY unit LIMIT 1)
          UNION ALL
          SELECT (SELECT unit FROM %1$s WHERE generation = ? AND unit > u.unit ORDER BY unit LIMIT 1) FROM u WHERE u.unit IS NOT NULL)
        SELECT unit FROM u WHERE unit IS NOT NULL"""
            .formatted(table);
    List<String> units = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setInt(1, generation);
      statement.setInt(2, generation);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          if (wanted.test(rows.getString(1))) {
            units.add(rows.getString(1));
          }
        }
      }
    }
    return units.toArray(String[]::new);
  }

  /** Marks of units that hold on the cut. */
  List<MarkLine> marks(ReportQuery query, String[] units) throws SQLException {
    String sql =
        """
        SELECT unit, source, dossier_id, code, detail FROM dossier_mark
        WHERE generation = ? AND unit = ANY(?) AND known_on <= ? AND (ended_on IS NULL OR ended_on > ?)""";
    List<MarkLine> marks = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setInt(1, generation);
      statement.setObject(2, units);
      statement.setObject(3, cut(query));
      statement.setObject(4, cut(query));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          marks.add(
              new MarkLine(
                  rows.getString(1),
                  rows.getString(2),
                  rows.getString(3),
                  rows.getString(4),
                  rows.getString(5)));
        }
      }
    }
    return marks;
  }

  /**
   * One mark for each unit and dossier with a posting in it that is not reversed on the cut.
   * Without a journal one for each unit, source and dossier empty.
   */
  List<MarkLine> unknownUnits(ReportQuery query, String[] units) throws SQLException {
    List<MarkLine> marks = new ArrayList<>();
    if (units.length == 0) {
      return marks;
    }
    String sql = KeptJournal.isKept(connection, generation) ? HELD_BY_DOSSIERS : HELD_BY_CELLS;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setInt(1, generation);
      statement.setObject(2, units);
      statement.setObject(3, cut(query));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          marks.add(
              new MarkLine(
                  rows.getString(1),
                  rows.getString(2),
                  rows.getString(3),
                  MarkCode.UNKNOWN_UNIT.name(),
                  rows.getString(1)));
        }
      }
    }
    return marks;
  }

  List<DeadLetterLine> deadLetters() throws SQLException {
    List<DeadLetterLine> letters = new ArrayList<>();
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT fingerprint, reason, input, position FROM dead_letter WHERE generation = ? AND resolved_at IS NULL")) {
      statement.setInt(1, generation);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          letters.add(
              new DeadLetterLine(
                  rows.getString(1), rows.getString(2), rows.getString(3), rows.getString(4)));
        }
      }
    }
    return letters;
  }

  /** LocalDate.MAX is PostgreSQL's infinity. */
  static LocalDate cut(ReportQuery query) {
    return query.cut().orElse(LocalDate.MAX);
  }
}
