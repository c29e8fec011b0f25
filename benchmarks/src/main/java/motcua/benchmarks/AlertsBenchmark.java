package motcua.benchmarks;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import motcua.codec.FramedWriter;
import motcua.config.AppConfig;
import motcua.core.calendar.VietnamDay;
import motcua.schemas.events.DossierEvent;
import motcua.standalone.DataFolder;
import motcua.standalone.EmbeddedProduct;
import motcua.standalone.Product;
import motcua.standalone.Progress;
import motcua.standalone.ReferenceFiles;
import motcua.standalone.StandaloneMotcua;
import motcua.standalone.StandaloneSettings;
import motcua.topology.Topics;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.utils.Utils;

/**
 * How long it takes from the event that makes an alert SURE, as it is handed to Kafka, to the
 * e-mail at the SMTP server of the unit's head, while events arrive at a fixed rate.
 */
final class AlertsBenchmark {
  private static final long PATIENCE_SECONDS = 60;
  private static final long LOOK_MILLIS = 2;

  private final int eventsASecond;
  private final int alerts;
  private final AlertLoad load;
  private final PrintStream progress;
  private final Figures figures = new Figures();
  private final Map<String, Long> sent = new ConcurrentHashMap<>();
  private final Map<String, Long> came = new ConcurrentHashMap<>();
  private Map<String, String> config;
  private FramedWriter<DossierEvent> writer;
  private KafkaProducer<byte[], byte[]> producer;

  AlertsBenchmark(int eventsASecond, int alerts, PrintStream progress) {
    this.eventsASecond = eventsASecond;
    this.alerts = alerts;
    this.load = new AlertLoad(alerts);
    this.progress = progress;
  }

  Figures run() throws IOException {
    var mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    mail.start();
    try (DataFolder folder = DataFolder.scratch()) {
      System.setProperty("motcua.log", folder.log().toString());
      System.setProperty("motcua.stderr.level", "OFF");
      boolean done = false;
      try (StandaloneMotcua motcua =
          StandaloneMotcua.start(
              folder, settings(folder, mail.getSmtp().getPort()), this::start, Progress.SILENT)) {
        measure(motcua.product(), mail);
        done = true;
      } finally {
        folder.discard(!done);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("stopped while measuring", e);
    } finally {
      mail.stop();
    }
    return figures;
  }

  private StandaloneSettings settings(DataFolder folder, int smtpPort) throws IOException {
    Path units = Files.writeString(folder.root().resolve("units.csv"), load.unitsCsv());
    return new StandaloneSettings(
        Optional.empty(),
        0,
        StandaloneSettings.DEFAULT_PARTITIONS,
        new ReferenceFiles(
            Optional.of(units),
            Optional.empty(),
            Optional.empty(),
            Optional.of(everyDayWorked(folder)),
            Optional.empty()),
        Map.of(
            "notify.smtp.host",
            "127.0.0.1",
            "notify.smtp.port",
            Integer.toString(smtpPort),
            "notify.smtp.from",
            "motcua@example.vn",
            "notify.smtp.security",
            "none",
            "notify.quiet.from",
            "23:59",
            "notify.quiet.to",
            "00:00"));
  }

  /** What is measured is no question of the day of the week. */
  private static Path everyDayWorked(DataFolder folder) throws IOException {
    LocalDate today = VietnamDay.of(Instant.now());
    var rows = new StringBuilder("date,kind,name,confidence\n");
    for (int day = -1; day <= 1; day++) {
      rows.append(today.plusDays(day)).append(",work,benchmark,high\n");
    }
    return Files.writeString(folder.root().resolve("holidays.csv"), rows);
  }

  private Product start(Map<String, String> values) throws IOException {
    config = values;
    return EmbeddedProduct.start(values);
  }

  @SuppressWarnings("unchecked")
  private void measure(Product product, GreenMail mail) throws IOException, InterruptedException {
    var app = new AppConfig(config);
    var serializer = (Serializer<Object>) Utils.newInstance(app.serializer());
    serializer.configure(app.serdeConfig(), false);
    writer = new FramedWriter<>(Topics.EVENTS.topicName(), serializer);
    var settings = new HashMap<>(app.kafkaConfig());
    settings.put("linger.ms", 5);
    try (var events =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
      producer = events;
      prepare(product);
      Thread listener = Thread.ofPlatform().daemon().start(() -> listen(mail));
      progress.printf("motcua: %,d alerts among %,d events a second%n", alerts, eventsASecond);
      double rate = play();
      await();
      listener.interrupt();
      listener.join();
      report(rate);
    }
  }

  /** One late dossier more, and every unit's alert is SURE. */
  private void prepare(Product product) throws IOException {
    for (int probe = 0; probe < alerts; probe++) {
      for (int dossier = 0; dossier <= AlertLoad.LATE_BEFORE; dossier++) {
        send(load.overdue(probe, dossier, Instant.now()));
        if (dossier < AlertLoad.LATE_BEFORE) {
          send(load.late(probe, dossier, Instant.now()));
        }
      }
    }
    for (int i = 0; i < 20 * eventsASecond; i++) {
      send(load.usual(Instant.now()));
    }
    producer.flush();
    product.awaitSettled(Progress.SILENT);
  }

  /** Sends at the fixed rate; every so often the event that counts. */
  private double play() {
    int number = alerts * eventsASecond / 2;
    long interval = TimeUnit.SECONDS.toNanos(1) / eventsASecond;
    long begin = System.nanoTime();
    for (int i = 0; i < number; i++) {
      long due = begin + i * interval;
      for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
        LockSupport.parkNanos(left);
      }
      if (i % (eventsASecond / 2) == 0) {
        int probe = i / (eventsASecond / 2);
        sent.put(AlertLoad.address(probe), System.nanoTime());
        send(load.late(probe, AlertLoad.LATE_BEFORE, Instant.now()));
      } else {
        send(load.usual(Instant.now()));
      }
    }
    return number / ((System.nanoTime() - begin) / 1e9);
  }

  private void send(DossierEvent event) {
    byte[] key =
        (event.getSource() + "\u001f" + event.getDossierId()).getBytes(StandardCharsets.UTF_8);
    var unused =
        producer.send(new ProducerRecord<>(Topics.EVENTS.topicName(), key, writer.write(event)));
  }

  private void listen(GreenMail mail) {
    int seen = 0;
    while (!Thread.currentThread().isInterrupted()) {
      MimeMessage[] all = mail.getReceivedMessages();
      long now = System.nanoTime();
      for (; seen < all.length; seen++) {
        came.putIfAbsent(addressee(all[seen]), now);
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(LOOK_MILLIS));
    }
  }

  private static String addressee(MimeMessage message) {
    try {
      return message.getAllRecipients()[0].toString();
    } catch (MessagingException unreadable) {
      throw new IllegalStateException("an e-mail without addressee", unreadable);
    }
  }

  private void await() throws IOException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!came.keySet().containsAll(sent.keySet())) {
      if (System.nanoTime() > deadline) {
        throw new IOException(
            "%d of %d e-mails came within %d s of the last event"
                .formatted(came.size(), sent.size(), PATIENCE_SECONDS));
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(LOOK_MILLIS));
    }
  }

  private void report(double rate) {
    Map<String, Object> params = Map.of("alerts", alerts, "eventsASecond", eventsASecond);
    var latencies = new Latencies();
    sent.forEach((address, begin) -> latencies.add(came.get(address) - begin));
    latencies.endRound();
    latencies.addTo(figures, "alert-email", params);
    figures.add("alert-event-rate", "events/s", rate, params);
  }
}
