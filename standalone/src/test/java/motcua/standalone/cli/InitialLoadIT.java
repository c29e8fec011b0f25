package motcua.standalone.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import motcua.readmodel.AuditResult;
import motcua.readmodel.Breakdown;
import motcua.readmodel.postgres.Migrations;
import motcua.readmodel.postgres.PostgresClosing;
import motcua.report.ReportJson;
import motcua.report.ReportRequest;
import motcua.schemas.sample.BenchmarkEvents;
import motcua.standalone.DataFolder;
import motcua.standalone.DatabaseLogin;
import motcua.standalone.EmbeddedProduct;
import motcua.standalone.Intake;
import motcua.standalone.Progress;
import motcua.standalone.ReferenceFiles;
import motcua.standalone.StandaloneMotcua;
import motcua.standalone.StandaloneSettings;
import motcua.standalone.cli.PlainCount.Holiday;
import motcua.standalone.cli.PlainCount.Told;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The initial load of three offices in one folder, and what comes after it: one has years of
 * history (H99), one only a list of what is open (H98: docs/examples), one shows reference files as
 * known on the cut (H97, H96). Two starts: the load, and three months later.
 */
@Timeout(600)
class InitialLoadIT {
  private static final long SEED = Long.getLong("motcua.seed", new Random().nextInt());
  private static final Path EXAMPLES = Path.of("../docs/examples");
  private static final int EVENTS_A_YEAR = 2_500;

  /** Units, so many that some of their dossiers are there with every seed. */
  private static final Set<String> FORGOTTEN =
      Set.of("H99.007", "H99.008", "H99.009", "H99.010", "H99.011");

  private static final LocalDate OPENING_DAY = LocalDate.parse("2026-03-02");
  private static final OffsetDateTime OPENING = OffsetDateTime.parse("2026-03-02T00:15:00+07:00");
  private static final OffsetDateTime LATER = OffsetDateTime.parse("2026-06-01T00:15:00+07:00");
  private static final LocalDate BEGINNING = LocalDate.MIN;

  /** 1/9/2025 is said to be off on 10/9/2025 only. */
  private static final List<Holiday> HOLIDAYS =
      List.of(
          new Holiday(LocalDate.parse("2023-09-01"), BEGINNING),
          new Holiday(LocalDate.parse("2024-09-02"), BEGINNING),
          new Holiday(LocalDate.parse("2025-09-02"), BEGINNING),
          new Holiday(LocalDate.parse("2025-09-01"), LocalDate.parse("2025-09-10")),
          new Holiday(LocalDate.parse("2026-02-16"), BEGINNING),
          new Holiday(LocalDate.parse("2026-02-17"), BEGINNING),
          new Holiday(LocalDate.parse("2026-02-18"), BEGINNING),
          new Holiday(LocalDate.parse("2026-02-19"), BEGINNING),
          new Holiday(LocalDate.parse("2026-02-20"), BEGINNING));

  /** Reports for days before the opening, each with its cut. */
  private static final List<ReportRequest> PAST =
      List.of(
          request("H99", "2023-07-01", "2023-09-30", "2023-09-30"),
          request("H99", "2023-12-15", "2024-06-14", "2024-06-14"),
          request("H99", "2023-12-15", "2024-06-14", "2024-07-31"),
          request("H99", "2025-01-01", "2025-12-31", "2025-12-31"),
          request("H99", "2026-02-01", "2026-03-01", "2026-03-01"));

  private static final List<ReportRequest> SINCE =
      List.of(
          request("H99", "2025-12-15", "2026-03-14", "2026-03-14"),
          request("H99", "2026-04-01", "2026-04-30", "2026-05-05"),
          request("H99", "2023-01-01", "2026-05-31", null));

  @TempDir Path folder;
  private Path units;
  private Path procedures;
  private Path calendar;

