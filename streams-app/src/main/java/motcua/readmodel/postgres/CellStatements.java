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
import motcua.core.ledger.Measure;
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
        SELECT source, dossier_id, sum(%1$s)::bigint AS count FROM %2$s AND %1$s <> 0 AND NOT %3$s
        GROUP BY dossier_id, source HAVING sum(%1$s) <> 0)
      """
          + PAGED;

  /** What stands in the buckets of a balance, without what counts later. */
  private static final String BACK =
      """
      WITH net AS MATERIALIZED (
        SELECT source, dossier_id, sum(count)::bigint AS count FROM (
          %4$s
          UNION ALL SELECT source, dossier_id, -%1$s FROM %2$s AND %1$s <> 0 AND NOT %3$s) AS counted
        GROUP BY dossier_id, source HAVING sum(count) <> 0)
      """
          + PAGED;

  /** The bucket is spelt out so that the partial indexes of open dossiers serve. */
  private static final String STANDING =
      "SELECT source, dossier_id, 1 AS count FROM dossier WHERE generation = ? AND unit = ANY(?) AND bucket = %d";

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

  private static final String LEGS =
      """
      SELECT max(sequence) AS last, leg, unit, counterpart, field, procedure, channel, from_bucket, to_bucket, counter,
        sum(%1$s)::bigint, counts_on, max(known_on), cause, %3$s AS inside, source, dossier_id
      """;

  private static final String ALIKE =
      """
       GROUP BY source, dossier_id, leg, unit, counterpart, field, procedure, channel, from_bucket, to_bucket, counter, counts_on, cause
      HAVING sum(%1$s) <> 0 ORDER BY counts_on, last, leg""";

  /**
   * Of each book that holds some of them, in the months of their legs, and there only their pages:
   * conditions outside of the fence would open all of them.
   */
  private static final String LEGS_IN_OWN_BOOKS =
      """
      WITH own AS MATERIALIZED (
        SELECT book, array_agg(dossier_id) AS dossiers, min(date_trunc('month', books_from::timestamp)::date) AS month,
          max(coalesce(books_to, 'infinity')) AS last_day
        FROM dossier CROSS JOIN LATERAL unnest(array_append(other_books, unit)) AS book
        WHERE generation = ? AND (dossier_id, source) IN (SELECT * FROM unnest(?::text[], ?::text[]))
        GROUP BY book)
      """
          + LEGS
          + """
      FROM own CROSS JOIN LATERAL (
        SELECT * FROM %2$s AND unit = own.book AND page_month BETWEEN own.month AND own.last_day AND page_dossiers && own.dossiers OFFSET 0) AS legs
      WHERE %1$s <> 0 AND (source, dossier_id) IN (SELECT * FROM unnest(?::text[], ?::text[]))"""
          + ALIKE;

  private static final String LEGS_IN_ALL_BOOKS =
      LEGS
          + "FROM %2$s AND %1$s <> 0 AND (source, dossier_id) IN (SELECT * FROM unnest(?::text[], ?::text[]))"
          + ALIKE;

  private final Connection connection;
  private final int generation;
  private final CellQuery query;
  private final String[] units;
  private final LegAmount amount;
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
    this.amount = LegAmount.of(query.column().measures());
  }

  CellDossiers page(long figure, int offset, int limit) throws SQLException {
    if (isQuickerBack()) {
      Page back = back(offset, limit);
      Map<Key, List<Leg>> legs = legs(back.counts);
      if (back.listed == figure && addUp(legs, back.counts)) {
        return back.of(figure, legs);
      }
    }
    try (PreparedStatement statement = connection.prepareStatement(sql(NET, lean()))) {
      int next = inside.bind(statement, bindLegs(statement, 1));
      Page net = page(statement, next, offset, limit);
      return net.of(figure, legs(net.counts));
    }
  }

  /**
   * Whether the figure is a balance that no knowledge is cut from, of a day nearer to now than to
   * the first: all legs of a dossier add up to where it stands, so that the few that count later
   * tell where it stood. Of a field or procedure they need not: a dossier names its latest alone.
   */
  private boolean isQuickerBack() throws SQLException {
    if (query.column().span() == Span.PERIOD
        || query.part() != null
        || query.report().cut().isPresent()
        || query.knownAfter() != null) {
      return false;
    }
    try (PreparedStatement statement = connection.prepareStatement(BACK_IS_SHORTER)) {
      statement.setObject(1, lastDay());
      statement.setObject(2, lastDay());
      statement.setInt(3, generation);
      statement.setObject(4, units);
      statement.setObject(5, units);
      statement.setInt(6, generation);
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return rows.getBoolean(1);
      }
    }
  }

  private Page back(int offset, int limit) throws SQLException {
    List<Measure> buckets = query.column().measures();
    String standing =
        buckets.stream()
            .map(bucket -> STANDING.formatted(Bucket.valueOf(bucket.name()).ordinal()))
            .collect(joining(" UNION ALL "));
    try (PreparedStatement statement = connection.prepareStatement(sql(BACK, lean(), standing))) {
      int next = 1;
      for (int bucket = 0; bucket < buckets.size(); bucket++) {
        statement.setInt(next++, generation);
        statement.setObject(next++, units);
      }
      next = bindLegs(statement, next, lastDay().plusDays(1), LocalDate.MAX);
      return page(statement, inside.bind(statement, next), offset, limit);
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
    Array sources = texts(counts.keySet().stream().map(Key::source).toList());
    Array ids = texts(counts.keySet().stream().map(Key::dossierId).toList());
    Map<Key, List<Leg>> legs = legsInOwnBooks(sources, ids);
    return addUp(legs, counts) ? legs : legsInAllBooks(sources, ids);
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

  private Map<Key, List<Leg>> legsInOwnBooks(Array sources, Array ids) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(sql(LEGS_IN_OWN_BOOKS, "posting"))) {
      statement.setInt(1, generation);
      statement.setArray(2, ids);
      statement.setArray(3, sources);
      int next = bindLegs(statement, inside.bind(statement, 4));
      statement.setArray(next, sources);
      statement.setArray(next + 1, ids);
      return legs(statement);
    }
  }

  private Map<Key, List<Leg>> legsInAllBooks(Array sources, Array ids) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(sql(LEGS_IN_ALL_BOOKS, "posting"))) {
      int next = bindLegs(statement, inside.bind(statement, 1));
      statement.setArray(next, sources);
      statement.setArray(next + 1, ids);
      return legs(statement);
    }
  }

  private static Map<Key, List<Leg>> legs(PreparedStatement statement) throws SQLException {
    Map<Key, List<Leg>> legs = new LinkedHashMap<>();
    try (ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        legs.computeIfAbsent(
                new Key(rows.getString(16), rows.getString(17)), key -> new ArrayList<>())
            .add(new Leg(DossierStatements.posting(rows), rows.getBoolean(15)));
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

  private String sql(String statement, String legs) {
    return sql(statement, legs, "");
  }

  private String sql(String statement, String legs, String standing) {
    String counted =
        legs
            + " WHERE generation = ? AND unit = ANY(?) AND counts_on BETWEEN ? AND ? AND page_month BETWEEN ? AND ? AND known_on <= ?"
            + (query.knownAfter() == null ? "" : " AND known_on > ? AND page_known_to > ?")
            + ofPart();
    return statement.formatted(amount.sql(), counted, inside.sql(), standing);
  }

  private String lean() {
    List<String> more = new ArrayList<>();
    if (!inside.equals(InsideCondition.NEVER)) {
      more.add("counterpart");
    }
    if (query.part() != null) {
      more.add(part());
    }
    return amount.legs(more);
  }

  private String ofPart() {
    return query.part() == null ? "" : " AND " + part() + " = ?";
  }

  private String part() {
    return query.report().by() == Breakdown.FIELD ? "field" : "procedure";
  }

  private LocalDate firstDay() {
    // LocalDate.MIN is PostgreSQL's -infinity.
    return query.column().span() == Span.PERIOD ? query.report().from() : LocalDate.MIN;
  }

  private LocalDate lastDay() {
    ReportQuery report = query.report();
    return query.column().span() == Span.BEFORE ? report.from().minusDays(1) : report.to();
  }

  private int bindLegs(PreparedStatement statement, int first) throws SQLException {
    return bindLegs(statement, first, firstDay(), lastDay());
  }

  private int bindLegs(PreparedStatement statement, int first, LocalDate from, LocalDate to)
      throws SQLException {
    int at = first;
    statement.setInt(at++, generation);
    statement.setObject(at++, units);
    statement.setObject(at++, from);
    statement.setObject(at++, to);
    statement.setObject(at++, from.equals(LocalDate.MIN) ? from : from.withDayOfMonth(1));
    statement.setObject(at++, to);
    statement.setObject(at++, ReportStatements.cut(query.report()));
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
