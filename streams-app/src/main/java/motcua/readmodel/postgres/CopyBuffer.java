package motcua.readmodel.postgres;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Rows in PostgreSQL's binary COPY format. Reused from batch to batch. */
final class CopyBuffer {
  private static final byte[] SIGNATURE = {
    'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
  };
  private static final int EPOCH_DAY_2000 = 10_957;
  private static final long EPOCH_MICROS_2000 = 946_684_800_000_000L;

  private ByteBuffer buffer = ByteBuffer.allocate(1 << 20);
  private int rows;
  private int array;

  void begin() {
    rows = 0;
    buffer.clear();
    buffer.put(SIGNATURE);
  }

  /** Rows begun since {@link #begin()}. */
  int rows() {
    return rows;
  }

  void row(int columns) {
    rows++;
    room(2);
    buffer.putShort((short) columns);
  }

  void putShort(int value) {
    room(6);
    buffer.putInt(2).putShort((short) value);
  }

  void putInt(int value) {
    room(8);
    buffer.putInt(4).putInt(value);
  }

  void putLong(long value) {
    room(12);
    buffer.putInt(8).putLong(value);
  }

  void putBoolean(boolean value) {
    room(5);
    buffer.putInt(1).put((byte) (value ? 1 : 0));
  }

  /** A {@code timestamptz} from microseconds since 1970, or null. */
  void putInstant(Long epochMicros) {
    if (epochMicros == null) {
      putNull();
    } else {
      putInstant(epochMicros.longValue());
    }
  }

  void putNull() {
    room(4);
    buffer.putInt(-1);
  }

  /** A {@code date} from days since 1970-01-01. */
  void putDate(int epochDay) {
    putInt(epochDay - EPOCH_DAY_2000);
  }

  /** A {@code timestamptz} from microseconds since 1970. */
  void putInstant(long epochMicros) {
    putLong(epochMicros - EPOCH_MICROS_2000);
  }

  void putText(String value) {
    byte[] bytes = PgText.storable(value).getBytes(StandardCharsets.UTF_8);
    room(4 + bytes.length);
    buffer.putInt(bytes.length).put(bytes);
  }

  /**
   * Begins an array of one dimension; its elements are put like columns, then {@link #endArray()}
   * is called.
   */
  void beginArray(PgType type, int size) {
    room(24);
    array = buffer.position();
    buffer.putInt(0);
    if (size == 0) {
      buffer.putInt(0).putInt(0).putInt(type.oid);
    } else {
      // Dimensions; whether an element may be null; type; length; number of the first.
      buffer.putInt(1).putInt(1).putInt(type.oid).putInt(size).putInt(1);
    }
  }

  void endArray() {
    buffer.putInt(array, buffer.position() - array - Integer.BYTES);
  }

  void end() {
    room(2);
    buffer.putShort((short) -1);
  }

  /** Sends what was written. */
  void copy(Connection connection, String command) throws SQLException {
    CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(command);
    try {
      copy.writeToCopy(buffer.array(), 0, buffer.position());
      copy.endCopy();
    } finally {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    }
  }

  private void room(int bytes) {
    if (buffer.remaining() < bytes) {
      int position = buffer.position();
      buffer =
          ByteBuffer.wrap(
              Arrays.copyOf(buffer.array(), Math.max(buffer.capacity() * 2, position + bytes)));
      buffer.position(position);
    }
  }
}
