package motcua.schemas.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import motcua.schemas.sample.PayloadRecount.Dossier;
import motcua.schemas.sample.PayloadRecount.Step;
import motcua.schemas.sample.SampleDistricts.Choice;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleDistrictsTest {
  private static final long SEED = Long.getLong("motcua.seed", SampleDistricts.DEFAULT_SEED);

  @TempDir static Path folder;
  private static final Map<String, DistrictSet> SETS = new HashMap<>();
  private static final Map<String, Map<String, Dossier>> DOSSIERS = new HashMap<>();

  @BeforeAll
  static void generate() throws IOException {
    System.out.println("seed " + SEED);
    for (DistrictSet set : SampleDistricts.write(folder, SEED, EnumSet.allOf(Choice.class))) {
      SETS.put(set.name(), set);
      DOSSIERS.put(set.name(), PayloadRecount.read(set));
    }
  }

  @Test
  void shouldGiveCamGiangDistrictsCounts() {
    Map<String, Integer> columns = columns("cam-giang", 0, Set.of("H23.991.00"));

    assertEquals(969, columns.get("received"));
    assertEquals(936, columns.get("closedInDue"));
    assertEquals(30, columns.get("openInTime"));
    assertEquals(3, columns.get("openUndated"));
    assertEquals(963, columns.get("componentsDigitised"));
    assertNone(columns, "carriedOver", "closedLate", "openOverdue");
  }

  @Test
  void shouldGiveCamGiangCommunesCounts() {
    Map<String, Integer> columns = columns("cam-giang", 1, communes("H23.991", 17));

    assertEquals(12_860, columns.get("received"));
    assertEquals(12_783, columns.get("closedInDue"));
    assertEquals(77, columns.get("openInTime"));
    assertEquals(12_833, columns.get("componentsDigitised"));
    assertNone(columns, "carriedOver", "closedLate", "openOverdue", "openUndated");
  }

  @Test
  void shouldGiveDakSongsCountsAtBothBounds() {
    Map<String, Integer> inTime = columns("dak-song-open-in-time", 0, allUnits("H16.991", 9));
    Map<String, Integer> overdue = columns("dak-song-open-overdue", 0, allUnits("H16.992", 9));

    for (Map<String, Integer> columns : List.of(inTime, overdue)) {
      assertEquals(1_728, columns.get("carriedOver"));
      assertEquals(19_117, columns.get("received"));
      assertEquals(15_739, columns.get("closedInDue"));
      assertEquals(1_865, columns.get("closedLate"));
      assertEquals(1_668, columns.get("closedLateLand"));
      assertNone(columns, "openUndated");
    }
    assertEquals(3_241, inTime.get("openInTime"));
    assertNone(inTime, "openOverdue");
    assertEquals(3_241, overdue.get("openOverdue"));
    assertNone(overdue, "openInTime");
  }

  @Test
  void shouldGiveGioLinhsCounts() {
    Map<String, Integer> columns = columns("gio-linh", 0, allUnits("H50.991", 17));

    assertEquals(307, columns.get("carriedOver"));
    assertEquals(25_470, columns.get("receivedOnline"));
    assertEquals(40_820, columns.get("receivedDirect") + columns.get("receivedPostal"));
    assertEquals(65_965, columns.get("closedInDue"));
    assertEquals(171, columns.get("closedLate"));
    assertEquals(461, columns.get("openInTime"));
    assertNone(columns, "openOverdue", "openUndated");
    assertEquals(21_206, columns.get("componentsDigitised"));
    assertEquals(27_109, columns.get("resultsDigitised"));
    assertEquals(25_000, columns.get("feePaid"));
    assertEquals(350, columns.get("feePaidOnline"));
  }

  @Test
  void shouldGiveTheSmallestCountsThatPrintTuanGiaosRates() {
    List<Integer> expected = List.of(1_819, 409, 1, 1, 1, 1);
    for (int year = 0; year < 6; year++) {
      Map<String, Integer> district = columns("tuan-giao", 2 * year, Set.of("H18.991.00"));
      Map<String, Integer> communes = columns("tuan-giao", 2 * year + 1, communes("H18.991", 19));
      int late = year < 2 ? 1 : 0;
      assertEquals(expected.get(year) - late, district.get("closedInDue"));
      assertEquals(late, district.getOrDefault("closedLate", 0));
      assertEquals(1, communes.get("closedInDue"));
      assertNone(district, "carriedOver", "openInTime", "openOverdue");
    }
  }

  @Test
  void shouldKeepEveryStepInsideThePeriodAndInOrder() {
    for (DistrictSet set : SETS.values()) {
      LocalDateTime last = set.statements().getLast().to().plusDays(1).atStartOfDay();
      assertFalse(last.toInstant(ZoneOffset.ofHours(7)).isAfter(SampleDistricts.CLOCK), set.name());
      DOSSIERS.get(set.name()).values().forEach(dossier -> assertSteps(dossier, last));
    }
  }

  @Test
  void shouldLeaveNothingForTheInterpretationToRepair() {
    for (Map<String, Dossier> dossiers : DOSSIERS.values()) {
      for (Dossier dossier : dossiers.values()) {
        String date = dossier.received().toLocalDate().toString().substring(2).replace("-", "");
        assertTrue(dossier.id().startsWith(dossier.unit() + "-" + date + "-"), dossier.id());
        assertTrue(
            dossier.due() == null || dossier.due().isAfter(dossier.received()), dossier.id());
        dossier.supplementDues().forEach(due -> assertEquals(dossier.due(), due, dossier.id()));
      }
    }
  }

  @Test
  void shouldNameNobody() {
    for (Map<String, Dossier> dossiers : DOSSIERS.values()) {
      dossiers.values().forEach(dossier -> assertEquals("", dossier.personal(), dossier.id()));
    }
  }

  @Test
  void shouldMixTheDialects() throws IOException {
    Set<Character> starts = new HashSet<>();
    boolean iso = false;
    for (Path file : SETS.get("gio-linh").files()) {
      String text = Files.readString(file);
      starts.add(text.charAt(0));
      iso |= text.contains("\"TrangThaiHoSo\":10");
      assertTrue(Files.size(file) < 10_000_000, file.toString());
    }
    assertEquals(Set.of('{', '['), starts);
    assertTrue(iso);
  }

  @Test
  void shouldNameEveryUnitItUses() throws IOException {
    String units = Files.readString(folder.resolve("units.csv"));
    String aliases = Files.readString(folder.resolve("unit-aliases.csv"));
    for (DistrictSet set : SETS.values()) {
      set.statements()
          .forEach(statement -> assertTrue(units.contains("\n" + statement.scopeUnit() + ",")));
      for (Dossier dossier : DOSSIERS.get(set.name()).values()) {
        assertTrue(units.contains("\n" + dossier.unit() + ","), dossier.unit());
        String name = dossier.unitName();
        assertTrue(
            aliases.contains("\n" + set.source() + ",\"" + name + "\"," + dossier.unit() + ","),
            name);
      }
    }
  }

  @Test
  void shouldWriteTheSameBytesForTheSameSeedWhateverElseIsChosen(
      @TempDir Path again, @TempDir Path other) throws Exception {
    SampleDistricts.write(again, SEED, Set.of(Choice.CAM_GIANG));
    SampleDistricts.write(other, SEED + 1, Set.of(Choice.CAM_GIANG));

    assertEquals(digest(folder.resolve("cam-giang")), digest(again.resolve("cam-giang")));
    assertNotEquals(digest(folder.resolve("cam-giang")), digest(other.resolve("cam-giang")));
  }

  private static void assertSteps(Dossier dossier, LocalDateTime end) {
    LocalDateTime before = LocalDateTime.MIN;
    Map<Integer, LocalDateTime> times = new HashMap<>();
    for (Step step : dossier.steps()) {
      assertTrue(
          step.time().isAfter(before) && step.time().isBefore(end),
          dossier.id() + " at " + step.time());
      times.putIfAbsent(step.status(), step.time());
      before = step.time();
    }
    assertEquals(dossier.received(), times.get(2));
    assertEquals(dossier.completed(), times.get(9));
    assertEquals(dossier.returned(), times.get(10));
    assertEquals(dossier.status(), dossier.steps().getLast().status());
  }

  private static Map<String, Integer> columns(String set, int statement, Set<String> units) {
    List<Dossier> scope =
        DOSSIERS.get(set).values().stream()
            .filter(dossier -> units.contains(dossier.unit()))
            .toList();
    return PayloadRecount.columns(scope, SETS.get(set).statements().get(statement));
  }

  private static Set<String> communes(String district, int count) {
    Set<String> codes = new HashSet<>();
    for (int i = 1; i <= count; i++) {
      codes.add("%s.%02d".formatted(district, i));
    }
    return codes;
  }

  private static Set<String> allUnits(String district, int communes) {
    Set<String> codes = communes(district, communes);
    codes.add(district + ".00");
    return codes;
  }

  private static void assertNone(Map<String, Integer> columns, String... names) {
    for (String name : names) {
      assertNull(columns.get(name), name);
    }
  }

  private static String digest(Path folder) throws Exception {
    MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        sha256.update(file.getFileName().toString().getBytes(StandardCharsets.UTF_8));
        sha256.update(Files.readAllBytes(file));
      }
    }
    return new BigInteger(1, sha256.digest()).toString(16);
  }
}
