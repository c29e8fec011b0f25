package motcua.systemtest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A replay killed with -9 while it books, then started again on its folder, writes the report that
 * an undisturbed one writes. Replay with {@code -Dmotcua.seed}.
 */
@Timeout(240)
class KillReplayST {
  private static final long SEED = Long.getLong("motcua.seed", new Random().nextLong());
  private static final int LINES = 60_000;
  private static final int UNITS = 10;
  private static final Duration AT_MOST = Duration.ofSeconds(100);
  private static final OffsetDateTime FIRST = OffsetDateTime.parse("2024-01-02T08:00:00+07:00");

  /** Latest kill, as a part of the time that the undisturbed run took from there to its report. */
  private static final double LATEST = 0.7;

  @TempDir Path folder;
  private final Random random = new Random(SEED);
  private final List<ProcessHandle> children = new ArrayList<>();
  private int received;

  @Test
  void shouldReportTheSameAfterAKillWhileItBooks() throws Exception {
    System.out.println("motcua.seed=" + SEED);
    writeUnits();
    writeEvents();
    try {
      Duration work = runUndisturbed();
      Duration delay = Duration.ofNanos((long) (work.toNanos() * LATEST * random.nextDouble()));
      System.out.println("kill " + delay.toMillis() + " ms into " + work.toMillis() + " ms");

      runKilled(delay);

      JsonNode expected = new ObjectMapper().readTree(report("calm").toFile());
      assertEquals(received, expected.path("total").path("received").asInt());
      assertEquals(UNITS, expected.path("rows").size());
      assertEquals(expected, new ObjectMapper().readTree(report("killed").toFile()));
      assertArrayEquals(
          Files.readAllBytes(report("calm")), Files.readAllBytes(report("killed")), "bytes differ");
      assertEquals(List.of(), leftovers());
    } finally {
      leftovers().forEach(ProcessHandle::destroyForcibly);
    }
  }

  private Duration runUndisturbed() throws Exception {
    try (ProcessUnderTest calm = replay("calm")) {
      calm.start().awaitWhileRunning("work is under way", AT_MOST, () -> isTaken("calm"));
      long taken = System.nanoTime();
      calm.awaitWhileRunning("the report", AT_MOST, () -> Files.exists(report("calm")));
      Duration work = Duration.ofNanos(System.nanoTime() - taken);
      children.addAll(calm.children());
      ProcessUnderTest.Result result = calm.awaitExit(AT_MOST);
      assertEquals(0, result.exitCode(), result.output());
      return work;
    }
  }

  private void runKilled(Duration delay) throws Exception {
    try (ProcessUnderTest killed = replay("killed")) {
      killed.start().awaitWhileRunning("work is under way", AT_MOST, () -> isTaken("killed"));
      long moment = System.nanoTime() + delay.toNanos();
      killed.awaitWhileRunning("the kill", AT_MOST, () -> System.nanoTime() - moment >= 0);
      children.addAll(killed.children());

      killed.kill(ProcessUnderTest.Reach.JVM_ONLY);

      assertFalse(Files.exists(report("killed")), "it was over before the kill");
      ProcessUnderTest.Result result = killed.start().awaitExit(AT_MOST);
      assertEquals(0, result.exitCode(), result.output());
      assertEquals(2, killed.starts());
    }
  }

  /** Processes of either run that outlived it: seen as a child, or naming our folder. */
  private List<ProcessHandle> leftovers() {
    Stream<ProcessHandle> ours = ProcessHandle.allProcesses().filter(this::namesOurFolder);
    return Stream.concat(children.stream(), ours)
        .filter(ProcessHandle::isAlive)
        .distinct()
        .toList();
  }

  private boolean namesOurFolder(ProcessHandle process) {
    try {
      Path arguments = Path.of("/proc", Long.toString(process.pid()), "cmdline");
      return Files.isReadable(arguments)
          && Files.readString(arguments).contains(folder.toString())
          && process.pid() != ProcessHandle.current().pid();
    } catch (IOException gone) {
      return false;
    }
  }

