package motcua.standalone.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;

/**
 * The command line against an installation on which the third legal quarter of 2026 is published.
 */
public final class SnapshotCommands {
  private final URI url;

  private SnapshotCommands(URI url) {
    this.url = url;
  }

  /**
   * @param published number of the published report
   */
  public static void check(URI url, long published, Path folder) throws Exception {
    new SnapshotCommands(url).check(published, folder);
  }

  private void check(long published, Path folder) throws Exception {
    String number = Long.toString(published);
    assertTrue(
        ok("list").contains(number + " final v1 ALL 2026-06-15..2026-09-14 by none"), ok("list"));
    assertTrue(ok("show", number).contains("PUBLISHED Trần Thị B"));
    assertTrue(
        ok("prepare", "--period", "2026-Q2", "--form", "II.06a", "--by", "field", "--author", "C")
            .contains("provisional v0 ALL 2026-03-15..2026-06-14 by field"));
    for (String document : List.of("report", "late", "shortfall", "summary")) {
      Path file = folder.resolve(document + ".pdf");
      ok("export", number, "--document", document, "--out", file.toString());
      assertEquals("%PDF", new String(Files.readAllBytes(file), 0, 4));
    }
    assertTrue(
        failed("publish", "--period", "2026-Q3", "--author", "C").contains("đã được công bố"));
    assertTrue(
        failed("revise", number, "--kind", "ERROR", "--reason", "x", "--author", "C")
            .contains("không đổi"));
    assertTrue(failed("show", "777").contains("Không có báo cáo"));
    assertTrue(
        failed("export", number, "--document", "other", "--out", folder.resolve("x.pdf").toString())
            .contains("shortfall"));
  }

  private String ok(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter errors = new StringWriter();
    int code = run(out, errors, arguments);
    assertEquals(0, code, errors.toString());
    return out.toString();
  }

  private String failed(String... arguments) {
    StringWriter errors = new StringWriter();
    assertEquals(1, run(new StringWriter(), errors, arguments), errors.toString());
    assertEquals(1, errors.toString().lines().count(), errors.toString());
    return errors.toString();
  }

  private int run(StringWriter out, StringWriter errors, String... arguments) {
    CommandLine line =
        Main.commandLine(new Wiring())
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(errors, true));
    List<String> all = new ArrayList<>(List.of("snapshot"));
    all.addAll(List.of(arguments));
    all.addAll(List.of("--url", url.toString()));
    return line.execute(all.toArray(String[]::new));
  }
}
