package motcua.codec;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import motcua.schemas.internal.LedgerEntry;

/**
 * Keys of the ledger topic: unit, field and counterpart, each ended by a zero byte, then countsOn
 * and knownOn as four bytes each, big-endian, with the sign bit flipped so that bytes sort as days.
 */
public final class CellCodec {
  private CellCodec() {}

  /** Key of a cell. */
  public static byte[] key(LedgerEntry cell) {
    byte[] unit = cell.getUnit().getBytes(UTF_8);
    byte[] field = bytes(cell.getField());
    byte[] counterpart = bytes(cell.getCounterpartUnit());
    return ByteBuffer.allocate(unit.length + field.length + counterpart.length + 3 + 8)
        .put(unit)
        .put((byte) 0)
        .put(field)
        .put((byte) 0)
        .put(counterpart)
        .put((byte) 0)
        .putInt(cell.getCountsOnDay() ^ Integer.MIN_VALUE)
        .putInt(cell.getKnownOnDay() ^ Integer.MIN_VALUE)
        .array();
  }

  private static byte[] bytes(String text) {
    return text == null ? new byte[0] : text.getBytes(UTF_8);
  }
}
