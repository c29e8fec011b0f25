package motcua.dashboards;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * docker-compose.yml is a Compose file, by the schema of the Compose Specification (Apache-2.0, its
 * licence lies beside it), and mounts what is there. No image is started here.
 */
class ComposeFileTest {
  private static final JsonNode COMPOSE =
      Repository.yaml(Repository.ROOT.resolve("docker-compose.yml"));

  @Test
  void shouldFollowTheSpecification() throws IOException {
    assertEquals(Set.of(), schema().validate(COMPOSE));

    ObjectNode misspelt = COMPOSE.deepCopy();
    ((ObjectNode) misspelt.path("services").path("kafka")).put("restarts", "always");
    assertFalse(schema().validate(misspelt).isEmpty(), "the schema lets everything pass");
  }

  @Test
  void shouldMountWhatIsThere() {
    for (JsonNode service : COMPOSE.path("services")) {
      for (JsonNode volume : service.path("volumes")) {
        String source = volume.asText().split(":")[0];
        assertTrue(
            source.startsWith("./")
                ? Files.exists(Repository.ROOT.resolve(source))
                : COMPOSE.path("volumes").has(source),
            volume.asText());
      }
    }
  }

  @Test
  void shouldPinImagesAndKeepPortsOnLoopback() {
    for (JsonNode service : COMPOSE.path("services")) {
      String image = service.path("image").asText("built:here");
      assertTrue(image.matches(".+:(?!latest$).+"), image);
      for (JsonNode port : service.path("ports")) {
        assertTrue(port.asText().startsWith("127.0.0.1:"), port.asText());
      }
      if (service.path("network_mode").asText().equals("host")) {
        for (JsonNode word : service.path("command")) {
          assertTrue(
              !word.asText().contains("listen-address")
                  || word.asText().matches(".*=(127\\.0\\.0\\.1:\\d+)?"),
              word.asText());
        }
      }
    }
    JsonNode grafana = COMPOSE.path("services").path("grafana").path("environment");
    assertEquals("127.0.0.1", grafana.path("GF_SERVER_HTTP_ADDR").asText());
  }

  private static JsonSchema schema() throws IOException {
    try (InputStream file =
        ComposeFileTest.class.getResourceAsStream("/compose-spec/compose-spec.json")) {
      ObjectNode schema = (ObjectNode) Repository.JSON.readTree(file);
      // No address, and of no use without others that refer to it.
      schema.remove("$id");
      return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(schema);
    }
  }
}
