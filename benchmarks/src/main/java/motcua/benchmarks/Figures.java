package motcua.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a benchmark measured, as text and in the JSON of the contract. */
final class Figures {
  private record Result(String name, String unit, List<Double> runs, Map<String, Object> params) {
    double median() {
      return sorted().get(runs.size() / 2);
    }

    List<Double> sorted() {
      return runs.stream().sorted().toList();
    }
  }

  private final List<Result> results = new ArrayList<>();
  private final Map<String, Double> ratios = new LinkedHashMap<>();

  void add(String name, String unit, double value, Map<String, Object> params) {
    add(name, unit, List.of(value), params);
  }

  /** Adds a result measured several times. */
  void add(String name, String unit, List<Double> runs, Map<String, Object> params) {
    results.add(new Result(name, unit, List.copyOf(runs), params));
  }

  /** Adds the ratio of two results measured in this run. */
  Figures withRatio(String numerator, String denominator) {
    ratios.put(numerator + "/" + denominator, value(numerator) / value(denominator));
    return this;
  }

  private double value(String name) {
    return results.stream().filter(r -> r.name.equals(name)).findFirst().orElseThrow().median();
  }

  String text() {
    var text = new StringBuilder();
    for (Result result : results) {
      text.append(
          String.format(
              Locale.ROOT,
              "%-24s %,16.2f %s  %s%n",
              result.name,
              result.median(),
              result.unit,
              result.params));
    }
    ratios.forEach(
        (name, value) -> text.append(String.format(Locale.ROOT, "%-24s %14.4f%n", name, value)));
    return text.toString();
  }

  void write(Path file) throws IOException {
    List<Map<String, Object>> all = new ArrayList<>();
    for (Result r : results) {
      all.add(
          Map.of(
              "name",
              r.name,
              "unit",
              r.unit,
              "median",
              r.median(),
              "min",
              r.sorted().getFirst(),
              "max",
              r.sorted().getLast(),
              "runs",
              r.runs,
              "params",
              r.params));
    }
    List<Map<String, Object>> shares = new ArrayList<>();
    ratios.forEach((name, value) -> shares.add(Map.of("name", name, "value", value)));
    var system =
        (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    Map<String, Object> machine =
        Map.of(
            "cores", system.getAvailableProcessors(),
            "memoryGiB", Math.round(system.getTotalMemorySize() / (double) (1L << 30)),
            "jdk", Integer.toString(Runtime.version().feature()));
    var document = new LinkedHashMap<String, Object>();
    document.put("machine", machine);
    document.put("results", all);
    document.put("ratios", shares);
    Files.writeString(
        file,
        new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(document) + "\n");
  }
}
