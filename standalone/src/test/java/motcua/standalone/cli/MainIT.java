package motcua.standalone.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class MainIT {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                                          | a command is needed
          frobnicate                                  | unknown: frobnicate, expected one of alerts, audit, dead-letters, demo, mapping, rebuild, reconcile, replay, run, snapshot
          snapshot                                    | say what to do: list, show
          snapshot show seven                         | seven
          snapshot export 1 --out a.odt               | ends with .xlsx
          snapshot list --url nowhere                 | --url nowhere
          snapshot publish --period 2024-Q3           | --author
          demo --port 70000                           | --port 70000
          demo --port eighty                          | --port
          demo --speed -1                             | --speed -1 is no speed, expected 0 to 3600
          demo --speed 3601                           | --speed 3601
          demo --speed fast                           | --speed
          demo --seed x                               | --seed
          demo --exit --host 0.0.0.0                  | --host
          alerts                                      | say what to do: backtest
          alerts backtest                             | --from
          alerts backtest --from 2024-01-01 --to 2024-12-31 --rule U --data . | not JSON
          alerts backtest --from 2024-01-01 --to 2024-12-31 --rule none.json --data . | --rule: none.json is no readable file
          alerts backtest --from 2024-12-31 --to 2024-01-01 --rule ../docs/examples/alerts.json --data . | --to: 2024-01-01 is before
          alerts backtest --from 2024-01-01 --to 2024-12-31 --rule ../docs/examples/scoring.json --data . | unknown key 'decisions'
          alerts backtest --from 2024-01-01 --to 2024-12-31 --rule ../docs/examples/alerts.json --data nowhere | --data: nowhere is no folder
          alerts backtest --from 2024-01-01 --to 2024-12-31 --rule ../docs/examples/alerts.json | --config
          mapping                                     | say what to do: check FILE SAMPLE
          mapping check a b                           | FILE: a is no readable file
          mapping check U IN                          | line 1: expected keys and values
          audit                                       | --data
          audit --data nowhere                        | --data: nowhere is no folder
          audit --config nowhere.properties           | --config: nowhere.properties
          rebuild                                     | --data
          rebuild --data nowhere                      | --data: nowhere is no folder
          rebuild --config nowhere.properties         | --config: nowhere.properties
          rebuild --config U --data nowhere           | --data
          reconcile U                                 | --data
          reconcile --data nowhere                    | FILE
          reconcile U --data nowhere                  | --data: nowhere is no folder
          reconcile U --config nowhere.properties     | --config: nowhere.properties
          reconcile nothing.csv --data .              | FILE: nothing.csv is no readable file
          reconcile U --data . --printed-on 1.7.2024  | '1.7.2024' is no day
          run                                         | --config
          run --config nowhere.properties             | --config: nowhere.properties
          replay                                      | --units
          run --config K --role intake                | Unknown configuration key intake.clients
          run --config K --role gateway               | expected all, streams, read-model, web, notify or intake
          replay a.ndjson --units U --report R        | a.ndjson is no readable file
          replay IN --units U --report R              | --from is missing
          replay IN --units U --report R --from 2024-07-01                        | --to is missing
          replay IN --units U --report R --from 1.7.2024 --to 2024-07-31          | '1.7.2024' is no day
          replay IN --units U --report R --from 2024-08-01 --to 2024-07-31        | --from 2024-08-01 lies after
          replay IN --units U --report R --from 2024-07-01 --to 2024-07-31 --now 2024-09-15T00:00:00 | no instant with offset
          replay IN --units U --report R --from 2024-07-01 --to 2024-07-31 --by unit | --by
          replay IN --units U --report R --from 2024-07-01 --to 2024-07-31 --mapping U | --mapping:
          replay IN --units U --report R --from 2024-07-01 --to 2024-07-31 --form II.06b | 'II.06b' is no form, expected strict or II.06a
          replay IN --units U --report R --requests Q --form strict               | --requests takes the place
          replay U --units U --report R --from 2024-07-01 --to 2024-07-31         | needs --mapping
          replay IN --units none.csv --report R --from 2024-07-01 --to 2024-07-31 | --units: none.csv
          replay IN --units U --report R --requests Q --from 2024-07-01           | --requests takes the place
          replay IN --units U --report R --requests Q                             | entry 1: unknown key 'until', expected one of
          """)
  void shouldRefuseBadUsageInOneLineThatNamesIt(String line, String expected) throws Exception {
    StringWriter errors = new StringWriter();
    int code = command(errors).execute(arguments(line));

    assertEquals(2, code, errors.toString());
    assertEquals(1, errors.toString().lines().count(), errors.toString());
    assertTrue(errors.toString().contains(expected), errors.toString());
  }

  @Test
  void shouldFailInOneLineThatNamesTheLog() throws Exception {
    StringWriter errors = new StringWriter();
    String data = folder.resolve("data").toString();
    String line = "replay IN --units U --report R --from 2024-07-01 --to 2024-07-31 --data " + data;

    int code = command(errors).execute(arguments(line));

    assertEquals(1, code, errors.toString());
    assertEquals(1, errors.toString().lines().count(), errors.toString());
    assertTrue(errors.toString().contains("told to fail (log: " + data), errors.toString());
  }

  private CommandLine command(StringWriter errors) {
    return Main.commandLine(
            new Wiring() {
              @Override
              motcua.standalone.Product.Launcher product() {
                throw new IllegalStateException("told to fail");
              }
            })
        .setErr(new PrintWriter(errors, true));
  }

  private String[] arguments(String line) throws Exception {
    Path input = Files.writeString(folder.resolve("in.ndjson"), "");
    Path units = Files.writeString(folder.resolve("units.csv"), "code,name,parent\n");
    Path requests =
        Files.writeString(folder.resolve("q.json"), "[{\"id\":\"a\",\"until\":\"2024\"}]");
    Path config = Files.writeString(folder.resolve("k.properties"), "intake.clients=c.json\n");
    List<String> arguments = new ArrayList<>();
    for (String word : line == null || line.isBlank() ? new String[0] : line.split(" +")) {
      arguments.add(
          switch (word) {
            case "IN" -> input.toString();
            case "U" -> units.toString();
            case "Q" -> requests.toString();
            case "K" -> config.toString();
            case "R" -> folder.resolve("report.json").toString();
            default -> word;
          });
    }
    return arguments.toArray(String[]::new);
  }
}
