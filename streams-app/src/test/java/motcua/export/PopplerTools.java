package motcua.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Assumptions;

/** Programs of poppler-utils. Without them tests are skipped by hand and fail in CI. */
final class PopplerTools {
  private PopplerTools() {}

  static void assumeInstalled(String program) {
    boolean found =
        Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    if ("true".equals(System.getenv("CI"))) {
      assertTrue(found, program + " (poppler-utils) is missing in CI");
    }
    Assumptions.assumeTrue(found, program + " (poppler-utils) is not installed");
  }

  static String run(Path folder, String... command) throws IOException, InterruptedException {
    Path told = folder.resolve(command[0] + ".txt");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(told.toFile())
            .start();
    int code = process.waitFor();
    String text = Files.readString(told, StandardCharsets.UTF_8);
    assertEquals(0, code, () -> command[0] + " says " + text);
    return text;
  }
}
