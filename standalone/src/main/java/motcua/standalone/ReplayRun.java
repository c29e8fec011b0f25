package motcua.standalone;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import motcua.readmodel.DeadLetterLine;
import motcua.report.Report;
import motcua.report.ReportJson;
import motcua.report.ReportRequest;

/**
 * One replay: inputs in, everything booked, reports out.
 *
 * @param inputs files to read
 * @param intake how they are stamped
 * @param settings how the product is set up
 * @param requests reports to draw
 * @param report file to write
 */
public record ReplayRun(
    List<Path> inputs, Intake intake, StandaloneSettings settings, Requests requests, Path report) {
  public ReplayRun {
    inputs = List.copyOf(inputs);
    Objects.requireNonNull(requests, "requests");
    Objects.requireNonNull(report, "report");
  }

  /** Reports to draw from one ledger. */
  public sealed interface Requests {
    /** The requests by id, in the order of the file. */
    SequencedMap<String, ReportRequest> byId();

    /** One report; the file holds it alone. */
    record One(ReportRequest request) implements Requests {
      @Override
      public SequencedMap<String, ReportRequest> byId() {
        return new LinkedHashMap<>(Map.of("", request));
      }
    }

    /** Several by id; the file holds an array in this order. */
    record Several(SequencedMap<String, ReportRequest> byId) implements Requests {}
  }

  /**
   * Does it in a folder, or goes on with it where a former run was killed.
   *
   * @return the reports that were written, at least one
   * @throws IOException when a part fails or the report cannot be written; the folder then still
   *     holds what was booked
   */
  public List<Report> run(DataFolder folder, Product.Launcher launcher, Progress progress)
      throws IOException {
    try (StandaloneMotcua motcua = StandaloneMotcua.start(folder, settings, launcher, progress)) {
      motcua.ingest(inputs, intake, progress);
      progress.step("drawing the report");
      SequencedMap<String, Report> reports = draw(motcua.product());
      AtomicFile.write(report, json(reports));
      progress.step("stopping");
      return List.copyOf(reports.values());
    }
  }

  private SequencedMap<String, Report> draw(Product product) throws IOException {
    SequencedMap<String, Report> reports = new LinkedHashMap<>();
    for (Map.Entry<String, ReportRequest> request : requests.byId().entrySet()) {
      reports.put(request.getKey(), withNamesGiven(product.report(request.getValue())));
    }
    return reports;
  }

  /** A person knows the input by the name it had before it was put into the spool. */
  private static Report withNamesGiven(Report drawn) {
    List<DeadLetterLine> letters =
        drawn.deadLetters().stream()
            .map(
                letter ->
                    new DeadLetterLine(
                        letter.fingerprint(),
                        letter.reason(),
                        Spool.nameGiven(letter.input()),
                        letter.position()))
            .toList();
    return new Report(
        drawn.request(),
        drawn.now(),
        drawn.policy(),
        drawn.versions(),
        drawn.rows(),
        drawn.total(),
        drawn.marks(),
        letters);
  }

  private byte[] json(SequencedMap<String, Report> reports) {
    return switch (requests) {
      case Requests.One one -> ReportJson.bytes(reports.firstEntry().getValue());
      case Requests.Several several -> {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ReportJson.writeAll(reports, out);
        yield out.toByteArray();
      }
    };
  }
}