  @Test
  void shouldLoadOfficesAndGoOn() throws Exception {
    System.out.println("motcua.seed=" + SEED);
    writeReferenceFiles();
    List<Told> told = told();
    List<Told> history = before(told, unit -> !FORGOTTEN.contains(unit));
    List<Told> forgotten = before(told, FORGOTTEN::contains);
    List<Told> live =
        told.stream().filter(e -> !e.occurred().isBefore(OPENING.toInstant())).toList();
    assertTrue(history.size() > 7_000 && forgotten.size() > 30 && live.size() > 500);
    List<Told> loaded = new ArrayList<>(history);

    Map<String, JsonNode> atOpening = replayed(write("history.ndjson", history));
    PlainCount count = new PlainCount(loaded, HOLIDAYS);
    for (ReportRequest request : PAST) {
      assertCounted(count, request, atOpening.get(name(request)));
    }
    assertOpeningList(atOpening);
    assertKnownOnTheCut(atOpening);

    try (DataFolder data = DataFolder.kept(folder.resolve("data"));
        StandaloneMotcua motcua = startLater(data)) {
      List<byte[]> past = draw(motcua, PAST);
      for (int i = 0; i < PAST.size(); i++) {
        assertEquals(canonical(atOpening.get(name(PAST.get(i)))), tree(past.get(i)));
      }
      close(motcua, OPENING_DAY.minusDays(1));
      assertSame(past, draw(motcua, PAST));

      ingest(
          motcua,
          Intake.RecordedAt.INPUT,
          write("live.ndjson", live),
          EXAMPLES.resolve("opening-live.ndjson"));
      loaded.addAll(live);
      assertEquals("2026-03-01", closedDay(motcua), "nothing was learned for a closed day");
      assertSame(past, draw(motcua, PAST));
      assertCounted(new PlainCount(loaded, HOLIDAYS), motcua, SINCE);
      assertMarch(motcua);
      assertFlagsTellTheLoad(motcua);

      close(motcua, LocalDate.parse("2026-05-30"));
      ingest(motcua, Intake.RecordedAt.BACKFILL, write("forgotten.ndjson", forgotten));
      loaded.addAll(forgotten);
      assertEquals(
          forgotten.getFirst().day().minusDays(1).toString(),
          closedDay(motcua),
          "what was learned for closed days opens them");
      PlainCount whole = new PlainCount(loaded, HOLIDAYS);
      assertCounted(whole, motcua, PAST);
      assertCounted(whole, motcua, SINCE);
      assertChanged(past, draw(motcua, PAST));
      close(motcua, LocalDate.parse("2026-05-30"));
      assertCounted(whole, motcua, PAST);
      assertCounted(whole, motcua, SINCE);

      AuditResult audit = motcua.product().audit();
      assertEquals(0, audit.drift(), audit.toString());
      assertNull(audit.knownTo(), "all of it was compared");
    }
  }

  // --- what happens ------------------------------------------------------------------------------

  /** Four generated years up to the later start; every completion of the last is told late. */
  private static List<Told> told() {
    List<Told> told = new ArrayList<>(referenceCases());
    for (int year = 2023; year <= 2026; year++) {
      told.addAll(GeneratedHistory.year(year, SEED, EVENTS_A_YEAR));
    }
    Instant end = LATER.toInstant();
    return told.stream()
        .filter(e -> e.occurred().isBefore(end))
        .map(e -> e.occurred().isBefore(OPENING.toInstant()) ? e : toldLate(e, end))
        .sorted(Comparator.comparing(Told::occurred))
        .toList();
  }

  private static Told toldLate(Told event, Instant end) {
    Duration late = event.type().equals("COMPLETED") ? Duration.ofDays(2) : Duration.ofMinutes(3);
    Instant recorded = event.occurred().plus(late);
    return new Told(
        event.dossier(),
        event.type(),
        event.occurred(),
        recorded.isBefore(end) ? recorded : end,
        event.content());
  }

  /** One suspended over the end of August, one in a unit that changes its place in the tree. */
  private static List<Told> referenceCases() {
    return List.of(
        reception("H97-1", "2025-08-20T08:00:00+07:00", "H97.01", "2025-08-29T17:00:00+07:00"),
        event("H97-1", "SUSPENDED", "2025-08-25T08:00:00+07:00"),
        event("H97-1", "RESUMED", "2025-08-27T08:00:00+07:00"),
        event("H97-1", "COMPLETED", "2025-09-04T08:00:00+07:00"),
        reception("H97-2", "2025-04-10T08:00:00+07:00", "H97.02", "2025-06-10T17:00:00+07:00"));
  }

