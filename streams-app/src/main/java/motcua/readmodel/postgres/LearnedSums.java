package motcua.readmodel.postgres;

import static java.util.stream.Collectors.joining;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import motcua.core.ledger.Measure;
import motcua.readmodel.ReportQuery;

/** Sums the legs of the journal that became known between two cuts, initial loads left out. */
final class LearnedSums {
  private static final String AMOUNTS =
      Arrays.stream(Measure.values())
          .map(measure -> "sum(%s)::bigint".formatted(LedgerWriter.column(measure)))
          .collect(joining(", "));

  private LearnedSums() {}

  static FigureSums between(
      Connection connection, int generation, LocalDate earlier, ReportQuery query, String[] units)
      throws SQLException {
    InsideCondition inside = InsideCondition.of(query.scope());
    String sql =
        """
        SELECT unit, %s AS part, %s AS inside, counts_on < ? AS before, %s FROM posting_amounts
        WHERE generation = ? AND unit = ANY(?) AND known_on > ? AND known_on <= ? AND page_known_to > ? AND counts_on <= ? AND page_month <= ?
          AND NOT backfill
        GROUP BY 1, 2, 3, 4"""
            .formatted(Books.of(query.by()).part().orElse("''"), inside.sql(), AMOUNTS);
    FigureSums sums = new FigureSums();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      int at = inside.bind(statement, 1);
      statement.setObject(at++, query.from());
      statement.setInt(at++, generation);
      statement.setObject(at++, units);
      statement.setObject(at++, earlier);
      statement.setObject(at++, ReportStatements.cut(query));
      statement.setObject(at++, earlier);
      statement.setObject(at++, query.to());
      statement.setObject(at, query.to());
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          long[] amounts = new long[Measure.COUNT];
          for (int measure = 0; measure < amounts.length; measure++) {
            amounts[measure] = rows.getLong(5 + measure);
          }
          sums.add(
              rows.getString(1),
              rows.getString(2),
              rows.getBoolean(3),
              rows.getBoolean(4),
              amounts);
        }
      }
    }
    return sums;
  }
}
