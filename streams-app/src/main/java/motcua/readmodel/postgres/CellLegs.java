package motcua.readmodel.postgres;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import motcua.core.ledger.Column.Span;
import motcua.readmodel.Breakdown;
import motcua.readmodel.CellQuery;
import motcua.readmodel.ReportQuery;

/**
 * Which legs of the journal one figure counts, and how much each: conditions, with the values to
 * bind to them.
 *
 * @param byBook whether dossiers are added up in each unit's book by itself. A transfer inside the
 *     scope then takes a dossier out of one and into another. Where such transfers are what is
 *     counted, and where only what became known after a day is, they are added up over all books,
 *     so that a move between two of them counts for nothing as in the report's total
 * @param inside the transfers that count for nothing
 */
record CellLegs(
    int generation, CellQuery query, LegAmount amount, boolean byBook, InsideCondition inside) {
  static CellLegs of(int generation, CellQuery query) {
    LegAmount amount = LegAmount.of(query.column().measures());
    InsideCondition within =
        query.unit() == null ? InsideCondition.of(query.report().scope()) : InsideCondition.NEVER;
    boolean byBook =
        query.knownAfter() == null
            && (within.equals(InsideCondition.NEVER) || !amount.ofTransfers());
    return new CellLegs(generation, query, amount, byBook, byBook ? InsideCondition.NEVER : within);
  }

  /** The view {@code posting} with no more than the arrays that are needed to add up. */
  String lean() {
    List<String> more = new ArrayList<>();
    if (!inside.equals(InsideCondition.NEVER)) {
      more.add("counterpart");
    }
    if (query.part() != null) {
      more.add(part());
    }
    return amount.legs(more);
  }

  /**
   * The legs that count, but for transfers inside.
   *
   * @param legs what they are taken from, as {@link #lean} or {@code posting}
   */
  String counted(String legs) {
    return legs
        + " WHERE generation = ? AND unit = ANY(?) AND counts_on BETWEEN ? AND ? AND page_month BETWEEN ? AND ? AND known_on <= ?"
        + (query.knownAfter() == null ? "" : " AND known_on > ? AND page_known_to > ?")
        + (query.part() == null ? "" : " AND " + part() + " = ?");
  }

  /** Binds the values of {@link #counted}; returns the place after. */
  int bindCounted(PreparedStatement statement, int first, String[] books) throws SQLException {
    LocalDate from = firstDay();
    int at = bindBooks(statement, first, books);
    statement.setObject(at++, from);
    statement.setObject(at++, lastDay());
    statement.setObject(at++, from.equals(LocalDate.MIN) ? from : from.withDayOfMonth(1));
    statement.setObject(at++, lastDay());
    statement.setObject(at++, cut());
    if (query.knownAfter() != null) {
      statement.setObject(at++, query.knownAfter());
      statement.setObject(at++, query.knownAfter());
    }
    if (query.part() != null) {
      statement.setString(at++, query.part());
    }
    return at;
  }

  /**
   * All other legs of the books, of a figure that is a whole balance: those that count later, and
   * where there is a cut those that became known after it.
   */
  List<String> others(String legs) {
    String later =
        legs
            + " WHERE generation = ? AND unit = ANY(?) AND page_month >= ? AND (counts_on > ? OR known_on > ?)";
    String learned =
        legs
            + " WHERE generation = ? AND unit = ANY(?) AND page_month < ? AND page_known_to > ? AND known_on > ?";
    return query.report().cut().isPresent() ? List.of(later, learned) : List.of(later);
  }

  /** Binds the values of all {@link #others}; returns the place after. */
  int bindOthers(PreparedStatement statement, int first, String[] books) throws SQLException {
    LocalDate month = lastDay().plusDays(1).withDayOfMonth(1);
    int at = bindBooks(statement, first, books);
    statement.setObject(at++, month);
    statement.setObject(at++, lastDay());
    statement.setObject(at++, cut());
    if (query.report().cut().isPresent()) {
      at = bindBooks(statement, at, books);
      statement.setObject(at++, month);
      statement.setObject(at++, cut());
      statement.setObject(at++, cut());
    }
    return at;
  }

  private int bindBooks(PreparedStatement statement, int first, String[] books)
      throws SQLException {
    statement.setInt(first, generation);
    statement.setObject(first + 1, books);
    return first + 2;
  }

  /**
   * Whether dossiers stand in what the figure counts. Of a field or procedure that is not known: a
   * dossier names its latest alone.
   */
  boolean isWholeBalance() {
    return byBook && query.column().span() != Span.PERIOD && query.part() == null;
  }

  LocalDate lastDay() {
    ReportQuery report = query.report();
    return query.column().span() == Span.BEFORE ? report.from().minusDays(1) : report.to();
  }

  private LocalDate firstDay() {
    // LocalDate.MIN is PostgreSQL's -infinity.
    return query.column().span() == Span.PERIOD ? query.report().from() : LocalDate.MIN;
  }

  private LocalDate cut() {
    return ReportStatements.cut(query.report());
  }

  private String part() {
    return query.report().by() == Breakdown.FIELD ? "field" : "procedure";
  }
}
