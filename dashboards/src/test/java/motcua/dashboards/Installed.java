package motcua.dashboards;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Programs of Debian's packages prometheus and prometheus-alertmanager. */
enum Installed {
  PROMETHEUS("/usr/bin/prometheus"),
  PROMTOOL("/usr/bin/promtool"),
  ALERTMANAGER("/usr/bin/prometheus-alertmanager"),
  AMTOOL("/usr/bin/amtool");

  private static final int LIMIT_SECONDS = 60;

  private final Path program;

  Installed(String program) {
    this.program = Path.of(program);
  }

  /** Skips a test where the packages are not installed, save where all tests have to run. */
  static void assume() {
    for (Installed each : values()) {
      boolean isThere = Files.isExecutable(each.program);
      if ("true".equals(System.getenv("CI"))) {
        assertTrue(isThere, each.program + " is not installed");
      }
      assumeTrue(isThere, each.program + " is not installed");
    }
  }

  /** Runs it, and fails with what it printed unless it succeeds. */
  void succeed(String... arguments) throws IOException, InterruptedException {
    Process process = command(arguments).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS), program + " does not end");
    assertEquals(0, process.exitValue(), printed);
  }

  /** Runs it and tells whether it failed. */
  boolean fails(String... arguments) throws IOException, InterruptedException {
    Process process =
        command(arguments)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertTrue(process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS), program + " does not end");
    return process.exitValue() != 0;
  }

  /** A server in a folder of its own, its output in a file there. */
  Process server(Path folder, String... arguments) throws IOException {
    return command(arguments)
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve(name() + ".log").toFile())
        .start();
  }

  /** Ends a server that was started here. */
  static void stop(Process process) {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException stop) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  /** A port that was free a moment ago. */
  static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private ProcessBuilder command(String... arguments) {
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command);
  }
}
