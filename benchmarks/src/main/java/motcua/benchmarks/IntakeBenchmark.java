package motcua.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.io.Writer;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import motcua.MotcuaApp;
import motcua.standalone.DataFolder;
import motcua.standalone.EmbeddedProduct;
import motcua.standalone.Product;
import motcua.standalone.Progress;
import motcua.standalone.ReferenceFiles;
import motcua.standalone.StandaloneMotcua;
import motcua.standalone.StandaloneSettings;
import motcua.topology.Topics;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * What an intake process answers to a sender in another process: at a fixed rate, and as fast as it
 * can, beside a plain producer of the same bytes. Broker and registry run in the sender's process.
 * Every acknowledged record is counted in the log at the end.
 */
final class IntakeBenchmark {
  private static final String PLAIN = "motcua.bench.plain";
  private static final String NAME = "bench";
  private static final String SECRET = "a-secret-of-thirty-two-characters";
  private static final int WARM_UP_SECONDS = 10;
  private static final int SATURATED_SECONDS = 15;
  private static final int IN_FLIGHT = 64;
  private static final Duration START_WAIT = Duration.ofSeconds(60);

  private final int recordsASecond;
  private final int seconds;
  private final PrintStream progress;
  private final Figures figures = new Figures();
  private Map<String, String> config;

  IntakeBenchmark(int recordsASecond, int seconds, PrintStream progress) {
    this.recordsASecond = recordsASecond;
    this.seconds = seconds;
    this.progress = progress;
  }

  Figures run() throws IOException {
    try (DataFolder folder = DataFolder.scratch()) {
      System.setProperty("motcua.log", folder.log().toString());
      System.setProperty("motcua.stderr.level", "OFF");
      boolean done = false;
      try (StandaloneMotcua motcua =
          StandaloneMotcua.start(folder, settings(folder), this::start, Progress.SILENT)) {
        measure(folder.root(), motcua.broker().bootstrapServers());
        done = true;
      } finally {
        folder.discard(!done);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("stopped while measuring", e);
    } catch (ExecutionException e) {
      throw new IOException("Kafka failed: " + e.getCause(), e);
    }
    return figures;
  }

  private static StandaloneSettings settings(DataFolder folder) throws IOException {
    Path units =
        Files.writeString(folder.root().resolve("units.csv"), "code,name,parent\nH56,x,\n");
    return new StandaloneSettings(
        Optional.empty(),
        0,
        StandaloneSettings.DEFAULT_PARTITIONS,
        new ReferenceFiles(
            Optional.of(units),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()),
        Map.of());
  }

  /** Without any role: it makes the topics and stands by. */
  private Product start(Map<String, String> values) throws IOException {
    config = values;
    return EmbeddedProduct.start(values, EnumSet.noneOf(MotcuaApp.Role.class));
  }

  private void measure(Path folder, String bootstrap)
      throws IOException, InterruptedException, ExecutionException {
    int port = freePort();
    Process intake = startIntake(folder, port);
    try {
      URI url = URI.create("http://127.0.0.1:" + port);
      awaitReady(url.resolve("/health/ready"), intake);
      measure(new IntakeLoad(url.resolve("/intake"), NAME, SECRET), bootstrap);
    } finally {
      intake.destroy();
      intake.waitFor();
    }
  }

  private void measure(IntakeLoad load, String bootstrap)
      throws InterruptedException, ExecutionException {
    progress.println("warming up");
    load.steady(recordsASecond, WARM_UP_SECONDS, new Latencies());
    progress.println(recordsASecond + " records a second for " + seconds + " s");
    Latencies latencies = new Latencies();
    double rate = load.steady(recordsASecond, seconds, latencies);
    latencies.endRound();
    Map<String, Object> params =
        Map.of(
            "recordsASecond",
            recordsASecond,
            "batch",
            IntakeLoad.BATCH,
            "seconds",
            seconds,
            "refused",
            load.refused(),
            "unanswered",
            load.broken());
    latencies.addTo(figures, "intake-answer", params);
    figures.add("intake-steady", "records/s", rate, params);
    progress.println("as fast as it can");
    double saturated = load.saturated(IN_FLIGHT, SATURATED_SECONDS);
    figures.add(
        "intake", "records/s", saturated, Map.of("inFlight", IN_FLIGHT, "batch", IntakeLoad.BATCH));
    List<ConsumerRecord<byte[], byte[]>> log = log(bootstrap);
    long most = load.acknowledged() + load.broken() * IntakeLoad.BATCH;
    if (log.size() < load.acknowledged() || log.size() > most) {
      throw new IllegalStateException(
          "%d records acknowledged, %d without an answer, %d in the log"
              .formatted(load.acknowledged(), load.broken() * IntakeLoad.BATCH, log.size()));
    }
    progress.println(
        "%d records acknowledged, %d in the log, %d requests refused, %d without an answer"
            .formatted(load.acknowledged(), log.size(), load.refused(), load.broken()));
    figures.add(
        "plain-producer", "records/s", plain(bootstrap, log), Map.of("records", log.size()));
    figures.withRatio("intake", "plain-producer");
  }

  private Process startIntake(Path folder, int port) throws IOException {
    Properties settings = new Properties();
    config.forEach(
        (key, value) -> {
          if (key.startsWith("kafka.")
              || key.startsWith("serde.")
              || key.equals("value.serializer")) {
            settings.setProperty(key, value);
          }
        });
    settings.setProperty("intake.port", Integer.toString(port));
    settings.setProperty("intake.clients.file", clients(folder).toString());
    settings.setProperty("intake.link.hash.key", "only-for-this-benchmark");
    settings.setProperty("intake.kept.directory", folder.resolve("kept").toString());
    Path file = folder.resolve("intake.properties");
    try (Writer writer = Files.newBufferedWriter(file)) {
      settings.store(writer, null);
    }
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx512m", "-XX:+UseSerialGC"));
    command.add("-Dmotcua.install=" + System.getProperty("motcua.install"));
    command.add("-Dmotcua.log=" + folder.resolve("intake.log"));
    command.add("-Dorg.apache.avro.SERIALIZABLE_PACKAGES=motcua.schemas");
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of("motcua.standalone.cli.Main", "run", "--role", "intake"));
    command.addAll(List.of("--config", file.toString()));
    return new ProcessBuilder(command)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(folder.resolve("intake.err").toFile())
        .start();
  }

