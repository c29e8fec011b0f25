package motcua.readmodel.postgres;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import motcua.core.dossier.Channel;
import motcua.core.ledger.Amounts;
import motcua.core.ledger.Bucket;
import motcua.core.ledger.Counter;
import motcua.core.ledger.Measure;
import motcua.core.ledger.ReportRow;
import motcua.core.unit.Scope;
import motcua.readmodel.ReportLine;

/**
 * Adds sums of cells and of legs up to the lines and the total of a report. The total leaves out
 * transfers whose other unit is inside the scope: such a move changes nothing in it, also while
 * only one of its legs has arrived.
 */
final class FigureSums {
  private static final int OUT = 1;
  private static final int IN = 2;

  private final Scope scope;
  private final Map<LineKey, Sums> lines = new TreeMap<>();
  private final Sums total = new Sums();

  FigureSums(Scope scope) {
    this.scope = scope;
  }

  /** Adds what cells booked before or in the period. */
  void add(String unit, String part, String counterpart, boolean before, long[] amounts) {
    for (Sums sums : sumsOf(unit, part, counterpart)) {
      Amounts.of(amounts).addTo(before ? sums.before : sums.period);
    }
  }

  /** Adds a counter of the period. */
  void addCount(String unit, String part, Counter counter, long count) {
    add(unit, part, "", false, Amounts.of(Measure.of(counter), count).toArray());
  }

  /** Adds a number of legs that have the same effect. */
  void addMoves(
      String unit, String part, String counterpart, boolean before, MoveKind kind, long count) {
    long[] amounts = new long[Measure.COUNT];
    if (kind.from() == Bucket.NONE) {
      amounts[received(kind.channel()).ordinal()] += count;
    }
    if (kind.leg() == OUT) {
      amounts[Measure.TRANSFERRED_OUT.ordinal()] += count;
    }
    if (kind.leg() == IN) {
      amounts[Measure.TRANSFERRED_IN.ordinal()] += count;
    }
    if (kind.leg() != IN && kind.from() != Bucket.NONE) {
      amounts[Measure.of(kind.from()).ordinal()] -= count;
    }
    if (kind.leg() != OUT && kind.to() != Bucket.NONE) {
      amounts[Measure.of(kind.to()).ordinal()] += count;
    }
    add(unit, part, counterpart, before, amounts);
  }

  private List<Sums> sumsOf(String unit, String part, String counterpart) {
    Sums line = lines.computeIfAbsent(new LineKey(unit, part), key -> new Sums());
    boolean inside = !counterpart.isEmpty() && scope.includes(counterpart);
    return inside ? List.of(line) : List.of(line, total);
  }

  private static Measure received(Channel channel) {
    return switch (channel) {
      case ONLINE -> Measure.RECEIVED_ONLINE;
      case DIRECT -> Measure.RECEIVED_DIRECT;
      case POSTAL -> Measure.RECEIVED_POSTAL;
    };
  }

  List<ReportLine> lines() {
    List<ReportLine> result = new ArrayList<>();
    lines.forEach((key, sums) -> result.add(new ReportLine(key.unit(), key.part(), sums.row())));
    return result;
  }

  ReportRow total() {
    return total.row();
  }

  /** What legs with equal effect share. */
  record MoveKind(int leg, Channel channel, Bucket from, Bucket to) {}

  private record LineKey(String unit, String part) implements Comparable<LineKey> {
    @Override
    public int compareTo(LineKey other) {
      int order = unit.compareTo(other.unit);
      return order != 0 ? order : part.compareTo(other.part);
    }
  }

  private static final class Sums {
    private final long[] before = new long[Measure.COUNT];
    private final long[] period = new long[Measure.COUNT];

    ReportRow row() {
      return ReportRow.of(Amounts.of(before), Amounts.of(period));
    }
  }
}
