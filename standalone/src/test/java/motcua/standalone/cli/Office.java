package motcua.standalone.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** LibreOffice and poppler, as offices have them or the like; fails where they are absent in CI. */
final class Office {
  private static final long SECONDS = 180;

  private final Path folder;

  Office(Path folder) {
    this.folder = folder;
  }

  /** Whether a program of LibreOffice and poppler each is there. */
  static boolean isPresent() {
    return Files.isExecutable(Path.of("/usr/bin/soffice"))
        && Files.isExecutable(Path.of("/usr/bin/pdftoppm"));
  }

  /** Opens a file with LibreOffice and prints it. */
  Path print(Path file) throws Exception {
    Path out = Files.createDirectories(folder.resolve("printed"));
    run(
        "soffice",
        "-env:UserInstallation=" + folder.resolve("profile").toUri(),
        "--headless",
        "--norestore",
        "--convert-to",
        "pdf",
        "--outdir",
        out.toString(),
        file.toString());
    String name = file.getFileName().toString();
    return out.resolve(name.substring(0, name.lastIndexOf('.')) + ".pdf");
  }

  /** The words of a PDF as they stand on the page, blanks made one. */
  String text(Path pdf) throws Exception {
    Path text = folder.resolve("text.txt");
    run("pdftotext", "-layout", pdf.toString(), text.toString());
    return Files.readString(text).replaceAll("\\s+", " ");
  }

  /** Paints the pages; they are kept to be looked at. */
  void paint(Path pdf, Path pictures) throws Exception {
    Files.createDirectories(pictures.getParent());
    run("pdftoppm", "-r", "70", "-png", pdf.toString(), pictures.toString());
  }

  private void run(String... command) throws Exception {
    Path log = folder.resolve("office.log");
    Process process =
        new ProcessBuilder(new ArrayList<>(List.of(command)))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    boolean ended = process.waitFor(SECONDS, TimeUnit.SECONDS);
    if (!ended) {
      process.destroyForcibly();
    }
    assertTrue(ended, command[0] + " does not end: " + Files.readString(log));
    assertEquals(0, process.exitValue(), command[0] + ": " + Files.readString(log));
  }
}
