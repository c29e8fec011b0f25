package motcua.systemtest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code ./motcua} makes of the JDK it finds. */
@Timeout(60)
class StartScriptST {
  private static final String UNSAFE = "--sun-misc-unsafe-memory-access=allow";

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"21.0.5,0", "22,0", "23,1", "24.0.1,1", "25,1"})
  void shouldAllowUnsafeMemoryAccessOnlyWhereTheJdkKnowsTheOption(String version, int expected)
      throws Exception {
    Path jdk = jdkThatPrintsItsArguments(version);
    List<String> command = List.of(Repository.root().resolve("motcua").toString(), "replay");
    Map<String, String> environment = Map.of("MOTCUA_BUILD", "skip", "JAVA_HOME", jdk.toString());

    try (ProcessUnderTest script =
        new ProcessUnderTest(command, environment, folder.resolve("output.txt"))) {
      ProcessUnderTest.Result result = script.start().awaitExit(Duration.ofSeconds(20));

      assertEquals(0, result.exitCode(), result.output());
      assertEquals(
          expected, result.output().lines().filter(UNSAFE::equals).count(), result.output());
      assertEquals("replay", result.output().lines().toList().getLast());
    }
  }

  private Path jdkThatPrintsItsArguments(String version) throws Exception {
    Path jdk = folder.resolve("jdk-" + version);
    Path bin = Files.createDirectories(jdk.resolve("bin"));
    Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    for (String program : List.of("java", "javac")) {
      Path file = Files.writeString(bin.resolve(program), "#!/bin/sh\nprintf '%s\\n' \"$@\"\n");
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
    return jdk;
  }
}
