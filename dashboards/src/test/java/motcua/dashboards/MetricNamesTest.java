package motcua.dashboards;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import motcua.dashboards.Repository.Question;
import motcua.dashboards.Repository.Rule;
import motcua.metrics.ForeignMeter;
import motcua.metrics.MotcuaMeter;
import org.junit.jupiter.api.Test;

/** Rules, panels and documents name no metric that is not in the catalogue. */
class MetricNamesTest {
  private static final Set<String> CATALOGUE = catalogue();

  /** Roles of PostgreSQL begin like our metrics. */
  private static final Set<String> ROLES =
      Set.of("motcua_owner", "motcua_app", "motcua_reader", "motcua_grafana");

  private static final Pattern NAME =
      Pattern.compile(
          "\\b(?:motcua|kafka_(?:stream|consumer|producer)|jvm|process)_[a-z0-9_]+\\*?");

  @Test
  void shouldAskRulesForNoUnknownMetric() {
    Set<String> recorded =
        Repository.rules().stream()
            .filter(rule -> !rule.isAlert())
            .map(Rule::name)
            .collect(Collectors.toSet());
    for (Rule rule : Repository.rules()) {
      List<String> metrics = metrics(rule.expression());
      assertTrue(!metrics.isEmpty(), rule.name());
      for (String metric : metrics) {
        assertTrue(
            CATALOGUE.contains(metric) || recorded.contains(metric), rule.name() + ": " + metric);
      }
    }
  }

  @Test
  void shouldAskPanelsForNoUnknownMetric() {
    Set<String> known = new TreeSet<>(CATALOGUE);
    Repository.rules().stream().filter(rule -> !rule.isAlert()).map(Rule::name).forEach(known::add);
    for (Question question : Repository.questions()) {
      if (!question.isSql()) {
        for (String metric : metrics(question.text())) {
          assertTrue(known.contains(metric), question.place() + ": " + metric);
        }
      }
    }
  }

  @Test
  void shouldLookAtEveryMeterOfOurs() {
    Set<String> seen =
        Stream.concat(
                Repository.rules().stream().map(Rule::expression),
                Repository.questions().stream().filter(each -> !each.isSql()).map(Question::text))
            .flatMap(expression -> metrics(expression).stream())
            .collect(Collectors.toSet());
    Set<String> unseen = new TreeSet<>(CATALOGUE);
    unseen.removeAll(seen);

    assertEquals(Set.of(), unseen, "in the catalogue, in no rule and on no panel");
  }

  @Test
  void shouldNameNoUnknownMetricInDocuments() {
    Set<String> wrong = new TreeSet<>();
    for (Path document : Repository.documents()) {
      Matcher name = NAME.matcher(Repository.text(document));
      while (name.find()) {
        if (!isKnown(name.group())) {
          wrong.add(Repository.ROOT.relativize(document) + ": " + name.group());
        }
      }
    }

    assertEquals(Set.of(), wrong);
  }

  @Test
  void shouldFindTheMetricsOfAnExpression() {
    assertEquals(
        "[a{x=\"b(c)\"}, b:c, d]",
        PromQl.selectors(
                "sum by (e, f) (rate(a{x=\"b(c)\"}[5m])) > 0.5 and on () b:c unless d offset 1h")
            .toString());
    assertThrows(IllegalArgumentException.class, () -> PromQl.selectors("{__name__=~\"a.*\"}"));
  }

  private static boolean isKnown(String name) {
    if (name.endsWith("*")) {
      String prefix = name.substring(0, name.length() - 1);
      return CATALOGUE.stream().anyMatch(metric -> metric.startsWith(prefix));
    }
    return CATALOGUE.contains(name) || ROLES.contains(name);
  }

  private static List<String> metrics(String expression) {
    return PromQl.selectors(expression).stream().map(PromQl.Selector::metric).toList();
  }

  private static Set<String> catalogue() {
    return Stream.concat(
            Arrays.stream(MotcuaMeter.values()).map(MotcuaMeter::prometheusName),
            Arrays.stream(ForeignMeter.values()).map(ForeignMeter::prometheusName))
        .collect(Collectors.toUnmodifiableSet());
  }
}
