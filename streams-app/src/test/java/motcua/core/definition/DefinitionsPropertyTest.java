package motcua.core.definition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import motcua.core.calendar.VietnamDay;
import motcua.core.ledger.Amounts;
import motcua.core.ledger.Measure;
import motcua.core.ledger.Ratio;
import motcua.core.ledger.ReportRow;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Definitions told from counts agree with each dossier judged by itself. */
class DefinitionsPropertyTest {
  private static final long SEED = Long.getLong("motcua.seed", new Random().nextLong());
  private static final int TRIALS = 300;
  private static final LocalDate FROM = LocalDate.of(2026, 6, 15);
  private static final LocalDate TO = LocalDate.of(2026, 9, 14);

  @BeforeAll
  static void printSeed() {
    System.out.println("motcua.seed=" + SEED);
  }

  private enum State {
    FINISHED,
    REFUSED,
    WITHDRAWN,
    OPEN,
    SUSPENDED
  }

  /** What really happened; {@code due} may be null, {@code finish} is null while held. */
  private record Dossier(State state, Instant due, Instant finish) {
    boolean isDropped() {
      return state == State.REFUSED || state == State.WITHDRAWN;
    }

    long dueDay() {
      return VietnamDay.epochDayOf(due);
    }

    long finishDay() {
      return VietnamDay.epochDayOf(finish);
    }
  }

  @Test
  void shouldAddUpToEachDossierJudgedByItself() {
    Random random = new Random(SEED);
    Map<Cause, Integer> seen = new EnumMap<>(Cause.class);
    for (int trial = 0; trial < TRIALS; trial++) {
      List<Dossier> dossiers = new ArrayList<>();
      int number = random.nextInt(60);
      for (int each = 0; each < number; each++) {
        dossiers.add(dossier(random));
      }
      List<Answer> answers = Definitions.of(row(dossiers), moments(dossiers), true);

      assertEquals(Definition.values().length, answers.size());
      Ratio.Value base = ((Answer.Figure) answers.getFirst()).value();
      for (Answer answer : answers) {
        Answer.Figure figure = (Answer.Figure) answer;
        String name = "seed " + SEED + ", trial " + trial + ", " + figure;
        assertEquals(judged(figure.definition(), dossiers), figure.value(), name);
        long numerator = base.numerator();
        long denominator = base.denominator();
        for (Effect effect : figure.effects()) {
          numerator += effect.numerator();
          denominator += effect.denominator();
          seen.merge(effect.cause(), effect.dossiers() == 0 ? 0 : 1, Integer::sum);
        }
        assertEquals(figure.value().numerator(), numerator, name);
        assertEquals(figure.value().denominator(), denominator, name);
        assertEquals(0, figure.doubtful(), name);
      }
    }
    assertTrue(
        seen.values().stream().allMatch(times -> times > 0), "seed " + SEED + ": idle " + seen);
  }

  private static Ratio.Value judged(Definition definition, List<Dossier> dossiers) {
    return switch (definition) {
      case STRICT ->
          ratio(
              dossiers,
              d -> d.state == State.FINISHED && d.due != null,
              d -> d.finishDay() <= d.dueDay());
      case INSTANT ->
          ratio(
              dossiers,
              d -> d.state == State.FINISHED && d.due != null,
              d -> !d.finish.isAfter(d.due));
      case II_06A ->
          ratio(
              dossiers,
              d -> d.finish != null,
              d -> d.isDropped() || d.due == null || d.finishDay() <= d.dueDay());
      case QD_766 -> {
        Instant end = VietnamDay.startOf(TO.plusDays(1));
        yield ratio(
            dossiers,
            d -> d.due != null && d.state != State.SUSPENDED,
            d -> !(d.finish == null ? end : d.finish).isAfter(d.due));
      }
    };
  }

  private static Ratio.Value ratio(
      List<Dossier> dossiers, Predicate<Dossier> counted, Predicate<Dossier> onTime) {
    List<Dossier> all = dossiers.stream().filter(counted).toList();
    return new Ratio.Value(all.stream().filter(onTime).count(), all.size());
  }

  private static ReportRow row(List<Dossier> dossiers) {
    Amounts period = Amounts.ZERO;
    for (Dossier dossier : dossiers) {
      period = period.plus(measure(dossier), 1);
    }
    return ReportRow.of(Amounts.ZERO, period);
  }

  private static Measure measure(Dossier dossier) {
    boolean dated = dossier.due != null;
    return switch (dossier.state) {
      case REFUSED -> Measure.REFUSED;
      case WITHDRAWN -> Measure.WITHDRAWN;
      case SUSPENDED -> Measure.SUSPENDED;
      case OPEN ->
          !dated
              ? Measure.OPEN_UNDATED
              : dossier.dueDay() < TO.toEpochDay() ? Measure.OPEN_OVERDUE : Measure.OPEN_IN_TIME;
      case FINISHED ->
          !dated
              ? Measure.CLOSED_UNDATED
              : dossier.finishDay() < dossier.dueDay()
                  ? Measure.CLOSED_EARLY
                  : dossier.finishDay() == dossier.dueDay()
                      ? Measure.CLOSED_ON_TIME
                      : Measure.CLOSED_LATE;
    };
  }

  private static MomentCounts moments(List<Dossier> dossiers) {
    Map<Moment, Long> counts = new EnumMap<>(Moment.class);
    for (Dossier d : dossiers) {
      boolean after = d.due != null && d.finish != null && d.finish.isAfter(d.due);
      if (d.state == State.FINISHED && after && d.finishDay() == d.dueDay()) {
        counts.merge(Moment.CLOSED_AFTER_DUE, 1L, Long::sum);
      }
      if (d.isDropped() && after) {
        counts.merge(Moment.DROPPED_AFTER_DUE, 1L, Long::sum);
      }
      if (d.isDropped() && d.due == null) {
        counts.merge(Moment.DROPPED_UNDATED, 1L, Long::sum);
      }
      if (d.state == State.OPEN && d.due != null && d.dueDay() == TO.toEpochDay()) {
        counts.merge(Moment.OPEN_DUE_ON_LAST_DAY, 1L, Long::sum);
      }
    }
    return new MomentCounts(counts);
  }

  /** Few days and hours, so that dues and finishes often meet, also on the last day. */
  private static Dossier dossier(Random random) {
    State state = State.values()[random.nextInt(State.values().length)];
    boolean held = state == State.OPEN || state == State.SUSPENDED;
    Instant due = random.nextInt(5) == 0 ? null : moment(random, held ? 3 : 0);
    return new Dossier(state, due, held ? null : moment(random, 0));
  }

  private static Instant moment(Random random, int beyond) {
    LocalDate day =
        TO.minusDays(random.nextInt(4)).plusDays(beyond == 0 ? 0 : random.nextInt(beyond));
    assertTrue(!day.isBefore(FROM));
    return VietnamDay.startOf(day).plusSeconds(3600L * (7 + random.nextInt(3) * 4));
  }
}
