package motcua.readmodel.postgres;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import motcua.readmodel.CellDossier;
import motcua.readmodel.PostingLine;

/** The legs by which single dossiers count in a figure, and where they stand by them. */
final class CellCauses {
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
   * Of each book and month in which some of them begin, in the months of their legs, and there only
   * their pages: conditions outside of the fence would open all of them.
   */
  private static final String IN_OWN_BOOKS =
      """
      WITH own AS MATERIALIZED (
        SELECT book, date_trunc('month', books_from::timestamp)::date AS month, max(coalesce(books_to, 'infinity')) AS last_day,
          array_agg(source) AS sources, array_agg(dossier_id) AS dossiers
        FROM dossier CROSS JOIN LATERAL unnest(array_append(other_books, unit)) AS book
        WHERE generation = ? AND (dossier_id, source) IN (SELECT * FROM unnest(?::text[], ?::text[]))
        GROUP BY book, month)
      """
          + LEGS
          + """
      FROM own CROSS JOIN LATERAL (
        SELECT * FROM %2$s AND unit = own.book AND page_month BETWEEN own.month AND own.last_day AND page_dossiers && own.dossiers OFFSET 0) AS legs
      WHERE %1$s <> 0 AND (source, dossier_id) IN (SELECT * FROM unnest(own.sources, own.dossiers))"""
          + ALIKE;

  private static final String IN_ALL_BOOKS =
      LEGS
          + "FROM %2$s AND %1$s <> 0 AND (source, dossier_id) IN (SELECT * FROM unnest(?::text[], ?::text[]))"
          + ALIKE;

  private final Connection connection;
  private final CellLegs legs;
  private final String[] books;

  /**
   * @param books raw codes of the units in whose books the dossiers count
   */
  CellCauses(Connection connection, CellLegs legs, String[] books) {
    this.connection = connection;
    this.legs = legs;
    this.books = books;
  }

  /** The dossiers with their causes; empty when the legs do not add up to the counts. */
  Optional<List<CellDossier>> of(Map<CellKey, Long> counts) throws SQLException {
    if (counts.isEmpty()) {
      return Optional.of(List.of());
    }
    Array sources = texts(counts.keySet().stream().map(CellKey::source).toList());
    Array ids = texts(counts.keySet().stream().map(CellKey::dossierId).toList());
    Map<CellKey, List<Leg>> found = inOwnBooks(sources, ids);
    if (!addUp(found, counts)) {
      found = inAllBooks(sources, ids);
    }
    return addUp(found, counts) ? Optional.of(dossiers(counts, found)) : Optional.empty();
  }

  private static boolean addUp(Map<CellKey, List<Leg>> found, Map<CellKey, Long> counts) {
    return counts.entrySet().stream()
        .allMatch(
            one ->
                one.getValue()
                    == found.getOrDefault(one.getKey(), List.of()).stream()
                        .filter(leg -> !leg.inside)
                        .mapToLong(leg -> leg.posting.count())
                        .sum());
  }

  private Map<CellKey, List<Leg>> inOwnBooks(Array sources, Array ids) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql(IN_OWN_BOOKS))) {
      statement.setInt(1, legs.generation());
      statement.setArray(2, ids);
      statement.setArray(3, sources);
      legs.bindCounted(statement, legs.inside().bind(statement, 4), books);
      return found(statement);
    }
  }

  private Map<CellKey, List<Leg>> inAllBooks(Array sources, Array ids) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql(IN_ALL_BOOKS))) {
      int next = legs.bindCounted(statement, legs.inside().bind(statement, 1), books);
      statement.setArray(next, sources);
      statement.setArray(next + 1, ids);
      return found(statement);
    }
  }

  private String sql(String statement) {
    return statement.formatted(legs.amount().sql(), legs.counted("posting"), legs.inside().sql());
  }

  private Map<CellKey, List<Leg>> found(PreparedStatement statement) throws SQLException {
    Map<CellKey, List<Leg>> found = new LinkedHashMap<>();
    try (ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        PostingLine posting = DossierStatements.posting(rows);
        String book = legs.byBook() ? posting.unit() : CellKey.ALL_BOOKS;
        found
            .computeIfAbsent(
                new CellKey(book, rows.getString(16), rows.getString(17)), key -> new ArrayList<>())
            .add(new Leg(posting, rows.getBoolean(15)));
      }
    }
    return found;
  }

  private static List<CellDossier> dossiers(
      Map<CellKey, Long> counts, Map<CellKey, List<Leg>> found) {
    List<CellDossier> dossiers = new ArrayList<>();
    counts.forEach((key, count) -> dossiers.add(dossier(key, count, found.get(key))));
    return dossiers;
  }

  private static CellDossier dossier(CellKey key, long count, List<Leg> legs) {
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
        key.source(),
        key.dossierId(),
        place.unit,
        place.field,
        place.procedure,
        count,
        legs.stream().filter(leg -> !leg.inside).map(Leg::posting).toList());
  }

  private Array texts(List<String> values) throws SQLException {
    return connection.createArrayOf("text", values.toArray());
  }

  private record Leg(PostingLine posting, boolean inside) {}

  private record Place(String unit, String field, String procedure) {
    static Place of(PostingLine posting) {
      return new Place(posting.unit(), posting.field(), posting.procedure());
    }
  }
}
