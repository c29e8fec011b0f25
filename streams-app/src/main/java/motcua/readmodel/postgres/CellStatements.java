package motcua.readmodel.postgres;

import static java.util.stream.Collectors.joining;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import motcua.core.ledger.Bucket;
import motcua.core.ledger.Measure;
import motcua.readmodel.CellDossier;
import motcua.readmodel.CellDossiers;
import motcua.readmodel.CellQuery;

/**
 * Lists the dossiers behind one figure: the legs its column sums, added up a dossier. The books of
 * the units are opened one after the other, and only as many as a page takes: a province's journal
 * is too long to be read for fifty dossiers.
 */
final class CellStatements {
  private static final String PAGED =
      """
      SELECT everything.listed, everything.dossiers, page.book, page.source, page.dossier_id, page.count
      FROM (SELECT coalesce(sum(count), 0)::bigint AS listed, count(*) AS dossiers FROM net) AS everything
      LEFT JOIN (SELECT * FROM net ORDER BY book, dossier_id, source OFFSET ? LIMIT ?) AS page ON true
      ORDER BY page.book, page.dossier_id, page.source""";

  private static final String NET =
      """
      WITH net AS MATERIALIZED (
        SELECT %4$s AS book, source, dossier_id, sum(%1$s)::bigint AS count FROM %2$s AND %1$s <> 0 AND NOT %3$s
        GROUP BY book, dossier_id, source HAVING sum(%1$s) <> 0)
      """
          + PAGED;

  /** What stands in the buckets of a balance by now, without what the balance does not count. */
  private static final String BACK =
      """
      WITH net AS MATERIALIZED (
        SELECT unit AS book, source, dossier_id, sum(count)::bigint AS count FROM (
          %s) AS counted
        GROUP BY book, dossier_id, source HAVING sum(count) <> 0)
      """
          + PAGED;

  private static final String LESS =
      "SELECT unit, source, dossier_id, -%1$s FROM %2$s AND %1$s <> 0";

  /** The bucket is spelt out so that the partial indexes of open dossiers serve. */
  private static final String STANDING =
      "SELECT unit, source, dossier_id, 1 AS count FROM dossier WHERE generation = ? AND unit = ANY(?) AND bucket = %d";

  /**
   * Whether fewer closed months lie behind a day than before it, of the two ways the shorter, and
   * of every dossier that the books hold all legs are known to have come to pass.
   */
  private static final String BACK_IS_SHORTER =
      """
      SELECT count(*) FILTER (WHERE month > ?) <= count(*) FILTER (WHERE month <= ?)
        AND NOT EXISTS (SELECT 1 FROM dossier WHERE generation = ? AND books_to IS NULL AND books_from IS NOT NULL
          AND (unit = ANY(?) OR other_books && ?::text[]))
      FROM closed_month WHERE generation = ?""";

  private final Connection connection;
  private final CellQuery query;
  private final String[] units;
  private final CellLegs legs;

  /**
   * @param units raw codes of the units whose books hold the figure
   */
  CellStatements(Connection connection, int generation, CellQuery query, String[] units) {
    this.connection = connection;
    this.query = query;
    this.units = units;
    this.legs = CellLegs.of(generation, query);
  }

  /**
   * @param figures of each unit, as the ledger has them in the same snapshot
   * @param total of all of them
   */
  CellDossiers page(ToLongFunction<String> figures, long total, int offset, int limit)
      throws SQLException {
    return legs.byBook() ? walk(figures, total, offset, limit) : whole(total, offset, limit);
  }

  private CellDossiers whole(long total, int offset, int limit) throws SQLException {
    Part part = net(units, offset, limit);
    return new CellDossiers(
        total,
        part.listed,
        OptionalLong.of(part.dossiers),
        part.dossiers > offset + part.rows.size(),
        part.rows);
  }

