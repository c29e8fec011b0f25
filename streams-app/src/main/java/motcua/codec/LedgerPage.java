package motcua.codec;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import motcua.core.ledger.Measure;
import motcua.schemas.internal.LedgerEntry;
import motcua.schemas.internal.Posting;

/**
 * The ledger cells of one unit's day, the value the ledger task stores: a day's cells change
 * together, and one record for all of them costs the store and its changelog a fraction of one
 * each. Not thread-safe.
 *
 * <p>Key: the unit, a zero byte, then countsOn as four bytes, big-endian, with the sign bit flipped
 * so that bytes sort as days. Value: version byte, recordedAt last applied, then the cells: field
 * and counterpart with their lengths, knownOn, the number of measures that are not zero, and those
 * as (position, sum). Numbers are zigzag varints.
 */
public final class LedgerPage {
  private static final byte VERSION = 1;
  private static final int HEADER = 1 + Long.BYTES;

  /** Names a page. */
  public record Id(String unit, int countsOnDay) {
    /** The page behind a store key. */
    public static Id fromBytes(byte[] key) {
      int end = key.length - 1 - Integer.BYTES;
      int day = ByteBuffer.wrap(key).getInt(end + 1) ^ Integer.MIN_VALUE;
      return new Id(new String(key, 0, end, UTF_8), day);
    }

    /** The store key. */
    public byte[] toBytes() {
      byte[] name = unit.getBytes(UTF_8);
      return ByteBuffer.allocate(name.length + 1 + Integer.BYTES)
          .put(name)
          .put((byte) 0)
          .putInt(countsOnDay ^ Integer.MIN_VALUE)
          .array();
    }
  }

  private record CellId(String field, String counterpart, int knownOnDay) {}

  /** Sums of one cell. */
  private static final class Cell {
    private final byte[] head;
    private final long[] sums = new long[Measure.COUNT];
    private boolean changed;
    private byte[] bytes;

    private Cell(CellId id) {
      this.head = head(id);
    }

    private void add(long[] delta) {
      for (int i = 0; i < delta.length; i++) {
        sums[i] += delta[i];
      }
      changed = true;
      bytes = null;
    }

    /** Kept, because a page is stored for each change of one of its cells. */
    private byte[] bytes() {
      if (bytes == null) {
        var out = new ByteArrayOutputStream(head.length + 16);
        out.writeBytes(head);
        int measures = 0;
        for (long sum : sums) {
          measures += sum == 0 ? 0 : 1;
        }
        Varint.put(measures, out);
        for (int i = 0; i < sums.length; i++) {
          if (sums[i] != 0) {
            Varint.put(i, out);
            Varint.put(sums[i], out);
          }
        }
        bytes = out.toByteArray();
      }
      return bytes;
    }
  }

  private final Id id;
  private final Map<CellId, Cell> cells = new LinkedHashMap<>();
  private long appliedMicros;

  /** An empty page. */
  public LedgerPage(Id id) {
    this.id = id;
  }

  /**
   * The page in a store value; an empty one for null. Measures appended since it was written are
   * zero.
   *
   * @throws IllegalStateException when another release wrote it in a layout this one does not know
   */
  public static LedgerPage of(Id id, byte[] value) {
    var page = new LedgerPage(id);
    if (value == null) {
      return page;
    }
    if (value[0] != VERSION) {
      throw new IllegalStateException(
          "ledger page of version " + value[0] + ", this release reads " + VERSION);
    }
    ByteBuffer in = ByteBuffer.wrap(value);
    page.appliedMicros = in.getLong(1);
    in.position(HEADER);
    while (in.hasRemaining()) {
      Cell cell = page.cell(new CellId(Varint.text(in), Varint.text(in), (int) Varint.number(in)));
      long measures = Varint.number(in);
      for (long i = 0; i < measures; i++) {
        int measure = (int) Varint.number(in);
        cell.sums[measure] = Varint.number(in);
      }
    }
    return page;
  }

  /**
   * Adds a leg's amounts to its cell, which then counts as changed.
   *
   * @param legAppliedMicros recordedAt of what caused it
   */
  public void add(Posting leg, long[] delta, long legAppliedMicros) {
    cell(new CellId(leg.getField(), leg.getCounterpartUnit(), leg.getKnownOnDay())).add(delta);
    appliedMicros = Math.max(appliedMicros, legAppliedMicros);
  }

  private Cell cell(CellId cellId) {
    return cells.computeIfAbsent(cellId, Cell::new);
  }

  /** Name of the page. */
  public Id id() {
    return id;
  }

  /** Latest recordedAt applied to any cell. */
  public long appliedMicros() {
    return appliedMicros;
  }

  /** Sums of all cells: what the day holds. */
  public long[] total() {
    long[] total = new long[Measure.COUNT];
    for (Cell cell : cells.values()) {
      for (int i = 0; i < total.length; i++) {
        total[i] += cell.sums[i];
      }
    }
    return total;
  }

  /** Counts every cell as changed: which were sent before a crash is not known. */
  public void markAllChanged() {
    cells.values().forEach(cell -> cell.changed = true);
  }

  /** The changed cells as ledger entries; none counts as changed afterwards. */
  public List<LedgerEntry> takeChanged(String policy, int generation) {
    List<LedgerEntry> entries = new ArrayList<>();
    cells.forEach(
        (cellId, cell) -> {
          if (cell.changed) {
            cell.changed = false;
            entries.add(entry(cellId, cell, policy, generation));
          }
        });
    return entries;
  }

  private LedgerEntry entry(CellId cellId, Cell cell, String policy, int generation) {
    var entry = new LedgerEntry();
    entry.setUnit(id.unit());
    entry.setField(cellId.field());
    entry.setCounterpartUnit(cellId.counterpart());
    entry.setCountsOnDay(id.countsOnDay());
    entry.setKnownOnDay(cellId.knownOnDay());
    entry.setAmounts(boxed(cell.sums));
    entry.setPolicy(policy);
    entry.setGeneration(generation);
    entry.setAppliedAtMicros(appliedMicros);
    return entry;
  }

  /** The store value. */
  public byte[] toBytes() {
    int length = HEADER;
    for (Cell cell : cells.values()) {
      length += cell.bytes().length;
    }
    ByteBuffer out = ByteBuffer.allocate(length).put(VERSION).putLong(appliedMicros);
    for (Cell cell : cells.values()) {
      out.put(cell.bytes());
    }
    return out.array();
  }

  private static byte[] head(CellId cellId) {
    var out = new ByteArrayOutputStream(16);
    Varint.put(cellId.field(), out);
    Varint.put(cellId.counterpart(), out);
    Varint.put(cellId.knownOnDay(), out);
    return out.toByteArray();
  }

  /** A vector for an Avro array. */
  public static List<Long> boxed(long[] amounts) {
    List<Long> list = new ArrayList<>(amounts.length);
    for (long amount : amounts) {
      list.add(amount);
    }
    return list;
  }
}
