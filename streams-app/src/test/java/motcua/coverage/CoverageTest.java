package motcua.coverage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import motcua.core.alert.SilenceRule;
import motcua.core.calendar.WorkingCalendar;
import motcua.core.unit.Scope;
import motcua.core.unit.UnitTree;
import motcua.readmodel.SourceHearing;
import motcua.readmodel.SourceLine;
import motcua.readmodel.SourceReadModel;
import org.junit.jupiter.api.Test;

class CoverageTest {
  /** A Monday, half past nine in the morning. */
  private static final Instant NOW = Instant.parse("2024-09-16T02:30:00Z");

  private static final Instant TODAY = NOW.minusSeconds(3_600);
  private static final Instant LAST_MONDAY = NOW.minusSeconds(7 * 86_400);
  private static final Instant LAST_TUESDAY = NOW.minusSeconds(6 * 86_400);
  private static final UnitTree TREE =
      UnitTree.parse(
              """
              code,name,parent,level,validFrom,validTo,successor,headName,headEmail
              H,Tỉnh,,,,,,,
              A,Một,H,,,,,,
              B,Hai,H,,,,,,
              """)
          .orElseThrow();

  @Test
  void shouldFindNothingStaleWhileEverySourceIsHeard() {
    assertEquals(Optional.empty(), of("H", heard("one", TODAY, "A"), heard("two", TODAY, "B")));
  }

  @Test
  void shouldCallPartOfAScopeStaleWhenOneOfItsSourcesIsSilent() {
    Staleness stale =
        of("H", heard("one", LAST_MONDAY, "A"), heard("two", TODAY, "B")).orElseThrow();

    assertFalse(stale.whole());
    assertEquals(LAST_MONDAY, stale.since());
    assertEquals(List.of("one"), stale.sources());
    assertEquals(List.of(new Staleness.StaleUnit("A", LAST_MONDAY, true)), stale.units());
  }

  @Test
  void shouldCallAScopeStaleSinceTheFirstOfItsSilentSources() {
    Staleness stale =
        of("A", heard("one", LAST_TUESDAY, "A"), heard("two", LAST_MONDAY, "A", "B")).orElseThrow();

    assertTrue(stale.whole());
    assertEquals(LAST_MONDAY, stale.since());
    assertEquals(List.of("one", "two"), stale.sources());
    assertEquals(List.of(new Staleness.StaleUnit("A", LAST_MONDAY, true)), stale.units());
  }

  @Test
  void shouldLeaveOutSourcesOfOtherUnits() {
    assertEquals(
        Optional.empty(), of("B", heard("one", LAST_MONDAY, "A"), heard("two", TODAY, "B")));
  }

  @Test
  void shouldNotExpectASourceThatOnlyLoadedThePast() {
    assertEquals(
        Optional.empty(),
        of(
            "H",
            new SourceHearing("archive", Optional.empty(), Map.of()),
            heard("two", TODAY, "B")));
  }

  @Test
  void shouldSayHowLongASourceHasBeenSilentInOfficeHours() {
    SourceState state = coverage(heard("one", LAST_TUESDAY, "A")).sources().getFirst();

    // Wednesday to Friday, the rest of Tuesday and two hours of today.
    assertEquals("PT30H", state.silence().orElseThrow().toString());
    assertEquals("PT15H", state.limit().orElseThrow().toString());
    assertEquals(Instant.parse("2024-09-12T02:30:00Z"), state.silentSince().orElseThrow());
  }

  private static SourceHearing heard(String source, Instant at, String... units) {
    Map<String, Instant> fed = new java.util.HashMap<>();
    for (String unit : units) {
      fed.put(unit, at);
    }
    return new SourceHearing(source, Optional.of(at), fed);
  }

  private static Optional<Staleness> of(String scope, SourceHearing... hearings) {
    Scope asked = TREE.scope(scope, LocalDate.of(2024, 9, 16));
    return coverage(hearings).of(asked);
  }

  private static Coverage coverage(SourceHearing... hearings) {
    return new Coverage(
        new Kept(List.of(hearings)),
        SilenceRule.DEFAULT,
        WorkingCalendar.WEEKDAYS_ONLY,
        InstantSource.fixed(NOW));
  }

  private record Kept(List<SourceHearing> hearings) implements SourceReadModel {
    @Override
    public Map<String, Map<String, Long>> marks() {
      return Map.of();
    }

    @Override
    public List<SourceLine> sources(Instant now) {
      return hearings.stream()
          .map(one -> new SourceLine(one, 1, 0, one.heardAt(), one.heardAt(), 0, 0, Map.of()))
          .toList();
    }
  }
}
