package motcua.standalone.personal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import motcua.ingest.mapping.Reason;
import motcua.readmodel.Breakdown;
import motcua.report.ReportJson;
import motcua.report.ReportRequest;
import motcua.standalone.DataFolder;
import motcua.standalone.EmbeddedProduct;
import motcua.standalone.Intake;
import motcua.standalone.IntakeRole;
import motcua.standalone.Progress;
import motcua.standalone.ReferenceFiles;
import motcua.standalone.RegistrySerdes;
import motcua.standalone.StandaloneMotcua;
import motcua.standalone.StandaloneSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Personal data goes in by every way in, in every field that may hold it and in records refused for
 * every reason; none of it may lie anywhere but in the files that were handed in
 * (national-payload.md 7).
 */
@Timeout(300)
class PersonalDataIT {
  private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-09-15T12:00:00+07:00");
  private static final String PERIOD = "scope=ALL&from=2026-06-15&to=2026-09-14";

  @TempDir Path folder;
  private final Canaries canaries = new Canaries();
  private final NationalCanaries national = new NationalCanaries(canaries);
  private final RefusedCanaries refused = new RefusedCanaries(canaries, national);

  @Test
  void shouldKeepNoPersonalDataAnywhere() throws Exception {
    List<Path> inputs = inputs();
    Sender sender = new Sender(canaries);
    Map<String, String> intakeSettings = sender.settings(folder);
    CanaryScan scan = new CanaryScan(canaries);
    Path root = folder.resolve("data");
    try (LogCapture log = LogCapture.to(Files.createDirectories(root).resolve("motcua.log"))) {
      try (DataFolder data = DataFolder.kept(root);
          StandaloneMotcua motcua = start(data)) {
        motcua.ingest(inputs, intake(), Progress.SILENT);
        Answers answers = new Answers(scan);
        sendOverHttp(motcua, sender, intakeSettings, answers);
        motcua.product().awaitSettled(Progress.SILENT);
        Planted.plant(motcua);
        Files.write(root.resolve("report.json"), report(motcua));
        askEverything(motcua, answers);
        assertTrue(answers.seen() > 40, answers.seen() + " answers");
        lookIntoTopicsAndTables(motcua, scan);
      }
    }
    Planted.plant(root.resolve("streams"));
    KeptPlaces.files(root, file -> file.startsWith(root.resolve("spool")), scan);
    Map<String, Integer> stores = KeptPlaces.stores(root.resolve("streams"), scan);
    assertTrue(stores.values().stream().mapToInt(Integer::intValue).sum() > 20, "" + stores);

    assertEquals("", String.join("\n", new TreeSet<>(scan.leaks())));
    assertEquals(Set.of(), missing(scan.planted()), "not looked into");
    assertTrue(canaries.planted() > 500, canaries.planted() + " planted");
    assertEveryReason(Files.readAllBytes(root.resolve("report.json")));
    assertEquals(List.of(401, 401, 401), sender.statusesOfStrangers());
    System.out.printf(
        "%d canaries, %,d bytes looked through%n", canaries.planted(), scan.scannedBytes());
  }

