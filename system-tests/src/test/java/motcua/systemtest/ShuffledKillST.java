package motcua.systemtest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import motcua.schemas.sample.HistoryParameters;
import motcua.schemas.sample.RandomHistories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Histories with 5 % duplicates, 2 % revisions and 1 % retractions, handed in shuffled and killed
 * with -9 three times, give the report of the ordered run, and the audit finds no drift. A short
 * sample here; {@code ./motcua system-test} does it with 300.000 events. Replay with {@code
 * -Dmotcua.seed}, size by {@code -Dmotcua.events}.
 */
@Timeout(value = 2, unit = TimeUnit.HOURS)
class ShuffledKillST {
  private static final long SEED = Long.getLong("motcua.seed", new Random().nextLong());
  private static final int EVENTS = Integer.getInteger("motcua.events", 20_000);
  private static final int KILLS = 3;
  private static final int UNITS = 20;
  private static final Duration AT_MOST = Duration.ofSeconds(150 + EVENTS / 200);
  private static final Pattern NO_DRIFT = Pattern.compile("motcua: drift 0: (\\d+) events");
  private static final Pattern RECORDED_AT = Pattern.compile("\"recordedAt\":\"([^\"]+)\"");

  /** Moments of a kill after a start, as parts of the ordered run's time to its report. */
  private static final double EARLIEST = 0.1;

  private static final double LATEST = 0.3;

  @TempDir Path folder;
  private final Random random = new Random(SEED);

  @Test
  void shouldReportTheSameShuffledAndKilledThreeTimesAndHaveNoDrift() throws Exception {
    System.out.println("motcua.seed=" + SEED + " events=" + EVENTS);
    writeInputs();
    try {
      Duration work = runOrdered();

      runShuffled(work);

      assertTrue(Files.size(report("ordered")) > 1_000, Files.readString(report("ordered")));
      assertArrayEquals(
          Files.readAllBytes(report("ordered")),
          Files.readAllBytes(report("shuffled")),
          "bytes differ");
      assertNoDrift();
    } finally {
      Leftovers.of(folder).forEach(ProcessHandle::destroyForcibly);
    }
  }

  private Duration runOrdered() throws Exception {
    try (ProcessUnderTest ordered = replay("ordered")) {
      ordered.start().awaitWhileRunning("its start", AT_MOST, () -> starts("ordered") == 1);
      long started = System.nanoTime();
      ordered.awaitWhileRunning("the report", AT_MOST, () -> Files.exists(report("ordered")));
      Duration work = Duration.ofNanos(System.nanoTime() - started);
      ProcessUnderTest.Result result = ordered.awaitExit(AT_MOST);
      assertEquals(0, result.exitCode(), result.output());
      return work;
    }
  }

  private void runShuffled(Duration work) throws Exception {
    try (ProcessUnderTest shuffled = replay("shuffled")) {
      for (int kill = 1; kill <= KILLS; kill++) {
        int number = kill;
        shuffled
            .start()
            .awaitWhileRunning("start " + kill, AT_MOST, () -> starts("shuffled") == number);
        double part = EARLIEST + (LATEST - EARLIEST) * random.nextDouble();
        Duration delay = Duration.ofNanos((long) (work.toNanos() * part));
        System.out.println(
            "kill " + kill + ": " + delay.toMillis() + " ms into " + work.toMillis());
        long moment = System.nanoTime() + delay.toNanos();
        shuffled.awaitWhileRunning("the kill", AT_MOST, () -> System.nanoTime() - moment >= 0);
        shuffled.kill(
            kill % 2 == 0 ? ProcessUnderTest.Reach.TREE : ProcessUnderTest.Reach.JVM_ONLY);
        assertFalse(Files.exists(report("shuffled")), "it was over before kill " + kill);
      }
      ProcessUnderTest.Result result = shuffled.start().awaitExit(AT_MOST);
      assertEquals(0, result.exitCode(), result.output());
    }
  }

  private void assertNoDrift() throws Exception {
    try (ProcessUnderTest audit =
        ProcessUnderTest.motcua(
            folder.resolve("audit.txt"),
            "audit",
            "--data",
            folder.resolve("shuffled").toString())) {
      ProcessUnderTest.Result result = audit.start().awaitExit(AT_MOST);
      System.out.println(result.output().strip());
      assertEquals(0, result.exitCode(), result.output());
      Matcher drift = NO_DRIFT.matcher(result.output());
      assertTrue(drift.find(), result.output());
      // The connector may read again what it had sent when it was killed.
      assertTrue(Long.parseLong(drift.group(1)) >= EVENTS, result.output());
    }
  }

  /** How often the application was started in a folder, by its log. */
  private long starts(String run) {
    try {
      Path log = folder.resolve(run).resolve("motcua.log");
      return Files.exists(log)
          ? Files.readString(log)
              .lines()
              .filter(line -> line.contains("started the application"))
              .count()
          : 0;
    } catch (IOException unreadable) {
      return 0;
    }
  }

  private Path report(String run) {
    return folder.resolve(run + ".json");
  }

  private ProcessUnderTest replay(String run) {
    return ProcessUnderTest.motcua(
        folder.resolve(run + ".txt"),
        "replay",
        folder.resolve(run + ".ndjson").toString(),
        "--units",
        folder.resolve("units.csv").toString(),
        "--from",
        "2024-01-01",
        "--to",
        "2024-12-31",
        "--now",
        "2025-06-01T00:00:00+07:00",
        "--data",
        folder.resolve(run).toString(),
        "--report",
        report(run).toString());
  }

  /** The shuffled file holds the duplicates; the ordered one each line once, as it became known. */
  private void writeInputs() throws IOException {
    HistoryParameters parameters = new HistoryParameters(SEED, EVENTS / 4, UNITS, 5, 2, 1, 0);
    List<String> lines = new ArrayList<>(EVENTS);
    RandomHistories.forEachLine(
        parameters,
        line -> {
          if (lines.size() < EVENTS) {
            lines.add(line);
          }
        });
    assertEquals(EVENTS, lines.size(), "histories are too short");
    List<String> ordered =
        lines.stream().distinct().sorted(Comparator.comparing(ShuffledKillST::recordedAt)).toList();
    assertTrue(ordered.size() < EVENTS * 0.97, "too few duplicates: " + ordered.size());
    Collections.shuffle(lines, random);
    Files.write(folder.resolve("ordered.ndjson"), ordered);
    Files.write(folder.resolve("shuffled.ndjson"), lines);
    Files.writeString(folder.resolve("units.csv"), RandomHistories.unitsCsv(UNITS));
  }

  private static Instant recordedAt(String line) {
    Matcher matcher = RECORDED_AT.matcher(line);
    if (!matcher.find()) {
      throw new IllegalArgumentException("no recordedAt: " + line);
    }
    return OffsetDateTime.parse(matcher.group(1)).toInstant();
  }
}
