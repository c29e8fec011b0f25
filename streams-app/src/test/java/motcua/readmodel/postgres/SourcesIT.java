package motcua.readmodel.postgres;

import static motcua.readmodel.postgres.TestRecords.deadLetter;
import static motcua.readmodel.postgres.TestRecords.mark;
import static motcua.readmodel.postgres.TestRecords.received;
import static motcua.readmodel.postgres.TestRecords.status;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import motcua.core.ledger.Bucket;
import motcua.readmodel.SourceLine;
import motcua.schemas.internal.JournalEntry;
import org.junit.jupiter.api.Test;

class SourcesIT {
  private static final Instant NOON = Instant.parse("2024-09-15T12:00:00Z");

  private final TestDatabase database = TestDatabase.create();

  @Test
  void shouldKeepWhatEachSourceBrought() {
    append(
        entry("h56", "A", "2024-09-15T11:30:00Z", "2024-09-15T08:00:00Z"),
        entry("h56", "B", "2024-09-15T11:40:00Z", "2024-09-14T08:00:00Z"),
        entry("h56", "A", "2024-09-15T09:00:00Z", "2024-09-15T09:00:00Z"),
        entry("h23", "A", "2024-09-13T09:00:00Z", "2024-09-13T09:00:00Z"));

    List<SourceLine> sources = sources();

    assertEquals(
        List.of("h23", "h56"), sources.stream().map(one -> one.hearing().source()).toList());
    SourceLine h56 = sources.getLast();
    assertEquals(3, h56.records());
    assertEquals(at("2024-09-15T11:40:00Z"), h56.lastRecordedAt());
    assertEquals(at("2024-09-14T08:00:00Z"), h56.lastOccurredAt(), "of the record that came last");
    assertEquals(at("2024-09-15T11:40:00Z"), h56.hearing().heardAt());
    assertEquals(2, h56.lastHour());
    assertEquals(3, h56.lastDay());
    assertEquals(
        Map.of("A", instant("2024-09-15T11:30:00Z"), "B", instant("2024-09-15T11:40:00Z")),
        h56.hearing().units());
    assertEquals(0, sources.getFirst().lastDay());
  }

  @Test
  void shouldNotHearTheClockAnInitialLoadOrAnotherDossier() {
    JournalEntry crossing = entry("h56", "A", "2024-09-15T11:00:00Z", null);
    crossing.getPostings().getLast().setCause("CLOCK");
    JournalEntry loaded = entry("h56", "A", "2024-09-15T11:00:00Z", "2024-09-15T10:00:00Z");
    loaded.setBackfill(true);
    JournalEntry byMail = entry("h23", "A", "2024-09-15T11:00:00Z", null);

    append(crossing, loaded, byMail);

    SourceLine h56 = sources().getLast();
    assertEquals(Optional.empty(), h56.hearing().heardAt());
    assertEquals(0, h56.records());
    assertEquals(1, h56.backfilled());
    SourceLine h23 = sources().getFirst();
    assertEquals(at("2024-09-15T11:00:00Z"), h23.hearing().heardAt(), "as alerts hear it");
    assertEquals(0, h23.records());
  }

  @Test
  void shouldCountTheSameWhateverTheBatches() {
    List<JournalEntry> entries = new ArrayList<>();
    Random random = new Random(7);
    for (int number = 0; number < 300; number++) {
      String at = NOON.minusSeconds(random.nextInt(4 * 86_400)).toString();
      entries.add(entry("s" + number % 3, "U" + number % 5, at, at));
    }
    append(entries.toArray(JournalEntry[]::new));
    List<SourceLine> atOnce = sources();
    String pace = pace();
    database.execute("TRUNCATE motcua.source, motcua.source_unit, motcua.source_pace");

    Collections.shuffle(entries, random);
    for (int from = 0; from < entries.size(); from += 7) {
      database.append(offset++, entries.subList(from, Math.min(from + 7, entries.size())));
    }

    assertEquals(atOnce, sources());
    assertEquals(pace, pace());
  }

  @Test
  void shouldShowDeadLettersAndMarksWhereASourceHasThem() {
    var letter = deadLetter("f1", "MISSING: source, no value", "record 1");
    letter.setSource("h99");
    database.project(
        List.of(entry("h56", "A", "2024-09-15T11:30:00Z", "2024-09-15T08:00:00Z")),
        List.of(),
        List.of(status("D1", Bucket.OPEN_IN_TIME, mark("NO_DUE", "2024-07-01", null))),
        List.of(),
        List.of(letter, deadLetter("f2", "MISSING: unit, no value", "line 1")));

    List<SourceLine> sources = sources();

    assertEquals(
        List.of("", "h56", "h99"), sources.stream().map(one -> one.hearing().source()).toList());
    assertEquals(Map.of("MISSING", 1L), sources.getFirst().deadLetters());
    assertEquals(
        Map.of("h56", Map.of("NO_DUE", 1L)),
        new PostgresSourceReadModel(database.application(), 1).marks());
    assertEquals(Map.of("MISSING", 1L), sources.getLast().deadLetters());
  }

  private long offset;

  private void append(JournalEntry... entries) {
    database.append(offset++, List.of(entries));
  }

  private List<SourceLine> sources() {
    return new PostgresSourceReadModel(database.application(), 1).sources(NOON);
  }

  private String pace() {
    return database.text(
        "SELECT string_agg(source || begins_at::text || records, ',' ORDER BY source, begins_at) FROM source_pace");
  }

  private static JournalEntry entry(String source, String unit, String recorded, String occurred) {
    JournalEntry entry = received(unit, "D" + recorded, "2024-09-01");
    entry.setPostings(new ArrayList<>(entry.getPostings()));
    entry.setSource(source);
    entry.setAppliedAtMicros(instant(recorded).getEpochSecond() * 1_000_000);
    entry.setHappenedAtMicros(
        occurred == null ? null : instant(occurred).getEpochSecond() * 1_000_000);
    return entry;
  }

  private static Instant instant(String text) {
    return Instant.parse(text);
  }

  private static Optional<Instant> at(String text) {
    return Optional.of(instant(text));
  }
}
