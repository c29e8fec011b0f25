package motcua.standalone.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import motcua.ingest.database.DatabaseSourceConnector;
import motcua.schemas.events.DeadLetter;
import motcua.schemas.events.DossierEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A system's own table, which cannot be changed, by a mapping file; and what is checked first. */
@Timeout(120)
class ForeignTableIT {
  private static final String MAPPING =
      """
      version: 1
      rows: event
      fields:
        eventId: ma_su_kien
        dossierId: ma_ho_so
        type: {constant: FEE_PAID}
        occurredAt: luc
        online: {constant: "true"}
      """;

  @TempDir Path folder;
  private SourceDatabase database;
  private Connection owner;
  private TableBench bench;

  @BeforeEach
  void makeTable() throws Exception {
    database = SourceDatabase.start();
    owner = database.connect();
    SourceDatabase.execute(
        owner,
        """
        CREATE ROLE motcua_reader LOGIN PASSWORD '%s';
        CREATE TABLE "Phi" (ma_su_kien text NOT NULL, nam int NOT NULL, ma_ho_so text,
          luc timestamptz, nguoi_nop text, PRIMARY KEY (nam, ma_su_kien));
        GRANT SELECT (xmin, nam, ma_su_kien, ma_ho_so, luc) ON "Phi" TO motcua_reader\
        """
            .formatted(SourceDatabase.PASSWORD.replace("'", "''")));
    Path mapping = Files.writeString(folder.resolve("phi.yml"), MAPPING);
    bench =
        new TableBench(database)
            .with("database.table", "\"Phi\"")
            .with("database.transaction.column", "")
            .with("rows.form", "MAPPING")
            .with("mapping.file", mapping.toString());
  }

  @AfterEach
  void stop() throws Exception {
    bench.close();
    owner.close();
    database.close();
  }

  @Test
  void shouldReadNewAndChangedRowsInTheOrderOfTheirKeys() throws Exception {
    insert(2026, "b:1", "D2", "2026-09-15 08:00+07");
    insert(2025, "z:1", "D1", "2026-09-14 08:00:00.5+07");
    bench.start();
    read(2);
    SourceDatabase.execute(
        owner, "UPDATE \"Phi\" SET luc = '2026-09-16 08:00+07' WHERE ma_ho_so = 'D1'");
    read(3);

    assertEquals(List.of("z:1", "b:1", "z:1"), bench.eventIds());
    List<Long> times = bench.events().stream().map(DossierEvent::getOccurredAtMicros).toList();
    assertEquals(
        List.of(1_789_347_600_500_000L, 1_789_434_000_000_000L, 1_789_520_400_000_000L), times);
    assertFalse(bench.everything().contains("CANARY"), "personal data passed");
  }

  @Test
  void shouldPointToARowItCannotRead() throws Exception {
    insert(2026, "a:1", null, "2026-09-15 08:00+07");
    bench.start();
    while (bench.deadLetters().isEmpty()) {
      bench.poll();
      bench.commit();
    }
    DeadLetter letter = bench.deadLetters().get(0);
    assertTrue(letter.getReason().startsWith("MISSING: dossierId"), letter.getReason());
    assertEquals("\"Phi\"", letter.getInput());
  }

  @Test
  void shouldSayWhatIsWrongBeforeItStarts() throws Exception {
    assertEquals(Map.of(), faults());
    assertFault("database.table", "thu_tuc", "no such table");
    assertFault("database.user", "nobody", "role \"nobody\" does not exist");
    assertFault("database.transaction.column", "nam", "expected a column xid8 NOT NULL");
    assertFault("database.key.columns", "ma_ho_so", "columns of a unique index");
    assertFault("database.url", "jdbc:oracle:thin", "jdbc:postgresql://");
    assertFault("database.tabel", "x", "expected one of");
    assertFault("mapping.file", folder.resolve("none.yml").toString(), "expected a mapping file");
    Path wrong = Files.writeString(folder.resolve("wrong.yml"), MAPPING.replace("luc", "ngay"));
    assertFault("mapping.file", wrong.toString(), "has no such column");
    Path broken = Files.writeString(folder.resolve("broken.yml"), "rows: heaps");
    assertFault("mapping.file", broken.toString(), "line 1");
    Path secret =
        Files.writeString(folder.resolve("p.yml"), MAPPING.replace("ma_ho_so", "nguoi_nop"));
    assertFault("mapping.file", secret.toString(), "GRANT SELECT (nguoi_nop)");
    SourceDatabase.execute(owner, "REVOKE SELECT (xmin) ON \"Phi\" FROM motcua_reader");
    assertTrue(faults().get("database.table").contains("GRANT SELECT (xmin)"), faults().toString());
  }

  private void assertFault(String key, String value, String expected) {
    Map<String, String> before = new TreeMap<>(bench.settings());
    bench.with(key, value);
    String told = String.join(" ", faults().values());
    assertTrue(told.contains(expected), key + ": " + told);
    assertFalse(told.contains(SourceDatabase.PASSWORD), told);
    bench.settings().clear();
    bench.settings().putAll(before);
  }

  /** What Connect would answer: keys and what is wrong with them. */
  private Map<String, String> faults() {
    Map<String, String> faults = new TreeMap<>();
    new DatabaseSourceConnector()
        .validate(bench.settings())
        .configValues()
        .forEach(
            value -> {
              if (!value.errorMessages().isEmpty()) {
                faults.put(value.name(), String.join("; ", value.errorMessages()));
              }
            });
    return faults;
  }

  private void read(int events) throws Exception {
    while (bench.eventIds().size() < events) {
      bench.poll();
      bench.commit();
    }
  }

  private void insert(int year, String id, String dossier, String at) throws Exception {
    try (var statement =
        owner.prepareStatement("INSERT INTO \"Phi\" VALUES (?, ?, ?, ?::timestamptz, ?)")) {
      statement.setString(1, id);
      statement.setInt(2, year);
      statement.setString(3, dossier);
      statement.setString(4, at);
      statement.setString(5, Writers.CANARY);
      statement.executeUpdate();
    }
  }
}
