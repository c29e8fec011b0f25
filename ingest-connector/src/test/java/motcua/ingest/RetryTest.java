package motcua.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import motcua.ingest.retry.RetryOrder;
import motcua.ingest.source.SpoolStatus;
import motcua.ingest.testing.SpoolBench;
import motcua.ingest.testing.Taken;
import motcua.schemas.events.DeadLetter;
import motcua.schemas.events.DossierEvent;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetryTest {
  private static final String TIMES =
      "\"occurredAt\":\"2024-07-01T08:00:00+07:00\",\"recordedAt\":\"2024-07-01T09:00:00+07:00\"";

  /** Two good lines, two without a source, one too long, one that nothing mends. */
  private static final String INPUT =
      Stream.of(
              line("e1", "\"source\":\"h1\","),
              line("e2", ""),
              line("e3", "\"source\":\"h1\",\"remark\":\"" + "x".repeat(2_000) + "\","),
              line("e4", "\"source\":\"h1\",").replace("2024-07-01T08:00:00+07:00", "yesterday"),
              line("e5", ""),
              line("e6", "\"source\":\"h1\","))
          .reduce("", String::concat);

  @TempDir Path folder;
  @TempDir Path other;

  @Test
  void shouldGiveWhatARunThatNeverFailedGives() throws Exception {
    SpoolBench never = mended(new SpoolBench(other));
    never.drop("a.ndjson", INPUT);
    Taken expected = never.start().take();

    SpoolBench bench = failing(folder);
    Taken first = bench.take();
    assertEquals(4, first.deadLetters().size());
    order(mended(bench), "1", "a.ndjson", first.deadLetters());
    Taken second = bench.start().take();

    List<DossierEvent> all = new ArrayList<>(first.events());
    all.addAll(second.events());
    assertEquals(contents(expected.events()), contents(all));
    assertEquals(
        List.of("e2", "e3", "e5"), second.events().stream().map(DossierEvent::getEventId).toList());
    assertEquals(
        expected.reasons(),
        second.deadLetters().stream()
            .filter(letter -> !letter.getResolved())
            .map(DeadLetter::getReason)
            .toList());
    assertEquals(open(expected.deadLetters()), open(join(first, second)));
    assertEquals(new SpoolStatus(0, 0, 2, 0), bench.status());
  }

  @Test
  void shouldGiveNothingNewTheSecondTime() throws Exception {
    SpoolBench bench = failing(folder);
    Taken first = bench.take();
    order(mended(bench), "1", "a.ndjson", first.deadLetters());
    Taken second = bench.start().take();
    order(bench, "2", "a.ndjson", first.deadLetters());
    Taken third = bench.take();

    assertEquals(contents(second.events()), contents(third.events()), "revisions that are equal");
    assertEquals(open(join(first, second)), open(join(first, second, third)));
  }

  @Test
  void shouldReadOnlyTheLettersThatAreWanted() throws Exception {
    SpoolBench bench = failing(folder);
    Taken first = bench.take();
    List<DeadLetter> tooLong =
        first.deadLetters().stream()
            .filter(letter -> letter.getReason().startsWith("RECORD_TOO_LONG"))
            .toList();
    order(mended(bench), "1", "a.ndjson", tooLong);

    Taken second = bench.start().take();

    assertEquals(List.of("e3"), second.events().stream().map(DossierEvent::getEventId).toList());
    assertEquals(3, open(join(first, second)).size());
  }

  @Test
  void shouldTakeBackTheOldReasonWhenARecordFailsForAnother() throws Exception {
    SpoolBench bench = failing(folder);
    Taken first = bench.take();
    order(
        bench.with("source", "h1").with("record.max.bytes", "1024"),
        "1",
        "a.ndjson",
        first.deadLetters());
    bench.with("recorded.at", "CLOCK").with("clock.fixed", "2024-06-01T00:00:00+07:00");

    Taken second = bench.start().take();

    List<String> open = open(join(first, second));
    assertEquals(2, open.size(), open.toString());
    assertTrue(open.stream().anyMatch(one -> one.contains("RECORD_TOO_LONG")));
    assertTrue(open.stream().anyMatch(one -> one.contains("TIME_")));
  }

  @Test
  void shouldGoOnAfterAKillInTheMiddleOfARetry() throws Exception {
    SpoolBench bench = failing(folder);
    Taken first = bench.take();
    order(mended(bench).with("poll.max.records", "1"), "1", "a.ndjson", first.deadLetters());
    bench.start();
    List<SourceRecord> sent = new ArrayList<>();
    while (sent.isEmpty()) {
      sent.addAll(bench.poll());
    }
    bench.commit();
    for (int kill = 0; kill < 6; kill++) {
      // What is polled here is lost with the process; nothing of it was committed.
      bench.poll();
      bench.kill();
      List<SourceRecord> next = bench.poll();
      sent.addAll(next);
      bench.commit();
    }
    sent.addAll(bench.drain());

    Taken second = Taken.of(sent);
    assertEquals(
        List.of("e2", "e3", "e5"), second.events().stream().map(DossierEvent::getEventId).toList());
    assertEquals(1, open(join(first, second)).size());
    assertTrue(bench.status().drained());
  }

  @Test
  void shouldReadAgainAWholeFileThatWasRefused() throws Exception {
    SpoolBench bench = new SpoolBench(folder);
    bench.drop("a.txt", INPUT);
    Taken first = bench.start().take();
    Files.move(folder.resolve("rejected/a.txt"), other.resolve("kept.ndjson"));
    bench.with("spool.retry.directories", other.toString());
    order(mended(bench), "1", "kept.ndjson", first.deadLetters());

    Taken second = bench.start().take();

    assertEquals(5, second.events().size());
    assertEquals(1, open(join(first, second)).size(), "the line that nothing mends");
    assertTrue(
        second.deadLetters().stream()
            .anyMatch(letter -> letter.getResolved() && letter.getReason().startsWith("INPUT_")));
  }

  @Test
  void shouldFindAnOriginalThatGaveWayToAnotherOfItsName() throws Exception {
    SpoolBench bench = failing(folder);
    bench.take();
    bench.drop("a.ndjson", line("e9", ""));
    Taken letter = bench.take();
    order(mended(bench), "1", "a.ndjson", letter.deadLetters());

    Taken second = bench.start().take();

    assertEquals(List.of("e9"), second.events().stream().map(DossierEvent::getEventId).toList());
  }

  @Test
  void shouldRefuseAnOrderWhoseOriginalIsGoneOrChangedAndLeaveItsLettersOpen() throws Exception {
    SpoolBench bench = failing(folder);
    Taken first = bench.take();
    Path original = folder.resolve("done/a.ndjson");
    Files.writeString(original, line("e2", "\"channel\":\"ONLINE\","));
    order(mended(bench), "1", "a.ndjson", first.deadLetters());
    assertEquals(0, bench.start().drain().size());
    assertTrue(reason("1").startsWith("ORIGINAL_CHANGED: 4 of 4"), reason("1"));

    Files.delete(original);
    order(bench, "2", "a.ndjson", first.deadLetters());
    assertEquals(0, bench.drain().size());
    assertTrue(reason("2").startsWith("ORIGINAL_GONE"), reason("2"));

    bench.drop("3.retry", "{\"version\":1,\"input\":\"../../etc/x\",\"letters\":[]}");
    assertEquals(0, bench.drain().size());
    assertTrue(reason("3").startsWith("the file is no order"), reason("3"));
  }

  @Test
  void shouldNeverLookOutsideItsFolders() throws Exception {
    SpoolBench bench = failing(folder);
    Taken first = bench.take();
    Files.move(folder.resolve("done/a.ndjson"), folder.resolve("a.hidden"));
    order(mended(bench), "1", "../a.hidden", first.deadLetters());

    List<SourceRecord> records = new ArrayList<>();
    bench.start();
    for (int poll = 0; poll < 5; poll++) {
      records.addAll(bench.poll());
      bench.commit();
    }

    assertTrue(Files.exists(folder.resolve("rejected/1.retry")));
    assertTrue(reason("1").startsWith("ORIGINAL_GONE"));
  }

  @Test
  void shouldNotWaitForAMarkerOfAnOrder() throws Exception {
    SpoolBench bench = failing(folder);
    Taken first = bench.take();
    order(
        mended(bench).with("spool.closed.by", "READY_MARKER"),
        "1",
        "a.ndjson",
        first.deadLetters());

    assertEquals(3, bench.start().take().events().size());
  }

  @Test
  void shouldDeleteWhatWasSettledLongAgoAndNothingElse() throws Exception {
    SpoolBench bench = failing(folder);
    bench.take();
    Path old = folder.resolve("done/a.ndjson");
    Files.setLastModifiedTime(old, FileTime.from(Instant.now().minusSeconds(900 * 86_400L)));
    bench.drop("b.ndjson", line("e7", ""));
    bench.start().take();
    assertTrue(Files.exists(old), "it came today, however old its content is");

    assertEquals(
        2,
        new motcua.ingest.source.Retention(
                java.util.Optional.of(java.time.Duration.ofDays(400)), java.util.Optional.empty())
            .sweep(folder, name -> true, Instant.now().plusSeconds(401 * 86_400L)));
    assertFalse(Files.exists(old));
  }

  /** Settings under which four records of the input fail. */
  private static SpoolBench failing(Path folder) throws Exception {
    SpoolBench bench = new SpoolBench(folder).with("source", "").with("record.max.bytes", "1024");
    bench.drop("a.ndjson", INPUT);
    return bench.start();
  }

  private static SpoolBench mended(SpoolBench bench) {
    return bench.with("source", "h1").with("record.max.bytes", "100000");
  }

  private static void order(SpoolBench bench, String id, String input, List<DeadLetter> letters)
      throws Exception {
    bench.drop(
        id + RetryOrder.ENDING,
        new RetryOrder(
                input,
                letters.stream()
                    .map(one -> new RetryOrder.Letter(one.getFingerprint(), one.getReason()))
                    .toList())
            .toBytes());
  }

  private String reason(String id) throws Exception {
    return Files.readString(
        folder.resolve("rejected").resolve(id + RetryOrder.ENDING + RetryOrder.REASON_ENDING));
  }

  private static List<DeadLetter> join(Taken... taken) {
    return Stream.of(taken).flatMap(one -> one.deadLetters().stream()).toList();
  }

  /** What the read model keeps open: the last word of each fingerprint and reason. */
  private static List<String> open(List<DeadLetter> letters) {
    List<String> open = new ArrayList<>();
    for (DeadLetter letter : letters) {
      String identity = letter.getReason() + " " + letter.getFingerprint();
      open.remove(identity);
      if (!letter.getResolved()) {
        open.add(identity);
      }
    }
    return open.stream().sorted().toList();
  }

  private static List<String> contents(List<DossierEvent> events) {
    return events.stream()
        .map(
            event -> {
              DossierEvent same = DossierEvent.newBuilder(event).setArrival(0).build();
              return same.toString();
            })
        .sorted()
        .toList();
  }

  private static String line(String eventId, String more) {
    return "{\"eventId\":\"%s\",%s\"dossierId\":\"D-%s\",\"type\":\"COMPLETED\",%s}\n"
        .formatted(eventId, more, eventId, TIMES);
  }
}
