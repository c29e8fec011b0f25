package motcua.ingest.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import motcua.ingest.config.IntakeConfig;
import motcua.ingest.source.Fingerprint;
import motcua.ingest.testing.AvroBytes;
import org.apache.kafka.clients.producer.ProducerRecord;

/** A gateway over a log in memory, and a sender before it. */
final class Office {
  static final String SECRET = "a-secret-of-thirty-two-characters";
  static final Instant NOW = Instant.parse("2026-09-15T01:00:00Z");

  final List<ProducerRecord<byte[], byte[]>> log = new ArrayList<>();
  final IntakeCounts counts = new IntakeCounts();
  final Path kept;
  final IntakeConfig config;
  EventLog.Outcome outcome = EventLog.Outcome.DURABLE;
  Instant now = NOW;
  long nanos;
  private final Gateway gateway;
  private final ObjectMapper json = new ObjectMapper();

  Office(Path folder) throws Exception {
    this(folder, "{\"client\":\"opencps\",\"secretSha256\":\"HASH\",\"source\":\"h56\"}", Map.of());
  }

  Office(Path folder, String client, Map<String, String> more) throws Exception {
    kept = folder.resolve("kept");
    config = IntakeConfig.from(settings(folder, client, more));
    InstantSource clock = () -> now;
    Clients clients = Clients.read(config.clients(), config.limits().recordsPerSecond());
    gateway =
        new Gateway(
            new Gateway.Parts(
                clients,
                new Sessions(clients, config.linkHashKey(), config.sessionLife()),
                new BatchReading(config, BatchReading.framing(config), clock),
                KeptBatches.open(config.kept()),
                this::write,
                counts,
                clock,
                () -> nanos));
  }

  static Map<String, String> settings(Path folder, String client, Map<String, String> more)
      throws Exception {
    byte[] secret = SECRET.getBytes(StandardCharsets.UTF_8);
    String hash = Fingerprint.of(secret, 0, secret.length);
    Path clients = folder.resolve("clients.json");
    Files.writeString(clients, "[" + client.replace("HASH", hash) + "]");
    Map<String, String> settings = new HashMap<>();
    settings.put("kafka.bootstrap.servers", "127.0.0.1:9092");
    settings.put("value.serializer", AvroBytes.class.getName());
    settings.put("intake.clients.file", clients.toString());
    settings.put("intake.link.hash.key", "a secret of twenty-four.");
    settings.put("intake.kept.directory", folder.resolve("kept").toString());
    settings.putAll(more);
    return settings;
  }

  Gateway.Reply send(String path, String authorization, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return gateway.handle(new Request(path, authorization, null, "000.00.01.H22", bytes)).join();
  }

  /** Logs in and gives the session. */
  String login() {
    Gateway.Reply reply =
        send(
            "/intake/mapi/login",
            null,
            "{\"username\":\"opencps\",\"password\":\"%s\"}".formatted(SECRET));
    return (String) reply.answer().details().get("session");
  }

  /** Sends an envelope under a session. */
  Gateway.Reply envelope(String session, String service, String data) {
    return send(
        "/intake/mapi/g",
        null,
        "{\"data\":%s,\"madonvi\":\"000.00.01.H22\",\"service\":\"%s\",\"session\":\"%s\",\"isUpdating\":\"False\"}"
            .formatted(data, service, session));
  }

  /** The body as it goes over the wire. */
  JsonNode body(Gateway.Reply reply) throws Exception {
    return json.readTree(json.writeValueAsBytes(reply.answer().body(reply.form())));
  }

  static String dossier(String id) {
    return "{\"MaHoSo\":\"%s\",\"MaTTHC\":\"1.001193\",\"TrangThaiHoSo\":\"2\",\"NgayTiepNhan\":\"20260901080000\"}"
        .formatted(id);
  }

  static String row(String id) {
    return "{\"MaHoSo\":\"%s\",\"ThoiDiemXuLy\":\"20260902080000\",\"TrangThai\":\"4\"}"
        .formatted(id);
  }

  private CompletableFuture<EventLog.Outcome> write(List<ProducerRecord<byte[], byte[]>> records) {
    if (outcome == EventLog.Outcome.DURABLE) {
      log.addAll(records);
    }
    return CompletableFuture.completedFuture(outcome);
  }
}
