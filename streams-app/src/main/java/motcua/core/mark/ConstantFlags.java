package motcua.core.mark;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.ToLongFunction;
import motcua.core.ledger.ReportRow;

/**
 * Digitisation flags that never vary (national-payload.md 6, D30): over many dossiers, all or none
 * of a unit's have their papers, or their results, digitised. The system they come from then more
 * likely fills in a fixed value than tells what was done, so the ratio says nothing.
 *
 * <p>Looked for by unit, in the figures of its period: they hold for any cut, and a unit reports
 * through one system as a rule.
 */
public final class ConstantFlags {
  /**
   * Dossiers from which on it is no chance: where one in a hundred differs, 500 equal ones come
   * about less than once in a hundred times.
   */
  public static final int MANY = 500;

  private ConstantFlags() {}

  /**
   * The marks of a unit.
   *
   * @param unit its code as booked
   * @param parts its figures of a period: one row, or one a field or procedure
   */
  public static List<Mark> of(String unit, Collection<ReportRow> parts) {
    long received = sum(parts, ReportRow::received);
    long full = sum(parts, ReportRow::componentsDigitised);
    long partial = sum(parts, ReportRow::componentsPartial);
    long finished = sum(parts, ReportRow::finished);
    long results = sum(parts, ReportRow::resultsDigitised);
    List<Mark> marks = new ArrayList<>();
    if (received >= MANY && partial == received) {
      marks.add(mark(unit, "componentsPartial", partial, received));
    } else if (received >= MANY && partial == 0 && isAllOrNone(full, received)) {
      marks.add(mark(unit, "componentsDigitised", full, received));
    }
    if (finished >= MANY && isAllOrNone(results, finished)) {
      marks.add(mark(unit, "resultsDigitised", results, finished));
    }
    return marks;
  }

  private static long sum(Collection<ReportRow> parts, ToLongFunction<ReportRow> figure) {
    return parts.stream().mapToLong(figure).sum();
  }

  private static boolean isAllOrNone(long flagged, long all) {
    return flagged == 0 || flagged == all;
  }

  private static Mark mark(String unit, String column, long flagged, long all) {
    return new Mark(MarkCode.FLAG_CONSTANT, unit, column + " " + flagged + "/" + all);
  }
}
