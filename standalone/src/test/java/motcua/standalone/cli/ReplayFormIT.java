package motcua.standalone.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code replay} of the payload examples (national-payload.md 8), printed in a form. */
@Timeout(300)
class ReplayFormIT {
  private static final Path EXAMPLES = Path.of("../docs/examples");

  @TempDir Path folder;

  @Test
  void shouldWriteThePrintedColumnsBesideTheLedgers() throws Exception {
    List<String> period = List.of("--from", "2026-06-15", "--to", "2026-09-14");
    JsonNode office = replay(period, "--form", "II.06a");

    assertEquals("II.06a", office.at("/form/preset").asText());
    assertEquals(4, office.at("/form/notes").size());
    assertEquals(
        "[\"carriedOver\",\"transferredIn\"] less [\"transferredOut\"]",
        office.at("/form/columns/3/of") + " less " + office.at("/form/columns/3/less"));
    assertEquals(
        "{\"receivedTotal\":3,\"receivedOnline\":1,\"receivedDirectPostal\":2,\"carriedOverWithTransfers\":0,"
            + "\"finishedTotal\":2,\"closedEarly\":0,\"closedOnTimeOrNotDue\":1,\"closedLate\":1,"
            + "\"openTotal\":1,\"openInTimeOrNotDue\":1,\"openOverdue\":0}",
        office.at("/total/printed").toString());
    assertEquals(office.at("/total/printed"), office.at("/rows/0/printed"));

    JsonNode several = requests(period);
    assertFalse(several.at("/0").has("form"));
    assertFalse(several.at("/0/total").has("printed"));
    assertEquals("strict", several.at("/1/form/preset").asText());
    assertEquals(1, several.at("/1/total/printed/openInTime").asInt());
    assertEquals(18, several.at("/1/total/printed").size());
  }

  private JsonNode requests(List<String> period) throws Exception {
    String entry =
        "{\"id\":\"%s\",\"from\":\"" + period.get(1) + "\",\"to\":\"" + period.get(3) + "\"%s}";
    Path file =
        Files.writeString(
            folder.resolve("requests.json"),
            "["
                + entry.formatted("a", "")
                + ","
                + entry.formatted("b", ",\"form\":\"strict\"")
                + "]");
    return replay(List.of("--requests", file.toString()));
  }

  /** One folder for all: the second replay finds its inputs booked. */
  private JsonNode replay(List<String> what, String... form) throws Exception {
    Path report = folder.resolve("report.json");
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "replay",
                EXAMPLES.resolve("payload-example.json").toString(),
                EXAMPLES.resolve("payload-progress-example.json").toString(),
                "--units",
                EXAMPLES.resolve("units.csv").toString(),
                "--backfill",
                "--now",
                "2026-09-15T08:00:00+07:00",
                "--data",
                folder.resolve("data").toString(),
                "--report",
                report.toString()));
    arguments.addAll(what);
    arguments.addAll(List.of(form));
    StringWriter said = new StringWriter();
    CommandLine line = Main.commandLine(new Wiring());
    line.setOut(new PrintWriter(said));
    line.setErr(new PrintWriter(said));
    assertEquals(0, line.execute(arguments.toArray(String[]::new)), said.toString());
    return new ObjectMapper().readTree(report.toFile());
  }
}