  private static Told reception(String dossier, String at, String unit, String due) {
    Instant dueAt = OffsetDateTime.parse(due).toInstant();
    return told(
        dossier,
        "RECEIVED",
        at,
        Map.of("unit", unit, "channel", "DIRECT", "dueAt", dueAt.toString()));
  }

  private static Told event(String dossier, String type, String at) {
    return told(dossier, type, at, Map.of());
  }

  private static Told told(String dossier, String type, String at, Map<String, String> content) {
    Instant moment = OffsetDateTime.parse(at).toInstant();
    return new Told(dossier, type, moment, moment, content);
  }

  /** What happened before the opening, of the dossiers that were received in some units. */
  private static List<Told> before(List<Told> told, Predicate<String> unit) {
    Map<String, String> unitOf = new HashMap<>();
    told.stream()
        .filter(e -> e.type().equals("RECEIVED"))
        .forEach(e -> unitOf.put(e.dossier(), e.content().get("unit")));
    return told.stream()
        .filter(
            e -> e.occurred().isBefore(OPENING.toInstant()) && unit.test(unitOf.get(e.dossier())))
        .toList();
  }

  private Path write(String name, List<Told> told) throws Exception {
    return Files.write(folder.resolve(name), GeneratedHistory.lines(told));
  }

  private void writeReferenceFiles() throws Exception {
    StringBuilder days = new StringBuilder("date,kind,recordedAt\n");
    for (Holiday off : HOLIDAYS) {
      String known = off.knownFrom().equals(BEGINNING) ? "" : off.knownFrom().toString();
      days.append(off.day()).append(",off,").append(known).append('\n');
    }
    calendar = Files.writeString(folder.resolve("holidays.csv"), days);
    procedures =
        Files.writeString(
            folder.resolve("procedures.csv"),
            """
            code,name,field,fieldName,recordedAt
            1.990001,Thủ tục mẫu,G99-01,Lĩnh vực mẫu,
            1.990001,Thủ tục mẫu (sửa đổi),G99-01,Lĩnh vực mẫu,2025-04-20
            """);
    StringBuilder tree = new StringBuilder("code,name,parent,level,validFrom,validTo,recordedAt\n");
    BenchmarkEvents.unitsCsv()
        .lines()
        .skip(1)
        .map(line -> String.join(",", Arrays.copyOf(line.split(",", -1), 4)) + ",,,\n")
        .forEach(tree::append);
    tree.append(
        """
        H98,Tỉnh mẫu,,province,,,
        H99.31.07,Xã Mẫu Sơn,H98,commune,,,
        H99.31.08,Xã Mẫu Hà,H98,commune,,,
        H97,Tỉnh cũ,,province,,,
        H97.01,Xã Một,H97,commune,,,
        H97.02,Xã Hai,H97,commune,,,
        H97.02,Xã Hai,H97,commune,,2025-04-30,2025-05-04
        H97.02,Phường Hai,H96,commune,2025-05-01,,2025-05-04
        H96,Tỉnh mới,,province,,,
        """);
    units = Files.writeString(folder.resolve("units.csv"), tree);
  }

  // --- the load ----------------------------------------------------------------------------------

  /** The command line, as on the day of the opening. */
  private Map<String, JsonNode> replayed(Path history) throws Exception {
    Path requests = folder.resolve("requests.json");
    Path report = folder.resolve("report.json");
    new ObjectMapper().writeValue(requests.toFile(), requests());
    StringWriter errors = new StringWriter();
    int code =
        Main.commandLine(new Wiring())
            .setErr(new PrintWriter(errors, true))
            .execute(
                "replay",
                history.toString(),
                EXAMPLES.resolve("opening.ndjson").toString(),
                "--backfill",
                "--units",
                units.toString(),
                "--procedures",
                procedures.toString(),
                "--calendar",
                calendar.toString(),
                "--now",
                OPENING.toString(),
                "--data",
                folder.resolve("data").toString(),
                "--requests",
                requests.toString(),
                "--report",
                report.toString());
    assertEquals(0, code, errors.toString());
    Map<String, JsonNode> byId = new LinkedHashMap<>();
    for (JsonNode one : new ObjectMapper().readTree(report.toFile())) {
      assertTrue(one.get("deadLetters").isEmpty(), one.get("deadLetters").toString());
      byId.put(one.get("id").asText(), one);
    }
    return byId;
  }