  private static Path clients(Path folder) throws IOException {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(SECRET.getBytes(StandardCharsets.UTF_8));
      return Files.writeString(
          folder.resolve("clients.json"),
          "[{\"client\":\"%s\",\"secretSha256\":\"%s\",\"source\":\"h56\",\"recordsPerSecond\":1000000}]"
              .formatted(NAME, HexFormat.of().formatHex(hash)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static void awaitReady(URI ready, Process intake)
      throws IOException, InterruptedException {
    HttpClient http = HttpClient.newHttpClient();
    long deadline = System.nanoTime() + START_WAIT.toNanos();
    while (System.nanoTime() < deadline && intake.isAlive()) {
      try {
        HttpRequest request = HttpRequest.newBuilder(ready).build();
        if (http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
          return;
        }
      } catch (IOException notYet) {
        // It does not listen yet.
      }
      Thread.sleep(100);
    }
    throw new IOException("the intake process does not start");
  }

  private static List<ConsumerRecord<byte[], byte[]>> log(String bootstrap) {
    List<ConsumerRecord<byte[], byte[]>> all = new ArrayList<>();
    Map<String, Object> settings =
        Map.of("bootstrap.servers", bootstrap, "isolation.level", "read_committed");
    try (var consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(Topics.EVENTS.topicName()).stream()
              .map(part -> new TopicPartition(part.topic(), part.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(part -> consumer.position(part) < ends.get(part))) {
        consumer.poll(Duration.ofMillis(200)).forEach(all::add);
      }
    }
    return all;
  }

  private static double plain(String bootstrap, List<ConsumerRecord<byte[], byte[]>> log)
      throws InterruptedException, ExecutionException {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
      int partitions = StandaloneSettings.DEFAULT_PARTITIONS;
      admin.createTopics(List.of(new NewTopic(PLAIN, partitions, (short) 1))).all().get();
    }
    Map<String, Object> settings = Map.of("bootstrap.servers", bootstrap, "acks", "all");
    try (var producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
      producer.partitionsFor(PLAIN);
      long begin = System.nanoTime();
      for (ConsumerRecord<byte[], byte[]> record : log) {
        var unused = producer.send(new ProducerRecord<>(PLAIN, record.key(), record.value()));
      }
      producer.flush();
      return log.size() / ((System.nanoTime() - begin) / 1e9);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