  private boolean isTaken(String run) {
    try {
      Path log = folder.resolve(run).resolve("motcua.log");
      return Files.exists(log) && Files.readString(log).contains("spool file taken");
    } catch (IOException unreadable) {
      return false;
    }
  }

  private Path report(String run) {
    return folder.resolve(run + ".json");
  }

  private ProcessUnderTest replay(String run) {
    return ProcessUnderTest.motcua(
        folder.resolve(run + ".txt"),
        "replay",
        folder.resolve("events.ndjson").toString(),
        "--units",
        folder.resolve("units.csv").toString(),
        "--from",
        "2024-01-01",
        "--to",
        "2024-12-31",
        "--now",
        "2025-01-02T00:00:00+07:00",
        "--data",
        folder.resolve(run).toString(),
        "--report",
        report(run).toString());
  }

  private void writeUnits() throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add("code,name,parent,level,validFrom,validTo,successor,headName,headEmail");
    for (int unit = 0; unit < UNITS; unit++) {
      lines.add("U" + unit + ",Unit " + unit + ",,DISTRICT,,,,,");
    }
    Files.write(folder.resolve("units.csv"), lines);
  }

  private void writeEvents() throws IOException {
    List<String> lines = new ArrayList<>();
    for (int dossier = 0; lines.size() < LINES; dossier++) {
      addDossier(lines, "d" + dossier);
    }
    // So that a kill finds most dossiers known in part.
    Collections.shuffle(lines, random);
    Files.write(folder.resolve("events.ndjson"), lines);
  }

  private void addDossier(List<String> lines, String dossier) {
    OffsetDateTime start = FIRST.plusMinutes(random.nextInt(330 * 24 * 60));
    OffsetDateTime due = start.plusDays(5 + random.nextInt(15));
    String reception =
        ",\"unit\":\"U%d\",\"procedure\":\"P%d\",\"field\":\"F%d\",\"channel\":\"%s\",\"dueAt\":\"%s\""
            .formatted(
                random.nextInt(UNITS),
                random.nextInt(20),
                random.nextInt(5),
                List.of("ONLINE", "DIRECT", "POSTAL").get(random.nextInt(3)),
                due);
    lines.add(line(dossier, "RECEIVED", start, start, reception));
    received++;
    if (random.nextInt(2) == 0) {
      OffsetDateTime changed = start.plusDays(2);
      String later = ",\"reason\":\"EXTENSION\",\"dueAt\":\"" + due.plusDays(3) + "\"";
      lines.add(line(dossier, "DUE_CHANGED", changed, changed, later));
    }
    if (random.nextInt(10) > 0) {
      addCompletion(lines, dossier, start.plusDays(3 + random.nextInt(18)));
    }
    if (random.nextInt(50) == 0) {
      lines.add(retraction(dossier, "RECEIVED", start, reception));
      received--;
    }
  }

  private void addCompletion(List<String> lines, String dossier, OffsetDateTime at) {
    lines.add(line(dossier, "COMPLETED", at, at, ""));
    if (random.nextInt(30) == 0) {
      lines.add(retraction(dossier, "COMPLETED", at, ""));
    }
  }

  private static String retraction(String dossier, String type, OffsetDateTime at, String more) {
    return line(dossier, type, at, at.plusDays(1), more + ",\"retracted\":true");
  }

  private static String line(
      String dossier, String type, OffsetDateTime at, OffsetDateTime known, String more) {
    return "{\"source\":\"h56\",\"eventId\":\"%s-%s\",\"dossierId\":\"%s\",\"type\":\"%s\",\"occurredAt\":\"%s\",\"recordedAt\":\"%s\"%s}"
        .formatted(dossier, type, dossier, type, at, known, more);
  }
}
