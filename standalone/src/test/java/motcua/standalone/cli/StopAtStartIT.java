package motcua.standalone.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import motcua.standalone.Product;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/**
 * A file or a configuration that is wrong stops a command before any part is started: exit 2, and
 * one line that names file and line, or the key, and what was expected.
 */
class StopAtStartIT {
  private static final Path SERDES = Path.of("org/apache/kafka/common/serialization");
  private static final String EVENT = "{}\n";
  private static final String UNITS = "code,name,parent\nA,Xã A,\n";

  @TempDir Path folder;

  private final StringWriter errors = new StringWriter();
  private boolean started;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --units        | code;name;parent~A;Xã A;            | line 1: no column code, expected code,name,parent
          --units        | ''                                  | line 1: empty file, expected columns code,name,parent
          --units        | code,name,parent~A,Xã A,~A,Xã B,    | line 3: unit A has a second row with the same validFrom
          --units        | code,name,parent~A,a,B~B,b,A        | line 2: unit A lies below itself
          --units        | code,name,parent~A,a,Z              | line 2: parent Z of unit A is no unit of this file
          --units        | code,name,parent~A,,                | line 2: no name
          --units        | code,name,parent,validFrom~A,a,,30/02/2025 | line 2: validFrom is not a day like 2025-07-01
          --units        | code,name,parent~A,"a,              | line 2: a quoted cell is not closed
          --unit-aliases | source,name~h,Xã A                  | line 1: no column code, expected source,name,code
          --procedures   | code,name,maxWorkingDays~P,p,three  | line 2: maxWorkingDays is not a whole number of days
          --calendar     | date,kind~2025-02-30,off            | line 2: date is not a day like 2025-07-01
          --calendar     | date,kind~2025-02-03,holiday        | line 2: kind must be off or work, not 'holiday'
          --policy       | {"closes":"NEVER"}                  | closes is 'NEVER', expected one of [
          --policy       | {"close":"RETURNED"}                | unknown key 'close', expected one of [name,
          --policy       | {~oops                              | line 2: not JSON
          """)
  void shouldNameTheLineOfAReferenceFileThatIsWrong(String option, String content, String expected)
      throws Exception {
    Path file = Files.writeString(folder.resolve("wrong.csv"), content.replace('~', '\n'));
    List<String> more = new ArrayList<>(List.of(option, file.toString()));
    if (!option.equals("--units")) {
      more.addAll(List.of("--units", units().toString()));
    }

    assertStopped(replay(more, "--from", "2025-01-01", "--to", "2025-12-31"), file + ": ");
    assertTrue(errors.toString().contains(expected), errors.toString());
  }

  @Test
  void shouldNameTheLineThatIsNoUtf8() throws Exception {
    Path file = folder.resolve("units.csv");
    Files.write(file, "code,name,parent\nA,Đê,\n".getBytes(Charset.forName("windows-1258")));

    assertStopped(
        replay(List.of("--units", file.toString()), "--from", "2025-01-01", "--to", "2025-12-31"),
        file + ": line 2: expected UTF-8 text");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          [{"id":"a",~ "from":"2025-01-01",                                        | line 2: expected a JSON array of requests
          [{"id":"a","from":"2025-01-01","to":"2025-01-31"}] []                    | line 1: expected a JSON array of requests
          [{"id":"a","id":"b","from":"2025-01-01","to":"2025-01-31"}]              | Duplicate field 'id'
          {"id":"a"}                                                               | expected a JSON array
          []                                                                       | expected a JSON array
          [7]                                                                      | entry 1: expected an object with [id, from, to,
          [{"from":"2025-01-01","to":"2025-01-31"}]                                | entry 1: id is missing
          [{"id":"a","from":"2025-02-30","to":"2025-03-31"}]                       | entry 1: from '2025-02-30' is no date, expected for example 2024-07-01
          [{"id":"a","from":"2025-02-01","to":"2025-01-31"}]                       | entry 1: from 2025-02-01 lies after to 2025-01-31
          [{"id":"a","from":"2025-01-01","to":"2025-01-31","until":"x"}]           | entry 1: unknown key 'until', expected one of [id, from, to,
          [{"id":"a","from":"2025-01-01","to":"2025-01-31","by":"unit"}]           | entry 1: by 'unit', expected field or procedure
          [{"id":"a","from":"2025-01-01","to":"2025-01-31","scope":"V"}]           | scope of a: V is no unit of --units, expected one of its codes or ALL
          """)
  void shouldNameTheRequestThatIsWrong(String content, String expected) throws Exception {
    Path requests = Files.writeString(folder.resolve("q.json"), content.replace('~', '\n'));

    assertStopped(
        replay(List.of("--units", units().toString()), "--requests", requests.toString()),
        "--requests: ");
    assertTrue(errors.toString().contains(expected), errors.toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --scope  | V       | --scope: V is no unit of --units, expected one of its codes or ALL
          --source | ' '     | --source is blank, expected a name
          --data   | IN      | a.ndjson is no folder
          --frm    | 2025    | unknown: --frm, expected one of --backfill, --by,
          --form   | 2025    | '2025' is no form, expected strict or II.06a
          --units  | OTHER   | option '--units' (FILE) should be specified only once
          """)
  void shouldNameTheOptionThatIsWrong(String option, String value, String expected)
      throws Exception {
    String given = value.equals("IN") ? input().toString() : value;

    assertStopped(
        replay(
            List.of("--units", units().toString(), option, given),
            "--from",
            "2025-01-01",
            "--to",
            "2025-12-31"),
        expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          http.prot=8080                      | Unknown configuration key http.prot; expected
          kafka.client.idd=x                  | Unknown configuration key kafka.client.idd; expected
          http.port=eighty                    | for configuration http.port: Not a number of type INT
          topics.partitions=0                 | for configuration topics.partitions: Value must be at least 1
          http.host=0.0.0.0                   | for configuration http.host: String must be one of: 127.0.0.1
          postgresql.url=                     | for configuration postgresql.url: expected e.g. jdbc:postgresql:
          files.units=/nowhere/units.csv      | /nowhere/units.csv cannot be read
          files.units=UNITS                   | units.csv: line 2: parent Z of unit A is no unit of this file
          """)
  void shouldNameTheConfigurationKeyThatIsWrong(String line, String expected) throws Exception {
    Path wrong = Files.writeString(folder.resolve("units.csv"), "code,name,parent\nA,a,Z\n");
    Path config = folder.resolve("motcua.properties");
    Files.writeString(
        config,
        """
        kafka.bootstrap.servers=127.0.0.1:1
        streams.state.dir=%s
        postgresql.url=jdbc:postgresql://127.0.0.1:1/motcua
        value.serializer=%s
        value.deserializer=%s
        """
                .formatted(
                    folder,
                    SERDES.resolve("ByteArraySerializer").toString().replace('/', '.'),
                    SERDES.resolve("ByteArrayDeserializer").toString().replace('/', '.'))
            + line.replace("UNITS", wrong.toString())
            + "\n");

    assertStopped(List.of("run", "--config", config.toString()), expected);
  }

  @Test
  void shouldSayWhatOfAFolderWasLeft() throws Exception {
    Path inputs = Files.createDirectories(folder.resolve("in"));
    for (String name :
        List.of("a.JSON", "b.ndjson.part", ".c.json.x1", "d.tmp", "e.csv", "e.txt", ".hidden")) {
      Files.writeString(inputs.resolve(name), EVENT);
    }
    Files.writeString(inputs.resolve("units.csv"), UNITS);

    Inputs found = Inputs.find(List.of(inputs), List.of(inputs.resolve("units.csv")), false);

    assertEquals(List.of(inputs.resolve("a.JSON")), found.files());
    assertEquals(
        List.of(
            inputs.resolve(".c.json.x1") + " is still being written and was left",
            inputs.resolve("b.ndjson.part") + " is still being written and was left",
            inputs.resolve("d.tmp") + " is still being written and was left",
            inputs.resolve("e.csv") + " is a table and needs --mapping FILE, and was left"),
        found.left());
  }

  private void assertStopped(List<String> arguments, String expected) {
    int code = command().execute(arguments.toArray(String[]::new));

    assertEquals(2, code, errors.toString());
    assertEquals(1, errors.toString().lines().count(), errors.toString());
    assertTrue(errors.toString().contains(expected), errors.toString());
    assertFalse(started);
    assertFalse(Files.exists(folder.resolve("data")), "a part was started");
  }

  private List<String> replay(List<String> options, String... more) throws Exception {
    List<String> arguments = new ArrayList<>(List.of("replay", input().toString()));
    if (!options.contains("--data")) {
      arguments.addAll(List.of("--data", folder.resolve("data").toString()));
    }
    arguments.addAll(options);
    arguments.addAll(List.of(more));
    arguments.addAll(List.of("--report", folder.resolve("report.json").toString()));
    return arguments;
  }

  private Path input() throws Exception {
    return Files.writeString(folder.resolve("a.ndjson"), EVENT, StandardCharsets.UTF_8);
  }

  private Path units() throws Exception {
    return Files.writeString(folder.resolve("good-units.csv"), UNITS);
  }

  private CommandLine command() {
    return Main.commandLine(
            new Wiring() {
              @Override
              Product.Launcher product() {
                started = true;
                throw new IllegalStateException("started");
              }

              @Override
              void runProduction(Map<String, String> config, Set<RunCommand.Role> roles) {
                started = true;
              }
            })
        .setErr(new PrintWriter(errors, true));
  }
}
