package motcua.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import motcua.core.dossier.EventType;
import motcua.core.interpretation.SeenSighting;
import motcua.core.interpretation.Sighting;
import motcua.core.ledger.Measure;
import motcua.schemas.internal.Posting;
import org.junit.jupiter.api.Test;

/**
 * What the stores and the mail hold, byte by byte: every later release reads it, for a state is
 * never written anew by an upgrade.
 */
class StoredStateTest {
  private static final String NAME = "state-bytes.txt";
  private static final Path RELEASED = Path.of("src/test/resources/released/0.1.0", NAME);

  /** Of the release to come. */
  private static final Path NEXT = Path.of("src/test/resources/released/0.2.0", NAME);

  private static final EventRevision RECEIPT =
      new EventRevision(
          "D1:r",
          "D1",
          EventType.RECEIVED,
          1_719_792_000_000_000L,
          1_719_792_000_000_001L,
          1_719_792_000_000_000L,
          false,
          "H1.1",
          "1.001",
          "DD",
          "ONLINE",
          1_720_173_600_000_000L,
          null,
          null,
          null);

  private static final EventRevision BARE_RETRACTION =
      new EventRevision(
          "D1:c", null, null, null, 5, 5, true, null, null, null, null, null, null, null, null);

  private static DossierState state(int lastDay) {
    return new DossierState(
        1_719_792_000_000_001L,
        3,
        Long.MAX_VALUE,
        new Books(List.of("H1.1", "H1.2"), 19_905, lastDay),
        List.of(RECEIPT, BARE_RETRACTION),
        List.of(new SeenSighting(sighting(), Instant.parse("2024-07-02T01:00:00Z"), true)));
  }

  private static Sighting sighting() {
    Instant at = Instant.parse("2024-07-01T01:00:00Z");
    return new Sighting(
        Sighting.Kind.DOSSIER,
        7,
        "H1",
        "H1.1",
        "Ủy ban nhân dân xã Một",
        "1.001",
        "DD",
        "2",
        "5",
        at,
        at,
        at.plusSeconds(86_400),
        null,
        null,
        null,
        null,
        null,
        "1",
        2,
        true,
        null,
        false,
        List.of(new Sighting.ComponentFile(true, "1", false, "hash")),
        List.of("link"),
        List.of(new Sighting.Supplement("1", at, at.plusSeconds(60), null, null)),
        List.of("DATE_REPAIRED:NgayTra"));
  }

  private static LedgerPage page() {
    var page = new LedgerPage(new LedgerPage.Id("H1.1", 19_905));
    long[] delta = new long[Measure.COUNT];
    delta[Measure.RECEIVED_ONLINE.ordinal()] = 1;
    delta[Measure.OPEN_IN_TIME.ordinal()] = -300;
    page.add(leg("DD", null), delta, 42);
    page.add(leg(null, "H1.2"), delta, 41);
    return page;
  }

  private static Posting leg(String field, String counterpart) {
    var leg = new Posting();
    leg.setField(field);
    leg.setCounterpartUnit(counterpart);
    leg.setKnownOnDay(19_907);
    return leg;
  }

  @Test
  void shouldWriteWhatTheNextReleaseWrites() throws IOException {
    Map<String, byte[]> bytes = new TreeMap<>();
    bytes.put("dossier state", DossierStateCodec.toBytes(state(19_999)));
    bytes.put("ledger page", page().toBytes());
    bytes.put("ledger page key", page().id().toBytes());
    bytes.put("mail, go on", Mail.toBytes(new Mail.GoOn(1_719_792_000_000_000L, 9)));
    bytes.put("mail, shared", Mail.toBytes(new Mail.Shared(RECEIPT, true)));
    String lines =
        bytes.entrySet().stream()
            .map(e -> e.getKey() + ": " + HexFormat.of().formatHex(e.getValue()) + "\n")
            .collect(Collectors.joining());
    Files.writeString(Files.createDirectories(Path.of("target/released")).resolve(NAME), lines);

    assertEquals(Files.readString(NEXT), lines);
  }

  @Test
  void shouldReadWhatEveryReleaseWrote() throws IOException {
    assertRead(RELEASED, state(Books.ANY_DAY));
    assertRead(NEXT, state(19_999));
  }

  private static void assertRead(Path file, DossierState state) throws IOException {
    Map<String, byte[]> released =
        Files.readAllLines(file).stream()
            .map(line -> line.split(": "))
            .collect(Collectors.toMap(part -> part[0], part -> HexFormat.of().parseHex(part[1])));

    assertEquals(state, DossierStateCodec.fromBytes(released.get("dossier state")));
    assertEquals(Long.MAX_VALUE, DossierStateCodec.crossingMicros(released.get("dossier state")));
    var id = LedgerPage.Id.fromBytes(released.get("ledger page key"));
    assertEquals(page().id(), id);
    LedgerPage read = LedgerPage.of(id, released.get("ledger page"));
    assertArrayEquals(page().total(), read.total());
    assertEquals(42, read.appliedMicros());
    assertEquals(new Mail.Shared(RECEIPT, true), Mail.fromBytes(released.get("mail, shared")));
    assertEquals(
        new Mail.GoOn(1_719_792_000_000_000L, 9), Mail.fromBytes(released.get("mail, go on")));
  }

  @Test
  void shouldGiveOutEachChangedCellOnce() {
    LedgerPage page = page();
    assertEquals(2, page.takeChanged("default", 1).size());
    assertEquals(0, page.takeChanged("default", 1).size());

    page.add(leg("DD", null), new long[Measure.COUNT], 43);

    assertEquals("DD", page.takeChanged("default", 1).getFirst().getField());
    byte[] stored = page.toBytes();
    assertArrayEquals(stored, LedgerPage.of(page.id(), stored).toBytes());
  }
}
