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
    spool = Spool.of(folder.resolve("spool"), INPUT);
  }

  @Test
  void shouldNotHandInTheSameContentAgainOnceItIsDone() throws Exception {
    String name = spool.submit(input("a", "x.ndjson", "one"));
    settle(name, "done");

    spool.submit(input("b", "renamed.ndjson", "one"));

    assertEquals(new Spool.Counts(0, 1), spool.counts());
  }

  @Test
  void shouldHandInInputsOfOneNameWithOtherContent() throws Exception {
    String first = spool.submit(input("a", "x.ndjson", "one"));
    String second = spool.submit(input("b", "x.ndjson", "two"));

    assertNotEquals(first, second);
    assertTrue(second.endsWith("~x.ndjson"), second);
    assertEquals(new Spool.Counts(2, 0), spool.counts());
  }

  @Test
  void shouldHandInTheSameContentAsAnotherKind() throws Exception {
    settle(spool.submit(input("a", "x.json", "one")), "rejected");

    String again = spool.submit(input("b", "x.ndjson", "one"));

    assertEquals(new Spool.Counts(1, 1), spool.counts());
    assertEquals("x.ndjson", Spool.nameGiven(again));
    assertEquals("x~y.json", Spool.nameGiven("x~y.json"));
  }

  /** A connector that still works for one source must not see what is for the next. */
  @Test
  void shouldKeepWhatIsForAnotherSourceApart() throws Exception {
    Path input = input("a", "x.ndjson", "one");
    Intake next = new Intake("h57", Intake.RecordedAt.INPUT, Optional.empty());
    Spool other = Spool.of(folder.resolve("spool"), next);

    String name = spool.submit(input);
    String otherName = other.submit(input);

    assertNotEquals(name, otherName);
    assertNotEquals(spool.root(), other.root());
    assertEquals(new Spool.Counts(1, 0), spool.counts());
    assertEquals(new Spool.Counts(1, 0), other.counts());
    Intake later =
        new Intake("h56", Intake.RecordedAt.INPUT, Optional.of(java.time.OffsetDateTime.MAX));
    assertEquals(spool.root(), Spool.of(folder.resolve("spool"), later).root());
  }

  /** Earlier releases had one folder for all. */
  @Test
  void shouldNotHandInAgainWhatAnEarlierReleaseHasRead() throws Exception {
    Path former = Files.createDirectories(folder.resolve("spool/done"));
    Path input = input("a", "x.ndjson", "one");
    String name = spool.submit(input);
    Files.move(spool.root().resolve(name), former.resolve(name));

    spool.submit(input);

    assertEquals(new Spool.Counts(0, 0), spool.counts());
  }

  @Test
  void shouldCountClaimedFilesAsWaitingAndRejectedOnesAsSettled() throws Exception {
    settle(spool.submit(input("a", "x.json", "one")), "claimed");
    settle(spool.submit(input("a", "y.json", "two")), "rejected");

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
