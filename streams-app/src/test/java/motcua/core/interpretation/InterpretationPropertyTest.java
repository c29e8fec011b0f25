package motcua.core.interpretation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import motcua.core.dossier.Revision;
import motcua.core.interpretation.Sighting.ComponentFile;
import motcua.core.interpretation.Sighting.Kind;
import motcua.core.interpretation.Sighting.Supplement;
import motcua.core.unit.UnitAliases;
import motcua.core.unit.UnitResolver;
import motcua.core.unit.UnitTree;
import org.junit.jupiter.api.Test;

/** What must hold for any sightings, however messy. Replay a run with {@code -Dmotcua.seed=}. */
class InterpretationPropertyTest {
  private static final int ROUNDS = 4_000;
  private static final long START = 1_787_000_000L;
  private static final UnitResolver UNITS =
      new UnitResolver(
          UnitTree.parse(
                  "code,name,parent,validTo,successor\nH99,Tỉnh,,,\nA,Xã A,H99,2026-08-25,B\nB,Xã B,H99,,\nC,Xã C,H99,,\n")
              .orElseThrow(),
          UnitAliases.NONE);

  @Test
  void shouldNotDependOnTheOrderOfTheCollection() {
    Random random = seeded();
    for (int round = 0; round < ROUNDS; round++) {
      List<SeenSighting> sightings = sightings(random);
      Interpreted expected = interpret(sightings);
      List<SeenSighting> shuffled = new ArrayList<>(sightings);
      shuffled.addAll(sightings.subList(0, random.nextInt(sightings.size() + 1)));
      Collections.shuffle(shuffled, random);

      assertEquals(expected, interpret(shuffled));
    }
  }

  @Test
  void shouldOnlyAddToWhatWasKnown() {
    Random random = seeded();
    for (int round = 0; round < ROUNDS; round++) {
      List<SeenSighting> sightings = sightings(random);
      Interpreted all = interpret(sightings);
      for (Instant moment : moments(sightings)) {
        Interpreted then =
            interpret(sightings.stream().filter(s -> !s.recordedAt().isAfter(moment)).toList());

        assertEquals(
            all.revisions().stream().filter(r -> !r.recordedAt().isAfter(moment)).toList(),
            then.revisions());
        assertEquals(asKnown(all.marks(), moment), asKnown(then.marks(), moment));
      }
    }
  }

  @Test
  void shouldChangeNothingWhenTheLastStateIsSentAgain() {
    Random random = seeded();
    for (int round = 0; round < ROUNDS; round++) {
      List<SeenSighting> sightings = sightings(random);
      Interpreted once = interpret(sightings);
      List<SeenSighting> again = new ArrayList<>(sightings);
      Instant later = Instant.ofEpochSecond(START + 10_000_000);
      SeenSighting lastHeader = null;
      for (SeenSighting seen : sightings) {
        if (seen.sighting().kind() == Kind.PROGRESS) {
          again.add(new SeenSighting(seen.sighting(), later, false));
        } else if (lastHeader == null || !lastHeader.recordedAt().isAfter(seen.recordedAt())) {
          lastHeader = seen;
        }
      }
      if (lastHeader != null && isAlone(lastHeader, sightings)) {
        again.add(new SeenSighting(lastHeader.sighting(), later, false));
      }

      assertEquals(once, interpret(again));
    }
  }

  @Test
  void shouldGiveRevisionsThatAreFitForTheLedger() {
    Random random = seeded();
    int retractions = 0;
    for (int round = 0; round < ROUNDS; round++) {
      Map<String, Revision> last = new HashMap<>();
      for (Revision revision : interpret(sightings(random)).revisions()) {
        assertTrue(revision.eventId().startsWith("D-1:"), revision::toString);
        assertEquals(revision.recordedAt(), revision.orderedAt());
        Revision before = last.put(revision.eventId(), revision);
        assertTrue(
            before == null || before.recordedAt().isBefore(revision.recordedAt()),
            "one revision a moment");
        assertFalse(
            before != null && before.content().equals(revision.content()),
            "a revision says something new");
        assertFalse(before == null && revision.retracted(), "only what was told is retracted");
        retractions += revision.retracted() ? 1 : 0;
      }
    }
    assertTrue(
        retractions > ROUNDS / 100, "the generator makes later records contradict earlier ones");
  }

