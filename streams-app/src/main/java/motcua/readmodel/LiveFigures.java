package motcua.readmodel;

import java.util.List;
import java.util.Objects;
import motcua.core.ledger.Ratio;
import motcua.core.ledger.ReportRow;
import motcua.core.period.Window;

/**
 * How one scope stands now.
 *
 * @param today the row of a report on this one day
 * @param dueSoon of the dossiers open in time, those due soon
 * @param ratios rolling ratios, by window and ratio; empty when nothing is known of the scope
 * @param late late of what was closed in each of the spans asked for
 */
public record LiveFigures(
    ReportRow today, long dueSoon, List<RatioLine> ratios, List<Ratio.Value> late) {
  public LiveFigures {
    Objects.requireNonNull(today, "today");
    ratios = List.copyOf(ratios);
    late = List.copyOf(late);
  }

  /** A rolling ratio; no data when nothing is known of it. */
  public Ratio.Value ratio(Window window, Ratio ratio) {
    return ratios.stream()
        .filter(line -> line.window().equals(window.name()) && line.ratio().equals(ratio.code()))
        .map(line -> new Ratio.Value(line.numerator(), line.denominator()))
        .findFirst()
        .orElse(Ratio.Value.NONE);
  }
}
