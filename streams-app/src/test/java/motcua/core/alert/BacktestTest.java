package motcua.core.alert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import motcua.core.alert.Transition.Kind;
import motcua.core.alert.Transition.Reason;
import motcua.core.calendar.WorkingCalendar;
import motcua.core.period.Period;
import motcua.core.unit.UnitTree;
import org.junit.jupiter.api.Test;

/** Cases worked out by hand; the quarter begins on 15/9/2024. */
class BacktestTest {
  private static final UnitTree TREE =
      UnitTree.parse(
              """
              code,name,parent,level,validFrom,validTo,successor,headName,headEmail
              H,Tỉnh,,tinh,,,,,
              H1,Huyện Một,H,huyen,,,,,
              H2,Huyện Hai,H,huyen,,,,,
              H1.1,Xã Một,H1,xa,,,,,
              H1.2,Xã Hai,H1,xa,,2024-09-30,,,
              H1.2,Xã Hai,H2,xa,2024-10-01,,,,
              """)
          .orElseThrow();

  private final List<DayFigures> figures = new ArrayList<>();

  @Test
  void shouldTellWhatWasKnownThatDayAndNotWhatIsKnownNow() {
    closed("H1.1", "2024-09-16", "2024-09-16", 3, 23);
    closed("H1.1", "2024-09-25", "2024-09-25", 0, 60);
    // Twenty of the on-time ones turn late, and this is learned in October.
    closed("H1.1", "2024-09-16", "2024-10-01", 20, 0);

    BacktestUnit unit = run("2024-09-15", "2024-10-10", "ALL").get("H1.1");

    assertEquals(2, unit.count(Kind.RAISED));
    assertEquals(0, unit.count(Kind.WORSENED));
    assertEquals(2, unit.count(Kind.REMINDED), "23/9 and 8/10");
    assertEquals(1, unit.count(Kind.ESCALATED), "4/10: three working days after 1/10");
    assertEquals(5, unit.told());
    assertEquals(1, unit.cleared(Reason.RECOVERED));
    assertEquals(0, unit.cleared(Reason.PERIOD_ENDED));
    assertTrue(unit.holds());
    assertEquals(10, unit.daysSure());
    assertEquals(9.5, unit.medianDays().orElseThrow());
    assertEquals(
        List.of(
            new BacktestUnit.Alert(
                "late@default",
                day("2024-09-16"),
                day("2024-09-25"),
                Severity.LIKELY,
                Reason.RECOVERED,
                9,
                new AlertFigures(3, 83, 0, 0)),
            new BacktestUnit.Alert(
                "late@default",
                day("2024-10-01"),
                null,
                Severity.SURE,
                null,
                10,
                new AlertFigures(23, 83, 0, 0))),
        unit.alerts());
  }

  @Test
  void shouldEndWithTheWindowAndBeginAnew() {
    closed("H1.1", "2024-12-10", "2024-12-10", 4, 20);
    closed("H1.1", "2024-12-16", "2024-12-16", 0, 10);
    // Of the quarter that is over: nothing for the new one.
    closed("H1.1", "2024-12-10", "2024-12-17", 9, 9);

    BacktestUnit unit = run("2024-12-01", "2024-12-20", "ALL").get("H1.1");

    assertEquals(1, unit.count(Kind.RAISED));
    assertEquals(1, unit.cleared(Reason.PERIOD_ENDED));
    assertEquals(5, unit.alerts().getFirst().days());
    assertFalse(unit.holds());
  }

  @Test
  void shouldBeginWithWhatTheWindowHeldBefore() {
    closed("H1.1", "2024-09-16", "2024-09-16", 3, 20);
    closed("H1.1", "2024-09-14", "2024-09-16", 50, 50);

    BacktestUnit unit = run("2024-09-20", "2024-09-21", "ALL").get("H1.1");

    assertEquals(day("2024-09-20"), unit.alerts().getFirst().raisedOn());
    assertEquals(new AlertFigures(3, 20, 0, 0), unit.alerts().getFirst().last());
    assertEquals(2, unit.alerts().getFirst().days());
  }

  @Test
  void shouldSumUnitsAboveWithTheTreeOfTheDay() {
    closed("H1.2", "2024-09-16", "2024-09-16", 5, 50);
    closed("H1.1", "2024-09-16", "2024-09-16", 0, 50);
    closed("H2", "2024-09-16", "2024-09-16", 0, 10);

    Map<String, BacktestUnit> units = run("2024-09-15", "2024-10-05", "ALL");

    assertEquals(
        List.of("H1.2", "H2"),
        units.values().stream().filter(unit -> unit.told() > 0).map(BacktestUnit::unit).toList());
    assertEquals(day("2024-10-01"), units.get("H2").alerts().getFirst().raisedOn());
    assertEquals(List.of("H", "H1", "H1.1", "H1.2", "H2"), List.copyOf(units.keySet()));
  }

  @Test
  void shouldJudgeOnlyWhatIsAskedFor() {
    closed("H1.2", "2024-09-16", "2024-09-16", 5, 50);
    closed("H1.1", "2024-09-16", "2024-09-16", 5, 50);

    assertEquals(
        List.of("H1", "H1.1"), List.copyOf(run("2024-09-15", "2024-10-05", "H1").keySet()));
    assertEquals(List.of("H1.1"), List.copyOf(run("2024-09-15", "2024-10-05", "H1.1").keySet()));
  }

  @Test
  void shouldBookAUnitTheTreeDoesNotKnowBelowItsRoot() {
    closed("X9", "2024-09-16", "2024-09-16", 5, 50);

    assertEquals(
        List.of("H", "UNKNOWN/X9"), List.copyOf(run("2024-09-15", "2024-10-05", "ALL").keySet()));
  }

  @Test
  void shouldTakeBackAClose() {
    closed("H1.1", "2024-09-16", "2024-09-16", 3, 20);
    closed("H1.1", "2024-09-16", "2024-09-18", -3, -3);

    BacktestUnit unit = run("2024-09-15", "2024-09-20", "ALL").get("H1.1");

    assertEquals(1, unit.cleared(Reason.RECOVERED));
    assertEquals(2, unit.alerts().getFirst().days());
  }

  private void closed(String unit, String countsOn, String knownOn, long late, long dated) {
    figures.add(new DayFigures(unit, day(countsOn), day(knownOn), late, dated));
  }

  private Map<String, BacktestUnit> run(String from, String to, String scope) {
    var question =
        new Backtest.Question(
            new Period(day(from), day(to)),
            scope,
            AlertRules.DEFAULT,
            TREE,
            WorkingCalendar.WEEKDAYS_ONLY);
    Map<String, BacktestUnit> units = new TreeMap<>();
    Backtest.run(question, figures).forEach(unit -> units.put(unit.unit(), unit));
    return units;
  }

  private static LocalDate day(String iso) {
    return LocalDate.parse(iso);
  }
}
