package motcua.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import motcua.MotcuaApp;
import motcua.readmodel.AuditResult;
import motcua.schemas.sample.HistoryParameters;
import motcua.schemas.sample.RandomHistories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The audit on real Kafka and PostgreSQL: it finds nothing where nothing is wrong, and exactly what
 * somebody altered. Replay with {@code -Dmotcua.seed}.
 */
@Timeout(240)
class AuditIT {
  private static final long SEED = Long.getLong("motcua.seed", new Random().nextLong());
  private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-09-15T12:00:00+07:00");
  private static final Path EXAMPLES = Path.of("../ingest-connector/src/test/resources");
  private static final String ROW =
      "(SELECT ctid FROM ledger WHERE closed_late > 0 ORDER BY unit, counts_on, known_on, field LIMIT 1)";

  @TempDir Path folder;

  @Test
  void shouldFindNothingAndThenExactlyWhatWasAltered() throws Exception {
    System.out.println("motcua.seed=" + SEED);
    try (DataFolder data = DataFolder.kept(folder.resolve("data"))) {
      try (StandaloneMotcua motcua = start(data)) {
        ingest(motcua, events());
        ingest(motcua, EXAMPLES.resolve("payload-example.json"));
        ingest(motcua, EXAMPLES.resolve("payload-progress-example.json"));
        assertNoDrift(motcua.product().audit());
      }
      try (StandaloneMotcua motcua = onlookOn(data)) {
        AuditResult sound = motcua.product().audit();
        assertNoDrift(sound);

        assertLedgerRowIsFound(motcua);
        assertSecondCopyOfALegIsFound(motcua);

        assertNoDrift(motcua.product().audit());
        List<String> kept = column(motcua, "SELECT differing FROM audit ORDER BY id");
        assertEquals(List.of("0", "0", "1"), kept.subList(0, 3));
        assertEquals(5, kept.size());
        assertRefusesWhileBehind(motcua);
      }
    }
  }

  private static void assertNoDrift(AuditResult result) {
    assertEquals(0, result.drift(), result.toString());
    assertNull(result.firstDifference());
    assertNull(result.knownTo(), "nothing moved, so everything is compared");
    assertTrue(result.cells() > 500, result.toString());
    assertTrue(result.dossiers() > 300, result.toString());
  }

  private static void assertLedgerRowIsFound(StandaloneMotcua motcua) throws Exception {
    String where =
        column(
                motcua,
                "SELECT unit || '|' || counts_on || '|' || known_on || '|' || closed_late FROM ledger WHERE ctid = "
                    + ROW)
            .getFirst();
    String[] row = where.split("\\|");
    int was = Integer.parseInt(row[3]);
    execute(
        motcua,
        "CREATE TABLE altered AS SELECT generation, unit, field, counterpart, counts_on, known_on FROM ledger WHERE ctid = "
            + ROW);
    execute(motcua, alter("+ 1"));

    AuditResult found = motcua.product().audit();

    execute(motcua, alter("- 1"));
    assertEquals(1, found.differing(), found.toString());
    assertEquals(1, found.unbalanced(), found.toString());
    String expected =
        "counts on %s, known on %s, closed_late: ledger %d, journal %d, recount %d; journal and recount agree on every dossier"
            .formatted(row[1], row[2], was + 1, was, was);
    assertTrue(found.firstDifference().startsWith("unit " + row[0] + ","), found.toString());
    assertTrue(found.firstDifference().endsWith(expected), found.toString());
  }

  private static String alter(String how) {
    return "UPDATE ledger SET closed_late = closed_late "
        + how
        + " FROM altered a WHERE (ledger.generation, ledger.unit, ledger.field, ledger.counterpart, ledger.counts_on, ledger.known_on)"
        + " = (a.generation, a.unit, a.field, a.counterpart, a.counts_on, a.known_on)";
  }

  /** What no key in the database forbids (decision 9). */
  private static void assertSecondCopyOfALegIsFound(StandaloneMotcua motcua) throws Exception {
    execute(
        motcua,
        "CREATE TABLE doubled AS SELECT * FROM posting_page WHERE dossier_id[1] <> '' ORDER BY unit, month LIMIT 1");
    execute(motcua, "UPDATE doubled SET policy = 'twice'");
    String source = column(motcua, "SELECT source FROM doubled").getFirst();
    execute(motcua, "INSERT INTO posting_page SELECT * FROM doubled");

    AuditResult found = motcua.product().audit();

    execute(motcua, "DELETE FROM posting_page WHERE policy = 'twice'");
    assertTrue(found.differing() > 0, found.toString());
    assertEquals(0, found.unbalanced(), "the ledger itself is as it was: " + found);
    assertTrue(found.firstDifference().contains("; dossiers " + source + "/"), found.toString());
  }

  private static void assertRefusesWhileBehind(StandaloneMotcua motcua) throws Exception {
    execute(motcua, "UPDATE sink_offset SET next_offset = 0 WHERE topic = 'motcua.g1.ledger'");

    IOException refused = assertThrows(IOException.class, () -> motcua.product().audit());

    assertTrue(refused.getMessage().contains("nothing was compared"), refused.getMessage());
    assertTrue(refused.getMessage().contains("motcua.g1.ledger"), refused.getMessage());
  }

  private Path events() throws IOException {
    return Files.write(
        folder.resolve("events.ndjson"),
        RandomHistories.lines(HistoryParameters.messy(SEED, 400, 12)));
  }

  private StandaloneMotcua start(DataFolder data) throws Exception {
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
            Optional.of(NOW), 0, StandaloneSettings.DEFAULT_PARTITIONS, files, Map.of());
    return StandaloneMotcua.start(data, settings, EmbeddedProduct::start, Progress.SILENT);
  }

  private static StandaloneMotcua onlookOn(DataFolder data) throws Exception {
    return StandaloneMotcua.startWithoutIntake(
        data,
        config -> EmbeddedProduct.start(config, EnumSet.noneOf(MotcuaApp.Role.class)),
        Progress.SILENT);
  }

  private static void ingest(StandaloneMotcua motcua, Path input) throws Exception {
    Intake intake = new Intake("replay", Intake.RecordedAt.INPUT, Optional.of(NOW));
    motcua.ingest(List.of(input), intake, Progress.SILENT);
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

  private static List<String> column(StandaloneMotcua motcua, String sql) throws SQLException {
    List<String> values = new java.util.ArrayList<>();
    try (Connection connection = owner(motcua);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        values.add(rows.getString(1));
      }
    }
    return values;
  }
}
