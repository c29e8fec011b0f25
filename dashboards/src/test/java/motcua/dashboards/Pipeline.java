package motcua.dashboards;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import motcua.schemas.sample.HistoryParameters;
import motcua.schemas.sample.RandomHistories;
import motcua.standalone.DataFolder;
import motcua.standalone.DatabaseLogin;
import motcua.standalone.EmbeddedProduct;
import motcua.standalone.Intake;
import motcua.standalone.IntakeRole;
import motcua.standalone.Progress;
import motcua.standalone.ReferenceFiles;
import motcua.standalone.RegistrySerdes;
import motcua.standalone.StandaloneMotcua;
import motcua.standalone.StandaloneSettings;

/**
 * A pipeline of all roles with a messy office's records in it: every meter of ours has series, and
 * every table that panels read has rows.
 */
final class Pipeline implements AutoCloseable {
  private static final long SEED = 7;
  private static final int DOSSIERS = 400;
  private static final int UNITS = 6;
  private static final String SECRET = "a-secret-of-thirty-two-characters";
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  /** The middle of the last legal quarter that the histories reach. */
  static final OffsetDateTime NOW = OffsetDateTime.parse("2024-12-10T12:00:00+07:00");

  private final Deque<AutoCloseable> parts = new ArrayDeque<>();
  private final Path folder;
  private StandaloneMotcua motcua;
  private IntakeRole intake;

  private Pipeline(Path folder) {
    this.folder = folder;
  }

  /**
   * Starts it and returns when all records are in the read model and audited.
   *
   * @param alertmanager where the role notify tells of alerts
   */
  static Pipeline start(Path folder, URI alertmanager) throws Exception {
    var pipeline = new Pipeline(folder);
    try {
      pipeline.open(alertmanager);
      return pipeline;
    } catch (Exception | Error failed) {
      pipeline.close();
      throw failed;
    }
  }

  /** Address of the page; {@code /metrics} is under it. */
  URI web() {
    return motcua.product().url();
  }

  /** Address of the role intake; {@code /metrics} is under it. */
  URI intake() {
    return intake.url();
  }

  /** Folder of the embedded product. */
  Path data() {
    return folder.resolve("data");
  }

  /** The database, as its owner. */
  DatabaseLogin owner() {
    return motcua.postgres().owner();
  }

  private void open(URI alertmanager) throws Exception {
    DataFolder data = opened(DataFolder.kept(folder.resolve("data")));
    motcua =
        opened(
            StandaloneMotcua.start(
                data, settings(alertmanager), EmbeddedProduct::start, Progress.SILENT));
    Path lines =
        Files.write(
            folder.resolve("events.ndjson"),
            RandomHistories.lines(HistoryParameters.messy(SEED, DOSSIERS, UNITS)));
    motcua.ingest(
        List.of(lines),
        new Intake("replay", Intake.RecordedAt.INPUT, Optional.of(NOW)),
        Progress.SILENT);
    intake = opened(IntakeRole.start(intakeSettings()));
    send("HS-1");
    motcua.product().awaitSettled(Progress.SILENT);
    motcua.product().audit();
  }

  private StandaloneSettings settings(URI alertmanager) throws IOException {
    Path units = Files.writeString(folder.resolve("units.csv"), RandomHistories.unitsCsv(UNITS));
    var files =
        new ReferenceFiles(
            Optional.of(units),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    return new StandaloneSettings(
        Optional.of(NOW),
        0,
        StandaloneSettings.DEFAULT_PARTITIONS,
        files,
        Map.of("notify.alertmanager.url", alertmanager.toString()));
  }

  private Map<String, String> intakeSettings() throws Exception {
    byte[] hash =
        MessageDigest.getInstance("SHA-256").digest(SECRET.getBytes(StandardCharsets.UTF_8));
    Path clients =
        Files.writeString(
            folder.resolve("clients.json"),
            "[{\"client\":\"c\",\"secretSha256\":\"%s\",\"source\":\"h56\"}]"
                .formatted(HexFormat.of().formatHex(hash)));
    Map<String, String> settings = new HashMap<>();
    settings.put("intake.port", "0");
    settings.put("intake.clients.file", clients.toString());
    settings.put("intake.link.hash.key", "a secret of twenty-four.");
    settings.put("intake.kept.directory", folder.resolve("kept").toString());
    settings.put("kafka.bootstrap.servers", motcua.broker().bootstrapServers());
    settings.put("clock.fixed", NOW.toString());
    settings.put("value.serializer", RegistrySerdes.APICURIO.serializer());
    RegistrySerdes.APICURIO
        .settings(motcua.registry(), true)
        .forEach((key, value) -> settings.put("serde." + key, value));
    return settings;
  }

  /** Has a sender deliver a dossier over HTTP, and with it a record that nobody can read. */
  void send(String dossier) throws Exception {
    String record =
        "[{\"MaHoSo\":\"%s\",\"MaTTHC\":\"1.001193\",\"TrangThaiHoSo\":\"2\",\"NgayTiepNhan\":\"20241209080000\"},{}]"
            .formatted(dossier);
    byte[] pair = ("c:" + SECRET).getBytes(StandardCharsets.UTF_8);
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(intake.url() + "/DongBoHoSoMC"))
            .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair))
            .POST(HttpRequest.BodyPublishers.ofString(record))
            .build();
    // As a sender does: until Kafka answers the intake takes nothing.
    HttpResponse<String> answer =
        Waiting.until(
            "an answer of the intake",
            () ->
                Optional.of(HTTP.send(request, HttpResponse.BodyHandlers.ofString()))
                    .filter(each -> each.statusCode() != 503));
    if (answer.statusCode() != 200) {
      throw new IOException("the intake answered " + answer.statusCode() + ": " + answer.body());
    }
  }

  private <T extends AutoCloseable> T opened(T part) {
    parts.push(part);
    return part;
  }

  @Override
  public void close() throws Exception {
    while (!parts.isEmpty()) {
      parts.pop().close();
    }
  }
}
