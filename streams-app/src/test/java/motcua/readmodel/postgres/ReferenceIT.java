package motcua.readmodel.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import motcua.core.calendar.CalendarRow;
import motcua.core.calendar.WorkingCalendar;
import motcua.core.unit.ProcedureCatalogue;
import motcua.core.unit.UnitAliases;
import motcua.core.unit.UnitTree;
import motcua.readmodel.ReferenceFiles;
import org.junit.jupiter.api.Test;

class ReferenceIT {
  private static final Instant LOADED = Instant.parse("2024-09-14T17:00:00Z");
  private static final String UNITS =
      """
      code,name,parent,level,validFrom,validTo,successor,headName,headEmail
      H1,Huyện Một,,huyen,,,,,
      H1.1,Xã Một,H1,xa,,2024-11-30,H1.2,,
      H1.2,Xã Hai,H1,xa,,,,,
      """;

  private final TestDatabase database = TestDatabase.create();
  private final PostgresReferenceStore store = new PostgresReferenceStore(database.application());

  @Test
  void shouldKeepEachVersionOnce() {
    ReferenceFiles first = files(UNITS);
    ReferenceFiles second = files(UNITS.replace("Xã Hai", "Xã Mới"));

    store.save(first, LOADED);
    store.save(first, LOADED.plusSeconds(60));
    store.save(second, LOADED);

    assertEquals(2, database.number("SELECT count(*) FROM reference_version WHERE kind = 'unit'"));
    assertEquals(6, database.number("SELECT count(*) FROM unit"));
    assertEquals(
        "Xã Mới",
        database.text(
            "SELECT name FROM unit WHERE code = 'H1.2' AND version = '"
                + second.units().version()
                + "'"));
    assertEquals(
        "2024-11-30", database.text("SELECT valid_to FROM unit WHERE code = 'H1.1' LIMIT 1"));
    assertEquals("H1.2", database.text("SELECT successor FROM unit WHERE code = 'H1.1' LIMIT 1"));
    assertEquals("h56", database.text("SELECT source FROM unit_alias"));
    assertEquals(7, database.number("SELECT max_working_days FROM procedure"));
    assertEquals("work", database.text("SELECT kind FROM holiday WHERE day = '2024-05-04'"));
    assertNull(database.text("SELECT recorded_on FROM holiday LIMIT 1"));
  }

  private static ReferenceFiles files(String units) {
    return new ReferenceFiles(
        UnitTree.parse(units).orElseThrow(),
        UnitAliases.parse("source,name,code,validFrom,validTo\nh56,UBND Xã Một,H1.1,,\n")
            .orElseThrow(),
        ProcedureCatalogue.parse(
                "code,name,field,fieldName,onlineLevel,maxWorkingDays,validFrom,validTo\n1.001,Cấp giấy,DD,Đất đai,4,7,,\n")
            .orElseThrow(),
        new WorkingCalendar(
            List.of(new CalendarRow(LocalDate.parse("2024-05-04"), CalendarRow.Kind.WORK, null))));
  }
}
