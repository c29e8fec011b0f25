package motcua.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolTest {
  private static final Intake INPUT = new Intake("h56", Intake.RecordedAt.INPUT, Optional.empty());

  @TempDir Path folder;
  private Spool spool;

  @BeforeEach
  void open() {
    spool = new Spool(folder.resolve("spool"));
  }

  @Test
  void shouldNotHandInTheSameContentAgainOnceItIsDone() throws Exception {
    String name = spool.submit(input("a", "x.ndjson", "one"), INPUT);
    settle(name, "done");

    spool.submit(input("b", "renamed.ndjson", "one"), INPUT);

    assertEquals(new Spool.Counts(0, 1), spool.counts());
  }

  @Test
  void shouldHandInInputsOfOneNameWithOtherContent() throws Exception {
    String first = spool.submit(input("a", "x.ndjson", "one"), INPUT);
    String second = spool.submit(input("b", "x.ndjson", "two"), INPUT);

    assertNotEquals(first, second);
    assertTrue(second.endsWith("~x.ndjson"), second);
    assertEquals(new Spool.Counts(2, 0), spool.counts());
  }

  @Test
  void shouldHandInTheSameContentAsAnotherKind() throws Exception {
    settle(spool.submit(input("a", "x.json", "one"), INPUT), "rejected");

    String again = spool.submit(input("b", "x.ndjson", "one"), INPUT);

    assertEquals(new Spool.Counts(1, 1), spool.counts());
    assertEquals("x.ndjson", Spool.nameGiven(again));
    assertEquals("x~y.json", Spool.nameGiven("x~y.json"));
  }

  @Test
  void shouldHandInTheSameContentForAnotherSource() throws Exception {
    Path input = input("a", "x.ndjson", "one");
    spool.submit(input, INPUT);
    spool.submit(input, new Intake("h57", Intake.RecordedAt.INPUT, Optional.empty()));

    assertEquals(new Spool.Counts(2, 0), spool.counts());
  }

  @Test
  void shouldCountClaimedFilesAsWaitingAndRejectedOnesAsSettled() throws Exception {
    settle(spool.submit(input("a", "x.json", "one"), INPUT), "claimed");
    settle(spool.submit(input("a", "y.json", "two"), INPUT), "rejected");

    assertEquals(new Spool.Counts(1, 1), spool.counts());
  }

  private Path input(String sub, String name, String content) throws Exception {
    return Files.writeString(Files.createDirectories(folder.resolve(sub)).resolve(name), content);
  }

  private void settle(String name, String sub) throws Exception {
    Path target = Files.createDirectories(spool.root().resolve(sub)).resolve(name);
    Files.move(spool.root().resolve(name), target);
  }
}
