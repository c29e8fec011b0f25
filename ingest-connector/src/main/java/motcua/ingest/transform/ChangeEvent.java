package motcua.ingest.transform;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.errors.DataException;

/**
 * What is read of one of Debezium's change events: the row written, and where it came from.
 *
 * @param row the row as written
 * @param table {@code database.schema.table}
 * @param lsn position in the write-ahead log, bytes; that of the snapshot for rows of one
 */
record ChangeEvent(Struct row, String table, long lsn) {
  private static final String HEARTBEAT = "io.debezium.connector.common.Heartbeat";

  /** True for the record Debezium sends while nothing happens. */
  static boolean isHeartbeat(Object value) {
    return value instanceof Struct struct && HEARTBEAT.equals(struct.schema().name());
  }

  /**
   * Reads a change event.
   *
   * @return null for what writes no row: a delete, a truncation, a message of the log
   * @throws DataException when {@code value} is no change event
   */
  static ChangeEvent of(Object value) {
    if (!(value instanceof Struct struct)
        || struct.schema().field("op") == null
        || struct.schema().field("source") == null) {
      throw new DataException(
          "expected a change event of Debezium as it leaves the connector, without another"
              + " transformation before");
    }
    return switch (struct.getString("op")) {
      // A row of an outbox is never changed; one that was all the same is a revision.
      case "c", "r", "u" -> written(struct);
      default -> null;
    };
  }

  /**
   * Bytes of a column, empty when it is null.
   *
   * @throws DataException when there is no such column, or it is no text and no bytes
   */
  byte[] bytes(String column) {
    Field field = row.schema().field(column);
    if (field == null) {
      throw new DataException(
          "payload.column: table " + table + " has no column " + column + " among those captured");
    }
    return switch (row.get(field)) {
      case null -> new byte[0];
      case String text -> text.getBytes(StandardCharsets.UTF_8);
      case byte[] bytes -> bytes;
      case ByteBuffer buffer -> copy(buffer);
      default ->
          throw new DataException(
              "payload.column: column " + column + " of table " + table + " is no text");
    };
  }

  /** The row's number or UUID; empty when the column holds anything else, which is never told. */
  String name(String column) {
    Field field = row.schema().field(column);
    return switch (field == null ? null : row.get(field)) {
      case Integer number -> " " + number;
      case Long number -> " " + number;
      case String text when isUuid(text) -> " " + text;
      case null, default -> "";
    };
  }

  private static ChangeEvent written(Struct struct) {
    Struct source = struct.getStruct("source");
    String table =
        source.getString("db") + "." + source.getString("schema") + "." + source.getString("table");
    Long lsn = source.getInt64("lsn");
    return new ChangeEvent(struct.getStruct("after"), table, lsn == null ? 0 : lsn);
  }

  private static boolean isUuid(String text) {
    try {
      return UUID.fromString(text).toString().equalsIgnoreCase(text);
    } catch (IllegalArgumentException other) {
      return false;
    }
  }

  private static byte[] copy(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.remaining()];
    buffer.duplicate().get(bytes);
    return bytes;
  }
}
