package motcua.readmodel.postgres;

import static java.util.stream.Collectors.joining;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import javax.sql.DataSource;
import motcua.core.ledger.Measure;
import motcua.core.unit.Scope;
import motcua.readmodel.ReportQuery;

/** The sums of a report read from the days alone, the whole past each time: the definition. */
public final class PlainSums {
  private PlainSums() {}

  /** Lines and total as text, lines without any figure left out. */
  public static String of(DataSource database, ReportQuery query) throws SQLException {
    Books books = Books.of(query.by());
    String sql =
        "SELECT unit, %s AS part, counterpart, counts_on < ?, %s FROM %s WHERE generation = 1 AND counts_on <= ? AND known_on <= ? GROUP BY 1, 2, 3, 4"
            .formatted(
                books.part().orElse("''"),
                LedgerWriter.MEASURES.stream().map(m -> "sum(" + m + ")").collect(joining(", ")),
                books.cells());
    Scope scope = query.scope();
    FigureSums sums = new FigureSums();
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setObject(1, query.from());
      statement.setObject(2, query.to());
      statement.setObject(3, query.cut().orElse(LocalDate.MAX));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          long[] amounts = new long[Measure.COUNT];
          Arrays.setAll(amounts, measure -> amount(rows, 5 + measure));
          if (scope.includes(rows.getString(1))) {
            sums.add(
                rows.getString(1),
                rows.getString(2),
                !rows.getString(3).isEmpty() && scope.includes(rows.getString(3)),
                rows.getBoolean(4),
                amounts);
          }
        }
      }
    }
    return text(sums.lines(), sums.total());
  }

  /** What the read model says, in the same form. */
  public static String text(
      java.util.List<motcua.readmodel.ReportLine> lines, motcua.core.ledger.ReportRow total) {
    return lines.stream()
            .filter(line -> !line.figures().isEmpty())
            .map(Object::toString)
            .collect(joining("\n", "", "\n"))
        + total;
  }

  private static long amount(ResultSet rows, int column) {
    try {
      return rows.getLong(column);
    } catch (SQLException fault) {
      throw new IllegalStateException(fault);
    }
  }
}
