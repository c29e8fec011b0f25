package motcua.schemas.sample;

import java.util.ArrayList;
import java.util.List;

/**
 * An office whose working days are played.
 *
 * @param source system its records come from
 * @param code unit code
 * @param desk unit that takes over what it cannot handle; its own code at the desk itself
 * @param arrivals dossiers a day, in hundredths
 * @param index place among all, for the seed
 */
record PlayedUnit(String source, String code, String desk, int arrivals, int index) {
  /** The system that is heard all day. */
  static final String TALKING = PublishedPlans.camGiang().source();

  /** The system that falls silent in the afternoon. */
  static final String FALLING_SILENT = PublishedPlans.gioLinh().source();

  private static final int DESK = 1_200;
  private static final int BUSY = 500;
  private static final int SMALL = 200;

  /** One dossier in three working days. */
  private static final int TINY = 33;

  /** Communes of the talking district that are large enough to become late for a day. */
  private static final int BUSY_COMMUNES = 15;

  /** Two districts of the demo, the smallest unit last in the first. */
  static final List<PlayedUnit> ALL = all();

  /** Communes that take turns at being late. */
  static final List<PlayedUnit> TURNS =
      ALL.stream().filter(unit -> unit.arrivals == BUSY && !unit.isDesk()).toList();

  /** Communes of the system that falls silent that take turns. */
  static final List<PlayedUnit> SILENT_TURNS =
      ALL.stream().filter(unit -> unit.source.equals(FALLING_SILENT) && !unit.isDesk()).toList();

  boolean isDesk() {
    return code.equals(desk);
  }

  /** So few dossiers that one late one is a high rate and says nothing. */
  boolean isTiny() {
    return arrivals == TINY;
  }

  private static List<PlayedUnit> all() {
    List<PlayedUnit> all = new ArrayList<>();
    add(all, PublishedPlans.camGiang(), TALKING);
    add(all, PublishedPlans.gioLinh(), FALLING_SILENT);
    return List.copyOf(all);
  }

  private static void add(List<PlayedUnit> all, DistrictPlan plan, String source) {
    List<SampleUnit> offices =
        plan.units().stream().filter(unit -> !unit.payloadName().isEmpty()).toList();
    String desk = offices.getFirst().code();
    for (int i = 0; i < offices.size(); i++) {
      int arrivals = i == 0 ? DESK : SMALL;
      if (source.equals(TALKING) && i > 0) {
        arrivals = i <= BUSY_COMMUNES ? BUSY : i < offices.size() - 1 ? SMALL : TINY;
      }
      all.add(new PlayedUnit(source, offices.get(i).code(), desk, arrivals, all.size()));
    }
  }
}
