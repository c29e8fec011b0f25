package motcua.dashboards;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Prometheus' and Alertmanager's own tools say of the files. */
class PrometheusFilesIT {
  @BeforeAll
  static void requireTools() {
    Installed.assume();
  }

  @Test
  void shouldBeRules() throws Exception {
    for (Path file : Repository.ruleFiles()) {
      Installed.PROMTOOL.succeed("check", "rules", file.toString());
    }
    Installed.PROMTOOL.succeed(
        "check", "config", Repository.RULES.resolve("prometheus.yml").toString());
  }

  @Test
  void shouldFireWhenTheyShould(@TempDir Path folder) throws Exception {
    for (Path tests : Repository.ruleTests()) {
      Installed.PROMTOOL.succeed("test", "rules", tests.toString());
    }

    Path copies = Files.createDirectories(folder.resolve("tests"));
    for (Path file : Repository.ruleFiles()) {
      String text =
          Repository.text(file).replace("motcua_audit_drift > 0", "motcua_audit_drift > 9");
      Files.writeString(folder.resolve(file.getFileName()), text);
    }
    Path original = Repository.ruleTests().getLast();
    Path test = Files.copy(original, copies.resolve(original.getFileName()));
    assertTrue(Installed.PROMTOOL.fails("test", "rules", test.toString()), "tests pass whatever");
  }

  @Test
  void shouldBeAConfigurationOfAlertmanager() throws Exception {
    Installed.AMTOOL.succeed("check-config", Repository.ALERTMANAGER.toString());
    for (String[] route :
        new String[][] {
          {"on-call", "alertname=MotcuaDown", "severity=critical"},
          {"office-hours", "alertname=MotcuaAuditOld", "severity=warning"},
          {"supervisors", "alertname=MotcuaLateRate", "severity=SURE"},
          {"supervisors", "alertname=MotcuaLateRewritten"}
        }) {
      Installed.AMTOOL.succeed(
          "config",
          "routes",
          "test",
          "--config.file=" + Repository.ALERTMANAGER,
          "--verify.receivers=" + route[0],
          route[1],
          route.length > 2 ? route[2] : "unit=H1");
    }
  }

  @Test
  void shouldInhibitOnlyAlertsThatExist() {
    Set<String> alerts = new HashSet<>();
    Repository.alerts().forEach(alert -> alerts.add(alert.name()));
    Set<String> inhibited = new HashSet<>();
    for (JsonNode rule : Repository.yaml(Repository.ALERTMANAGER).path("inhibit_rules")) {
      for (String side : new String[] {"source_matchers", "target_matchers"}) {
        String pattern =
            rule.path(side).path(0).asText().replaceFirst("alertname=~?\"(.*)\"", "$1");
        for (String alternative : pattern.split("\\|")) {
          assertTrue(alerts.stream().anyMatch(name -> name.matches(alternative)), alternative);
        }
        alerts.stream().filter(name -> name.matches(pattern)).forEach(inhibited::add);
      }
    }
    assertTrue(inhibited.size() > 15, inhibited.toString());
    assertEquals(4, Repository.yaml(Repository.ALERTMANAGER).path("inhibit_rules").size());
  }
}
