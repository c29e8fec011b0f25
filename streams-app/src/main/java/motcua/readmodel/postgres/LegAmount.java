package motcua.readmodel.postgres;

import static java.util.stream.Collectors.joining;

import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import motcua.core.dossier.Channel;
import motcua.core.ledger.Bucket;
import motcua.core.ledger.Counter;
import motcua.core.ledger.Measure;

/**
 * What a leg adds to a sum of measures, as the view {@code posting_amounts} has it, and which
 * arrays of a page that takes. The view opens every array of every page; of many pages that is most
 * of the time.
 *
 * @param sql over the columns of a leg
 * @param pages condition on the arrays of a page, of all pages with a leg that adds something
 * @param arrays of {@code posting_page}
 * @param ofTransfers whether transfers are counted, not what they move
 */
record LegAmount(String sql, String pages, Set<String> arrays, boolean ofTransfers) {
  private enum Kind {
    RECEIVED(
        "CASE WHEN from_bucket = 0 AND channel IN (%s) THEN count ELSE 0 END",
        "channel && '{%s}'", "from_bucket", "channel"),
    /** The condition is that of the index {@code posting_page_with_transfers}. */
    TRANSFERRED("CASE WHEN leg IN (%s) THEN count ELSE 0 END", "leg && '{1, 2}'", "leg"),
    /** A transfer leaves by its first leg and enters by its second. */
    STANDING(
        "(CASE WHEN to_bucket IN (%1$s) AND leg <> 1 THEN count ELSE 0 END"
            + " - CASE WHEN from_bucket IN (%1$s) AND leg <> 2 THEN count ELSE 0 END)",
        "to_bucket && '{%1$s}' OR from_bucket && '{%1$s}'", "from_bucket", "to_bucket", "leg"),
    COUNTED("CASE WHEN counter IN (%s) THEN count ELSE 0 END", "counter && '{%s}'", "counter");

    private final String sql;
    private final String pages;
    private final List<String> arrays;

    Kind(String sql, String pages, String... arrays) {
      this.sql = sql;
      this.pages = pages;
      this.arrays = List.of(arrays);
    }
  }

  private record Part(Kind kind, int code) {
    static Part of(Measure measure) {
      return switch (measure) {
        case RECEIVED_ONLINE -> received(Channel.ONLINE);
        case RECEIVED_DIRECT -> received(Channel.DIRECT);
        case RECEIVED_POSTAL -> received(Channel.POSTAL);
        case TRANSFERRED_OUT -> new Part(Kind.TRANSFERRED, 1);
        case TRANSFERRED_IN -> new Part(Kind.TRANSFERRED, 2);
        case OPEN_IN_TIME,
            OPEN_OVERDUE,
            OPEN_UNDATED,
            SUSPENDED,
            CLOSED_EARLY,
            CLOSED_ON_TIME,
            CLOSED_LATE,
            CLOSED_UNDATED,
            REFUSED,
            WITHDRAWN ->
            new Part(Kind.STANDING, Bucket.valueOf(measure.name()).ordinal());
        case COMPONENTS_DIGITISED,
            COMPONENTS_PARTIAL,
            FEE_PAID,
            FEE_PAID_ONLINE,
            RESULTS_DIGITISED,
            LATE_APOLOGISED,
            SAME_DAY,
            LATE_FIRST_DUE ->
            new Part(Kind.COUNTED, Counter.valueOf(measure.name()).ordinal());
      };
    }

    private static Part received(Channel channel) {
      return new Part(Kind.RECEIVED, channel.ordinal());
    }
  }

  LegAmount {
    arrays = Set.copyOf(arrays);
  }

  /**
   * Of the sum of some measures.
   *
   * @throws IllegalArgumentException when transfers are counted together with anything else
   */
  static LegAmount of(List<Measure> measures) {
    Map<Kind, Set<Integer>> codes = new EnumMap<>(Kind.class);
    for (Measure measure : measures) {
      Part part = Part.of(measure);
      codes.computeIfAbsent(part.kind, kind -> new TreeSet<>()).add(part.code);
    }
    boolean ofTransfers = codes.containsKey(Kind.TRANSFERRED);
    if (ofTransfers && codes.size() > 1) {
      throw new IllegalArgumentException("transfers are counted by themselves: " + measures);
    }
    Set<String> arrays = new LinkedHashSet<>(List.of("count"));
    codes.keySet().forEach(kind -> arrays.addAll(kind.arrays));
    return new LegAmount(
        of(codes, kind -> kind.sql, " + "),
        of(codes, kind -> kind.pages, " OR "),
        arrays,
        ofTransfers);
  }

  private static String of(
      Map<Kind, Set<Integer>> codes, Function<Kind, String> text, String between) {
    return codes.entrySet().stream()
        .map(one -> text.apply(one.getKey()).formatted(list(one.getValue())))
        .collect(joining(between, "(", ")"));
  }

  private static String list(Set<Integer> codes) {
    return codes.stream().map(String::valueOf).collect(joining(", "));
  }

  /**
   * Legs of the journal, all that add something among them, with no more than the columns that are
   * needed: beside those of the page the amount's, {@code dossier_id}, {@code counts_on} and {@code
   * known_on}.
   *
   * @param more other arrays that are asked for
   */
  String legs(Collection<String> more) {
    Set<String> opened = new TreeSet<>(List.of("dossier_id", "counts_on", "known_on"));
    opened.addAll(arrays);
    opened.addAll(more);
    // Of a page with one transfer all others need not be opened.
    String one = ofTransfers ? "%1$s[at] AS %1$s" : "unnest(%1$s) AS %1$s";
    String from =
        ofTransfers
            ? "posting_page CROSS JOIN LATERAL unnest(array_positions(leg, 1::smallint) || array_positions(leg, 2::smallint)) AS at"
            : "posting_page";
    return "(SELECT generation, source, unit, month AS page_month, known_to AS page_known_to, %s FROM %s WHERE %s) AS legs"
        .formatted(opened.stream().map(one::formatted).collect(joining(", ")), from, pages);
  }
}
