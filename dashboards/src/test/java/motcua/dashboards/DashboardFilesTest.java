package motcua.dashboards;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What Grafana would only notice when it shows a dashboard. */
class DashboardFilesTest {
  private static final Path PROVISIONING = Repository.GRAFANA.resolve("provisioning");

  @Test
  void shouldAskTheSourcesThatAreProvisioned() {
    Map<String, String> sources = new HashMap<>();
    for (JsonNode source :
        Repository.yaml(PROVISIONING.resolve("datasources/motcua.yml")).path("datasources")) {
      sources.put(source.path("uid").asText(), source.path("type").asText());
    }
    int asked = 0;
    for (JsonNode dashboard : Repository.dashboards()) {
      for (JsonNode source : dashboard.findValues("datasource")) {
        assertEquals(sources.get(source.path("uid").asText()), source.path("type").asText());
        asked++;
      }
    }
    assertTrue(asked > 50, asked + " sources");
  }

  @Test
  void shouldTellPanelsApartAndSayWhenThereAreNoData() {
    Set<String> boards = new HashSet<>();
    for (JsonNode dashboard : Repository.dashboards()) {
      assertTrue(boards.add(dashboard.path("uid").asText()), dashboard.path("uid").asText());
      Set<String> ids = new HashSet<>();
      Set<String> titles = new HashSet<>();
      for (JsonNode panel : dashboard.path("panels")) {
        String title = panel.path("title").asText();
        assertTrue(ids.add(panel.path("id").asText()), title);
        assertTrue(!title.isBlank() && titles.add(title), title);
        if (!panel.path("type").asText().equals("row")) {
          JsonNode defaults = panel.path("fieldConfig").path("defaults");
          assertEquals("không có số liệu", defaults.path("noValue").asText(), title);
        }
      }
    }
    assertEquals(Set.of("motcua-dossiers", "motcua-pipeline"), boards);
  }

  @Test
  void shouldFindDashboardsWhereComposeMountsThem() {
    String folder =
        Repository.yaml(PROVISIONING.resolve("dashboards/motcua.yml"))
            .at("/providers/0/options/path")
            .asText();
    JsonNode volumes =
        Repository.yaml(Repository.ROOT.resolve("docker-compose.yml"))
            .at("/services/grafana/volumes");

    assertTrue(
        volumes.toString().contains("\"./dashboards/grafana/dashboards:" + folder + ":ro\""),
        volumes.toString());
  }

  @Test
  void shouldNeverTurnNoDataIntoAShare() {
    for (Repository.Question question : Repository.questions()) {
      String text = question.text();
      if (question.isSql() && text.contains("::float8 / ")) {
        assertTrue(text.contains("> 0") || text.contains("greatest("), question.place());
        assertTrue(!text.contains("coalesce(numerator"), question.place());
      }
    }
  }
}
