package motcua.systemtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The harness itself: a kill that hits nothing, or spares what it should hit, would prove nothing
 * about the product.
 */
@Timeout(60)
class ProcessUnderTestST {
  private static final Duration SHORT = Duration.ofSeconds(20);

  @TempDir Path folder;

  @Test
  void shouldKillTheWholeTreeAndStartItAgain() throws Exception {
    try (ProcessUnderTest tree = shell("sleep 60 & echo started; wait")) {
      tree.start().awaitWhileRunning("it started", SHORT, () -> outputHas("started"));
      List<ProcessHandle> children = tree.children();
      assertEquals(1, children.size());

      tree.kill(ProcessUnderTest.Reach.TREE);

      assertFalse(tree.isRunning());
      assertFalse(children.get(0).isAlive());
      tree.start();
      assertTrue(tree.isRunning());
      assertEquals(2, tree.starts());
    }
  }

  @Test
  void shouldLeaveChildrenBehindWhenOnlyTheProcessIsKilled() throws Exception {
    try (ProcessUnderTest tree = shell("sleep 60 & echo started; wait")) {
      tree.start().awaitWhileRunning("it started", SHORT, () -> outputHas("started"));
      ProcessHandle child = tree.children().get(0);

      tree.kill(ProcessUnderTest.Reach.JVM_ONLY);

      assertTrue(child.isAlive());
      child.destroyForcibly();
    }
  }

  @Test
  void shouldRefuseToKillWhatHasEnded() throws Exception {
    try (ProcessUnderTest ended = shell("exit 3")) {
      ProcessUnderTest.Result result = ended.start().awaitExit(SHORT);

      assertEquals(3, result.exitCode());
      assertThrows(AssertionError.class, () -> ended.kill(ProcessUnderTest.Reach.TREE));
    }
  }

  @Test
  void shouldFailWhenTheProcessEndsBeforeTheConditionHolds() throws Exception {
    try (ProcessUnderTest ended = shell("echo because; exit 1")) {
      ended.start();

      AssertionError failed =
          assertThrows(
              AssertionError.class, () -> ended.awaitWhileRunning("never", SHORT, () -> false));

      assertTrue(failed.getMessage().contains("because"), failed.getMessage());
    }
  }

  private ProcessUnderTest shell(String script) {
    return new ProcessUnderTest(List.of("sh", "-c", script), Map.of(), output());
  }

  private Path output() {
    return folder.resolve("output.txt");
  }

  private boolean outputHas(String text) {
    try {
      return Files.exists(output()) && Files.readString(output()).contains(text);
    } catch (IOException unreadable) {
      return false;
    }
  }
}
