package motcua.dashboards;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import motcua.dashboards.Repository.Question;
import motcua.dashboards.Repository.Rule;
import motcua.metrics.ForeignMeter;
import motcua.metrics.MotcuaMeter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every expression before a real Prometheus that scrapes a running pipeline, every panel's SQL
 * before its PostgreSQL.
 *
 * <p>An alert that does not fire returns nothing, so of each rule the series are asked for that its
 * expression selects, with their matchers: a name, label or value that does not exist is found that
 * way. What recording rules and panels ask is asked whole. NaN is no data.
 */
@Timeout(300)
class MonitoringIT {
  @TempDir static Path folder;

  private static AlertmanagerServer alertmanager;
  private static Pipeline pipeline;
  private static PrometheusServer prometheus;
  private static GrafanaReader grafana;

  @BeforeAll
  @Timeout(300)
  static void start() throws Exception {
    Installed.assume();
    alertmanager = AlertmanagerServer.start(Files.createDirectories(folder.resolve("alerts")));
    pipeline =
        Pipeline.start(Files.createDirectories(folder.resolve("pipeline")), alertmanager.url());
    prometheus =
        PrometheusServer.start(
            Files.createDirectories(folder.resolve("prometheus")),
            Map.of("motcua", pipeline.web(), "motcua-intake", pipeline.intake()),
            alertmanager.url());
    grafana = GrafanaReader.open(pipeline.data(), pipeline.owner());
    prometheus.awaitReady();
    prometheus.awaitData("a scrape", "motcua_intake_records_total > 0");
    // So that rates have something to rise by.
    pipeline.send("HS-2");
  }

  @AfterAll
  static void stop() throws Exception {
    for (AutoCloseable part : new AutoCloseable[] {grafana, prometheus, pipeline, alertmanager}) {
      if (part != null) {
        part.close();
      }
    }
  }

  @Test
  void shouldHaveSeriesOfEveryMetricOfTheCatalogue() throws Exception {
    for (MotcuaMeter meter : MotcuaMeter.values()) {
      prometheus.awaitData("catalogue", labelled(meter.prometheusName(), meter.tags()));
    }
    for (ForeignMeter meter : ForeignMeter.values()) {
      prometheus.awaitData("catalogue", labelled(meter.prometheusName(), meter.tags()));
    }
  }

  @Test
  void shouldHaveSeriesForEveryRule() throws Exception {
    for (Rule rule : Repository.rules()) {
      for (PromQl.Selector selector : PromQl.selectors(rule.expression())) {
        prometheus.awaitData(rule.name(), selector.toString());
      }
      if (!rule.isAlert()) {
        prometheus.awaitData(rule.name(), rule.expression());
      }
      prometheus.series(rule.expression());
    }
  }

  @Test
  void shouldEvaluateEveryRule() throws Exception {
    prometheus.awaitData("rules", "motcua:streams_processed:rate5m");
    int rules = 0;
    for (JsonNode group : prometheus.get("/api/v1/rules").at("/data/groups")) {
      for (JsonNode rule : group.path("rules")) {
        assertEquals("ok", rule.path("health").asText(), rule.toString());
        rules++;
      }
    }

    assertEquals(Repository.rules().size(), rules);
  }

  @Test
  void shouldHaveDataForEveryPanelOfPrometheus() throws Exception {
    int asked = 0;
    for (Question question : Repository.questions()) {
      if (!question.isSql()) {
        String expression = question.text().replace("$__rate_interval", "1m");
        assertTrue(!expression.contains("$"), question.place());
        prometheus.awaitData(question.place(), expression);
        asked++;
      }
    }
    assertTrue(asked > 30, asked + " asked");
  }

  @Test
  void shouldHaveRowsForEveryPanelOfPostgres() throws Exception {
    int asked = 0;
    for (Question question : Repository.questions()) {
      if (question.isSql()) {
        for (String scope : new String[] {"ALL", "H99"}) {
          int rows =
              grafana.rowsWithValues(
                  question.text(),
                  Map.of("scope", scope, "window", "LEGAL_QUARTER", "generation", "1"));
          assertTrue(rows > 0, question.place() + " of " + scope);
        }
        asked++;
      }
    }
    assertTrue(asked > 12, asked + " asked");
  }

  @Test
  void shouldShowNoShareWhereNothingWasClosed() throws Exception {
    Question late =
        Repository.questions().stream()
            .filter(each -> each.place().equals("Hồ sơ, Trễ hạn"))
            .findFirst()
            .orElseThrow();

    assertEquals(
        0,
        grafana.rowsWithValues(
            late.text(), Map.of("scope", "ALL", "window", "DAYS_7", "generation", "1")));
  }

  @Test
  void shouldLetGrafanaReadNothingElse() {
    for (String refused :
        new String[] {
          "SELECT head_email FROM motcua.unit",
          "SELECT kept FROM motcua.dead_letter",
          "SELECT dossier_id FROM motcua.dossier",
          "SELECT address FROM motcua.delivery",
          "DELETE FROM motcua.ratio",
          "SELECT motcua.let_read_dashboards('motcua_grafana')"
        }) {
      assertThrows(SQLException.class, () -> grafana.execute(refused), refused);
    }
  }

  @Test
  void shouldTellTheReceiverOfAnAlertThatFires() throws Exception {
    JsonNode alert = alertmanager.awaitTold("office-hours", "MotcuaDeadLettersOpen");

    assertEquals(
        "docs/operations/MotcuaDeadLettersOpen.md", alert.at("/annotations/runbook").asText());
    assertTrue(
        alert.at("/annotations/summary").asText().contains("missing in the figures"),
        alert.toString());
    assertTrue(alertmanager.told().stream().noneMatch(told -> told.contains("MotcuaDown")));
  }

  /** Series that have the labels the catalogue promises. */
  private static String labelled(String name, java.util.List<String> labels) {
    StringBuilder matchers = new StringBuilder();
    labels.forEach(label -> matchers.append(label).append("!=\"\","));
    return name + "{" + matchers + "}";
  }
}
