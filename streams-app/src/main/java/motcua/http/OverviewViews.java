package motcua.http;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import motcua.core.ledger.Ratio;
import motcua.core.ledger.ReportRow;
import motcua.core.period.Window;
import motcua.core.unit.UnitTree;
import motcua.coverage.Staleness;
import motcua.live.Overview;
import motcua.live.Overviews;
import motcua.readmodel.LiveFigures;
import motcua.readmodel.RatioLine;

/** How figures of now are written. */
final class OverviewViews {
  /** Not more than 5 % late (ledger.md 9). */
  private static final Fraction LIMIT = new Fraction(5, 100);

  private OverviewViews() {}

  /** Two numbers of dossiers; a denominator of 0 is "no data". */
  record Fraction(long numerator, long denominator) {
    static Fraction of(Ratio.Value value) {
      return new Fraction(value.numerator(), value.denominator());
    }
  }

  /**
   * What moved today.
   *
   * @param closed with a result, whether dated or not
   */
  record TodayView(long received, long closed, long closedLate) {
    static TodayView of(ReportRow row) {
      return new TodayView(row.received(), row.finished(), row.closedLate());
    }
  }

  /**
   * What stands open, as a report up to today says it.
   *
   * @param inProgress openInTime of the report
   * @param dueSoon of those in progress
   */
  record OpenView(long inProgress, long dueSoon, long overdue, long undated, long suspended) {
    static OpenView of(LiveFigures figures) {
      ReportRow row = figures.today();
      return new OpenView(
          row.openInTime(),
          figures.dueSoon(),
          row.openOverdue(),
          row.openUndated(),
          row.suspended());
    }
  }

  record PointView(String day, long numerator, long denominator) {
    static PointView of(Overview.Point point) {
      return new PointView(
          point.day().toString(), point.value().numerator(), point.value().denominator());
    }
  }

  /**
   * A unit with all below it.
   *
   * @param stale when the first of its silent sources was last heard; null when all are heard
   */
  record UnitView(
      String unit,
      String name,
      String level,
      OpenView open,
      Fraction late,
      Fraction componentsDigitised,
      Fraction resultsDigitised,
      String stale,
      Overview.Alarm alert,
      List<PointView> trend) {
    static UnitView of(Overview.Unit unit) {
      LiveFigures figures = unit.figures();
      return new UnitView(
          unit.code(),
          unit.name(),
          unit.level(),
          OpenView.of(figures),
          Fraction.of(unit.late()),
          quarter(figures, Ratio.COMPONENTS_DIGITISED),
          quarter(figures, Ratio.RESULTS_DIGITISED),
          unit.stale().map(Staleness::since).map(Responses::time).orElse(null),
          unit.alert().orElse(null),
          unit.trend().stream().map(PointView::of).toList());
    }

    private static Fraction quarter(LiveFigures figures, Ratio ratio) {
      return Fraction.of(figures.ratio(Window.LEGAL_QUARTER, ratio));
    }
  }

  record OverviewView(
      String scope,
      String name,
      String now,
      String lastEventAt,
      String asOf,
      StaleView stale,
      TodayView today,
      OpenView open,
      int dueSoonWorkingDays,
      Fraction limit,
      Map<String, Map<String, Fraction>> windows,
      List<UnitView> units) {
    static OverviewView of(Overview overview, UnitTree tree, Instant now) {
      LiveFigures figures = overview.figures();
      return new OverviewView(
          overview.scope(),
          overview.name(),
          Responses.time(now),
          overview.appliedAt().map(Responses::time).orElse(null),
          dayOf(figures.ratios()),
          overview.stale().map(stale -> StaleView.of(stale, tree)).orElse(null),
          TodayView.of(figures.today()),
          OpenView.of(figures),
          Overviews.DUE_SOON_WORKING_DAYS,
          LIMIT,
          byWindow(figures.ratios()),
          overview.units().stream().map(UnitView::of).toList());
    }
  }

  /** The day the rolling ratios are of; null when there are none. */
  static String dayOf(List<RatioLine> ratios) {
    return ratios.stream().findFirst().map(RatioLine::asOf).map(LocalDate::toString).orElse(null);
  }

  /** By window and ratio. */
  static Map<String, Map<String, Fraction>> byWindow(List<RatioLine> ratios) {
    Map<String, Map<String, Fraction>> windows = new LinkedHashMap<>();
    for (RatioLine line : ratios) {
      windows
          .computeIfAbsent(line.window(), window -> new LinkedHashMap<>())
          .put(line.ratio(), new Fraction(line.numerator(), line.denominator()));
    }
    return windows;
  }
}
