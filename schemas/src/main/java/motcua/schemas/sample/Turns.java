package motcua.schemas.sample;

import java.util.List;

/**
 * Which unit has a bad day when: its dossiers of the days before lie still, and are closed late on
 * the morning of its turn. Two units a day, one of each system. Pure.
 */
final class Turns {
  /** Dossiers that make a unit of some hundred closings SURE (docs/reference/alert-table.md). */
  static final int DOSSIERS = 14;

  /** Enough to raise an alert in a smaller unit. */
  static final int DOSSIERS_OF_SMALL = 4;

  private static final int DAYS_BEFORE = 5;

  /** Prime to the numbers of units, so that each has its turn, and neighbours far apart. */
  private static final int STEP = 4;

  private final long seed;
  private final int firstDay;

  /**
   * @param firstDay number of the first working day with turns
   */
  Turns(long seed, int firstDay) {
    this.seed = seed;
    this.firstDay = firstDay;
  }

  boolean isPlayed(int day) {
    return day >= firstDay;
  }

  /** Whether it is this unit's turn. */
  boolean isOf(PlayedUnit unit, int day) {
    return isPlayed(day) && of(turnsOf(unit), day).equals(unit);
  }

  /** The turn for which a dossier due on a day lies still; 0 when there is none. */
  int after(PlayedUnit unit, int dueOn) {
    for (int day = dueOn + 1; day <= dueOn + DAYS_BEFORE; day++) {
      if (isOf(unit, day)) {
        return day;
      }
    }
    return 0;
  }

  /** How many dossiers lie still for a turn. */
  static int dossiers(PlayedUnit unit) {
    return unit.source().equals(PlayedUnit.TALKING) ? DOSSIERS : DOSSIERS_OF_SMALL;
  }

  private static List<PlayedUnit> turnsOf(PlayedUnit unit) {
    return unit.source().equals(PlayedUnit.TALKING) ? PlayedUnit.TURNS : PlayedUnit.SILENT_TURNS;
  }

  private PlayedUnit of(List<PlayedUnit> turns, int day) {
    int offset = (int) Math.floorMod(SeededRandom.mix(seed), (long) turns.size());
    return turns.get(Math.floorMod(offset + STEP * (day - firstDay), turns.size()));
  }
}
