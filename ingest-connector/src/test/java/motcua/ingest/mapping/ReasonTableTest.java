package motcua.ingest.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import motcua.ingest.source.InputFault;
import org.junit.jupiter.api.Test;

/** The operator's table of reasons holds what the code says, in its order, and nothing else. */
class ReasonTableTest {
  private static final Path PAGE = Path.of("../docs/dead-letters.md");

  @Test
  void shouldHoldEveryReasonWithItsExplanationAndWhatToDo() throws IOException {
    Stream<String> reasons = Arrays.stream(Reason.values()).map(Reason::text);
    Stream<String> faults = Arrays.stream(InputFault.values()).map(InputFault::reason);

    assertEquals(Stream.concat(reasons, faults).toList(), table());
  }

  private static List<String> table() throws IOException {
    return Files.readAllLines(PAGE).stream()
        .filter(line -> line.startsWith("| `"))
        .map(line -> line.split("\\|"))
        .map(
            cells -> {
              assertEquals(4, cells.length, String.join("|", cells));
              return cells[1].strip().replace("`", "") + ": " + cells[2].strip();
            })
        .toList();
  }
}
