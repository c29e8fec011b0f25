package motcua.systemtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The demo in the middle of a played day is told to end: nothing of it is left. */
@Timeout(600)
class PlayedDayST {
  private static final Duration START = Duration.ofSeconds(400);
  private static final Duration END = Duration.ofSeconds(60);

  /** The seal of SIGTERM on an exit code. */
  private static final int TERMINATED = 128 + 15;

  @TempDir Path folder;

  @Test
  void shouldEndInTheMiddleOfADay() throws Exception {
    Files.createDirectories(temporary());
    try (ProcessUnderTest motcua = demo()) {
      motcua.start();
      motcua.awaitWhileRunning("a day is played", START, () -> says(motcua, "28/10/2024 09:"));
      assertTrue(says(motcua, "hạt giống 7 (xem lại: ./motcua demo --speed 600 --seed 7)"));
      List<ProcessHandle> children = motcua.children();

      motcua.terminate();

      ProcessUnderTest.Result result = motcua.awaitExit(END);
      assertEquals(TERMINATED, result.exitCode(), result.output());
      assertFalse(result.output().contains("motcua: the"), result.output());
      awaitEnd(children);
      try (Stream<Path> left = Files.list(temporary())) {
        assertEquals(List.of(), left.filter(each -> Files.exists(each.resolve("lock"))).toList());
      }
    }
  }

  private static void awaitEnd(List<ProcessHandle> children) throws InterruptedException {
    long deadline = System.nanoTime() + END.toNanos();
    while (children.stream().anyMatch(ProcessHandle::isAlive) && System.nanoTime() < deadline) {
      TimeUnit.MILLISECONDS.sleep(50);
    }
    assertEquals(List.of(), children.stream().filter(ProcessHandle::isAlive).toList());
  }

  private static boolean says(ProcessUnderTest motcua, String words) {
    try {
      return motcua.output().contains(words);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private Path temporary() {
    return folder.resolve("tmp");
  }

  private ProcessUnderTest demo() {
    return new ProcessUnderTest(
        List.of(
            Repository.root().resolve("motcua").toString(),
            "demo",
            "--port",
            "0",
            "--speed",
            "600",
            "--seed",
            "7"),
        Map.of("MOTCUA_BUILD", "skip", "MOTCUA_JAVA_OPTS", "-Djava.io.tmpdir=" + temporary()),
        folder.resolve("output.txt"));
  }
}
