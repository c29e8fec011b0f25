package motcua.http;

import io.javalin.http.Context;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import motcua.core.calendar.VietnamDay;
import motcua.core.unit.Scope;
import motcua.core.unit.UnitRow;
import motcua.core.unit.UnitTree;
import motcua.readmodel.DossierLine;
import motcua.readmodel.RatioLine;

/** Questions about now: rolling ratios, overdue and soon due dossiers, the unit tree. */
final class LiveApi {
  private static final int PAGE_SIZE = 50;
  private static final int LAST_PAGE = 1_000_000;
  private static final int MOST_WORKING_DAYS = 250;

  private final WebParts parts;

  LiveApi(WebParts parts) {
    this.parts = parts;
  }

  /** {@code GET /api/ratios?scope=}. */
  void ratios(Context context) {
    Scope scope = scope(Parameters.of(context, "scope"));
    List<RatioLine> lines = parts.readModel().ratios(scope.code());
    Map<String, Map<String, Fraction>> windows = new LinkedHashMap<>();
    for (RatioLine line : lines) {
      windows
          .computeIfAbsent(line.window(), window -> new LinkedHashMap<>())
          .put(line.ratio(), new Fraction(line.numerator(), line.denominator()));
    }
    Instant lastEvent = parts.readModel().freshness().appliedAt().orElse(null);
    Responses.json(
        context,
        new RatiosView(
            scope.code(),
            Responses.time(parts.clock().instant()),
            Responses.time(lastEvent),
            lines.isEmpty() ? null : lines.getFirst().asOf().toString(),
            stale(scope),
            windows));
  }

  /** {@code GET /api/overdue?scope=&page=}: longest overdue first. */
  void overdue(Context context) {
    Parameters parameters = Parameters.of(context, "scope", "page");
    Scope scope = scope(parameters);
    int page = page(parameters);
    LocalDate today = today();
    List<OverdueView> dossiers = new ArrayList<>();
    for (DossierLine line : parts.readModel().overdue(scope, offset(page), PAGE_SIZE)) {
      long days = ChronoUnit.DAYS.between(VietnamDay.of(line.dueAt()), today);
      dossiers.add(new OverdueView(DossierView.of(line, units(), today), days));
    }
    Responses.json(
        context,
        new PageView<>(
            scope.code(),
            page,
            PAGE_SIZE,
            parts.readModel().countOverdue(scope),
            stale(scope),
            dossiers));
  }

  /**
   * {@code GET /api/due?scope=&withinWorkingDays=&page=}: open dossiers due by that working day,
   * the first due first.
   */
  void due(Context context) {
    Parameters parameters = Parameters.of(context, "scope", "withinWorkingDays", "page");
    Scope scope = scope(parameters);
    int page = page(parameters);
    int workingDays = parameters.number("withinWorkingDays", 3, 0, MOST_WORKING_DAYS);
    LocalDate today = today();
    LocalDate lastDay = parts.reference().calendar().plusWorkingDays(today, workingDays);
    Instant before = VietnamDay.startOf(lastDay.plusDays(1));
    List<DueView> dossiers = new ArrayList<>();
    for (DossierLine line : parts.readModel().due(scope, before, offset(page), PAGE_SIZE)) {
      int left =
          parts
              .reference()
              .calendar()
              .workingDaysBetween(today.plusDays(1), VietnamDay.of(line.dueAt()).plusDays(1));
      dossiers.add(new DueView(DossierView.of(line, units(), today), left));
    }
    Responses.json(
        context,
        new PageView<>(
            scope.code(),
            page,
            PAGE_SIZE,
            parts.readModel().countDue(scope, before),
            stale(scope),
            dossiers));
  }

  /** {@code GET /api/units?on=}: every unit with its place in the tree on a day, default today. */
  void units(Context context) {
    LocalDate day = Parameters.of(context, "on").day("on").orElseGet(this::today);
    List<UnitView> views = new ArrayList<>();
    for (String code : units().codes()) {
      UnitRow row = units().row(code, day);
      views.add(
          new UnitView(
              code,
              row.name(),
              units().parent(code, day),
              row.level(),
              text(row.validFrom()),
              text(row.validTo()),
              row.successor()));
    }
    Responses.json(context, new UnitsView(units().version(), day.toString(), views));
  }

  private StaleView stale(Scope scope) {
    return StaleView.of(parts.sources().coverage(), scope);
  }

  private static String text(LocalDate day) {
    return day == null ? null : day.toString();
  }

  private Scope scope(Parameters parameters) {
    String code = parameters.text("scope").orElse(UnitTree.ALL);
    if (!code.equals(UnitTree.ALL)
        && !code.startsWith(UnitTree.UNKNOWN_PREFIX)
        && !units().isKnown(code)) {
      throw unknownScope(code);
    }
    return units().scope(code, today());
  }

  static ProblemException unknownScope(String code) {
    return ProblemException.notFound(
        "Không có đơn vị \"%s\" trong danh mục; xem các mã ở /api/units.".formatted(code));
  }

  private UnitTree units() {
    return parts.reference().units();
  }

  private LocalDate today() {
    return VietnamDay.of(parts.clock().instant());
  }

  private static int page(Parameters parameters) {
    return parameters.number("page", 1, 1, LAST_PAGE);
  }

  private static int offset(int page) {
    return (page - 1) * PAGE_SIZE;
  }

  record Fraction(long numerator, long denominator) {}

  record RatiosView(
      String scope,
      String now,
      String lastEventAt,
      String asOf,
      StaleView stale,
      Map<String, Map<String, Fraction>> windows) {}

  record PageView<T>(
      String scope, int page, int pageSize, long total, StaleView stale, List<T> dossiers) {}

  record OverdueView(
      @com.fasterxml.jackson.annotation.JsonUnwrapped DossierView dossier, long daysOverdue) {}

  record DueView(
      @com.fasterxml.jackson.annotation.JsonUnwrapped DossierView dossier, int workingDaysLeft) {}

  record UnitView(
      String code,
      String name,
      String parent,
      String level,
      String validFrom,
      String validTo,
      String successor) {}

  record UnitsView(String version, String on, List<UnitView> units) {}
}