  private static List<Map<String, String>> requests() {
    List<ReportRequest> requests = new ArrayList<>(PAST);
    requests.add(request("H98", "2026-03-02", "2026-03-02", null));
    requests.add(request("H98", "2026-02-01", "2026-02-28", null));
    requests.add(request("H98", "2025-12-01", "2025-12-31", null));
    for (String cut : List.of("2025-09-09", "2025-09-10")) {
      requests.add(request("H97", "2025-08-01", "2025-09-09", cut));
    }
    for (String cut : List.of("2025-05-03", "2025-05-04")) {
      requests.add(request("H97", "2025-04-01", "2025-05-02", cut));
      requests.add(request("H96", "2025-04-01", "2025-05-02", cut));
    }
    for (String cut : List.of("2025-04-19", "2025-04-20")) {
      requests.add(request("H97", "2025-04-01", "2025-04-19", cut));
    }
    List<Map<String, String>> entries = new ArrayList<>();
    for (ReportRequest each : requests) {
      Map<String, String> entry = new TreeMap<>();
      entry.put("id", name(each));
      entry.put("scope", each.scope());
      entry.put("from", each.from().toString());
      entry.put("to", each.to().toString());
      if (each.knownOn() != null) {
        entry.put("knownOn", each.knownOn().toString());
      }
      entries.add(entry);
    }
    return entries;
  }

  private static ReportRequest request(String scope, String from, String to, String cut) {
    return new ReportRequest(
        scope,
        LocalDate.parse(from),
        LocalDate.parse(to),
        cut == null ? null : LocalDate.parse(cut),
        Breakdown.NONE);
  }

  private static String name(ReportRequest request) {
    return name(request.scope(), request.to(), request.knownOn());
  }

  private static String name(String scope, Object to, Object cut) {
    return scope + " to " + to + " known on " + cut;
  }

  private StandaloneMotcua startLater(DataFolder data) throws Exception {
    ReferenceFiles files =
        new ReferenceFiles(
            Optional.of(units),
            Optional.empty(),
            Optional.of(procedures),
            Optional.of(calendar),
            Optional.empty());
    StandaloneSettings settings =
        new StandaloneSettings(
            Optional.of(LATER), 0, StandaloneSettings.DEFAULT_PARTITIONS, files, Map.of());
    return StandaloneMotcua.start(data, settings, EmbeddedProduct::start, Progress.SILENT);
  }

  private static void ingest(StandaloneMotcua motcua, Intake.RecordedAt mode, Path... inputs)
      throws Exception {
    Intake intake = new Intake(GeneratedHistory.SOURCE, mode, Optional.of(LATER));
    motcua.ingest(List.of(inputs), intake, Progress.SILENT);
  }

  // --- figures -----------------------------------------------------------------------------------

  private static void assertCounted(
      PlainCount count, StandaloneMotcua motcua, List<ReportRequest> requests) throws Exception {
    List<byte[]> drawn = draw(motcua, requests);
    for (int i = 0; i < requests.size(); i++) {
      assertCounted(count, requests.get(i), tree(drawn.get(i)));
    }
  }

  private static void assertCounted(PlainCount count, ReportRequest request, JsonNode report) {
    LocalDate cut = request.knownOn() == null ? LocalDate.MAX : request.knownOn();
    Map<String, Map<String, Integer>> expected = count.rows(request.from(), request.to(), cut);
    expected.keySet().removeIf(unit -> !unit.startsWith(request.scope()));
    assertFalse(expected.isEmpty());
    assertEquals(expected, rows(report), name(request));
    Map<String, Integer> total = new TreeMap<>();
    expected
        .values()
        .forEach(row -> row.forEach((column, n) -> total.merge(column, n, Integer::sum)));
    assertEquals(total, figures(report.get("total")), name(request));
  }

