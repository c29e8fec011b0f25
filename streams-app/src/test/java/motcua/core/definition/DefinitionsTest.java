package motcua.core.definition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import java.util.Map;
import motcua.core.ledger.Amounts;
import motcua.core.ledger.Measure;
import motcua.core.ledger.Ratio;
import motcua.core.ledger.ReportRow;
import org.junit.jupiter.api.Test;

class DefinitionsTest {
  private static final MomentCounts NONE = new MomentCounts(Map.of());

  /** The worked example of the national payload: late 1/2, progress of QĐ 766 2/3. */
  @Test
  void shouldGiveTheProgressOfTheWorkedExample() {
    ReportRow row =
        row(Map.of(Measure.CLOSED_ON_TIME, 1, Measure.CLOSED_LATE, 1, Measure.OPEN_IN_TIME, 1));

    assertEquals(new Ratio.Value(1, 2), figure(Definition.STRICT, row, NONE).value());
    assertEquals(new Ratio.Value(2, 3), figure(Definition.QD_766, row, NONE).value());
  }

  @Test
  void shouldRefuseProgressWhileThePeriodRuns() {
    Answer.Refused refused =
        assertInstanceOf(
            Answer.Refused.class, answer(Definition.QD_766, row(Map.of()), NONE, false));

    assertEquals(Refusal.PERIOD_NOT_OVER, refused.refusal());
    assertInstanceOf(Answer.Figure.class, answer(Definition.INSTANT, row(Map.of()), NONE, false));
  }

  @Test
  void shouldRefuseWhatGoesByMomentsThatAreKnownNoMore() {
    MomentCounts dropped = new MomentCounts(Map.of(Moment.DROPPED_LEARNED_SINCE, 2L));
    MomentCounts closed = new MomentCounts(Map.of(Moment.CLOSED_LEARNED_SINCE, 3L));
    ReportRow row = row(Map.of(Measure.CLOSED_ON_TIME, 5, Measure.REFUSED, 2));

    assertInstanceOf(Answer.Figure.class, answer(Definition.INSTANT, row, dropped, true));
    assertEquals(
        new Answer.Refused(Definition.QD_766, Refusal.MOMENTS_LEARNED_SINCE, 2),
        answer(Definition.QD_766, row, dropped, true));
    assertEquals(
        new Answer.Refused(Definition.INSTANT, Refusal.MOMENTS_LEARNED_SINCE, 3),
        answer(Definition.INSTANT, row, closed, true));
    assertEquals(
        new Ratio.Value(7, 7),
        ((Answer.Figure) answer(Definition.II_06A, row, closed, true)).value());
  }

  @Test
  void shouldSayHowManyAreTakenByDayForWantOfTheirMoment() {
    MomentCounts reopened =
        new MomentCounts(Map.of(Moment.CLOSED_NOT_HELD, 2L, Moment.DROPPED_NOT_HELD, 1L));
    ReportRow row = row(Map.of(Measure.CLOSED_ON_TIME, 5, Measure.WITHDRAWN, 1));

    assertEquals(2, figure(Definition.INSTANT, row, reopened).doubtful());
    assertEquals(3, figure(Definition.QD_766, row, reopened).doubtful());
    assertEquals(0, figure(Definition.II_06A, row, reopened).doubtful());
    assertEquals(new Ratio.Value(5, 5), figure(Definition.INSTANT, row, reopened).value());
  }

  private static Answer.Figure figure(Definition definition, ReportRow row, MomentCounts moments) {
    return assertInstanceOf(Answer.Figure.class, answer(definition, row, moments, true));
  }

  private static Answer answer(
      Definition definition, ReportRow row, MomentCounts moments, boolean over) {
    List<Answer> answers = Definitions.of(row, moments, over);
    return answers.get(definition.ordinal());
  }

  private static ReportRow row(Map<Measure, Integer> figures) {
    Amounts period = Amounts.ZERO;
    for (Map.Entry<Measure, Integer> figure : figures.entrySet()) {
      period = period.plus(figure.getKey(), figure.getValue());
    }
    return ReportRow.of(Amounts.ZERO, period);
  }
}
