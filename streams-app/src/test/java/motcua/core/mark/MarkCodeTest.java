package motcua.core.mark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarkCodeTest {
  @Test
  void shouldBeExplainedInTheDocuments() throws IOException {
    List<String> listed =
        Files.readAllLines(Path.of("../docs/marks.md")).stream()
            .filter(line -> line.startsWith("| `"))
            .map(line -> line.substring(0, line.lastIndexOf(" | ")))
            .toList();
    List<String> codes =
        Arrays.stream(MarkCode.values())
            .peek(code -> assertFalse(code.meaning().isBlank()))
            .map(code -> "| `" + code + "` | " + code.meaning())
            .toList();
    assertEquals(codes, listed);
  }
}
