package motcua.readmodel.postgres;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import motcua.core.ledger.Amounts;
import motcua.core.ledger.Measure;
import motcua.core.ledger.ReportRow;
import motcua.readmodel.ReportLine;

/**
 * Adds sums of cells or of legs up to the lines and the total of a report. The total leaves out
 * transfers whose other unit is inside the scope: such a move changes nothing in it, also while
 * only one of its legs has arrived.
 */
final class FigureSums {
  private final Map<LineKey, Sums> lines = new HashMap<>();
  private final Sums total = new Sums();

  /**
   * Adds what was booked before or in the period.
   *
   * @param inside whether it moved between two units of the scope
   */
  void add(String unit, String part, boolean inside, boolean before, long[] amounts) {
    Amounts booked = Amounts.of(amounts);
    Sums line = lines.computeIfAbsent(new LineKey(unit, part), key -> new Sums());
    booked.addTo(before ? line.before : line.period);
    if (!inside) {
      booked.addTo(before ? total.before : total.period);
    }
  }

  /** By unit, then part. */
  List<ReportLine> lines() {
    return lines.entrySet().stream()
        .map(line -> new ReportLine(line.getKey().unit, line.getKey().part, line.getValue().row()))
        .sorted(Comparator.comparing(ReportLine::unit).thenComparing(ReportLine::part))
        .toList();
  }

  ReportRow total() {
    return total.row();
  }

  /** The row of a unit, or of a part of it; of one without any figure a row of zeros. */
  ReportRow line(String unit, String part) {
    return lines.getOrDefault(new LineKey(unit, part), new Sums()).row();
  }

  private record LineKey(String unit, String part) {}

  private static final class Sums {
    private final long[] before = new long[Measure.COUNT];
    private final long[] period = new long[Measure.COUNT];

    ReportRow row() {
      return ReportRow.of(Amounts.of(before), Amounts.of(period));
    }
  }
}
