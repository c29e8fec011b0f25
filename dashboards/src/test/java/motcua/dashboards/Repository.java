package motcua.dashboards;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The files of this repository that monitoring is made of. */
final class Repository {
  static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  static final Path RULES = ROOT.resolve("dashboards/prometheus");
  static final Path ALERTMANAGER = ROOT.resolve("dashboards/alertmanager/alertmanager.yml");
  static final Path GRAFANA = ROOT.resolve("dashboards/grafana");
  static final Path PAGES = ROOT.resolve("docs/operations");
  static final ObjectMapper JSON = new ObjectMapper();

  private Repository() {}

  /**
   * A recording or an alert rule.
   *
   * @param name of the alert or the recorded metric
   * @param isAlert whether it alerts
   * @param body all of it
   */
  record Rule(String name, boolean isAlert, String expression, JsonNode body) {}

  /**
   * A question of a dashboard.
   *
   * @param place dashboard and panel or variable
   * @param isSql whether PostgreSQL is asked, else Prometheus
   */
  record Question(String place, boolean isSql, String text) {}

  /** A YAML file, merge keys followed. */
  static JsonNode yaml(Path file) {
    return JSON.valueToTree(
        new Yaml(new SafeConstructor(new LoaderOptions())).<Object>load(text(file)));
  }

  /** Both files of rules. */
  static List<Rule> rules() {
    List<Rule> rules = new ArrayList<>();
    for (Path file : ruleFiles()) {
      for (JsonNode group : yaml(file).path("groups")) {
        for (JsonNode rule : group.path("rules")) {
          String alert = rule.path("alert").asText();
          String name = alert.isEmpty() ? rule.path("record").asText() : alert;
          rules.add(new Rule(name, !alert.isEmpty(), rule.path("expr").asText().strip(), rule));
        }
      }
    }
    return rules;
  }

  /** The files Prometheus loads. */
  static List<Path> ruleFiles() {
    return Stream.of("motcua-recording.yml", "motcua-alerts.yml").map(RULES::resolve).toList();
  }

  /** Unit tests of the rules. */
  static List<Path> ruleTests() {
    return filesUnder(RULES.resolve("tests"), ".yml");
  }

  /** Alerts only. */
  static List<Rule> alerts() {
    return rules().stream().filter(Rule::isAlert).toList();
  }

  /** The dashboards. */
  static List<JsonNode> dashboards() {
    return filesUnder(GRAFANA.resolve("dashboards"), ".json").stream()
        .map(Repository::json)
        .toList();
  }

  /** What panels and variables of all dashboards ask. */
  static List<Question> questions() {
    List<Question> questions = new ArrayList<>();
    for (JsonNode dashboard : dashboards()) {
      String title = dashboard.path("title").asText();
      for (JsonNode variable : dashboard.path("templating").path("list")) {
        if (variable.path("type").asText().equals("query")) {
          String place = title + ", variable " + variable.path("name").asText();
          questions.add(new Question(place, true, variable.path("query").asText()));
        }
      }
      for (JsonNode panel : dashboard.path("panels")) {
        for (JsonNode target : panel.path("targets")) {
          boolean isSql = target.has("rawSql");
          String place = title + ", " + panel.path("title").asText();
          questions.add(
              new Question(place, isSql, target.path(isSql ? "rawSql" : "expr").asText()));
        }
      }
    }
    return questions;
  }

  /** Documents of the repository, Markdown. */
  static List<Path> documents() {
    List<Path> documents = new ArrayList<>(filesUnder(ROOT.resolve("docs"), ".md"));
    for (String name :
        List.of("README.md", "ARCHITECTURE.md", "CHANGELOG.md", "dashboards/README.md")) {
      documents.add(ROOT.resolve(name));
    }
    return documents;
  }

  /** Files of a kind in a folder and below. */
  static List<Path> filesUnder(Path folder, String ending) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A file's text. */
  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode json(Path file) {
    try {
      return JSON.readTree(text(file));
    } catch (IOException e) {
      throw new UncheckedIOException(file.toString(), e);
    }
  }
}
