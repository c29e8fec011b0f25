package motcua.standalone;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import motcua.schemas.events.DossierEvent;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Both ends of an intake in a test: its settings, a sender before it, and the log behind it. */
final class IntakeLine {
  static final int BATCH = 10;
  private static final String SECRET = "a-secret-of-thirty-two-characters";
  private static final int PARTITIONS = 3;
  private static final Duration ANSWER_WAIT = Duration.ofSeconds(60);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /** What was answered to a batch; status 0 when the line broke. */
  record Answered(int batch, int status, Optional<String> retryAfter, String body) {
    boolean isSuccess() {
      return status == 200 && body.startsWith("{\"error_code\":0,");
    }
  }

  static Map<String, String> settings(Path folder, String bootstrap) throws Exception {
    byte[] hash =
        MessageDigest.getInstance("SHA-256").digest(SECRET.getBytes(StandardCharsets.UTF_8));
    Path clients = folder.resolve("clients.json");
    Files.writeString(
        clients,
        "[{\"client\":\"c\",\"secretSha256\":\"%s\",\"source\":\"h56\",\"recordsPerSecond\":1000000}]"
            .formatted(HexFormat.of().formatHex(hash)));
    Map<String, String> settings = new HashMap<>();
    settings.put("kafka.bootstrap.servers", bootstrap);
    settings.put("value.serializer", RawAvro.class.getName());
    settings.put("intake.port", "0");
    settings.put("intake.clients.file", clients.toString());
    settings.put("intake.link.hash.key", "a secret of twenty-four.");
    settings.put("intake.kept.directory", folder.resolve("kept").toString());
    settings.put("intake.patience.ms", "500");
    return settings;
  }

  static void createTopics(String bootstrap) throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
      admin
          .createTopics(
              List.of(
                  new NewTopic(Contracts.EVENTS, PARTITIONS, (short) 1),
                  new NewTopic(Contracts.DEAD_LETTERS, 1, (short) 1)))
          .all()
          .get();
    }
  }

  /** Sends batch number {@code batch} once; its dossiers are {@code batch-0} and so on. */
  Answered send(URI intake, int batch) {
    try {
      return send(intake, batch, body(batch));
    } catch (IOException broken) {
      return new Answered(batch, 0, Optional.empty(), "");
    }
  }

  Answered send(URI intake, int batch, String body) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(intake + "/DongBoHoSoMC"))
            .timeout(ANSWER_WAIT)
            .header("Authorization", basic())
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      return new Answered(
          batch, answer.statusCode(), answer.headers().firstValue("Retry-After"), answer.body());
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IOException(stop);
    }
  }

  String get(URI address) throws Exception {
    return http.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
        .body();
  }

  int status(URI address) throws Exception {
    return http.send(
            HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }

  /** Senders that go on, each batch once, until told to stop. */
  static final class Load implements AutoCloseable {
    private final List<Thread> senders = new ArrayList<>();
    private final List<Answered> answers = new ArrayList<>();
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicLong successes = new AtomicLong();
    private volatile boolean stopping;

    Load(IntakeLine line, URI intake, int threads) {
      for (int i = 0; i < threads; i++) {
        senders.add(
            Thread.ofPlatform()
                .start(
                    () -> {
                      while (!stopping) {
                        Answered answered = line.send(intake, next.getAndIncrement());
                        successes.addAndGet(answered.isSuccess() ? 1 : 0);
                        synchronized (answers) {
                          answers.add(answered);
                        }
                      }
                    }));
      }
    }

    long successes() {
      return successes.get();
    }

    List<Answered> answers() {
      synchronized (answers) {
        return List.copyOf(answers);
      }
    }

    @Override
    public void close() {
      stopping = true;
      for (Thread sender : senders) {
        try {
          sender.join();
        } catch (InterruptedException stop) {
          Thread.currentThread().interrupt();
        }
      }
    }
  }

  /** How often each dossier stands in the log, for readers of committed records. */
  static Map<String, Integer> committed(String bootstrap) {
    Map<String, Integer> found = new HashMap<>();
    Map<String, Object> settings =
        Map.of("bootstrap.servers", bootstrap, "isolation.level", "read_committed");
    try (var consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          IntStream.range(0, PARTITIONS)
              .mapToObj(part -> new TopicPartition(Contracts.EVENTS, part))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(part -> consumer.position(part) < ends.get(part))) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
          String id = RawAvro.read(record.value(), DossierEvent.class).getDossierId().toString();
          found.merge(id, 1, Integer::sum);
        }
      }
    }
    return found;
  }

  static List<String> dossiers(int batch) {
    return IntStream.range(0, BATCH).mapToObj(i -> "HS-" + batch + "-" + i).toList();
  }

  private static String body(int batch) {
    List<String> records =
        dossiers(batch).stream()
            .map(
                id ->
                    "{\"MaHoSo\":\"%s\",\"MaTTHC\":\"1.001193\",\"TrangThaiHoSo\":\"2\",\"NgayTiepNhan\":\"20260901080000\"}"
                        .formatted(id))
            .toList();
    return "[" + String.join(",", records) + "]";
  }

  private static String basic() {
    byte[] pair = ("c:" + SECRET).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(pair);
  }
}
