package motcua.systemtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
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

/** A run in a temporary folder that is killed leaves no process behind. */
@Timeout(180)
class OrphanST {
  private static final Duration AT_MOST = Duration.ofSeconds(60);

  private static final String POSTMASTER = "postgresql/data/postmaster.pid";
  private static final String REGISTRY = "registry/registry.pid";

  @TempDir Path folder;

  @Test
  void shouldEndTheChildrenOfAKilledRunInATemporaryFolder() throws Exception {
    Files.createDirectories(temporary());
    List<ProcessHandle> children = List.of();
    try (ProcessUnderTest motcua = demo()) {
      motcua.start();
      motcua.awaitWhileRunning("PostgreSQL and the registry run", AT_MOST, this::bothRun);
      // PostgreSQL is started by a program that ends, so it is nobody's child.
      ProcessHandle postmaster = process(POSTMASTER);
      children =
          Stream.of(motcua.children().stream(), Stream.of(postmaster), postmaster.descendants())
              .flatMap(each -> each)
              .toList();
      assertTrue(children.contains(process(REGISTRY)), "no registry");

      motcua.kill(ProcessUnderTest.Reach.JVM_ONLY);

      awaitEnd(children);
      assertEquals(List.of(), children.stream().filter(ProcessHandle::isAlive).toList());
    } finally {
      children.forEach(ProcessHandle::destroyForcibly);
    }
  }

  private static void awaitEnd(List<ProcessHandle> children) throws InterruptedException {
    long deadline = System.nanoTime() + AT_MOST.toNanos();
    while (children.stream().anyMatch(ProcessHandle::isAlive) && System.nanoTime() < deadline) {
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }

  private boolean bothRun() {
    return Stream.of(POSTMASTER, REGISTRY)
        .allMatch(
            file -> {
              try {
                return process(file).isAlive();
              } catch (IOException | RuntimeException notYet) {
                return false;
              }
            });
  }

  /** The process whose id is the first line of a file in the data folder. */
  private ProcessHandle process(String file) throws IOException {
    try (Stream<Path> folders = Files.list(temporary())) {
      Path data =
          folders.filter(each -> Files.exists(each.resolve("lock"))).findFirst().orElseThrow();
      String pid = Files.readAllLines(data.resolve(file)).getFirst();
      return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }
  }

  private Path temporary() {
    return folder.resolve("tmp");
  }

  private ProcessUnderTest demo() {
    return new ProcessUnderTest(
        List.of(Repository.root().resolve("motcua").toString(), "demo", "--port", "0"),
        Map.of("MOTCUA_BUILD", "skip", "MOTCUA_JAVA_OPTS", "-Djava.io.tmpdir=" + temporary()),
        folder.resolve("output.txt"));
  }
}
