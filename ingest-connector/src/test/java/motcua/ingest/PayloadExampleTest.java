package motcua.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import motcua.ingest.testing.SpoolBench;
import motcua.ingest.testing.Taken;
import motcua.schemas.events.ComponentFile;
import motcua.schemas.events.DossierEvent;
import motcua.schemas.events.Sighting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PayloadExampleTest {
  @TempDir Path folder;

  @Test
  void shouldTurnTheHeaderExampleIntoSightings() throws Exception {
    Taken taken = take("payload-example.json", "INPUT");
    assertEquals(List.of(), taken.reasons());
    assertEquals(3, taken.events().size());
    assertEquals("h99\u001fH99.31.07-260820-0012", taken.keys().get(0));
    DossierEvent event = taken.events().get(1);
    assertEquals(micros(SpoolBench.NOW), event.getRecordedAtMicros());
    assertNull(event.getEventId());
    assertNull(event.getType());
    Sighting sighting = event.getSighting();
    assertEquals("DOSSIER", sighting.getKind());
    assertEquals(1, sighting.getPosition());
    assertEquals("H99.31.07", sighting.getSenderUnit());
    assertEquals("Trung tâm Phục vụ hành chính công xã Mẫu Sơn", sighting.getUnitName());
    assertEquals("1.990002.000.00.00.H99", sighting.getProcedure());
    assertEquals("G99-MA02", sighting.getField());
    assertEquals("1", sighting.getChannel());
    assertEquals("10", sighting.getStatus());
    assertEquals(micros("2026-08-24T09:30:00+07:00"), sighting.getReceivedAtMicros());
    assertEquals(micros("2026-09-07T17:00:00+07:00"), sighting.getDueAtMicros());
    assertEquals(micros("2026-09-10T16:20:00+07:00"), sighting.getCompletedAtMicros());
    assertEquals(1, sighting.getFeesPaid());
    assertEquals("0", sighting.getPaidOnline());
    assertEquals(true, sighting.getComponentsFlag());
    assertEquals(false, sighting.getVerifiedAccount());
    assertEquals(false, sighting.getPopulationConsulted());
    assertEquals(
        List.of(true, false),
        sighting.getComponents().stream().map(ComponentFile::getDigitised).toList());
    assertEquals("bs-b-1", sighting.getSupplements().get(0).getSupplementId());
    assertEquals(
        micros("2026-09-03T17:00:00+07:00"), sighting.getSupplements().get(0).getDueBeforeMicros());
    assertEquals(List.of(), sighting.getEdgeMarks());
  }

  @Test
  void shouldHashLinksSoThatEqualLinksStayEqualAndNothingElseShows() throws Exception {
    Sighting sighting = take("payload-example.json", "INPUT").events().get(0).getSighting();
    ComponentFile first = sighting.getComponents().get(0);
    assertEquals(22, first.getLinkHash().length());
    assertNotEquals(first.getLinkHash(), sighting.getComponents().get(1).getLinkHash());
    assertFalse(sighting.getResultLinkHashes().contains(first.getLinkHash()));
    assertEquals(true, sighting.getPopulationConsulted());
  }

  @Test
  void shouldTurnTheProgressExampleIntoSightings() throws Exception {
    Taken taken = take("payload-progress-example.json", "INPUT");
    assertEquals(List.of(), taken.reasons());
    assertEquals(14, taken.events().size());
    List<Sighting> rows = taken.events().stream().map(DossierEvent::getSighting).toList();
    assertTrue(rows.stream().allMatch(row -> row.getKind().equals("PROGRESS")));
    assertEquals("APOLOGY", rows.get(9).getStepMeaning());
    assertEquals(1, rows.stream().filter(row -> row.getStepMeaning() != null).count());
    assertEquals(micros("2026-09-04T16:00:00+07:00"), rows.get(9).getStepAtMicros());
    assertEquals("4", rows.get(9).getStatus());
  }

  @Test
  void shouldKnowABackfilledRecordAtTheLatestThingItSaysHappened() throws Exception {
    Taken taken = take("payload-example.json", "BACKFILL");
    List<Long> known = taken.events().stream().map(DossierEvent::getRecordedAtMicros).toList();
    assertEquals(
        List.of(
            micros("2026-08-28T09:05:00+07:00"),
            micros("2026-09-11T08:45:00+07:00"),
            micros("2026-09-08T14:00:00+07:00")),
        known);
    assertTrue(taken.events().stream().allMatch(DossierEvent::getBackfill));
  }

  private Taken take(String name, String mode) throws Exception {
    try (SpoolBench bench = new SpoolBench(folder).with("recorded.at", mode)) {
      bench.drop(name, Files.readAllBytes(Path.of("src/test/resources", name)));
      return bench.start().take();
    }
  }

  private static long micros(String time) {
    Instant instant = java.time.OffsetDateTime.parse(time).toInstant();
    return instant.getEpochSecond() * 1_000_000 + instant.getNano() / 1000;
  }
}
