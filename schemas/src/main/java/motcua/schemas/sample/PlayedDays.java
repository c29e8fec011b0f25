package motcua.schemas.sample;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import motcua.schemas.sample.PlayedState.Tally;

/**
 * Working days of two sample districts, as canonical events in the order in which they are handed
 * in. A day is a pure function of the seed, the day and what the days before left open.
 *
 * <p>Every day has a story. A commune closes late what lay still until its alert is sure, and
 * recovers after noon. The smallest commune has one late dossier of few, of which nothing is told.
 * One system falls silent at 14:00 and sends the rest the next morning, when the unit of its own
 * that became late corrects mistyped appointments. Two lines a day are no events.
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

  /** After this day nothing was published of the talking district: its own past ends here. */
  private static final LocalDate TALKING_FROM = LocalDate.of(2024, 9, 16);

  /** Twelve weeks before the first day. */
  private static final LocalDate SILENT_SINCE = LocalDate.of(2024, 8, 5);

  private static final LocalTime SENDS_AGAIN = LocalTime.of(7, 31);
  private static final int FIRST_YEAR = 2024;
  private static final int LAST_YEAR = 2040;

  /** Appointments the unit in turn finds to be mistyped, on the same day. */
  private static final int MISTYPED = 3;

  /** Late closings in ten thousand at which an alert clears, with a little to spare. */
  private static final int CLEARED_AT = 440;

  private static final int MOST_ON_THE_SPOT = 160;

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
    LocalDate date = calendar.day(day);
    Map<String, List<PlayedDossier>> open = new LinkedHashMap<>();
    state.open().forEach(one -> open.computeIfAbsent(one.unit(), u -> new ArrayList<>()).add(one));
    boolean sameQuarter =
        !state.tallies().isEmpty()
            && LegalQuarters.first(state.day()).equals(LegalQuarters.first(date));
    Map<String, Tally> tallies = new HashMap<>(sameQuarter ? state.tallies() : Map.of());
    List<PlayedEvent> events = new ArrayList<>();
    List<PlayedDossier> left = new ArrayList<>();
    List<PlayedDossier> mistyped = new ArrayList<>();
    for (PlayedUnit unit : PlayedUnit.ALL) {
      if (unit.source().equals(PlayedUnit.TALKING) && date.isBefore(TALKING_FROM)) {
        continue;
      }
      Tally before = tallies.getOrDefault(unit.code(), Tally.NOTHING);
      OfficeDay office = new OfficeDay(unit, day, turns, calendar, seed, before);
      office.handle(open.getOrDefault(unit.code(), List.of()));
      office.receive();
      state.mistyped().stream()
          .filter(one -> one.office().equals(unit))
          .forEach(one -> office.correctAppointment(one, LocalTime.of(8, 0), LocalTime.of(9, 45)));
      if (turns.isOf(unit, day)) {
        mistyped.addAll(tellStory(unit, office));
      }
      events.addAll(office.events());
      left.addAll(office.open());
      tallies.put(unit.code(), office.tally());
    }
    List<PlayedEvent> unsent = new ArrayList<>();
    List<PlayedLine> lines = lines(state, day, events, unsent);
    return new PlayedDay(date, lines, new PlayedState(date, left, tallies, mistyped, unsent));
  }

  /** What a unit does after its bad morning; what it finds to be mistyped only the next day. */
  private List<PlayedDossier> tellStory(PlayedUnit unit, OfficeDay office) {
    List<PlayedDossier> late = office.closedLate();
    if (!unit.source().equals(PlayedUnit.TALKING)) {
      return late.stream().skip(1).toList();
    }
    office.garble();
    late.stream()
        .limit(MISTYPED)
        .forEach(one -> office.correctAppointment(one, LocalTime.of(13, 35), LocalTime.of(14, 30)));
    int needed = 10_000 * office.tally().late() / CLEARED_AT + 1 - office.tally().dated();
    office.closeOnTheSpot(
        Math.clamp(needed, 0, MOST_ON_THE_SPOT), LocalTime.of(13, 32), LocalTime.of(16, 15));
    return List.of();
  }

  private List<PlayedLine> lines(
      PlayedState state, int day, List<PlayedEvent> events, List<PlayedEvent> unsent) {
    LocalDate date = calendar.day(day);
    boolean played = turns.isPlayed(day);
    List<PlayedLine> lines = new ArrayList<>();
    LocalDateTime again = date.atTime(SENDS_AGAIN);
    int place = 0;
    for (PlayedEvent event : state.unsent()) {
      lines.add(event.line(again.plusSeconds(place++ * 2 / 5)));
    }
    SeededRandom lag = new SeededRandom(SeededRandom.mix(seed - date.toEpochDay()));
    for (PlayedEvent event : events) {
      int seconds = played ? lag.between(5, 60) : 0;
      if (played && isCutOff(event)) {
        unsent.add(event);
      } else {
        lines.add(event.line(event.enteredAt().plusSeconds(seconds)));
      }
    }
    unsent.sort(Comparator.comparing(PlayedEvent::enteredAt));
    lines.sort(Comparator.comparing(PlayedLine::at));
    return lines;
  }

  private static boolean isCutOff(PlayedEvent event) {
    return event.office().source().equals(PlayedUnit.FALLING_SILENT)
        && !event.enteredAt().toLocalTime().isBefore(SILENT_FROM);
  }
}
