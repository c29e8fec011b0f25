package motcua.standalone;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import motcua.MotcuaApp;
import motcua.readmodel.Breakdown;
import motcua.report.ReportJson;
import motcua.report.ReportRequest;
import motcua.schemas.sample.HistoryParameters;
import motcua.schemas.sample.RandomHistories;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A ledger built again from the log on real parts: the same figures under the same policy, under
 * another those of a fresh ledger, and nothing left of the old one.
 */
class RebuildIT {
  private static final long SEED = Long.getLong("motcua.seed", new Random().nextLong());
  private static final OffsetDateTime NOW = OffsetDateTime.parse("2025-03-01T00:00:00+07:00");
  private static final ReportRequest REQUEST =
      new ReportRequest(
          "ALL",
          LocalDate.parse("2023-06-01"),
          LocalDate.parse("2024-12-31"),
          null,
          Breakdown.FIELD);
  private static final Product.Launcher BUILDER =
      config ->
          EmbeddedProduct.start(
              config, EnumSet.of(MotcuaApp.Role.STREAMS, MotcuaApp.Role.READ_MODEL));
  private static final Product.Launcher ONLOOKER =
      config -> EmbeddedProduct.start(config, EnumSet.noneOf(MotcuaApp.Role.class));

  @TempDir Path folder;

  @Test
  void shouldBuildTheLedgerAgainAndLeaveNothingOfTheOldOne() throws Exception {
    System.out.println("motcua.seed=" + SEED);
    Path events =
        Files.write(
            folder.resolve("events.ndjson"),
            RandomHistories.lines(HistoryParameters.messy(SEED, 400, 12)));
    Path policy =
        Files.writeString(
            folder.resolve("policy.json"),
            "{\"name\": \"instant-1\", \"timeliness\": \"INSTANT\", \"closes\": \"RETURNED\", \"supplement\": \"AS_REPORTED\"}");
    byte[] first = replayed("first", Optional.empty(), events);
    byte[] instant = replayed("instant", Optional.of(policy), events);
    assertFalse(new String(first, StandardCharsets.UTF_8).isBlank());

    try (DataFolder data = DataFolder.kept(folder.resolve("first"))) {
      List<String> told = told(data);
      assertFalse(told.isEmpty(), "no alert to keep");
      assertEquals(2, rebuilt(data, Optional.empty()).generation());
      assertArrayEquals(first, drawn(data), "the same policy, the same figures");

      RebuildRun.Outcome outcome = rebuilt(data, Optional.of(policy));
      assertEquals(3, outcome.generation());
      assertEquals(0, outcome.audit().drift());
      assertTrue(outcome.audit().dossiers() > 300, outcome.toString());
      assertArrayEquals(instant, drawn(data), "another policy, the figures of a fresh ledger");

      assertEquals(told, told(data), "the history of alerts is not written again");
      assertNothingLeftOfOthers(data, 3);
      IOException refused = assertThrows(IOException.class, () -> started(data, Optional.empty()));
      assertTrue(refused.getMessage().contains("./motcua rebuild"), refused.getMessage());
      assertArrayEquals(instant, drawn(data), "refused files leave the ledger with its own");
    }
  }

  private RebuildRun.Outcome rebuilt(DataFolder data, Optional<Path> policy) throws IOException {
    ReferenceFiles files =
        new ReferenceFiles(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), policy);
    return new RebuildRun(files, Optional.empty(), false).run(data, BUILDER, Progress.SILENT);
  }

  private byte[] replayed(String name, Optional<Path> policy, Path events) throws Exception {
    try (DataFolder data = DataFolder.kept(folder.resolve(name));
        StandaloneMotcua motcua = started(data, policy)) {
      Intake intake = new Intake("replay", Intake.RecordedAt.INPUT, Optional.of(NOW));
      motcua.ingest(List.of(events), intake, Progress.SILENT);
      return ReportJson.bytes(motcua.product().report(REQUEST));
    }
  }

  private StandaloneMotcua started(DataFolder data, Optional<Path> policy) throws IOException {
    Path units = Files.writeString(folder.resolve("units.csv"), RandomHistories.unitsCsv(12));
    ReferenceFiles files =
        new ReferenceFiles(
            Optional.of(units), Optional.empty(), Optional.empty(), Optional.empty(), policy);
    StandaloneSettings settings =
        new StandaloneSettings(
            Optional.of(NOW), 0, StandaloneSettings.DEFAULT_PARTITIONS, files, Map.of());
    return StandaloneMotcua.start(data, settings, EmbeddedProduct::start, Progress.SILENT);
  }

  private static byte[] drawn(DataFolder data) throws Exception {
    try (StandaloneMotcua motcua =
        StandaloneMotcua.startWithoutIntake(data, ONLOOKER, Progress.SILENT)) {
      return ReportJson.bytes(motcua.product().report(REQUEST));
    }
  }

  private static List<String> told(DataFolder data) throws Exception {
    try (StandaloneMotcua motcua =
        StandaloneMotcua.startWithoutIntake(data, ONLOOKER, Progress.SILENT)) {
      return column(
          motcua,
          "SELECT concat_ws(' ', position, id, kind, severity, at) FROM alert_transition ORDER BY position");
    }
  }

  private static void assertNothingLeftOfOthers(DataFolder data, int generation) throws Exception {
    try (StandaloneMotcua motcua =
        StandaloneMotcua.startWithoutIntake(data, ONLOOKER, Progress.SILENT)) {
      assertEquals(Set.of(generation), motcua.product().generations());
      try (Admin admin =
          Admin.create(Map.of("bootstrap.servers", motcua.broker().bootstrapServers()))) {
        Set<String> others = new TreeSet<>(admin.listTopics().names().get());
        others.removeIf(topic -> !topic.matches("motcua[.-]g[0-9]+[.-].*"));
        others.removeIf(topic -> topic.matches("motcua[.-]g" + generation + "[.-].*"));
        assertEquals(Set.of(), others);
      }
      // Every table that knows generations, also one that comes later.
      for (String table :
          column(
              motcua,
              "SELECT table_name FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)"
                  + " WHERE table_schema = 'motcua' AND column_name = 'generation' AND table_type = 'BASE TABLE'")) {
        assertEquals(
            List.of(),
            column(
                motcua,
                "SELECT DISTINCT generation FROM " + table + " WHERE generation <> " + generation),
            table);
      }
      assertFalse(Files.exists(data.root().resolve("streams").resolve("motcua-g1")));
    }
  }

  private static List<String> column(StandaloneMotcua motcua, String sql) throws SQLException {
    List<String> values = new ArrayList<>();
    DatabaseLogin login = motcua.postgres().owner();
    try (Connection connection =
            DriverManager.getConnection(
                login.url() + "?currentSchema=motcua", login.user(), login.password());
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        values.add(rows.getString(1));
      }
    }
    return values;
  }
}
