package motcua.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import motcua.MotcuaApp;
import motcua.config.AppConfig;
import motcua.readmodel.AuditResult;
import motcua.readmodel.Breakdown;
import motcua.report.Report;
import motcua.report.ReportRequest;
import motcua.schemas.sample.HistoryParameters;
import motcua.schemas.sample.RandomHistories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A ledger without a journal on real parts: audited against the log alone, closed to a start that
 * wants a journal, and given one by a rebuild. Replay with {@code -Dmotcua.seed}.
 */
@Timeout(300)
class JournalOffIT {
  private static final long SEED = Long.getLong("motcua.seed", new Random().nextLong());
  private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-09-15T12:00:00+07:00");
  private static final Map<String, String> OFF = Map.of(AppConfig.JOURNAL, "false");

  @TempDir Path folder;

  @Test
  void shouldWorkWithoutAJournalUntilARebuildBringsOne() throws Exception {
    System.out.println("motcua.seed=" + SEED);
    try (DataFolder data = DataFolder.kept(folder.resolve("data"))) {
      Report off;
      try (StandaloneMotcua motcua = start(data, OFF)) {
        Intake intake = new Intake("replay", Intake.RecordedAt.INPUT, Optional.of(NOW));
        motcua.ingest(List.of(events()), intake, Progress.SILENT);

        off = motcua.product().report(request(Breakdown.FIELD));
        assertTrue(off.total().isBalanced() && !off.rows().isEmpty());
        assertEquals(0, number(motcua, "SELECT count(*) FROM posting_page"));
        assertSaysThatTheJournalIsOff(motcua);
        assertAudited(motcua);
      }
      IOException refused = assertThrows(IOException.class, () -> start(data, Map.of()));
      assertTrue(refused.getMessage().contains("readmodel.journal=false"), refused.getMessage());
      assertTrue(refused.getMessage().contains("./motcua rebuild"), refused.getMessage());

      AuditResult rebuilt = rebuilt(data).audit();

      assertTrue(rebuilt.journal());
      assertEquals(0, rebuilt.drift(), rebuilt.toString());
      try (StandaloneMotcua motcua = start(data, Map.of())) {
        assertEquals(off.rows(), motcua.product().report(request(Breakdown.FIELD)).rows());
        assertFalse(motcua.product().report(request(Breakdown.PROCEDURE)).rows().isEmpty());
      }
    }
  }

  private static void assertSaysThatTheJournalIsOff(StandaloneMotcua motcua) {
    String said =
        assertThrows(IOException.class, () -> motcua.product().report(request(Breakdown.PROCEDURE)))
            .getMessage();
    assertTrue(said.contains("readmodel.journal=false"), said);
    assertEquals(1, said.lines().count());
  }

  private static void assertAudited(StandaloneMotcua motcua) throws Exception {
    AuditResult sound = motcua.product().audit();
    assertFalse(sound.journal());
    assertEquals(0, sound.drift(), sound.toString());
    assertNull(sound.firstDifference());
    assertTrue(sound.cells() > 500 && sound.dossiers() > 300, sound.toString());
    String row =
        " WHERE ctid = (SELECT ctid FROM ledger WHERE closed_late > 0 ORDER BY unit, counts_on, known_on, field LIMIT 1)";
    execute(motcua, "CREATE TABLE altered AS SELECT * FROM ledger" + row);
    execute(motcua, "UPDATE ledger SET closed_late = closed_late + 1" + row);

    AuditResult found = motcua.product().audit();

    assertEquals(1, found.differing(), found.toString());
    assertTrue(
        found.firstDifference().endsWith("; the journal is off, no dossier can be named"),
        found.toString());
    assertEquals(1, number(motcua, "SELECT differing FROM audit ORDER BY id DESC LIMIT 1"));
    assertEquals(2, number(motcua, "SELECT count(*) FROM audit WHERE NOT journal"));
    execute(
        motcua,
        "UPDATE ledger l SET closed_late = a.closed_late FROM altered a WHERE (l.generation, l.unit, l.field, l.counterpart, l.counts_on, l.known_on)"
            + " = (a.generation, a.unit, a.field, a.counterpart, a.counts_on, a.known_on)");
  }

  private static RebuildRun.Outcome rebuilt(DataFolder data) throws IOException {
    return new RebuildRun(ReferenceFiles.NONE, Optional.empty(), false)
        .run(
            data,
            config ->
                EmbeddedProduct.start(
                    config, EnumSet.of(MotcuaApp.Role.STREAMS, MotcuaApp.Role.READ_MODEL)),
            Progress.SILENT);
  }

  private static ReportRequest request(Breakdown by) {
    return new ReportRequest(
        "ALL", LocalDate.parse("2023-06-01"), LocalDate.parse("2024-12-31"), null, by);
  }

  private Path events() throws IOException {
    return Files.write(
        folder.resolve("events.ndjson"),
        RandomHistories.lines(HistoryParameters.messy(SEED, 400, 12)));
  }

  private StandaloneMotcua start(DataFolder data, Map<String, String> overrides)
      throws IOException {
    Path units = Files.writeString(folder.resolve("units.csv"), RandomHistories.unitsCsv(12));
    ReferenceFiles files =
        new ReferenceFiles(
            Optional.of(units),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    StandaloneSettings settings =
        new StandaloneSettings(
            Optional.of(NOW), 0, StandaloneSettings.DEFAULT_PARTITIONS, files, overrides);
    return StandaloneMotcua.start(data, settings, EmbeddedProduct::start, Progress.SILENT);
  }

  private static Connection owner(StandaloneMotcua motcua) throws SQLException {
    DatabaseLogin login = motcua.postgres().owner();
    return DriverManager.getConnection(
        login.url() + "?currentSchema=motcua", login.user(), login.password());
  }

  private static void execute(StandaloneMotcua motcua, String sql) throws SQLException {
    try (Connection connection = owner(motcua);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static long number(StandaloneMotcua motcua, String sql) throws SQLException {
    try (Connection connection = owner(motcua);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
