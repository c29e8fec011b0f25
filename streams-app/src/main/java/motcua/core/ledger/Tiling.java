package motcua.core.ledger;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * How the sums of a report are put together so that it never sums the whole past, whatever its
 * period and its knowledge cut. A posting is a point of two days, countsOn and knownOn; a report
 * sums the points before and in its period that were known on its cut. This covers them, each once,
 * with a stored balance, sums of closed months, sums of closed days at the edges, and single cells
 * for what is not closed.
 *
 * <p>A point belongs to its later day. When that day is closed, it is in the sums by day; when the
 * month is, also in the sums by month, and in the balances at its end. What becomes known later
 * about a closed day is a point of a later day, so nothing stored changes.
 */
public final class Tiling {
  /** From what a tile is summed. */
  public enum Grain {
    /** Balances stored at the end of the closed month in which the tile ends. */
    BALANCE,
    /** Sums stored by month of countsOn and of knownOn. */
    MONTHS,
    /** Sums stored by countsOn and knownOn. */
    DAYS,
    /** The books themselves. */
    CELLS
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

    private boolean isEmpty() {
      return countsTo.isBefore(countsFrom) || knownTo.isBefore(knownFrom);
    }

    private Tile with(Grain other) {
      return new Tile(other, before, countsFrom, countsTo, knownFrom, knownTo);
    }

    private Tile counting(LocalDate from, LocalDate to) {
      return new Tile(
          grain, before, later(countsFrom, from), earlier(countsTo, to), knownFrom, knownTo);
    }

    private Tile known(LocalDate from, LocalDate to) {
      return new Tile(
          grain, before, countsFrom, countsTo, later(knownFrom, from), earlier(knownTo, to));
    }
  }

  /**
   * What is closed.
   *
   * @param day sums by day are stored up to it; {@code LocalDate.MIN}: none are
   * @param months those with stored balances; sums by month are stored up to the last of them, also
   *     for months between
   */
  public record Closed(LocalDate day, NavigableSet<YearMonth> months) {
    /** Nothing is stored. */
    public static final Closed NOTHING = new Closed(LocalDate.MIN, new TreeSet<>());
  }

  private final Closed closed;
  private final List<Tile> tiles = new ArrayList<>();

  private Tiling(Closed closed) {
    this.closed = closed;
  }

  /**
   * The tiles of a report.
   *
   * @param cut last day of knowledge; {@code LocalDate.MAX}: everything known
   */
  public static List<Tile> of(LocalDate from, LocalDate to, LocalDate cut, Closed closed) {
    Tiling tiling = new Tiling(closed);
    LocalDate none = LocalDate.MIN;
    LocalDate last = from.minusDays(1);
    YearMonth balance = closed.months.floor(earlier(lastWholeMonth(cut), lastWholeMonth(last)));
    if (balance == null) {
      tiling.cover(new Tile(Grain.CELLS, true, none, last, none, cut), cut);
    } else {
      LocalDate end = balance.atEndOfMonth();
      tiling.tiles.add(new Tile(Grain.BALANCE, true, none, end, none, end));
      tiling.cover(new Tile(Grain.CELLS, true, none, end, end.plusDays(1), cut), cut);
      tiling.cover(new Tile(Grain.CELLS, true, end.plusDays(1), last, none, cut), cut);
    }
    tiling.cover(new Tile(Grain.CELLS, false, from, to, none, cut), cut);
    return tiling.tiles;
  }

  /** Takes from a tile what months cover; its knownFrom is the begin of a month or none. */
  private void cover(Tile tile, LocalDate cut) {
    if (closed.months.isEmpty()) {
      coverByDays(tile);
      return;
    }
    YearMonth last = closed.months.last();
    LocalDate from = beginOfFirstWholeMonth(tile.countsFrom);
    LocalDate to = earlier(last, lastWholeMonth(tile.countsTo)).atEndOfMonth();
    LocalDate knownTo = earlier(last, lastWholeMonth(cut)).atEndOfMonth();
    Tile months = tile.with(Grain.MONTHS).counting(from, to).known(LocalDate.MIN, knownTo);
    if (months.isEmpty()) {
      coverByDays(tile);
      return;
    }
    addParts(months);
    coverByDays(tile.counting(from, to).known(knownTo.plusDays(1), LocalDate.MAX));
    if (!from.equals(LocalDate.MIN)) {
      coverByDays(tile.counting(LocalDate.MIN, from.minusDays(1)));
    }
    coverByDays(tile.counting(to.plusDays(1), LocalDate.MAX));
  }

  private void coverByDays(Tile tile) {
    if (closed.day.equals(LocalDate.MIN)) {
      addParts(tile);
      return;
    }
    LocalDate open = closed.day.plusDays(1);
    addParts(
        tile.with(Grain.DAYS).counting(LocalDate.MIN, closed.day).known(LocalDate.MIN, closed.day));
    addParts(tile.counting(LocalDate.MIN, closed.day).known(open, LocalDate.MAX));
    addParts(tile.counting(open, LocalDate.MAX));
  }

  /**
   * Adds a tile in up to three parts: what was learned when it happened, which is nearly
   * everything, apart from what was learned later and what was known before. So each can be found
   * without reading what lies between.
   */
  private void addParts(Tile tile) {
    if (tile.isEmpty()) {
      return;
    }
    if (tile.isApart()) {
      tiles.add(tile);
      return;
    }
    if (tile.countsFrom.isBefore(tile.knownFrom)) {
      tiles.add(tile.counting(LocalDate.MIN, tile.knownFrom.minusDays(1)));
    }
    tiles.add(tile.counting(tile.knownFrom, tile.knownTo));
    if (tile.knownTo.isBefore(tile.countsTo)) {
      tiles.add(tile.counting(tile.knownTo.plusDays(1), LocalDate.MAX));
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
