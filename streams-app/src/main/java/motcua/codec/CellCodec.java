package motcua.codec;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import motcua.core.ledger.Measure;
import motcua.schemas.internal.LedgerEntry;
import motcua.schemas.internal.Posting;

/**
 * Cells of the ledger store and keys of the ledger topic. Key: unit, field and counterpart, each
 * ended by a zero byte, then countsOn and knownOn as four bytes each, big-endian, with the sign bit
 * flipped so that bytes sort as days. Value: version byte, recordedAt last applied, then the sums.
 */
public final class CellCodec {
  private static final byte VERSION = 1;
  private static final int HEADER = 1 + Long.BYTES;

  private CellCodec() {}

  /** Key of the cell a leg belongs to. */
  public static byte[] key(Posting leg) {
    byte[] unit = leg.getUnit().getBytes(UTF_8);
    byte[] field = bytes(leg.getField());
    byte[] counterpart = bytes(leg.getCounterpartUnit());
    return ByteBuffer.allocate(unit.length + field.length + counterpart.length + 3 + 8)
        .put(unit)
        .put((byte) 0)
        .put(field)
        .put((byte) 0)
        .put(counterpart)
        .put((byte) 0)
        .putInt(leg.getCountsOnDay() ^ Integer.MIN_VALUE)
        .putInt(leg.getKnownOnDay() ^ Integer.MIN_VALUE)
        .array();
  }

  /** Key of a unit's day: as a cell's, unit and countsOn only. */
  public static byte[] unitDay(String unit, int day) {
    byte[] name = unit.getBytes(UTF_8);
    return ByteBuffer.allocate(name.length + 1 + Integer.BYTES)
        .put(name)
        .put((byte) 0)
        .putInt(day ^ Integer.MIN_VALUE)
        .array();
  }

  /** The unit of a {@link #unitDay} key. */
  public static String unitOf(byte[] unitDay) {
    return new String(unitDay, 0, unitDay.length - 1 - Integer.BYTES, UTF_8);
  }

  /** The day of a {@link #unitDay} key. */
  public static int dayOf(byte[] unitDay) {
    return ByteBuffer.wrap(unitDay).getInt(unitDay.length - Integer.BYTES) ^ Integer.MIN_VALUE;
  }

  /** A cell's value. */
  public static byte[] value(long[] amounts, long appliedMicros) {
    ByteBuffer out = ByteBuffer.allocate(HEADER + amounts.length * Long.BYTES);
    out.put(VERSION).putLong(appliedMicros);
    for (long amount : amounts) {
      out.putLong(amount);
    }
    return out.array();
  }

  /** The sums of a value; zeros for null. Measures appended since it was written are zero. */
  public static long[] amounts(byte[] value) {
    long[] amounts = new long[Measure.COUNT];
    if (value == null) {
      return amounts;
    }
    if (value[0] != VERSION) {
      throw new IllegalStateException(
          "ledger cell of version " + value[0] + ", this release reads " + VERSION);
    }
    ByteBuffer in = ByteBuffer.wrap(value, HEADER, value.length - HEADER);
    for (int i = 0; in.hasRemaining(); i++) {
      amounts[i] = in.getLong();
    }
    return amounts;
  }

  /** recordedAt last applied to a value; 0 for null. */
  public static long applied(byte[] value) {
    return value == null ? 0 : ByteBuffer.wrap(value).getLong(1);
  }

  /** A cell as a ledger entry. */
  public static LedgerEntry toWire(byte[] key, byte[] value, String policy, int generation) {
    int fieldAt = zero(key, 0) + 1;
    int counterpartAt = zero(key, fieldAt) + 1;
    int daysAt = zero(key, counterpartAt) + 1;
    var entry = new LedgerEntry();
    entry.setUnit(text(key, 0, fieldAt - 1));
    entry.setField(text(key, fieldAt, counterpartAt - 1));
    entry.setCounterpartUnit(text(key, counterpartAt, daysAt - 1));
    ByteBuffer days = ByteBuffer.wrap(key);
    entry.setCountsOnDay(days.getInt(daysAt) ^ Integer.MIN_VALUE);
    entry.setKnownOnDay(days.getInt(daysAt + Integer.BYTES) ^ Integer.MIN_VALUE);
    entry.setAmounts(boxed(amounts(value)));
    entry.setPolicy(policy);
    entry.setGeneration(generation);
    entry.setAppliedAtMicros(applied(value));
    return entry;
  }

  /** A vector for an Avro array. */
  public static List<Long> boxed(long[] amounts) {
    List<Long> list = new ArrayList<>(amounts.length);
    for (long amount : amounts) {
      list.add(amount);
    }
    return list;
  }

  private static byte[] bytes(String text) {
    return text == null ? new byte[0] : text.getBytes(UTF_8);
  }

  private static int zero(byte[] key, int from) {
    int at = from;
    while (key[at] != 0) {
      at++;
    }
    return at;
  }

  private static String text(byte[] key, int from, int to) {
    return from == to ? null : new String(key, from, to - from, UTF_8);
  }
}
