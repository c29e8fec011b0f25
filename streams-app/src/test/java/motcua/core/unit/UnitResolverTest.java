package motcua.core.unit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import motcua.core.unit.ResolvedUnit.Match;
import org.junit.jupiter.api.Test;

/** Which unit a national record means (national-payload.md D27). */
class UnitResolverTest {
  private static final LocalDate BEFORE = LocalDate.parse("2025-06-30");
  private static final LocalDate AFTER = LocalDate.parse("2025-07-01");
  private static final UnitResolver UNITS =
      new UnitResolver(
          UnitTree.parse(
                  """
                  code,name,parent,validFrom,validTo,successor
                  R,Tỉnh,,,,
                  D1,Huyện 1,R,,,
                  D2,Huyện 2,R,,,
                  D1.T,Xã Tân Lập,D1,,,
                  D2.T,Xã Tân Lập,D2,,,
                  A,Xã A,R,,2025-06-30,B
                  B,Xã B,R,,,
                  C,Xã C cũ,R,,2025-06-30,
                  """)
              .orElseThrow(),
          UnitAliases.parse(
                  """
                  source,name,code,validFrom,validTo
                  h1,Trung tâm  MỘT cửa,D1,,2025-06-30
                  h1,Trung tâm một cửa,D2,2025-07-01,
                  """)
              .orElseThrow());

  @Test
  void shouldPreferTheCodeOfTheRecord() {
    assertEquals(named("D1"), UNITS.resolve("h1", "D1", "Xã B", "R", AFTER));
  }

  @Test
  void shouldUseTheAliasOfTheDayAndSource() {
    assertEquals(named("D1"), UNITS.resolve("h1", null, "trung tâm một cửa", "R", BEFORE));
    assertEquals(named("D2"), UNITS.resolve("h1", "no such code", "trung tâm một cửa", "R", AFTER));
    assertEquals(
        new ResolvedUnit("R", Match.STAND_IN),
        UNITS.resolve("h2", null, "trung tâm một cửa", "R", AFTER));
  }

  @Test
  void shouldUseTheNameWhateverItsCaseSpaceAndForm() {
    assertEquals(named("B"), UNITS.resolve("h1", null, " xa\u0303\u00a0 B ", "R", AFTER));
  }

  @Test
  void shouldTakeAnAmbiguousNameOnlyBelowTheSender() {
    assertEquals(named("D1.T"), UNITS.resolve("h1", null, "Xã Tân Lập", "D1", AFTER));
    assertEquals(named("D2.T"), UNITS.resolve("h1", null, "Xã Tân Lập", "D2.T", AFTER));
    assertEquals(
        new ResolvedUnit("R", Match.STAND_IN), UNITS.resolve("h1", null, "Xã Tân Lập", "R", AFTER));
  }

  @Test
  void shouldPassFromAnEndedUnitToItsSuccessor() {
    ResolvedUnit successor = new ResolvedUnit("B", Match.SUCCESSOR);

    assertEquals(named("A"), UNITS.resolve("h1", null, "Xã A", "R", BEFORE));
    assertEquals(successor, UNITS.resolve("h1", null, "Xã A", "R", AFTER));
    assertEquals(successor, UNITS.resolve("h1", "A", null, "R", AFTER));
    assertEquals(named("C"), UNITS.resolve("h1", null, "Xã C cũ", "R", AFTER));
  }

  @Test
  void shouldTakeTheSenderForARecordThatNamesNoUnit() {
    assertEquals(named("D1"), UNITS.resolve("h1", null, null, "D1", AFTER));
    assertEquals(
        new ResolvedUnit("D1", Match.STAND_IN), UNITS.resolve("h1", null, "Phòng lạ", "D1", AFTER));
  }

  @Test
  void shouldBookRawWhatNothingKnows() {
    assertEquals(
        new ResolvedUnit("x", Match.STAND_IN), UNITS.resolve("h1", "x", "Phòng lạ", "y", AFTER));
    assertEquals(
        new ResolvedUnit("y", Match.STAND_IN), UNITS.resolve("h1", null, "Phòng lạ", "y", AFTER));
    assertEquals(
        new ResolvedUnit("Phòng lạ", Match.STAND_IN),
        UNITS.resolve("h1", null, "Phòng lạ", null, AFTER));
    assertEquals(
        new ResolvedUnit("?", Match.STAND_IN), UNITS.resolve("h1", null, null, null, AFTER));
  }

  @Test
  void shouldTakeCodesAsTheyAreWithoutATree() {
    assertEquals(named("x"), UnitResolver.NONE.resolve("h1", "x", "Phòng lạ", "y", AFTER));
    assertEquals(named("y"), UnitResolver.NONE.resolve("h1", null, "Phòng lạ", "y", AFTER));
    assertEquals(named("Phòng lạ"), UnitResolver.NONE.resolve("h1", null, "Phòng lạ", null, AFTER));
  }

  private static ResolvedUnit named(String code) {
    return new ResolvedUnit(code, Match.NAMED);
  }
}
