package motcua.core.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.NavigableSet;
import java.util.Random;
import java.util.TreeSet;
import motcua.core.ledger.Tiling.Closed;
import motcua.core.ledger.Tiling.Grain;
import motcua.core.ledger.Tiling.Tile;
import org.junit.jupiter.api.Test;

class TilingTest {
  private static final LocalDate FIRST = LocalDate.of(2023, 11, 25);
  private static final int DAYS = 130;

  /** Every point of a quarter of a year squared, by every kind of report. */
  @Test
  void shouldCoverEachPointOfAReportOnceAndNoOther() {
    long seed = Long.getLong("motcua.seed", new Random().nextLong());
    System.out.println("motcua.seed=" + seed);
    Random random = new Random(seed);
    for (int run = 0; run < 300; run++) {
      LocalDate from = day(random);
      LocalDate to = from.plusDays(random.nextInt(70));
      LocalDate cut = random.nextInt(3) == 0 ? LocalDate.MAX : day(random);
      Closed closed = closed(random);
      List<Tile> tiles = Tiling.of(from, to, cut, closed);
      String name =
          "seed %d: %s to %s, cut %s, closed %s: %s".formatted(seed, from, to, cut, closed, tiles);
      for (int counts = 0; counts < DAYS; counts++) {
        for (int known = 0; known < DAYS; known++) {
          LocalDate countsOn = FIRST.plusDays(counts);
          LocalDate knownOn = FIRST.plusDays(known);
          List<Tile> on = tiles.stream().filter(tile -> holds(tile, countsOn, knownOn)).toList();
          boolean summed = !countsOn.isAfter(to) && !knownOn.isAfter(cut);
          assertEquals(summed ? 1 : 0, on.size(), () -> countsOn + " " + knownOn + " " + name);
          if (summed) {
            assertEquals(countsOn.isBefore(from), on.getFirst().before(), name);
          }
        }
      }
      tiles.forEach(tile -> assertStored(tile, closed, name));
    }
  }

  private static LocalDate day(Random random) {
    LocalDate day = FIRST.plusDays(random.nextInt(DAYS));
    return switch (random.nextInt(4)) {
      case 0 -> day.withDayOfMonth(1);
      case 1 -> day.withDayOfMonth(day.lengthOfMonth());
      default -> day;
    };
  }

  private static Closed closed(Random random) {
    NavigableSet<YearMonth> months = new TreeSet<>();
    for (int month = random.nextInt(7); month > 0; month--) {
      months.add(YearMonth.from(FIRST).plusMonths(random.nextInt(6) - 1));
    }
    return new Closed(random.nextInt(3) == 0 ? LocalDate.MIN : day(random), months);
  }

  private static boolean holds(Tile tile, LocalDate countsOn, LocalDate knownOn) {
    return !countsOn.isBefore(tile.countsFrom())
        && !countsOn.isAfter(tile.countsTo())
        && !knownOn.isBefore(tile.knownFrom())
        && !knownOn.isAfter(tile.knownTo());
  }

  /** A stored sum can be taken only whole, and only from what is closed. */
  private static void assertStored(Tile tile, Closed closed, String name) {
    switch (tile.grain()) {
      case CELLS -> {}
      case DAYS -> assertUpTo(tile, closed.day(), name);
      case MONTHS -> {
        assertUpTo(tile, closed.months().last().atEndOfMonth(), name);
        assertTrue(isBegin(tile.countsFrom()) && isBegin(tile.knownFrom()), name);
        assertTrue(isEnd(tile.countsTo()) && isEnd(tile.knownTo()), name);
      }
      case BALANCE -> {
        assertTrue(tile.before(), name);
        assertTrue(closed.months().contains(YearMonth.from(tile.countsTo())), name);
        assertTrue(isEnd(tile.countsTo()), name);
        assertEquals(tile.countsTo(), tile.knownTo(), name);
        assertEquals(LocalDate.MIN, tile.countsFrom(), name);
        assertEquals(LocalDate.MIN, tile.knownFrom(), name);
      }
    }
  }

  private static void assertUpTo(Tile tile, LocalDate end, String name) {
    assertTrue(!tile.countsTo().isAfter(end) && !tile.knownTo().isAfter(end), name);
  }

  private static boolean isBegin(LocalDate day) {
    return day.equals(LocalDate.MIN) || day.getDayOfMonth() == 1;
  }

  private static boolean isEnd(LocalDate day) {
    return day.getDayOfMonth() == day.lengthOfMonth();
  }

  @Test
  void shouldSumOnlyCellsOfWhatIsNotClosed() {
    NavigableSet<YearMonth> months = new TreeSet<>();
    for (YearMonth month = YearMonth.of(2015, 1);
        !month.isAfter(YearMonth.of(2024, 11));
        month = month.plusMonths(1)) {
      months.add(month);
    }
    LocalDate yesterday = LocalDate.of(2024, 12, 19);
    LocalDate cut = yesterday.plusDays(1);

    List<Tile> tiles =
        Tiling.of(
            LocalDate.of(2023, 12, 15),
            LocalDate.of(2024, 12, 14),
            cut,
            new Closed(yesterday, months));

    LocalDate none = LocalDate.MIN;
    LocalDate november = LocalDate.of(2023, 11, 30);
    LocalDate lastNovember = LocalDate.of(2024, 11, 30);
    LocalDate december = LocalDate.of(2024, 12, 1);
    assertEquals(
        List.of(
            new Tile(Grain.BALANCE, true, none, november, none, november),
            new Tile(Grain.MONTHS, true, none, november, november.plusDays(1), lastNovember),
            new Tile(Grain.DAYS, true, none, november, december, yesterday),
            new Tile(Grain.CELLS, true, none, november, cut, cut),
            new Tile(
                Grain.DAYS,
                true,
                november.plusDays(1),
                LocalDate.of(2023, 12, 14),
                none,
                yesterday),
            new Tile(Grain.CELLS, true, november.plusDays(1), LocalDate.of(2023, 12, 14), cut, cut),
            new Tile(
                Grain.MONTHS, false, LocalDate.of(2024, 1, 1), lastNovember, none, lastNovember),
            new Tile(
                Grain.DAYS, false, LocalDate.of(2024, 1, 1), lastNovember, december, yesterday),
            new Tile(Grain.CELLS, false, LocalDate.of(2024, 1, 1), lastNovember, cut, cut),
            new Tile(
                Grain.DAYS,
                false,
                LocalDate.of(2023, 12, 15),
                LocalDate.of(2023, 12, 31),
                none,
                yesterday),
            new Tile(
                Grain.CELLS,
                false,
                LocalDate.of(2023, 12, 15),
                LocalDate.of(2023, 12, 31),
                cut,
                cut),
            new Tile(Grain.DAYS, false, december, LocalDate.of(2024, 12, 14), none, yesterday),
            new Tile(Grain.CELLS, false, december, LocalDate.of(2024, 12, 14), cut, cut)),
        tiles);
  }
}
