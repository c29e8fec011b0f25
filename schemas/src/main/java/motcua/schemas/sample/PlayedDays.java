package motcua.schemas.sample;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/**
 * Working days of two sample districts, as canonical events in the order in which they are handed
 * in. A day is a pure function of the seed, the day and what the days before left open.
 *
 * <p>Every day has a story. A commune closes late what lay still until its alert is sure, and
 * recovers after noon. The smallest commune has one late dossier of few, of which nothing is told.
 * One system falls silent at 14:00 and sends the rest the next morning, when the unit of its own
 * that became late corrects mistyped appointments. The last two lines of a day are no events.
 */
public final class PlayedDays {
  /** The first working day that is played; six weeks into a legal quarter. */
  public static final LocalDate FIRST = LocalDate.of(2024, 10, 28);

  /** System that is heard all day. */
  public static final String TALKING_SOURCE = PlayedUnit.TALKING;

  /** System that falls silent on every played day. */
  public static final String SILENT_SOURCE = PlayedUnit.FALLING_SILENT;

  /** From when on it is not heard. */
  public static final LocalTime SILENT_FROM = LocalTime.of(14, 0);

  /** Twelve weeks before the first day. */
  private static final LocalDate SILENT_SINCE = LocalDate.of(2024, 8, 5);

  private static final int FIRST_YEAR = 2024;
  private static final int LAST_YEAR = 2040;

  private final long seed;
  private final WorkingDays calendar =
      WorkingDays.fromCsv(SampleFiles.HOLIDAYS.text(), FIRST_YEAR, LAST_YEAR);
  private final Turns turns;

  /** Days of a seed. */
  public PlayedDays(long seed) {
    this.seed = seed;
    this.turns = new Turns(seed, calendar.firstFrom(FIRST));
  }

  /** Codes of the unit that becomes late on a day and of the one of the silent system. */
  public List<String> lateUnits(LocalDate day) {
    int number = calendar.firstFrom(day);
    return PlayedUnit.ALL.stream()
        .filter(unit -> turns.isOf(unit, number))
        .map(PlayedUnit::code)
        .toList();
  }

  /** The unit with so few dossiers that nothing is told of it. */
  public String tinyUnit() {
    return PlayedUnit.ALL.stream().filter(PlayedUnit::isTiny).findFirst().orElseThrow().code();
  }

  /** The weeks before the first day, for a back-fill: one day with the lines of all of them. */
  public PlayedDay before() {
    List<PlayedLine> lines = new ArrayList<>();
    PlayedState state = PlayedState.EMPTY;
    int first = calendar.firstFrom(FIRST);
    for (int day = calendar.firstFrom(SILENT_SINCE); day < first; day++) {
      PlayedDay past = draw(state, day);
      lines.addAll(past.lines());
      state = past.after();
    }
    return new PlayedDay(calendar.day(first - 1), lines, state);
  }

  /** The working day after the one a state was left by. */
  public PlayedDay next(PlayedState state) {
    return draw(state, calendar.lastUntil(state.day()) + 1);
  }

  private PlayedDay draw(PlayedState state, int day) {
    return new DayDrawing(seed, state, day, turns, calendar).draw();
  }
}
