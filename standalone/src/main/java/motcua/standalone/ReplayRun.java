package motcua.standalone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * One replay: inputs in, everything booked, reports out.
 *
 * @param inputs files to read
 * @param intake how they are stamped
 * @param settings how the product is set up
 * @param requests reports to draw
 * @param asArray whether the result is an array of reports with their ids, or one report
 * @param report file to write
 */
public record ReplayRun(
    List<Path> inputs,
    Intake intake,
    StandaloneSettings settings,
    List<ReportRequest> requests,
    boolean asArray,
    Path report) {
  public ReplayRun {
    inputs = List.copyOf(inputs);
    requests = List.copyOf(requests);
    Objects.requireNonNull(report, "report");
    if (!asArray && requests.size() != 1) {
      throw new IllegalArgumentException("one report needs one request");
    }
  }

  /**
   * Does it in a folder, or goes on with it where a former run was killed.
   *
   * @throws IOException when a part fails or the report cannot be written; the folder then still holds what was booked
   */
  public void run(DataFolder folder, Product.Launcher launcher, Progress progress) throws IOException {
    try (StandaloneMotcua motcua = StandaloneMotcua.start(folder, settings, launcher, progress)) {
      motcua.ingest(inputs, intake, progress);
      progress.step("drawing the report");
      write(motcua.product());
      progress.step("stopping");
    }
  }

  private void write(Product product) throws IOException {
    ObjectMapper json = new ObjectMapper();
    ArrayNode reports = json.createArrayNode();
    for (ReportRequest request : requests) {
      JsonNode drawn = product.report(request);
      ObjectNode named = json.createObjectNode();
      request.id().ifPresent(id -> named.put("id", id));
      drawn.fields().forEachRemaining(field -> named.set(field.getKey(), field.getValue()));
      reports.add(named);
    }
    JsonNode result = asArray ? reports : reports.get(0);
    String text = json.writerWithDefaultPrettyPrinter().writeValueAsString(result) + "\n";
    AtomicFile.write(report, text.getBytes(StandardCharsets.UTF_8));
  }
}
