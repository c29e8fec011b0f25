package motcua.core.ledger;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;

/**
 * How the sums of a report are put together so that it never sums the whole past, whatever its
 * period and its knowledge cut. A posting is a point of two days, countsOn and knownOn; a report
 * sums the points before and in its period that were known on its cut. This covers them, each once,
 * with a stored balance, whole months of closed months, and single days at the edges.
 *
 * <p>When a month is closed, the sums of all points whose later day lies in it are stored by month
 * of countsOn and of knownOn, and with them the balances of everything up to its end. What becomes
 * known later about such a month is a point of a later month, so nothing stored changes.
 */
public final class Tiling {
  /** From what a tile is summed. */
  public enum Grain {
    /** Balances stored at the end of the closed month in which the tile ends. */
    BALANCE,
    /** Sums stored by month of countsOn and of knownOn. */
    MONTHS,
    /** Sums by day. */
    DAYS
  }

  /**
   * A rectangle of points; the bounds are part of it, {@code LocalDate.MIN} and {@code MAX} mean
   * none.
   *
   * @param before whether it counts before the period, where only balances matter
   */
  public record Tile(
      Grain grain,
      boolean before,
      LocalDate countsFrom,
      LocalDate countsTo,
      LocalDate knownFrom,
      LocalDate knownTo) {
    /** Whether none of its points was learned on the day, or in the month, it counts on. */
    public boolean isApart() {
      return countsTo.isBefore(knownFrom) || knownTo.isBefore(countsFrom);
    }
  }

  private final YearMonth closed;
  private final YearMonth lastKnownMonth;
  private final List<Tile> tiles = new ArrayList<>();

  private Tiling(YearMonth closed, YearMonth lastKnownMonth) {
    this.closed = closed;
    this.lastKnownMonth = lastKnownMonth;
  }

  /**
   * The tiles of a report.
   *
   * @param cut last day of knowledge; {@code LocalDate.MAX}: everything known
   * @param closedMonths months with stored balances; sums by month are stored up to the last of
   *     them, also for months between
   */
  public static List<Tile> of(
      LocalDate from, LocalDate to, LocalDate cut, NavigableSet<YearMonth> closedMonths) {
    if (closedMonths.isEmpty()) {
      Tiling days = new Tiling(null, null);
      days.add(Grain.DAYS, true, LocalDate.MIN, from.minusDays(1), LocalDate.MIN, cut);
      days.add(Grain.DAYS, false, from, to, LocalDate.MIN, cut);
      return days.tiles;
    }
    YearMonth closed = closedMonths.last();
    YearMonth lastKnown = earlier(closed, lastWholeMonth(cut));
    Tiling tiling = new Tiling(closed, lastKnown);
    YearMonth balance = closedMonths.floor(earlier(lastKnown, lastWholeMonth(from.minusDays(1))));
    tiling.before(balance, from.minusDays(1), cut);
    tiling.cover(false, from, to, LocalDate.MIN, cut);
    return tiling.tiles;
  }

  private void before(YearMonth balance, LocalDate last, LocalDate cut) {
    if (balance == null) {
      cover(true, LocalDate.MIN, last, LocalDate.MIN, cut);
      return;
    }
    LocalDate end = balance.atEndOfMonth();
    tiles.add(new Tile(Grain.BALANCE, true, LocalDate.MIN, end, LocalDate.MIN, end));
    cover(true, LocalDate.MIN, end, end.plusDays(1), cut);
    cover(true, end.plusDays(1), last, LocalDate.MIN, cut);
  }

  /** Bounds of knownFrom are the begin of a month or none. */
  private void cover(
      boolean before,
      LocalDate countsFrom,
      LocalDate countsTo,
      LocalDate knownFrom,
      LocalDate knownTo) {
    LocalDate wholeFrom = beginOfFirstWholeMonth(countsFrom);
    LocalDate wholeTo = earlier(closed, lastWholeMonth(countsTo)).atEndOfMonth();
    LocalDate knownMonthsTo = lastKnownMonth.atEndOfMonth();
    if (wholeTo.isBefore(wholeFrom) || knownMonthsTo.isBefore(knownFrom)) {
      add(Grain.DAYS, before, countsFrom, countsTo, knownFrom, knownTo);
      return;
    }
    add(Grain.MONTHS, before, wholeFrom, wholeTo, knownFrom, knownMonthsTo);
    add(Grain.DAYS, before, wholeFrom, wholeTo, knownMonthsTo.plusDays(1), knownTo);
    if (!countsFrom.equals(LocalDate.MIN)) {
      add(Grain.DAYS, before, countsFrom, wholeFrom.minusDays(1), knownFrom, knownTo);
    }
    add(Grain.DAYS, before, wholeTo.plusDays(1), countsTo, knownFrom, knownTo);
  }

  /**
   * Adds a rectangle as up to three tiles: what was learned when it happened, which is nearly
   * everything, apart from what was learned later and what was known before. So each can be found
   * without reading what lies between.
   */
  private void add(
      Grain grain,
      boolean before,
      LocalDate countsFrom,
      LocalDate countsTo,
      LocalDate knownFrom,
      LocalDate knownTo) {
    if (countsTo.isBefore(countsFrom) || knownTo.isBefore(knownFrom)) {
      return;
    }
    LocalDate from = later(countsFrom, knownFrom);
    LocalDate to = earlier(countsTo, knownTo);
    if (to.isBefore(from)) {
      tiles.add(new Tile(grain, before, countsFrom, countsTo, knownFrom, knownTo));
      return;
    }
    if (from.isAfter(countsFrom)) {
      tiles.add(new Tile(grain, before, countsFrom, from.minusDays(1), knownFrom, knownTo));
    }
    tiles.add(new Tile(grain, before, from, to, knownFrom, knownTo));
    if (to.isBefore(countsTo)) {
      tiles.add(new Tile(grain, before, to.plusDays(1), countsTo, knownFrom, knownTo));
    }
  }

  private static LocalDate beginOfFirstWholeMonth(LocalDate day) {
    if (day.equals(LocalDate.MIN) || day.getDayOfMonth() == 1) {
      return day;
    }
    return YearMonth.from(day).plusMonths(1).atDay(1);
  }

  /** The last month that ends on the day or before. */
  private static YearMonth lastWholeMonth(LocalDate day) {
    YearMonth month = YearMonth.from(day);
    return month.atEndOfMonth().equals(day) ? month : month.minusMonths(1);
  }

  private static YearMonth earlier(YearMonth one, YearMonth other) {
    return one.isBefore(other) ? one : other;
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }
}
