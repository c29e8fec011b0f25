package motcua.schemas.sample;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import motcua.schemas.sample.PlayedState.Tally;

/** Draws one working day of all units, and tells its story. Used once. */
final class DayDrawing {
  /** Before it the talking district's figures are published: its own past ends there. */
  private static final LocalDate TALKING_FROM = LocalDate.of(2024, 9, 16);

  private static final LocalTime SENDS_AGAIN = LocalTime.of(7, 31);

  /** Appointments the unit in turn finds to be mistyped, on the same day. */
  private static final int MISTYPED = 3;

  /** The same in the smaller unit that is cut off meanwhile. */
  private static final int MISTYPED_ELSEWHERE = 2;

  /** Late closings in ten thousand at which an alert clears, with a little to spare. */
  private static final int CLEARED_AT = 425;

  private static final int MOST_ON_THE_SPOT = 220;

  private final long seed;
  private final PlayedState before;
  private final int day;
  private final LocalDate date;
  private final Turns turns;
  private final WorkingDays calendar;
  private final Map<String, List<PlayedDossier>> morning;
  private final Map<String, Tally> tallies;
  private final List<PlayedEvent> events = new ArrayList<>();
  private final List<PlayedDossier> evening = new ArrayList<>();
  private final List<PlayedDossier> mistyped = new ArrayList<>();
  private final List<PlayedEvent> unsent = new ArrayList<>();

  DayDrawing(long seed, PlayedState before, int day, Turns turns, WorkingDays calendar) {
    this.seed = seed;
    this.before = before;
    this.day = day;
    this.date = calendar.day(day);
    this.turns = turns;
    this.calendar = calendar;
    this.morning = before.open().stream().collect(Collectors.groupingBy(PlayedDossier::unit));
    boolean goesOn =
        !before.tallies().isEmpty()
            && LegalQuarters.first(before.day()).equals(LegalQuarters.first(date));
    this.tallies = new HashMap<>(goesOn ? before.tallies() : Map.of());
  }

  PlayedDay draw() {
    for (PlayedUnit unit : PlayedUnit.ALL) {
      if (!unit.source().equals(PlayedUnit.TALKING) || !date.isBefore(TALKING_FROM)) {
        draw(unit);
      }
    }
    List<PlayedLine> lines = lines();
    return new PlayedDay(date, lines, new PlayedState(date, evening, tallies, mistyped, unsent));
  }

  private void draw(PlayedUnit unit) {
    Tally tally = tallies.getOrDefault(unit.code(), Tally.NOTHING);
    OfficeDay office = new OfficeDay(unit, day, turns, calendar, seed, tally);
    office.handle(morning.getOrDefault(unit.code(), List.of()));
    office.receive();
    before.mistyped().stream()
        .filter(one -> one.office().equals(unit))
        .forEach(one -> office.correctAppointment(one, LocalTime.of(8, 0), LocalTime.of(9, 45)));
    if (turns.isOf(unit, day)) {
      tellStory(unit, office);
    }
    if (unit.isDesk() && unit.source().equals(PlayedUnit.TALKING) && turns.isPlayed(day + 1)) {
      office.garble();
    }
    events.addAll(office.events());
    evening.addAll(office.open());
    tallies.put(unit.code(), office.tally());
  }

  /** What a unit does after its bad morning; the one that is cut off does it the next day. */
  private void tellStory(PlayedUnit unit, OfficeDay office) {
    List<PlayedDossier> late = office.closedLate();
    if (!unit.source().equals(PlayedUnit.TALKING)) {
      mistyped.addAll(late.stream().limit(MISTYPED_ELSEWHERE).toList());
      return;
    }
    late.stream()
        .limit(MISTYPED)
        .forEach(one -> office.correctAppointment(one, LocalTime.of(13, 35), LocalTime.of(14, 30)));
    int needed = 10_000 * office.tally().late() / CLEARED_AT + 1 - office.tally().dated();
    office.closeOnTheSpot(
        Math.clamp(needed, 0, MOST_ON_THE_SPOT), LocalTime.of(13, 32), LocalTime.of(16, 15));
  }

  private List<PlayedLine> lines() {
    List<PlayedLine> lines = new ArrayList<>();
    LocalDateTime again = date.atTime(SENDS_AGAIN);
    for (PlayedEvent event : before.unsent()) {
      lines.add(event.line(again.plusSeconds(lines.size() * 2L / 5)));
    }
    boolean played = turns.isPlayed(day);
    SeededRandom lag = new SeededRandom(SeededRandom.mix(seed - date.toEpochDay()));
    for (PlayedEvent event : events) {
      if (played && isCutOff(event)) {
        unsent.add(event);
      } else {
        lines.add(event.line(event.enteredAt().plusSeconds(played ? lag.between(5, 60) : 0)));
      }
    }
    unsent.sort(Comparator.comparing(PlayedEvent::enteredAt));
    lines.sort(Comparator.comparing(PlayedLine::at));
    return lines;
  }

  private static boolean isCutOff(PlayedEvent event) {
    return event.office().source().equals(PlayedUnit.FALLING_SILENT)
        && !event.enteredAt().toLocalTime().isBefore(PlayedDays.SILENT_FROM);
  }
}