  /** docs/examples/opening.ndjson, counted by hand. */
  private static void assertOpeningList(Map<String, JsonNode> reports) {
    JsonNode day = reports.get(name("H98", "2026-03-02", null));
    assertEquals(
        Map.of(
            "H99.31.07",
            Map.of("carriedOver", 3, "openInTime", 1, "openOverdue", 1, "suspended", 1),
            "H99.31.08",
            Map.of("carriedOver", 3, "openInTime", 2, "openUndated", 1)),
        rows(day));
    assertEquals(
        Map.of(
            "carriedOver", 6, "openInTime", 3, "openOverdue", 1, "openUndated", 1, "suspended", 1),
        figures(day.get("total")));
    // Before the opening day: what is open there and nothing that was closed before.
    assertEquals(
        Map.of(
            "carriedOver", 2,
            "received", 4,
            "receivedOnline", 2,
            "receivedDirect", 2,
            "openInTime", 3,
            "openOverdue", 1,
            "openUndated", 1,
            "suspended", 1),
        figures(reports.get(name("H98", "2026-02-28", null)).get("total")));
    assertEquals(
        Map.of("carriedOver", 1, "openUndated", 1),
        figures(reports.get(name("H98", "2025-12-31", null)).get("total")));
  }

  /** The opening list and docs/examples/opening-live.ndjson, counted by hand. */
  private static void assertMarch(StandaloneMotcua motcua) throws Exception {
    List<byte[]> drawn =
        draw(
            motcua,
            List.of(
                request("H98", "2026-03-02", "2026-03-31", null),
                request("H98", "2026-03-02", "2026-03-02", "2026-03-02")));
    JsonNode march = tree(drawn.getFirst());
    assertEquals(
        Map.of(
            "H99.31.07",
            Map.of(
                "carriedOver", 3,
                "transferredIn", 1,
                "closedOnTime", 2,
                "closedLate", 1,
                "lateFirstDue", 2,
                "openOverdue", 1),
            "H99.31.08",
            Map.of(
                "carriedOver", 3,
                "received", 1,
                "receivedOnline", 1,
                "transferredOut", 1,
                "closedEarly", 1,
                "withdrawn", 1,
                "openOverdue", 1)),
        rows(march));
    assertEquals(
        Map.of(
            "carriedOver", 6,
            "received", 1,
            "receivedOnline", 1,
            "closedEarly", 1,
            "closedOnTime", 2,
            "closedLate", 1,
            "lateFirstDue", 2,
            "withdrawn", 1,
            "openOverdue", 2),
        figures(march.get("total")));
    assertEquals(
        Map.of(
            "carriedOver", 6, "openInTime", 3, "openOverdue", 1, "openUndated", 1, "suspended", 1),
        figures(tree(drawn.getLast()).get("total")));
  }

  private static void assertKnownOnTheCut(Map<String, JsonNode> reports) {
    JsonNode before = reports.get(name("H97", "2025-09-09", "2025-09-09"));
    JsonNode decided = reports.get(name("H97", "2025-09-09", "2025-09-10"));
    assertEquals(1, before.at("/total/closedLate").asInt(), "due on 3/9 while 1/9 is worked");
    assertEquals(0, before.at("/total/closedOnTime").asInt());
    assertEquals(0, decided.at("/total/closedLate").asInt());
    assertEquals(1, decided.at("/total/closedOnTime").asInt(), "due on 4/9 once 1/9 is off");
    assertOnlyChanged("calendar", before, decided);

    JsonNode atHome = reports.get(name("H97", "2025-05-02", "2025-05-03"));
    JsonNode moved = reports.get(name("H97", "2025-05-02", "2025-05-04"));
    assertEquals("Xã Hai", atHome.at("/rows/0/name").asText());
    assertTrue(moved.get("rows").isEmpty());
    assertTrue(reports.get(name("H96", "2025-05-02", "2025-05-03")).get("rows").isEmpty());
    assertEquals(
        "Phường Hai",
        reports.get(name("H96", "2025-05-02", "2025-05-04")).at("/rows/0/name").asText());
    assertOnlyChanged("unitTree", atHome, moved);

    assertOnlyChanged(
        "procedures",
        reports.get(name("H97", "2025-04-19", "2025-04-19")),
        reports.get(name("H97", "2025-04-19", "2025-04-20")));
  }

