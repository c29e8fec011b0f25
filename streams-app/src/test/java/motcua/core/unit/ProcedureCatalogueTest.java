package motcua.core.unit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** procedures.csv and unit-aliases.csv (contract.md). */
class ProcedureCatalogueTest {
  private static final LocalDate BEFORE = LocalDate.parse("2025-06-30");
  private static final LocalDate AFTER = LocalDate.parse("2025-07-01");
  private static final String FILE =
      """
      code,name,field,fieldName,onlineLevel,maxWorkingDays,validFrom,validTo
      1.001193,Đăng ký khai sinh,G01,Hộ tịch,Toàn trình,1,,2025-06-30
      1.001193,Khai sinh,G01,Hộ tịch và quốc tịch,Toàn trình,0,2025-07-01,
      1.002.000.00.00.H22,Chứng thực,G02,Chứng thực,,,,
      """;
  private static final ProcedureCatalogue PROCEDURES = ProcedureCatalogue.parse(FILE).orElseThrow();

  @Test
  void shouldNameProceduresAndFieldsOfTheDay() {
    assertEquals("Đăng ký khai sinh", PROCEDURES.procedureName("1.001193", BEFORE));
    assertEquals("Khai sinh", PROCEDURES.procedureName("1.001193.000.00.00.H22", AFTER));
    assertEquals("Chứng thực", PROCEDURES.procedureName("1.002.000.00.00.H22", AFTER));
    assertEquals("Hộ tịch", PROCEDURES.fieldName("G01", BEFORE));
    assertEquals("Hộ tịch và quốc tịch", PROCEDURES.fieldName("G01", AFTER));
    assertEquals("9.9", PROCEDURES.procedureName("9.9", AFTER));
    assertEquals("G9", PROCEDURES.fieldName("G9", AFTER));
    assertEquals(1, PROCEDURES.procedure("1.001193", BEFORE).orElseThrow().maxWorkingDays());
    assertNull(PROCEDURES.procedure("1.002.000.00.00.H22", BEFORE).orElseThrow().maxWorkingDays());
  }

  @Test
  void shouldNameBadLines() {
    assertProblem(
        FILE.replace(",1,,2025", ",-1,,2025"),
        "line 2: maxWorkingDays is not a whole number of days");
    assertProblem(
        FILE.replace("2025-07-01", "2025-06-30"),
        "line 3: validity of procedure 1.001193 overlaps that of another line");
  }

  @Test
  void shouldSayWhatWasKnownOnADay() {
    String renamed =
        """
        code,name,validFrom,validTo,recordedAt
        1.001193,Đăng ký khai sinh,,,
        1.001193,Đăng ký khai sinh,,2025-06-30,2025-06-15
        1.001193,Khai sinh,2025-07-01,,2025-06-15T09:00:00+07:00
        """;
    ProcedureCatalogue now = ProcedureCatalogue.parse(renamed).orElseThrow();
    ProcedureCatalogue before = now.asKnownOn(LocalDate.parse("2025-06-14"));

    assertEquals("Khai sinh", now.procedureName("1.001193", AFTER));
    assertEquals("Đăng ký khai sinh", before.procedureName("1.001193", AFTER));
    assertEquals(1, before.rows().size());
    assertEquals(now.version(), now.asKnownOn(LocalDate.parse("2025-06-15")).version());
    assertNotEquals(now.version(), before.version());
    assertProblem(
        renamed + "1.001193,Khai sinh lại,2025-07-01,,2025-06-15\n",
        "line 5: validity of procedure 1.001193 overlaps that of another line");
  }

  @Test
  void shouldRefuseAliasesThatOverlap() {
    Parsed<UnitAliases> parsed =
        UnitAliases.parse("source,name,code\nh1,Xã A,A\nh1, xã  a,B\nh2,Xã A,C\n");

    Parsed.Failed<UnitAliases> failed = assertInstanceOf(Parsed.Failed.class, parsed);
    assertEquals(
        "line 3: validity overlaps that of another line with this source and name",
        failed.problems().getFirst().toString());
    assertEquals(1, failed.problems().size());
  }

  private static void assertProblem(String csv, String problem) {
    Parsed.Failed<ProcedureCatalogue> failed =
        assertInstanceOf(Parsed.Failed.class, ProcedureCatalogue.parse(csv));
    assertEquals(problem, failed.problems().getFirst().toString());
  }
}
