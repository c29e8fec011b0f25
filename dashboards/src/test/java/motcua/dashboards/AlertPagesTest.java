package motcua.dashboards;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import motcua.dashboards.Repository.Rule;
import org.junit.jupiter.api.Test;

/** Every alert has a page that says what to do, every page an alert. */
class AlertPagesTest {
  private static final Set<String> SEVERITIES = Set.of("critical", "warning");

  @Test
  void shouldHaveOnePageForEachAlert() {
    Set<String> pages =
        Repository.filesUnder(Repository.PAGES, ".md").stream()
            .map(file -> file.getFileName().toString().replace(".md", ""))
            .collect(Collectors.toCollection(TreeSet::new));
    pages.remove("README");

    assertEquals(names(), pages);
  }

  @Test
  void shouldPointEachAlertAtItsPage() {
    for (Rule alert : Repository.alerts()) {
      JsonNode annotations = alert.body().path("annotations");
      String severity = alert.body().path("labels").path("severity").asText();
      String runbook = annotations.path("runbook").asText();
      assertEquals("docs/operations/" + alert.name() + ".md", runbook);
      assertTrue(SEVERITIES.contains(severity), alert.name() + ": " + severity);
      assertTrue(!annotations.path("summary").asText().isBlank(), alert.name());
      String page = Repository.text(Repository.ROOT.resolve(runbook));
      assertTrue(page.startsWith("# " + alert.name() + "\n"), alert.name());
      assertTrue(page.toLowerCase(Locale.ROOT).contains("\n\n" + severity + ". "), alert.name());
      for (String part : new String[] {"**Figures.**", "**Check.**", "**Mend.**", "**Over**"}) {
        assertTrue(page.contains(part), alert.name() + " lacks " + part);
      }
    }
  }

  @Test
  void shouldListEachAlert() {
    Path index = Repository.PAGES.resolve("README.md");
    Matcher row =
        Pattern.compile("(?m)^\\| \\[(\\w+)\\]\\(\\1\\.md\\) \\| (\\w+) \\|")
            .matcher(Repository.text(index));
    Set<String> listed = new TreeSet<>();
    while (row.find()) {
      listed.add(row.group(1) + " " + row.group(2));
    }

    Set<String> expected = new TreeSet<>();
    for (Rule alert : Repository.alerts()) {
      expected.add(alert.name() + " " + alert.body().path("labels").path("severity").asText());
    }
    assertEquals(expected, listed);
  }

  @Test
  void shouldTestThatEachAlertFiresAndThatItDoesNot() {
    Set<String> fired = new TreeSet<>();
    Set<String> quiet = new TreeSet<>();
    for (Path tests : Repository.ruleTests()) {
      for (JsonNode expectations : Repository.yaml(tests).findValues("alert_rule_test")) {
        for (JsonNode expectation : expectations) {
          Set<String> seen = expectation.path("exp_alerts").isEmpty() ? quiet : fired;
          seen.add(expectation.path("alertname").asText());
        }
      }
    }

    assertEquals(names(), fired);
    assertEquals(names(), quiet);
  }

  @Test
  void shouldSendReadersToPanelsThatExist() {
    Set<String> titles = new TreeSet<>();
    for (JsonNode dashboard : Repository.dashboards()) {
      titles.add(dashboard.path("title").asText());
      dashboard.path("panels").forEach(panel -> titles.add(panel.path("title").asText()));
    }
    for (Path page : Repository.filesUnder(Repository.PAGES, ".md")) {
      Matcher quoted = Pattern.compile("“([^”]+)”").matcher(Repository.text(page));
      while (quoted.find()) {
        assertTrue(titles.contains(quoted.group(1)), page + ": " + quoted.group());
      }
    }
  }

  private static Set<String> names() {
    return Repository.alerts().stream()
        .map(Rule::name)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
