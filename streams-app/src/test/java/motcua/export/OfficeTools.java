package motcua.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The programs with which offices open our files, run on files in a folder of the test. */
final class OfficeTools {
  private static final List<String> PROGRAMS = List.of("soffice", "pdftotext", "pdftoppm");
  private static final String PACKAGES =
      "libreoffice-calc-nogui libreoffice-writer-nogui poppler-utils";
  private static final int SECONDS = 180;

  private static final String SETTINGS = "registrymodifications.xcu";

  /** Else it shows the values that a workbook brings. */
  private static final String ALWAYS_CALCULATE =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <oor:items xmlns:oor="http://openoffice.org/2001/registry">
      <item oor:path="/org.openoffice.Office.Calc/Formula/Load">
      <prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
      </oor:items>
      """;

  private final Path folder;

  OfficeTools(Path folder) {
    this.folder = folder;
  }

  /** Skips the tests where a program is absent; on a build server they fail instead. */
  static void require() {
    List<String> absent = PROGRAMS.stream().filter(program -> !isPresent(program)).toList();
    String message = absent + " absent; the Debian packages are called " + PACKAGES;
    if ("true".equals(System.getenv("CI"))) {
      assertTrue(absent.isEmpty(), message);
    }
    if (!absent.isEmpty()) {
      System.err.println("skipped: " + message);
    }
    assumeTrue(absent.isEmpty(), message);
  }

  private static boolean isPresent(String program) {
    return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .anyMatch(path -> Files.isExecutable(Path.of(path, program)));
  }

  /**
   * Opens the file with LibreOffice and saves it as another kind.
   *
   * @param filter as {@code --convert-to} takes it; the new file ends as its first word says
   * @param environment added to that of the test
   */
  Path convert(Path file, String filter, Map<String, String> environment)
      throws IOException, InterruptedException {
    Path profile = folder.resolve("profile");
    Path settings = Files.createDirectories(profile.resolve("user")).resolve(SETTINGS);
    if (!Files.exists(settings)) {
      Files.writeString(settings, ALWAYS_CALCULATE);
    }
    run(
        environment,
        "soffice",
        // Two processes cannot share a profile.
        "-env:UserInstallation=" + profile.toUri(),
        "--headless",
        "--norestore",
        "--convert-to",
        filter,
        "--outdir",
        folder.toString(),
        file.toString());
    String name = file.getFileName().toString();
    String kind = filter.substring(0, (filter + ":").indexOf(':'));
    Path converted = folder.resolve(name.substring(0, name.lastIndexOf('.')) + "." + kind);
    assertTrue(Files.size(converted) > 0, converted::toString);
    return converted;
  }

  /** The words of a PDF, as they stand on the page. */
  String text(Path pdf) throws IOException, InterruptedException {
    Path text = folder.resolve("words.txt");
    run(Map.of(), "pdftotext", "-layout", "-enc", "UTF-8", pdf.toString(), text.toString());
    return Files.readString(text);
  }

  /** A picture of each page of a PDF, to be looked at. */
  void pictures(Path pdf, Path into) throws IOException, InterruptedException {
    Files.createDirectories(into.getParent());
    run(Map.of(), "pdftoppm", "-r", "80", "-png", pdf.toString(), into.toString());
  }

  private void run(Map<String, String> environment, String... command)
      throws IOException, InterruptedException {
    Path log = folder.resolve(command[0] + ".log");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().putAll(environment);
    Process process = builder.start();
    try {
      if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
        fail(command[0] + " does not end: " + Files.readString(log));
      }
    } finally {
      // The program that was started starts others.
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
    assertEquals(0, process.exitValue(), Files.readString(log));
  }
}
