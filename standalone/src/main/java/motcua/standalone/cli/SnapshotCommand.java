package motcua.standalone.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import motcua.core.form.FormPreset;
import motcua.standalone.Pause;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code snapshot}: draws, publishes, revises and prints reports of a running installation. */
@Command(
    name = "snapshot",
    description = "Draws, publishes, revises and exports reports of a running installation.")
final class SnapshotCommand implements Callable<Integer> {
  private static final int PAUSE_MILLIS = 200;

  @Spec private CommandSpec spec;
  @Mixin private CommonOptions common;

  @Option(
      names = "--url",
      paramLabel = "URL",
      scope = ScopeType.INHERIT,
      defaultValue = "http://127.0.0.1:8080/",
      description = "Where the page is; default: ${DEFAULT-VALUE}.")
  private String url;

  @Override
  public Integer call() {
    throw new ParameterException(
        spec.commandLine(), "say what to do: list, show, prepare, publish, revise or export");
  }

  private ApiClient api() {
    try {
      URI server = URI.create(url.endsWith("/") ? url : url + "/");
      if (server.getHost() != null && server.getScheme().startsWith("http")) {
        return new ApiClient(server);
      }
    } catch (IllegalArgumentException unreadable) {
      // Said below, as for another kind of address.
    }
    throw new ParameterException(
        spec.commandLine(), "--url " + url + ": expected for example http://127.0.0.1:8080");
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  @Command(name = "list", description = "Lists reports, the latest made first.")
  int list(
      @Option(
              names = "--page",
              paramLabel = "N",
              defaultValue = "1",
              description = "Page of 50; default: ${DEFAULT-VALUE}.")
          int page)
      throws IOException {
    for (JsonNode head : api().get("api/snapshots?page=" + page)) {
      out().println(line(head));
    }
    return 0;
  }

  @Command(
      name = "show",
      description = "Shows a report's version, what it changed and what a revision would change.")
  int show(@Parameters(paramLabel = "NUMBER", description = "Of the report.") long id)
      throws IOException {
    ApiClient api = api();
    JsonNode snapshot = api.get("api/snapshots/" + id);
    out().println(line(snapshot.get("head")));
    out().println("sha256 " + snapshot.get("sha256").asText());
    changes("changed", snapshot.get("changes"));
    for (JsonNode act : snapshot.get("acts")) {
      out()
          .println(
              "%s %s %s"
                  .formatted(
                      act.get("at").asText(), act.get("act").asText(), act.get("author").asText()));
    }
    changes("proposed", api.get("api/snapshots/" + id + "/proposal").get("changes"));
    return 0;
  }

  private void changes(String what, JsonNode changes) {
    for (JsonNode change : changes) {
      String unit = change.get("unit").asText();
      String part = change.get("part").asText();
      out()
          .println(
              "%s %s%s %s: %d -> %d"
                  .formatted(
                      what,
                      unit.isEmpty() ? "total" : unit,
                      part.isEmpty() ? "" : " " + part,
                      change.get("column").asText(),
                      change.get("was").asLong(),
                      change.get("is").asLong()));
    }
  }

  /** What a report is drawn of. */
  static final class Subject {
    @Option(
        names = "--scope",
        paramLabel = "UNIT",
        defaultValue = "ALL",
        description = "A unit with all below it; default: ${DEFAULT-VALUE}.")
    private String scope;

    @Option(
        names = "--period",
        paramLabel = "P",
        description = "2024-07, 2024-Q3, 2024-H1, 2024-9M or 2024; or --from and --to.")
    private String period;

    @Option(
        names = "--calendar",
        paramLabel = "C",
        description = "legal (default) or calendar: what --period is of.")
    private String calendar;

    @Option(names = "--from", paramLabel = "DAY", description = "First day.")
    private LocalDate from;

    @Option(names = "--to", paramLabel = "DAY", description = "Last day.")
    private LocalDate to;

    @Option(
        names = "--known-on",
        paramLabel = "DAY",
        description = "Last day of knowledge; default: the last closed day.")
    private LocalDate knownOn;

    @Option(
        names = "--by",
        paramLabel = "WHAT",
        description = "none (default), field or procedure.")
    private String by;

    @Option(names = "--form", paramLabel = "FORM", description = "strict (default) or II.06a.")
    private FormPreset form;

    @Option(
        names = "--author",
        required = true,
        paramLabel = "NAME",
        description = "Who does it; kept with the report.")
    private String author;

    private Map<String, String> body() {
      Map<String, String> body = new LinkedHashMap<>();
      body.put("scope", scope);
      put(body, "period", period);
      put(body, "calendar", calendar);
      put(body, "from", from);
      put(body, "to", to);
      put(body, "knownOn", knownOn);
      put(body, "by", by);
      put(body, "form", form == null ? null : form.code());
      body.put("author", author);
      return body;
    }
  }

  private static void put(Map<String, String> body, String name, Object value) {
    if (value != null) {
      body.put(name, value.toString());
    }
  }

  @Command(name = "prepare", description = "Draws a provisional report.")
  int prepare(@Mixin Subject subject) throws IOException {
    return made(api().post("api/snapshots", subject.body()));
  }

  @Command(name = "publish", description = "Publishes the first version of a report.")
  int publish(
      @Mixin Subject subject,
      @Option(
              names = "--overlapping",
              description = "Although the period shares days with another one published.")
          boolean overlapping)
      throws IOException {
    Map<String, String> body = subject.body();
    body.put("overlapping", Boolean.toString(overlapping));
    body.put("publish", "true");
    return made(api().post("api/snapshots", body));
  }

  @Command(name = "revise", description = "Publishes the next version of a report.")
  int revise(
      @Parameters(paramLabel = "NUMBER", description = "Of the latest version.") long id,
      @Option(
              names = "--kind",
              required = true,
              paramLabel = "KIND",
              description = "LATE_DATA, ERROR or METHOD.")
          String kind,
      @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Printed.")
          String reason,
      @Option(names = "--author", required = true, paramLabel = "NAME", description = "Who.")
          String author,
      @Option(
              names = "--known-on",
              paramLabel = "DAY",
              description = "Last day of knowledge; default: the last closed day.")
          LocalDate knownOn)
      throws IOException {
    Map<String, String> body = new LinkedHashMap<>();
    body.put("kind", kind);
    body.put("reason", reason);
    body.put("author", author);
    put(body, "knownOn", knownOn);
    return made(api().post("api/snapshots/" + id + "/revisions", body));
  }

  private int made(JsonNode snapshot) {
    out().println(line(snapshot.get("head")));
    return 0;
  }

  @Command(name = "export", description = "Writes a document of a report to a file.")
  int export(
      @Parameters(paramLabel = "NUMBER", description = "Of the report.") long id,
      @Option(
              names = "--out",
              required = true,
              paramLabel = "FILE",
              description = "Ends with .xlsx, .docx or .pdf.")
          Path out,
      @Option(
              names = "--document",
              paramLabel = "WHAT",
              description = "report (default), late, shortfall or summary.")
          String document,
      @Option(
              names = "--form",
              paramLabel = "FORM",
              description = "strict or II.06a; default: the report's own.")
          FormPreset form,
      @Option(
              names = "--limit",
              paramLabel = "PERCENT",
              description = "Highest late rate allowed, for shortfall; default: 5.")
          String limit)
      throws IOException {
    Map<String, String> body = new LinkedHashMap<>();
    body.put("snapshot", Long.toString(id));
    body.put("format", extension(out));
    put(body, "document", document);
    put(body, "form", form == null ? null : form.code());
    put(body, "limit", limit);
    ApiClient api = api();
    try (ConsoleProgress progress = ConsoleProgress.onStandardError()) {
      progress.step("writing " + out.getFileName());
      JsonNode job = api.post("api/exports", body);
      String where = "api/exports/" + job.get("id").asLong();
      while (job.get("state").asText().equals("RUNNING")) {
        progress.count(job.get("written").asLong(), job.get("lines").asLong());
        Pause.millis(PAUSE_MILLIS);
        job = api.get(where);
      }
      if (!job.get("state").asText().equals("DONE")) {
        throw new IOException(job.path("why").asText("the export failed"));
      }
      api.download(where + "/file", out);
    }
    return 0;
  }

  private String extension(Path out) {
    String name = out.getFileName().toString();
    String extension = name.substring(name.lastIndexOf('.') + 1);
    try {
      Checks.target("--out", out);
    } catch (Checks.WrongValueException wrong) {
      throw new ParameterException(spec.commandLine(), wrong.getMessage(), wrong);
    }
    if (!extension.equals("xlsx") && !extension.equals("docx") && !extension.equals("pdf")) {
      throw new ParameterException(
          spec.commandLine(),
          "--out " + out + ": expected a name that ends with .xlsx, .docx or .pdf");
    }
    return extension;
  }

  private static String line(JsonNode head) {
    return "%d %s v%d %s %s..%s by %s, known to %s, %s"
        .formatted(
            head.get("id").asLong(),
            head.get("state").asText(),
            head.get("version").asInt(),
            head.get("scope").asText(),
            head.get("from").asText(),
            head.get("to").asText(),
            head.get("by").asText(),
            head.get("knownOn").asText(),
            head.get("author").asText());
  }
}
