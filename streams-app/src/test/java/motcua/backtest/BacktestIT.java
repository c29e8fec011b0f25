package motcua.backtest;

import static motcua.readmodel.postgres.TestRecords.day;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import motcua.core.alert.AlertRules;
import motcua.core.alert.DayFigures;
import motcua.core.calendar.WorkingCalendar;
import motcua.core.ledger.Measure;
import motcua.core.period.Period;
import motcua.core.policy.Policy;
import motcua.core.unit.ProcedureCatalogue;
import motcua.core.unit.UnitTree;
import motcua.readmodel.Sourced;
import motcua.readmodel.postgres.PostgresDailyFigures;
import motcua.readmodel.postgres.TestDatabase;
import motcua.readmodel.postgres.TestRecords;
import motcua.report.Reference;
import motcua.schemas.internal.LedgerEntry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** From cells of the ledger in PostgreSQL to words; worked out by hand. */
class BacktestIT {
  private static final Instant NOW = Instant.parse("2024-10-11T01:00:00Z");
  private static final UnitTree TREE =
      UnitTree.parse(
              """
              code,name,parent,level,validFrom,validTo,successor,headName,headEmail
              H1,Huyện Một,,huyen,,,,,
              H1.1,Xã Một,H1,xa,,,,,
              H1.2,Xã Hai,H1,xa,,,,,
              """)
          .orElseThrow();
  private static final TestDatabase DATABASE = TestDatabase.create();
  private static final List<Sourced<LedgerEntry>> CELLS = new ArrayList<>();
  private static final PostgresDailyFigures FIGURES =
      new PostgresDailyFigures(DATABASE.application(), 1);

  @BeforeAll
  static void write() {
    cell("H1.1", "DD", "2024-09-16", "2024-09-16", 12, 8, 2);
    cell("H1.1", "HT", "2024-09-16", "2024-09-16", 0, 0, 1);
    cell("H1.1", "DD", "2024-09-25", "2024-09-25", 0, 60, 0);
    cell("H1.1", "DD", "2024-09-16", "2024-10-01", -12, -8, 20);
    cell("H1.2", "DD", "2024-09-16", "2024-09-16", 0, 77, 0);
    cell("H1.2", "DD", "2024-10-12", "2024-10-12", 0, 0, 77);
    cell("H1.2", "DD", "2024-09-14", "2024-09-14", 0, 0, 77);
    DATABASE.project(List.of(), CELLS, List.of(), List.of(), List.of());
  }

  private static void cell(
      String unit,
      String field,
      String countsOn,
      String knownOn,
      long early,
      long onTime,
      long late) {
    LedgerEntry entry = TestRecords.cell(unit, countsOn, Measure.CLOSED_EARLY, early);
    entry.setField(field);
    entry.setKnownOnDay(day(knownOn));
    entry.getAmounts().set(Measure.CLOSED_ON_TIME.ordinal(), onTime);
    entry.getAmounts().set(Measure.CLOSED_LATE.ordinal(), late);
    entry.getAmounts().set(Measure.CLOSED_UNDATED.ordinal(), 1_000L);
    CELLS.add(new Sourced<>(entry, 0, CELLS.size()));
  }

  @Test
  void shouldSumFieldsAndKeepTheDayOfKnowledge() {
    assertEquals(
        List.of(
            figures("H1.1", "2024-09-16", "2024-09-16", 3, 23),
            figures("H1.1", "2024-09-16", "2024-10-01", 20, 0),
            figures("H1.1", "2024-09-25", "2024-09-25", 0, 60),
            figures("H1.2", "2024-09-16", "2024-09-16", 0, 77)),
        FIGURES.between(LocalDate.of(2024, 9, 15), LocalDate.of(2024, 10, 10)));
    assertEquals(3, FIGURES.between(LocalDate.of(2024, 9, 15), LocalDate.of(2024, 9, 30)).size());
  }

  @Test
  void shouldReportWhatWouldHaveBeenTold() throws Exception {
    BacktestView view = BacktestView.of(run("ALL", LocalDate.of(2024, 10, 10)));

    JsonNode json = new ObjectMapper().valueToTree(view);
    assertEquals("late@default", json.at("/rules/0").asText());
    assertEquals(1, json.get("unitsNeverTold").asInt());
    assertEquals("H1", json.at("/units/0/unit").asText());
    assertEquals("2024-10-01", json.at("/units/0/alerts/0/raisedOn").asText());
    assertEquals("SURE", json.at("/units/0/alerts/0/severity").asText());
    assertTrue(json.at("/units/0/alerts/0/clearedOn").isNull());
    assertEquals(23, json.at("/units/0/alerts/0/late").asLong());
    assertEquals(160, json.at("/units/0/alerts/0/dated").asLong());
    assertEquals("RECOVERED", json.at("/units/1/alerts/0/reason").asText());
    assertEquals(9, json.at("/units/1/alerts/0/days").asLong());
    assertEquals(
        List.of(
            "Chạy thử quy tắc late@default từ 15/09/2024 đến 10/10/2024, phạm vi ALL.",
            "Đơn vị  Số lần báo  Mới  Nặng thêm  Nhắc lại  Lên cấp trên  Tự hết  Hết kỳ  Còn  Ngày chắc chắn  Số ngày (trung vị)  Số ngày (dài nhất)  Tên",
            "H1               3    1          0         1             1       0       0    1              10                10,0                  10  Huyện Một",
            "H1.1             5    2          0         2             1       1       0    1              10                 9,5                  10  Xã Một",
            "Cộng             8    3          0         3             2       1       0    2              20                10,0                  10",
            "2 đơn vị bị báo; 1 đơn vị có hồ sơ đã giải quyết mà không bị báo lần nào."),
        BacktestText.of(view).lines().toList());
  }

  @Test
  void shouldSayThatNobodyWouldHaveBeenTold() {
    assertEquals(
        "Không đơn vị nào bị báo; 1 đơn vị có hồ sơ đã giải quyết mà không bị báo lần nào.",
        BacktestText.of(BacktestView.of(run("H1.2", LocalDate.of(2024, 10, 10))))
            .lines()
            .toList()
            .getLast());
  }

  @Test
  void shouldRefuseAnUnknownUnitAndDaysToCome() {
    assertTrue(
        assertThrows(IllegalArgumentException.class, () -> run("H2", LocalDate.of(2024, 10, 10)))
            .getMessage()
            .contains("H2 is no unit"));
    assertTrue(
        assertThrows(IllegalArgumentException.class, () -> run("H1", LocalDate.of(2024, 10, 12)))
            .getMessage()
            .contains("2024-10-12 is after today, 2024-10-11"));
  }

  private static BacktestResult run(String scope, LocalDate to) {
    var reference =
        new Reference(
            TREE, WorkingCalendar.WEEKDAYS_ONLY, ProcedureCatalogue.EMPTY, Policy.DEFAULT);
    return new Backtests(FIGURES, reference, InstantSource.fixed(NOW))
        .run(new Period(LocalDate.of(2024, 9, 15), to), scope, AlertRules.DEFAULT);
  }

  private static DayFigures figures(
      String unit, String countsOn, String knownOn, long late, long dated) {
    return new DayFigures(unit, LocalDate.parse(countsOn), LocalDate.parse(knownOn), late, dated);
  }
}