  private List<Path> inputs() throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    List<ObjectNode> first = new ArrayList<>(refused.dossiers("g1"));
    first.add(national.dossier("g1.sound", "0001"));
    files.put("g1.json", bytes(national.envelope("g1", "DongBoHoSoMC", first).toString()));
    List<ObjectNode> rows = new ArrayList<>(refused.rows("g1"));
    rows.add(national.row("g1.row", "0001", "4", "20260821080000"));
    rows.add(national.row("g1.row2", "0001", "5", "20260822080000"));
    files.put(
        "g1-rows.json", bytes(national.envelope("r", "CapNhatTienDoHoSoMC", rows).toString()));
    files.put(
        "g2.json",
        bytes(NationalCanaries.array(List.of(national.dossier("g2", "0002"))).toString()));
    files.put(
        "g3.json", bytes(NationalCanaries.array(List.of(national.third("g3", "0003"))).toString()));
    files.put("broken.json", refused.broken("broken"));
    files.put(
        "no-batch.json", bytes("{\"" + canaries.word("k") + "\":\"" + canaries.text("v") + "\"}"));
    files.put("a.ndjson", new CanonicalCanaries(canaries).sound("c1").refused("c2").bytes("c"));
    TableCanaries tables = new TableCanaries(canaries);
    files.put("a.csv", bytes(TableCanaries.csv(tables.rows("csv"))));
    files.put(
        "wide.csv",
        ("\ufeff" + TableCanaries.csv(tables.rows("wide"))).getBytes(StandardCharsets.UTF_16LE));
    files.put("headless.csv", bytes(canaries.text("headless") + ";" + canaries.phone() + "\n"));
    byte[] book =
        Packed.workbook(canaries.word("sheet"), canaries.text("author"), tables.rows("xlsx"));
    files.put("a.xlsx", book);
    files.put("broken.xlsx", bytes(canaries.text("broken.xlsx")));
    LinkedHashMap<String, byte[]> packed = new LinkedHashMap<>();
    packed.put("in.ndjson", new CanonicalCanaries(canaries).sound("z1").refused("z2").bytes("z"));
    packed.put("in.csv", bytes(TableCanaries.csv(tables.rows("zip"))));
    packed.put("in.json", bytes(NationalCanaries.array(refused.dossiers("zip")).toString()));
    packed.put("in.txt", bytes(canaries.text("zip.txt")));
    files.put("a.zip", Packed.zip(packed));
    files.put("cut.zip", Arrays.copyOf(Packed.zip(packed), 4000));
    List<Path> paths = new ArrayList<>();
    Path handedIn = Files.createDirectories(folder.resolve("inputs"));
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      paths.add(Files.write(handedIn.resolve(file.getKey()), file.getValue()));
    }
    return paths;
  }

  private StandaloneMotcua start(DataFolder data) throws IOException {
    Path units =
        Files.writeString(
            folder.resolve("units.csv"),
            "code,name,parent,level,validFrom,validTo,successor,headName,headEmail\n"
                + "H99,Tỉnh mẫu,,PROVINCE,,,,,\n"
                + (NationalCanaries.UNIT + "," + Planted.UNIT_NAME + ",H99,COMMUNE,,,,,\n"));
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

  private Intake intake() throws IOException {
    Path mapping = Files.writeString(folder.resolve("mapping.yaml"), TableCanaries.MAPPING);
    return new Intake(
        "h99",
        Intake.RecordedAt.INPUT,
        Optional.of(NOW),
        Optional.of(new Intake.Tables(mapping, Optional.empty(), "canary")));
  }

  private void sendOverHttp(
      StandaloneMotcua motcua, Sender sender, Map<String, String> settings, Answers answers)
      throws Exception {
    Map<String, String> all = new HashMap<>(settings);
    all.put("kafka.bootstrap.servers", motcua.broker().bootstrapServers());
    all.put("clock.fixed", NOW.toString());
    all.put("value.serializer", RegistrySerdes.APICURIO.serializer());
    RegistrySerdes.APICURIO
        .settings(motcua.registry(), true)
        .forEach((key, value) -> all.put("serde." + key, value));
    try (IntakeRole role = IntakeRole.start(all)) {
      sender.send(answers, role.url(), national, refused);
      answers.get(role.url().resolve("/metrics"));
      answers.get(role.url().resolve("/health/ready"));
      answers.get(role.url().resolve("/" + Canaries.PLANTED));
    }
  }

  private static void askEverything(StandaloneMotcua motcua, Answers answers) throws IOException {
    URI web = motcua.product().url();
    String snapshot =
        "{\"scope\":\"ALL\",\"period\":\"2026-Q3\",\"form\":\"II.06a\",\"author\":\"B\",\"publish\":true}";
    JsonNode made = answers.post(web.resolve("/api/snapshots"), bytes(snapshot)).json();
    motcua.product().audit();
    long id = made.path("head").path("id").asLong();
    for (String path : ApiPaths.of(id, PERIOD)) {
      Answers.Answered answer = answers.get(web.resolve(path));
      assertEquals(200, answer.status(), path + ": " + answer.text());
    }
    answers.get(web.resolve("/api/dossiers/nobody"));
    URI subjects = URI.create(motcua.registry().confluentUrl() + "/subjects");
    for (JsonNode subject : answers.get(subjects).json()) {
      answers.get(URI.create(subjects + "/" + subject.asText() + "/versions/latest"));
    }
  }

  private void lookIntoTopicsAndTables(StandaloneMotcua motcua, CanaryScan scan) throws Exception {
    Map<String, Integer> topics = KeptPlaces.topics(motcua.broker().bootstrapServers(), scan);
    assertTrue(topics.getOrDefault("motcua.events", 0) >= 20, "" + topics);
    assertTrue(topics.getOrDefault("motcua.dead-letters", 0) >= 80, "" + topics);
    for (String part : List.of("changelog", "connect", "offset", "__consumer_offsets")) {
      assertTrue(topics.keySet().stream().anyMatch(topic -> topic.contains(part)), "" + topics);
    }
    Map<String, Integer> tables = KeptPlaces.tables(motcua.postgres().owner(), scan);
    tables.putAll(KeptPlaces.tables(motcua.postgres().registry(), scan));
    for (String table : List.of("dossier", "dead_letter", "dossier_mark", "posting_2026")) {
      assertTrue(
          tables.entrySet().stream()
              .anyMatch(each -> each.getKey().contains(table) && each.getValue() > 0),
          table + " in " + tables);
    }
  }

  private static byte[] report(StandaloneMotcua motcua) throws IOException {
    ReportRequest request =
        new ReportRequest(
            "ALL", LocalDate.of(2026, 6, 15), LocalDate.of(2026, 9, 14), null, Breakdown.PROCEDURE);
    return ReportJson.bytes(motcua.product().report(request));
  }

  private static void assertEveryReason(byte[] report) throws IOException {
    JsonNode letters = new ObjectMapper().readTree(report).path("deadLetters");
    Set<String> seen =
        StreamSupport.stream(letters.spliterator(), false)
            .map(letter -> letter.path("reason").asText().replaceFirst(":.*", ""))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> unseen =
        Arrays.stream(Reason.values())
            .map(Enum::name)
            .collect(Collectors.toCollection(TreeSet::new));
    unseen.removeAll(seen);
    assertEquals(Set.of(), unseen, "provoked: " + seen);
  }

  private static Set<String> missing(Set<String> found) {
    return Planted.PLACES.stream()
        .filter(place -> found.stream().noneMatch(each -> each.startsWith(place)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
