package motcua.schemas.sample;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import motcua.schemas.sample.PlayedDossier.Pause;
import motcua.schemas.sample.PlayedState.Tally;

/** Draws what becomes of dossiers that a unit receives on one day. */
final class Receptions {
  private static final LocalTime APPOINTMENT = LocalTime.of(17, 0);

  /** What comes in after it cannot be due on the same day. */
  private static final LocalTime SAME_DAY_UNTIL = LocalTime.of(15, 0);

  /** Terms of which the end is seen within the weeks before the first day. */
  private static final int SHORT = 5;

  /** Usual units stay below shares of late closings from 1,5 % to 4,2 %, here of a thousand. */
  private static final int LEAST_LATE = 15;

  private static final int MOST_LATE = 42;

  private static final SampleProcedure SAME_DAY =
      SampleProcedure.ALL.stream()
          .filter(one -> one.field().equals("G99-CT01") && one.maxWorkingDays() == 0)
          .findFirst()
          .orElseThrow();

  private final PlayedUnit unit;
  private final int day;
  private final Turns turns;
  private final WorkingDays calendar;
  private final SeededRandom random;

  Receptions(PlayedUnit unit, int day, Turns turns, WorkingDays calendar, SeededRandom random) {
    this.unit = unit;
    this.day = day;
    this.turns = turns;
    this.calendar = calendar;
    this.random = random;
  }

  /**
   * One dossier.
   *
   * @param tally closings of the unit so far
   * @param open its open dossiers
   */
  PlayedDossier draw(String id, LocalDateTime at, Tally tally, List<PlayedDossier> open) {
    SampleProcedure procedure = SampleProcedure.ALL.get(random.nextInt(SampleProcedure.ALL.size()));
    int term = procedure.maxWorkingDays();
    int dueOn = day + (term == 0 && at.toLocalTime().isAfter(SAME_DAY_UNTIL) ? 1 : term);
    boolean dated = unit.isTiny() || !random.percent(1);
    int turn = dated ? turns.after(unit, dueOn) : 0;
    if (turn > 0 && waiting(open, turn) < Turns.dossiers(unit)) {
      return dossier(id, procedure, at, dueOn, turn);
    }
    if (dated && (term <= SHORT || !unit.isTiny()) && isLate(tally, open)) {
      return dossier(id, procedure, at, dueOn, dueOn + random.between(1, unit.isTiny() ? 1 : 2));
    }
    PlayedDossier usual = dossier(id, procedure, at, dueOn, closing(dueOn));
    if (!dated) {
      return with(usual, null, dueOn, usual.closesOn(), Pause.NONE, 0, 0);
    }
    return term < 3 ? usual : varied(usual);
  }

  private static long waiting(List<PlayedDossier> open, int turn) {
    return open.stream().filter(one -> one.closesOn() == turn && one.isLateOn(turn)).count();
  }

  /** Some are late everywhere, seldom enough that nothing is told. */
  private boolean isLate(Tally tally, List<PlayedDossier> open) {
    long planned =
        open.stream()
            .filter(one -> one.isLateOn(one.closesOn()) && !turns.isOf(unit, one.closesOn()))
            .count();
    long late = tally.late() + planned;
    if (unit.isTiny()) {
      return late == 0;
    }
    int usual = LEAST_LATE + unit.index() * 7 % (MOST_LATE - LEAST_LATE + 1);
    return 1_000 * (late + 1) <= (long) usual * tally.dated() && random.percent(50);
  }

  private int closing(int dueOn) {
    return random.percent(45) ? dueOn : random.between(Math.min(day + 1, dueOn), dueOn);
  }

  /** Waits for a supplement, is put off, or goes to the desk. */
  private PlayedDossier varied(PlayedDossier usual) {
    int drawn = random.nextInt(100);
    if (drawn < 5) {
      return suspended(usual);
    }
    if (drawn < 7) {
      int last = usual.dueOn() + 3;
      int closesOn = random.between(usual.dueOn() + 1, last);
      return with(usual, usual.due(), last, closesOn, Pause.NONE, usual.dueOn(), 0);
    }
    if (drawn < 11 && !unit.isDesk() && usual.closesOn() > day + 1) {
      return with(usual, usual.due(), usual.dueOn(), usual.closesOn(), Pause.NONE, 0, day + 1);
    }
    return usual;
  }

  private PlayedDossier suspended(PlayedDossier usual) {
    int from = random.between(day + 1, day + 2);
    int to = from + random.between(1, 3);
    int shifted = usual.dueOn() + to - from;
    int closesOn = random.between(to, shifted);
    return with(usual, usual.due(), shifted, closesOn, new Pause(from, to), 0, 0);
  }

  /** A certification, received to be closed within minutes. */
  PlayedDossier onTheSpot(String id, LocalDateTime at) {
    return dossier(id, SAME_DAY, at, day, day);
  }

  private PlayedDossier dossier(
      String id, SampleProcedure procedure, LocalDateTime at, int dueOn, int closesOn) {
    int way = random.nextInt(100);
    String channel = way < 60 ? "ONLINE" : way < 92 ? "DIRECT" : "POSTAL";
    return new PlayedDossier(
        id,
        unit,
        unit.code(),
        procedure,
        channel,
        at,
        calendar.day(dueOn).atTime(APPOINTMENT),
        dueOn,
        closesOn,
        Pause.NONE,
        0,
        0);
  }

  /** When a dossier is due in the end. */
  LocalDateTime appointment(int dueOn) {
    return calendar.day(dueOn).atTime(APPOINTMENT);
  }

  private static PlayedDossier with(
      PlayedDossier one,
      LocalDateTime due,
      int dueOn,
      int closesOn,
      Pause pause,
      int extendedOn,
      int movedOn) {
    return new PlayedDossier(
        one.id(),
        one.office(),
        one.unit(),
        one.procedure(),
        one.channel(),
        one.received(),
        due,
        dueOn,
        closesOn,
        pause,
        extendedOn,
        movedOn);
  }
}
