package motcua.readmodel.postgres;

import static java.util.stream.Collectors.joining;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import motcua.core.ledger.Bucket;
import motcua.core.ledger.Column.Span;
import motcua.readmodel.Breakdown;
import motcua.readmodel.CellDossier;
import motcua.readmodel.CellDossiers;
import motcua.readmodel.CellQuery;
import motcua.readmodel.PostingLine;
import motcua.readmodel.ReportQuery;

/**
 * Statements on the dossiers behind one figure: the legs its column sums, added up a dossier. As in
 * the report's total, a transfer inside the scope counts for nothing.
 */
final class CellStatements {
  private static final String PAGED =
      """
      SELECT everything.listed, everything.dossiers, page.source, page.dossier_id, page.count
      FROM (SELECT coalesce(sum(count), 0)::bigint AS listed, count(*) AS dossiers FROM net) AS everything
      LEFT JOIN (SELECT * FROM net ORDER BY dossier_id, source OFFSET ? LIMIT ?) AS page ON true
      ORDER BY page.dossier_id, page.source""";

  private static final String NET =
      """
      WITH net AS MATERIALIZED (
        SELECT source, dossier_id, sum(%1$s)::bigint AS count %2$s AND %1$s <> 0 AND NOT %3$s
        GROUP BY source, dossier_id HAVING sum(%1$s) <> 0)
      """
          + PAGED;

  /** The bucket is spelt out so that the partial indexes of open dossiers serve. */
  private static final String STANDING =
      """
      WITH net AS MATERIALIZED (
        SELECT source, dossier_id, 1::bigint AS count FROM dossier
        WHERE generation = ? AND unit = ANY(?) AND bucket = %d%s)
      """
          + PAGED;

  private static final String COUNTS_LATER =
      """
      SELECT EXISTS (SELECT 1 FROM unnest(?::text[]) AS book (unit)
        WHERE EXISTS (SELECT 1 FROM ledger WHERE generation = ? AND ledger.unit = book.unit AND counts_on > ?))""";

  /**
   * Only books that hold the dossiers, from the month of their first leg on; all books where it is
   * not known of each.
   */
  private static final String POSTINGS =
      """
      WITH held AS MATERIALIZED (
        SELECT array_agg(DISTINCT book) AS books, min(date_trunc('month', books_from::timestamp)::date) AS month
        FROM dossier CROSS JOIN LATERAL unnest(array_append(other_books, unit)) AS book
        WHERE generation = ? AND (dossier_id, source) IN (SELECT * FROM unnest(?::text[], ?::text[]))
        HAVING count(DISTINCT (dossier_id, source)) = ? AND bool_and(books_from IS NOT NULL))
      SELECT max(sequence) AS last, leg, unit, counterpart, field, procedure, channel, from_bucket, to_bucket, counter,
        sum(%1$s)::bigint, counts_on, max(known_on), cause, %3$s AS inside, source, dossier_id
      %2$s AND %1$s <> 0 AND (source, dossier_id) IN (SELECT * FROM unnest(?::text[], ?::text[]))
        AND unit = ANY(coalesce((SELECT books FROM held), ?)::text[]) AND page_month >= coalesce((SELECT month FROM held), '-infinity')
      GROUP BY source, dossier_id, leg, unit, counterpart, field, procedure, channel, from_bucket, to_bucket, counter, counts_on, cause
      HAVING sum(%1$s) <> 0 ORDER BY counts_on, last, leg""";

  /** No number of dossiers: then all books are opened. */
  private static final int ANY_BOOK = -1;

  private final Connection connection;
  private final int generation;
  private final CellQuery query;
  private final String[] units;
  private final String amount;
  private final InsideCondition inside;

  /**
   * @param units raw codes of the units whose books hold the figure
   */
  CellStatements(Connection connection, int generation, CellQuery query, String[] units) {
    this.connection = connection;
    this.generation = generation;
    this.query = query;
    this.units = units;
    this.inside =
        query.unit() == null ? InsideCondition.of(query.report().scope()) : InsideCondition.NEVER;
    this.amount =
        query.column().measures().stream()
            .map(LedgerWriter::column)
            .collect(joining(" + ", "(", ")"));
  }

  CellDossiers page(long figure, int offset, int limit) throws SQLException {
    if (figure > 0 && isOfNow()) {
      Page standing = standing(offset, limit);
      Map<Key, List<Leg>> legs = legs(standing.counts);
      if (standing.listed == figure && addUp(legs, standing.counts)) {
        return standing.of(figure, legs);
      }
    }
    try (PreparedStatement statement = connection.prepareStatement(sql(NET))) {
      int next = inside.bind(statement, bindLegs(statement, 1));
      Page net = page(statement, next, offset, limit);
      return net.of(figure, legs(net.counts));
    }
  }