  /** Opens books until one dossier more than the page takes is found. */
  private CellDossiers walk(ToLongFunction<String> figures, long total, int offset, int limit)
      throws SQLException {
    List<CellDossier> rows = new ArrayList<>();
    long last = (long) offset + limit;
    long dossiers = 0;
    long unlisted = 0;
    int opened = 0;
    while (opened < units.length && dossiers <= last) {
      int next = enough(figures, opened, last + 1 - dossiers);
      String[] books = Arrays.copyOfRange(units, opened, next);
      long figure = Arrays.stream(books).mapToLong(figures).sum();
      Part part = part(books, figure, (int) Math.max(0, offset - dossiers), limit - rows.size());
      rows.addAll(part.rows);
      dossiers += part.dossiers;
      unlisted += figure - part.listed;
      opened = next;
    }
    boolean isEnd = opened == units.length;
    return new CellDossiers(
        total,
        total - unlisted,
        isEnd ? OptionalLong.of(dossiers) : OptionalLong.empty(),
        dossiers > last,
        rows);
  }

  /** The end of so many books that their figures come to as many dossiers as are wanted. */
  private int enough(ToLongFunction<String> figures, int first, long wanted) {
    long told = 0;
    int next = first;
    do {
      told += Math.abs(figures.applyAsLong(units[next++]));
    } while (next < units.length && told < wanted);
    return next;
  }

  /** The short way where it can be gone and comes to the figure. */
  private Part part(String[] books, long figure, int offset, int limit) throws SQLException {
    if (legs.isWholeBalance() && isShorterBack(books)) {
      Optional<Part> back = back(books, offset, limit).filter(part -> part.listed == figure);
      if (back.isPresent()) {
        return back.get();
      }
    }
    return net(books, offset, limit);
  }

  private boolean isShorterBack(String[] books) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(BACK_IS_SHORTER)) {
      statement.setObject(1, legs.lastDay());
      statement.setObject(2, legs.lastDay());
      statement.setInt(3, legs.generation());
      statement.setObject(4, books);
      statement.setObject(5, books);
      statement.setInt(6, legs.generation());
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return rows.getBoolean(1);
      }
    }
  }

  private Optional<Part> back(String[] books, int offset, int limit) throws SQLException {
    List<Measure> buckets = query.column().measures();
    Stream<String> standing =
        buckets.stream().map(bucket -> STANDING.formatted(Bucket.valueOf(bucket.name()).ordinal()));
    Stream<String> others =
        legs.others(legs.lean()).stream().map(other -> LESS.formatted(legs.amount().sql(), other));
    String sql = BACK.formatted(Stream.concat(standing, others).collect(joining(" UNION ALL ")));
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      int next = 1;
      for (int bucket = 0; bucket < buckets.size(); bucket++) {
        statement.setInt(next++, legs.generation());
        statement.setObject(next++, books);
      }
      return part(statement, legs.bindOthers(statement, next, books), books, offset, limit);
    }
  }

  private Part net(String[] books, int offset, int limit) throws SQLException {
    String sql =
        NET.formatted(
            legs.amount().sql(),
            legs.counted(legs.lean()),
            legs.inside().sql(),
            legs.byBook() ? "unit" : "'" + CellKey.ALL_BOOKS + "'");
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      int next = legs.inside().bind(statement, legs.bindCounted(statement, 1, books));
      return part(statement, next, books, offset, limit)
          .orElseThrow(() -> new IllegalStateException("legs do not add up to themselves"));
    }
  }

  /** Empty when the journal has other counts for the dossiers. */
  private Optional<Part> part(
      PreparedStatement statement, int next, String[] books, int offset, int limit)
      throws SQLException {
    statement.setInt(next, offset);
    statement.setInt(next + 1, limit);
    long listed = 0;
    long dossiers = 0;
    Map<CellKey, Long> counts = new LinkedHashMap<>();
    try (ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        listed = rows.getLong(1);
        dossiers = rows.getLong(2);
        if (rows.getString(3) != null) {
          counts.put(
              new CellKey(rows.getString(3), rows.getString(4), rows.getString(5)),
              rows.getLong(6));
        }
      }
    }
    Optional<List<CellDossier>> named = new CellCauses(connection, legs, books).of(counts);
    long sum = listed;
    long number = dossiers;
    return named.map(rows -> new Part(sum, number, rows));
  }

  /**
   * What some books hold of a page.
   *
   * @param listed sum of all counts in these books
   * @param dossiers number of all dossiers in these books
   * @param rows those on the page
   */
  private record Part(long listed, long dossiers, List<CellDossier> rows) {}
}
