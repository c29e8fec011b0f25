package motcua.schemas.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import motcua.schemas.events.DossierEvent;
import org.junit.jupiter.api.Test;

class BenchmarkEventsTest {
  private static final long SEED = Long.getLong("motcua.seed", 11L);
  private static final int EVENTS = 120_000;
  private static final long YEAR_MICROS = 366L * 24 * 3_600_000_000L;

  @Test
  void shouldStreamInRecordedOrderOverAYear() {
    System.out.println("seed " + SEED);
    BenchmarkEvents events = new BenchmarkEvents(SEED, EVENTS);
    long first = 0;
    long before = 0;
    int count = 0;
    while (events.hasNext()) {
      long at = events.next().getRecordedAtMicros();
      first = count == 0 ? at : first;
      assertTrue(at >= before);
      before = at;
      count++;
    }

    assertEquals(EVENTS, count);
    assertTrue(before - first > YEAR_MICROS * 9 / 10 && before - first < YEAR_MICROS * 5 / 4);
    assertThrows(NoSuchElementException.class, events::next);
  }

  @Test
  void shouldGiveEachDossierAWholeHistory() {
    BenchmarkEvents events = new BenchmarkEvents(SEED, EVENTS);
    Map<String, Integer> seen = new HashMap<>();
    Map<String, String> last = new HashMap<>();
    Set<String> units = new HashSet<>();
    Set<String> fields = new HashSet<>();
    Set<String> procedures = new HashSet<>();
    while (events.hasNext()) {
      DossierEvent event = events.next();
      int ordinal = seen.merge(event.getDossierId(), 1, Integer::sum);
      assertEquals(event.getDossierId() + ":" + ordinal, event.getEventId());
      assertEquals(ordinal == 1, event.getType().equals("RECEIVED"));
      String previous = last.put(event.getDossierId(), event.getType());
      assertEquals(event.getType().equals("RESUMED"), "SUSPENDED".equals(previous));
      if (event.getReception() != null) {
        units.add(event.getReception().getUnit());
        fields.add(event.getReception().getField());
        procedures.add(event.getReception().getProcedure());
        assertTrue(event.getDue().getDueAtMicros() > event.getOccurredAtMicros());
      }
    }

    assertEquals(150, units.size());
    assertEquals(20, fields.size());
    assertEquals(200, procedures.size());
    assertEquals(seen.size(), events.received());
    double perDossier = (double) EVENTS / seen.size();
    assertTrue(perDossier > 2.9 && perDossier < 3.1, "events a dossier: " + perDossier);
    assertTrue(
        events.completed() > events.received() * 0.95 && events.completed() < events.received());
  }

  @Test
  void shouldBeDeterministic() {
    BenchmarkEvents one = new BenchmarkEvents(SEED, 5_000);
    BenchmarkEvents other = new BenchmarkEvents(SEED, 5_000);
    while (one.hasNext()) {
      assertEquals(one.next(), other.next());
    }
  }

  @Test
  void shouldNameEveryUnitInItsTree() {
    assertEquals(2 + BenchmarkEvents.UNITS, BenchmarkEvents.unitsCsv().lines().count());
    assertTrue(BenchmarkEvents.unitsCsv().contains("\nH99.150,"));
    assertFalse(new BenchmarkEvents(SEED, 0).hasNext());
  }
}