  /**
   * Whether the figure is a balance that nothing counts behind and no knowledge is cut from: its
   * dossiers are then those that stand in its bucket, and no journal has to be added up.
   */
  private boolean isOfNow() throws SQLException {
    ReportQuery report = query.report();
    if (query.column().span() != Span.UP_TO_END
        || report.cut().isPresent()
        || query.knownAfter() != null) {
      return false;
    }
    try (PreparedStatement statement = connection.prepareStatement(COUNTS_LATER)) {
      statement.setObject(1, units);
      statement.setInt(2, generation);
      statement.setObject(3, report.to());
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return !rows.getBoolean(1);
      }
    }
  }

  private Page standing(int offset, int limit) throws SQLException {
    String sql =
        STANDING.formatted(
            Bucket.valueOf(query.column().name()).ordinal(),
            query.part() == null ? "" : " AND " + part() + " = ?");
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setInt(1, generation);
      statement.setObject(2, units);
      int next = 3;
      if (query.part() != null) {
        statement.setString(next++, query.part());
      }
      return page(statement, next, offset, limit);
    }
  }

  private static Page page(PreparedStatement statement, int next, int offset, int limit)
      throws SQLException {
    long listed = 0;
    long dossiers = 0;
    Map<Key, Long> counts = new LinkedHashMap<>();
    statement.setInt(next, offset);
    statement.setInt(next + 1, limit);
    try (ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        listed = rows.getLong(1);
        dossiers = rows.getLong(2);
        if (rows.getString(3) != null) {
          counts.put(new Key(rows.getString(3), rows.getString(4)), rows.getLong(5));
        }
      }
    }
    return new Page(listed, dossiers, counts);
  }

  /** Of each dossier; of the books that are told to hold it, where its legs add up there. */
  private Map<Key, List<Leg>> legs(Map<Key, Long> counts) throws SQLException {
    if (counts.isEmpty()) {
      return Map.of();
    }
    Map<Key, List<Leg>> legs = legs(counts, counts.size());
    return addUp(legs, counts) ? legs : legs(counts, ANY_BOOK);
  }

  private static boolean addUp(Map<Key, List<Leg>> legs, Map<Key, Long> counts) {
    return counts.entrySet().stream()
        .allMatch(
            one ->
                one.getValue()
                    == legs.getOrDefault(one.getKey(), List.of()).stream()
                        .filter(leg -> !leg.inside)
                        .mapToLong(leg -> leg.posting.count())
                        .sum());
  }

  /**
   * @param known of how many dossiers the books must be known, so that no other book is opened
   */
  private Map<Key, List<Leg>> legs(Map<Key, Long> counts, int known) throws SQLException {
    Map<Key, List<Leg>> legs = new LinkedHashMap<>();
    try (PreparedStatement statement = connection.prepareStatement(sql(POSTINGS))) {
      Array sources = texts(counts.keySet().stream().map(Key::source).toList());
      Array ids = texts(counts.keySet().stream().map(Key::dossierId).toList());
      statement.setInt(1, generation);
      statement.setArray(2, ids);
      statement.setArray(3, sources);
      statement.setInt(4, known);
      int next = bindLegs(statement, inside.bind(statement, 5));
      statement.setArray(next, sources);
      statement.setArray(next + 1, ids);
      statement.setObject(next + 2, units);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          legs.computeIfAbsent(
                  new Key(rows.getString(16), rows.getString(17)), key -> new ArrayList<>())
              .add(new Leg(DossierStatements.posting(rows), rows.getBoolean(15)));
        }
      }
    }
    return legs;
  }

  private static CellDossier dossier(Key key, long count, List<Leg> legs) {
    Map<Place, Long> held = new LinkedHashMap<>();
    for (Leg leg : legs) {
      held.merge(Place.of(leg.posting), leg.posting.count() * Long.signum(count), Long::sum);
    }
    Place place =
        held.entrySet().stream()
            .max(Map.Entry.<Place, Long>comparingByValue())
            .map(Map.Entry::getKey)
            .orElseThrow();
    return new CellDossier(
        key.source,
        key.dossierId,
        place.unit,
        place.field,
        place.procedure,
        count,
        legs.stream().filter(leg -> !leg.inside).map(Leg::posting).toList());
  }

  private String sql(String statement) {
    String legs =
        "FROM posting_amounts WHERE generation = ? AND unit = ANY(?) AND counts_on BETWEEN ? AND ? AND page_month BETWEEN ? AND ? AND known_on <= ?"
            + (query.knownAfter() == null ? "" : " AND known_on > ? AND page_known_to > ?")
            + (query.part() == null ? "" : " AND " + part() + " = ?");
    return statement.formatted(amount, legs, inside.sql());
  }

  private String part() {
    return query.report().by() == Breakdown.FIELD ? "field" : "procedure";
  }

  private int bindLegs(PreparedStatement statement, int first) throws SQLException {
    ReportQuery report = query.report();
    int at = first;
    statement.setInt(at++, generation);
    statement.setObject(at++, units);
    Span span = query.column().span();
    // LocalDate.MIN is PostgreSQL's -infinity.
    LocalDate from = span == Span.PERIOD ? report.from() : LocalDate.MIN;
    LocalDate to = span == Span.BEFORE ? report.from().minusDays(1) : report.to();
    statement.setObject(at++, from);
    statement.setObject(at++, to);
    statement.setObject(at++, from.equals(LocalDate.MIN) ? from : from.withDayOfMonth(1));
    statement.setObject(at++, to);
    statement.setObject(at++, ReportStatements.cut(report));
    if (query.knownAfter() != null) {
      statement.setObject(at++, query.knownAfter());
      statement.setObject(at++, query.knownAfter());
    }
    if (query.part() != null) {
      statement.setString(at++, query.part());
    }
    return at;
  }

  private Array texts(java.util.Collection<String> values) throws SQLException {
    return connection.createArrayOf("text", values.toArray());
  }

  /**
   * What a page of the list holds.
   *
   * @param listed sum of all counts, of the other pages too
   * @param dossiers number of all dossiers
   */
  private record Page(long listed, long dossiers, Map<Key, Long> counts) {
    CellDossiers of(long figure, Map<Key, List<Leg>> legs) {
      List<CellDossier> rows = new ArrayList<>();
      counts.forEach((key, count) -> rows.add(dossier(key, count, legs.get(key))));
      return new CellDossiers(figure, listed, dossiers, rows);
    }
  }

  private record Key(String source, String dossierId) {}

  private record Leg(PostingLine posting, boolean inside) {}

  private record Place(String unit, String field, String procedure) {
    static Place of(PostingLine posting) {
      return new Place(posting.unit(), posting.field(), posting.procedure());
    }
  }
}