  private static boolean isAlone(SeenSighting header, List<SeenSighting> sightings) {
    return sightings.stream()
            .filter(
                s ->
                    s.sighting().kind() == Kind.DOSSIER
                        && s.recordedAt().equals(header.recordedAt()))
            .count()
        == 1;
  }

  private static Set<String> asKnown(List<SeenMark> marks, Instant moment) {
    Set<String> known = new TreeSet<>();
    for (SeenMark mark : marks) {
      if (!mark.knownAt().isAfter(moment)) {
        boolean ended = mark.endedAt() != null && !mark.endedAt().isAfter(moment);
        known.add(mark.mark() + " " + mark.knownAt() + " " + (ended ? mark.endedAt() : "holds"));
      }
    }
    return known;
  }

  private static Interpreted interpret(List<SeenSighting> sightings) {
    return Interpretation.interpret("h99", "D-1", sightings, UNITS);
  }

  private static Set<Instant> moments(List<SeenSighting> sightings) {
    Set<Instant> moments = new TreeSet<>();
    sightings.forEach(seen -> moments.add(seen.recordedAt()));
    return moments;
  }

  private static Random seeded() {
    long seed = Long.getLong("motcua.seed", System.nanoTime());
    System.out.println("motcua.seed=" + seed);
    return new Random(seed);
  }

  private static List<SeenSighting> sightings(Random random) {
    List<SeenSighting> sightings = new ArrayList<>();
    int count = 1 + random.nextInt(9);
    for (int i = 0; i < count; i++) {
      Sighting sighting = random.nextInt(5) < 2 ? header(random) : row(random);
      Instant recordedAt =
          Instant.ofEpochSecond(START + 86_400L * 12 + random.nextInt(6) * 43_200L);
      sightings.add(new SeenSighting(sighting, recordedAt, random.nextBoolean()));
    }
    return sightings;
  }

  private static Sighting header(Random random) {
    List<Supplement> supplements = new ArrayList<>();
    for (int i = random.nextInt(6) - 3; i > 0; i--) {
      String id = random.nextBoolean() ? null : "s" + random.nextInt(2);
      supplements.add(new Supplement(id, time(random), time(random), time(random), time(random)));
    }
    List<ComponentFile> files = new ArrayList<>();
    for (int i = random.nextInt(4) - 1; i > 0; i--) {
      files.add(new ComponentFile(random.nextBoolean(), null, false, "l" + random.nextInt(3)));
    }
    List<String> results = random.nextInt(3) == 0 ? List.of("l" + random.nextInt(4)) : List.of();
    String unit = List.of("Xã A", "Xã B", "xã c", "Xã D").get(random.nextInt(4));
    return new Sighting(
        Kind.DOSSIER,
        random.nextInt(3),
        random.nextBoolean() ? "H99" : null,
        random.nextInt(4) == 0 ? "C" : null,
        random.nextInt(4) == 0 ? null : unit,
        "p" + random.nextInt(2),
        null,
        Integer.toString(random.nextInt(5)),
        Integer.toString(random.nextInt(12)),
        null,
        random.nextInt(5) == 0 ? null : Instant.ofEpochSecond(START + random.nextInt(2) * 3600L),
        time(random),
        time(random),
        time(random),
        random.nextInt(8) == 0 ? time(random) : null,
        null,
        null,
        Integer.toString(random.nextInt(4)),
        random.nextInt(2),
        null,
        null,
        null,
        files,
        results,
        supplements,
        random.nextInt(9) == 0 ? List.of("DATE_PLACEHOLDER:NgayTra") : List.of());
  }

  private static Sighting row(Random random) {
    String[] meanings = {
      null, null, Sighting.APOLOGY, Sighting.FINISH, Sighting.NO_DUE_FINISH, Sighting.RECEPTION
    };
    return new Sighting(
        Kind.PROGRESS,
        random.nextInt(3),
        "H99",
        null,
        null,
        null,
        null,
        null,
        Integer.toString(random.nextInt(11)),
        null,
        null,
        null,
        null,
        null,
        null,
        random.nextInt(12) == 0
            ? null
            : Instant.ofEpochSecond(START + random.nextInt(10) * 86_400L / 2),
        meanings[random.nextInt(meanings.length)],
        null,
        0,
        null,
        null,
        null,
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  private static Instant time(Random random) {
    return random.nextInt(3) == 0
        ? null
        : Instant.ofEpochSecond(START - 86_400L + random.nextInt(12) * 86_400L / 2);
  }
}
