package motcua.ingest.database;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import motcua.ingest.offset.Horizon;
import motcua.ingest.offset.TableOffset;

/**
 * The SQL that reads a table without missing late commits.
 *
 * <p>A row belongs to a window when the window's end had seen its transaction and the end of the
 * window before had not. Both are decided from texts kept in the offset, so the window is the same
 * whenever it is asked for: no transaction stays open on the source between pages, and a killed
 * task goes on in the middle.
 *
 * <p>With a column of ids of whole transactions a snapshot decides. The system column xmin holds
 * ids of subtransactions too, which no snapshot lists and {@code pg_visible_in_snapshot} takes for
 * finished; there the ids seen decide, which are asked for in the statement that takes the
 * snapshot. xmin has 32 bits: it is taken for the latest transaction of that ending before the
 * snapshot's end, which is right for every row that is not frozen; an old frozen row may be read
 * again, never missed.
 */
final class WindowQuery {
  private static final String DISTANCE = "((now.xmax - t.xmin::text::bigint) & 4294967295)";

  private final SourceTable table;

  WindowQuery(SourceTable table) {
    this.table = table;
  }

  /**
   * A statement and its parameters, all of them texts.
   *
   * @param sql with a {@code ?} for each parameter
   */
  record Bound(String sql, List<String> parameters) {
    Bound {
      parameters = List.copyOf(parameters);
    }
  }

  /**
   * Asks for a horizon: snapshot, whether the server is a standby, and the ids seen, joined by
   * commas.
   *
   * @param most ids asked for; those left out are read again, never missed
   */
  Bound horizon(int most) {
    String seen =
        table.transaction().isPresent()
            ? "''"
            : """
            (SELECT string_agg(id::text, ',' ORDER BY id) FROM (
               SELECT DISTINCT now.xmax - %1$s AS id FROM %2$s t
               WHERE now.xmax - %1$s >= now.xmin ORDER BY id LIMIT %3$d) ids)\
            """
                .formatted(DISTANCE, table.name(), most);
    return new Bound(
        "SELECT now.snapshot, pg_is_in_recovery(), %s FROM %s".formatted(seen, now()), List.of());
  }

  /**
   * Asks for the next rows of the window under way: key texts, then the columns read, as texts.
   *
   * @param offset with an open window
   * @param limit most rows
   */
  Bound page(TableOffset offset, int limit) {
    List<String> parameters = new ArrayList<>();
    List<String> conditions = new ArrayList<>();
    conditions.add(seenBy(offset.open().orElseThrow(), parameters));
    offset.before().ifPresent(before -> conditions.add(notSeenBy(before, parameters)));
    if (!offset.key().isEmpty()) {
      conditions.add(after(offset.key(), parameters));
    }
    String columns =
        table.key().stream()
            .map(column -> "t." + column.quoted() + "::text")
            .collect(Collectors.joining(", "));
    String read = table.read().stream().map(WindowQuery::text).collect(Collectors.joining(", "));
    return new Bound(
        "SELECT %s, %s FROM %s t, %s WHERE %s ORDER BY %s LIMIT %d"
            .formatted(
                columns,
                read,
                table.name(),
                now(),
                String.join(" AND ", conditions),
                keyColumns(),
                limit),
        parameters);
  }

  private String seenBy(Horizon horizon, List<String> parameters) {
    if (table.transaction().isPresent()) {
      parameters.add(horizon.snapshot());
      return "pg_visible_in_snapshot(t.%s, ?::pg_snapshot)".formatted(transaction());
    }
    parameters.add(Long.toString(horizon.xmin()));
    parameters.add(ids(horizon));
    return "(now.xmax - %1$s < ?::bigint OR now.xmax - %1$s = ANY (?::bigint[]))"
        .formatted(DISTANCE);
  }

  private String notSeenBy(Horizon horizon, List<String> parameters) {
    if (table.transaction().isPresent()) {
      parameters.add(Long.toString(horizon.xmin()));
      parameters.add(horizon.snapshot());
      // The first condition is implied by the second; it is there for the index.
      return "t.%1$s >= ?::xid8 AND NOT pg_visible_in_snapshot(t.%1$s, ?::pg_snapshot)"
          .formatted(transaction());
    }
    return "NOT " + seenBy(horizon, parameters);
  }

  private String after(List<String> key, List<String> parameters) {
    parameters.addAll(key);
    String values =
        table.key().stream().map(column -> "?::" + column.type()).collect(Collectors.joining(", "));
    return "(%s) > (%s)".formatted(keyColumns(), values);
  }

  private String keyColumns() {
    return table.key().stream()
        .map(column -> "t." + column.quoted())
        .collect(Collectors.joining(", "));
  }

  private String transaction() {
    return table.transaction().orElseThrow().quoted();
  }

  /** Times as ISO 8601, with offset where the type has one. */
  private static String text(SourceTable.Column column) {
    String name = "t." + column.quoted();
    return switch (column.type()) {
      case "timestamp with time zone" ->
          "CASE WHEN isfinite(%1$s) THEN to_char(%1$s AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"') END"
              .formatted(name);
      case "timestamp without time zone" ->
          "CASE WHEN isfinite(%1$s) THEN to_char(%1$s, 'YYYY-MM-DD\"T\"HH24:MI:SS.US') END"
              .formatted(name);
      case "date" ->
          "CASE WHEN isfinite(%1$s) THEN to_char(%1$s, 'YYYY-MM-DD') END".formatted(name);
      default -> name + "::text";
    };
  }

  private static String now() {
    return """
    (SELECT s::text AS snapshot, pg_snapshot_xmin(s)::text::bigint AS xmin,
       pg_snapshot_xmax(s)::text::bigint AS xmax FROM pg_current_snapshot() s) now\
    """;
  }

  private static String ids(Horizon horizon) {
    return horizon.seen().stream()
        .map(id -> Long.toString(id))
        .collect(Collectors.joining(",", "{", "}"));
  }
}
