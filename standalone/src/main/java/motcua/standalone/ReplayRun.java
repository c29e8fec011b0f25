package motcua.standalone;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
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
    /** One report; the file holds it alone. */
    record One(ReportRequest request) implements Requests {}

    /** Several by id; the file holds an array in this order. */
    record Several(SequencedMap<String, ReportRequest> byId) implements Requests {}
  }

  /**
   * Does it in a folder, or goes on with it where a former run was killed.
   *
   * @throws IOException when a part fails or the report cannot be written; the folder then still
   *     holds what was booked
   */
  public void run(DataFolder folder, Product.Launcher launcher, Progress progress)
      throws IOException {
    try (StandaloneMotcua motcua = StandaloneMotcua.start(folder, settings, launcher, progress)) {
      motcua.ingest(inputs, intake, progress);
      progress.step("drawing the report");
      AtomicFile.write(report, draw(motcua.product()));
      progress.step("stopping");
    }
  }

  private byte[] draw(Product product) throws IOException {
    return switch (requests) {
      case Requests.One(ReportRequest request) -> ReportJson.bytes(product.report(request));
      case Requests.Several(SequencedMap<String, ReportRequest> byId) -> {
        SequencedMap<String, Report> reports = new LinkedHashMap<>();
        for (Map.Entry<String, ReportRequest> request : byId.entrySet()) {
          reports.put(request.getKey(), product.report(request.getValue()));
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ReportJson.writeAll(reports, out);
        yield out.toByteArray();
      }
    };
  }
}
