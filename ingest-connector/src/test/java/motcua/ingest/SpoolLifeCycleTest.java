package motcua.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import motcua.ingest.source.SpoolStatus;
import motcua.ingest.testing.SpoolBench;
import motcua.ingest.testing.Taken;
import motcua.schemas.events.DossierEvent;
import org.apache.kafka.connect.errors.RetriableException;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolLifeCycleTest {
  @TempDir Path folder;

  @Test
  void shouldMoveAFileToDoneOnlyAfterItsLastOffsetIsCommitted() throws Exception {
    SpoolBench bench = new SpoolBench(folder);
    bench.drop("a.ndjson", lines(1, 3));
    bench.start();
    assertEquals(3, bench.poll().size());
    bench.poll();
    assertEquals(new SpoolStatus(0, 1, 0, 0), bench.status());
    bench.commit();
    bench.poll();
    assertEquals(new SpoolStatus(0, 0, 1, 0), bench.status());
    assertTrue(bench.status().drained());
    bench.close();
  }

  @Test
  void shouldGoOnInTheMiddleOfALineFileAfterAKill() throws Exception {
    SpoolBench bench = new SpoolBench(folder).with("poll.max.records", "4");
    bench.drop("a.ndjson", "\uFEFF" + lines(1, 10));
    bench.start();
    List<String> ids = ids(bench.poll());
    bench.commit();
    bench.poll();
    bench.kill();
    ids.addAll(ids(bench.drain()));
    assertEquals(List.of("e1", "e2", "e3", "e4", "e5", "e6", "e7", "e8", "e9", "e10"), ids);
  }

  @Test
  void shouldGoOnInTheMiddleOfABatchAfterAKill() throws Exception {
    SpoolBench bench = new SpoolBench(folder).with("poll.max.records", "5");
    bench.drop(
        "p.json", Files.readAllBytes(Path.of("src/test/resources/payload-progress-example.json")));
    bench.start();
    Taken first = Taken.of(bench.poll());
    bench.commit();
    bench.kill();
    Taken second = bench.take();
    List<Long> positions = new ArrayList<>();
    first.events().forEach(event -> positions.add(event.getSighting().getPosition()));
    second.events().forEach(event -> positions.add(event.getSighting().getPosition()));
    assertEquals(List.of(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L, 11L, 12L, 13L), positions);
  }

  @Test
  void shouldReadAFileThatWasClaimedButNeverCommitted() throws Exception {
    SpoolBench bench = new SpoolBench(folder);
    bench.drop("a.ndjson", lines(1, 3));
    bench.start().poll();
    assertEquals(1, bench.status().claimed());
    bench.kill();
    assertEquals(List.of("e1", "e2", "e3"), ids(bench.drain()));
    assertTrue(Files.exists(folder.resolve("done/a.ndjson")));
  }

  @Test
  void shouldSettleAFileWhoseOffsetWasCommittedJustBeforeTheKill() throws Exception {
    SpoolBench bench = new SpoolBench(folder);
    bench.drop("a.ndjson", lines(1, 3));
    bench.start().poll();
    bench.commit();
    bench.kill();
    assertEquals(List.of(), bench.poll());
    assertEquals(new SpoolStatus(0, 0, 1, 0), bench.status());
  }

  @Test
  void shouldRecogniseAFileDeliveredAgainAndReadOtherContentUnderItsName() throws Exception {
    SpoolBench bench = new SpoolBench(folder);
    bench.drop("a.ndjson", lines(1, 2));
    bench.start().drain();
    bench.drop("a.ndjson", lines(1, 2));
    assertEquals(List.of(), bench.drain());
    bench.drop("a.ndjson", lines(3, 3));
    assertEquals(List.of("e3"), ids(bench.drain()));
    assertEquals(3, bench.status().done());
  }

  @Test
  void shouldLeaveFilesThatAreStillBeingWritten() throws Exception {
    SpoolBench bench = new SpoolBench(folder).with("spool.scan.interval.ms", "50");
    for (String name : List.of(".a.ndjson", "b.ndjson.part", "c.ndjson.tmp", "d.ndjson.writing")) {
      Files.writeString(folder.resolve(name), lines(1, 1));
    }
    Path growing = Files.writeString(folder.resolve("e.ndjson"), lines(1, 1));
    bench.start();
    for (int second = 2; second <= 4; second++) {
      assertEquals(List.of(), bench.poll());
      Files.writeString(growing, lines(1, second));
    }
    assertEquals(5, bench.status().waiting());
    List<SourceRecord> records = new ArrayList<>();
    while (records.isEmpty()) {
      records.addAll(bench.poll());
    }
    assertEquals(List.of("e1", "e2", "e3", "e4"), ids(records));
  }

  @Test
  void shouldTakeAFileByItsReadyMarkerOnly() throws Exception {
    SpoolBench bench = new SpoolBench(folder).with("spool.closed.by", "READY_MARKER");
    bench.drop("a.ndjson", lines(1, 1));
    bench.drop("b.ndjson", lines(2, 2));
    Files.createFile(folder.resolve("b.ndjson.ready"));
    bench.start();
    assertEquals(List.of("e2"), ids(bench.poll()));
    assertFalse(Files.exists(folder.resolve("b.ndjson.ready")));
    assertTrue(Files.exists(folder.resolve("a.ndjson")));
  }

  @Test
  void shouldRemoveAMarkerLeftByAKillBetweenTheTwoStepsOfAClaim() throws Exception {
    SpoolBench bench = new SpoolBench(folder).with("spool.closed.by", "READY_MARKER");
    Files.createDirectories(folder.resolve("claimed"));
    Files.writeString(folder.resolve("claimed/a.ndjson"), lines(1, 1));
    Files.createFile(folder.resolve("a.ndjson.ready"));
    bench.start();
    assertEquals(List.of("e1"), ids(bench.drain()));
    assertFalse(Files.exists(folder.resolve("a.ndjson.ready")));
  }

  @Test
  void shouldReadFilesInNameOrderAndLetTasksShareThem() throws Exception {
    for (int task = 0; task < 2; task++) {
      SpoolBench bench = new SpoolBench(folder);
      bench.with("spool.task.index", "" + task).with("spool.task.count", "2");
      if (task == 0) {
        bench.drop("c.ndjson", lines(5, 6));
        bench.drop("a.ndjson", lines(1, 2));
        bench.drop("b.ndjson", lines(3, 4));
      }
      List<String> mine = ids(bench.start().poll());
      bench.commit();
      bench.poll();
      bench.close();
      List<String> expected = task == 0 ? List.of("e3", "e4") : List.of("e1", "e2", "e5", "e6");
      assertEquals(expected, mine);
    }
    assertEquals(new SpoolStatus(0, 0, 3, 0), SpoolStatus.of(folder));
  }

  @Test
  void shouldSetAFileAsideThatChangesWhileItIsRead() throws Exception {
    SpoolBench bench = new SpoolBench(folder).with("poll.max.records", "1");
    bench.drop("a.ndjson", lines(1, 2));
    bench.start().poll();
    Files.writeString(folder.resolve("claimed/a.ndjson"), lines(1, 3));
    Taken rest = bench.take();
    assertEquals(List.of("INPUT_CHANGED: the file changed while it was read"), rest.reasons());
    assertEquals(1, bench.status().rejected());
  }

  @Test
  void shouldTryAgainWhenTheRegistryIsAwayAndLoseNothing() throws Exception {
    SpoolBench bench = new SpoolBench(folder).with("value.serializer.failures", "2");
    bench.drop("a.ndjson", lines(1, 3));
    bench.start();
    assertThrows(RetriableException.class, bench::poll);
    assertThrows(RetriableException.class, bench::poll);
    assertEquals(List.of("e1", "e2", "e3"), ids(bench.drain()));
  }

  @Test
  void shouldStampStretchesOfFilesWithDifferentMomentsOfARunningClock() throws Exception {
    SpoolBench bench = new SpoolBench(folder).with("clock.fixed", "").with("recorded.at", "CLOCK");
    bench.drop("a.ndjson", lines(1, 2));
    bench.drop("b.ndjson", lines(3, 3));
    List<DossierEvent> events = bench.start().take().events();
    assertEquals(events.get(0).getRecordedAtMicros(), events.get(1).getRecordedAtMicros());
    assertNotEquals(events.get(1).getRecordedAtMicros(), events.get(2).getRecordedAtMicros());
  }

  private static String lines(int from, int to) {
    StringBuilder lines = new StringBuilder();
    for (int i = from; i <= to; i++) {
      lines
          .append("{\"eventId\":\"e")
          .append(i)
          .append(
              "\",\"dossierId\":\"d\",\"type\":\"COMPLETED\",\"occurredAt\":\"2026-09-01T08:00:00+07:00\",")
          .append("\"recordedAt\":\"2026-09-01T08:00:00+07:00\"}\n");
    }
    return lines.toString();
  }

  private static List<String> ids(List<SourceRecord> records) {
    return new ArrayList<>(
        Taken.of(records).events().stream().map(DossierEvent::getEventId).toList());
  }
}