  private static void assertOnlyChanged(String file, JsonNode before, JsonNode after) {
    before
        .get("versions")
        .fieldNames()
        .forEachRemaining(
            name -> {
              String was = before.at("/versions/" + name).asText();
              String is = after.at("/versions/" + name).asText();
              if (name.equals(file)) {
                assertNotEquals(was, is, name);
              } else {
                assertEquals(was, is, name);
              }
            });
  }

  /** Alerts and proposed revisions will leave out what stems from a load. */
  private static void assertFlagsTellTheLoad(StandaloneMotcua motcua) throws Exception {
    assertEquals(
        List.of("false since", "true before"),
        column(
            motcua,
            "SELECT DISTINCT backfill || CASE WHEN known_on < '%s' THEN ' before' ELSE ' since' END AS told FROM posting WHERE cause <> 'CLOCK' ORDER BY told"
                .formatted(OPENING_DAY)));
  }

  // --- reading -----------------------------------------------------------------------------------

  private static List<byte[]> draw(StandaloneMotcua motcua, List<ReportRequest> requests)
      throws Exception {
    List<byte[]> drawn = new ArrayList<>();
    for (ReportRequest request : requests) {
      drawn.add(ReportJson.canonicalBytes(motcua.product().report(request)));
    }
    return drawn;
  }

  private static void assertSame(List<byte[]> expected, List<byte[]> actual) {
    for (int i = 0; i < expected.size(); i++) {
      assertArrayEquals(expected.get(i), actual.get(i), name(PAST.get(i)));
    }
  }

  /** What was forgotten counts somewhere; in which of the periods is a matter of the seed. */
  private static void assertChanged(List<byte[]> before, List<byte[]> after) {
    boolean same = true;
    for (int i = 0; i < before.size(); i++) {
      same &= Arrays.equals(before.get(i), after.get(i));
    }
    assertFalse(same, "the forgotten units changed no past report");
  }

  private static JsonNode tree(byte[] report) throws Exception {
    return new ObjectMapper().readTree(report);
  }

  private static JsonNode canonical(JsonNode whole) {
    return ((ObjectNode) whole.deepCopy()).without(List.of("id", "now", "deadLetters"));
  }

  private static Map<String, Map<String, Integer>> rows(JsonNode report) {
    Map<String, Map<String, Integer>> rows = new TreeMap<>();
    report.get("rows").forEach(row -> rows.put(row.get("unit").asText(), figures(row)));
    return rows;
  }

  private static Map<String, Integer> figures(JsonNode row) {
    Map<String, Integer> figures = new TreeMap<>();
    row.properties().stream()
        .filter(column -> column.getValue().isInt() && column.getValue().asInt() != 0)
        .forEach(column -> figures.put(column.getKey(), column.getValue().asInt()));
    return figures;
  }

  private static void close(StandaloneMotcua motcua, LocalDate last) {
    DatabaseLogin login = motcua.postgres().application();
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(login.url());
    source.setUser(login.user());
    source.setPassword(login.password());
    source.setCurrentSchema(Migrations.SCHEMA);
    new PostgresClosing(source, 1).closeThrough(last);
  }

  private static String closedDay(StandaloneMotcua motcua) throws SQLException {
    return column(motcua, "SELECT day FROM closed_day").getFirst();
  }

  private static List<String> column(StandaloneMotcua motcua, String sql) throws SQLException {
    DatabaseLogin login = motcua.postgres().owner();
    List<String> values = new ArrayList<>();
    try (Connection connection =
            DriverManager.getConnection(
                login.url() + "?currentSchema=" + Migrations.SCHEMA,
                login.user(),
                login.password());
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        values.add(rows.getString(1));
      }
    }
    return values;
  }
}
