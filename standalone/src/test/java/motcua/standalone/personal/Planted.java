package motcua.standalone.personal;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import motcua.standalone.StandaloneMotcua;
import org.apache.avro.SchemaBuilder;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.rocksdb.RocksDB;
import org.slf4j.LoggerFactory;

/**
 * A canary in each kind of place: a scan that does not see these has not looked there. The name of
 * a unit holds one as well, which the product itself carries into tables, reports and documents.
 */
final class Planted {
  /** How the places begin where one must be found. */
  static final List<String> PLACES =
      List.of(
          "topic canary key",
          "topic canary value",
          "topic canary header",
          "table motcua.unit",
          "table motcua.snapshot",
          "table public.content",
          "answer to GET /apis/ccompat/v7/subjects/canary/versions/latest",
          "answer to GET /api/report",
          "answer to GET /api/snapshots/1.xlsx xl/",
          "file motcua.log",
          "file kafka/",
          "file report.json",
          "store canary key",
          "store canary value");

  static final String UNIT_NAME = "Trung tâm Phục vụ hành chính công " + Canaries.PLANTED;

  private Planted() {}

  /** While the product runs. */
  static void plant(StandaloneMotcua motcua) throws Exception {
    Map<String, Object> settings = Map.of("bootstrap.servers", motcua.broker().bootstrapServers());
    try (Admin admin = Admin.create(settings)) {
      admin.createTopics(List.of(new NewTopic("canary", 1, (short) 1))).all().get();
    }
    byte[] plain = Canaries.PLANTED.getBytes(StandardCharsets.UTF_8);
    byte[] wide = Canaries.PLANTED.getBytes(StandardCharsets.UTF_16BE);
    var record = new ProducerRecord<>("canary", plain, wide);
    record.headers().add("name", plain);
    try (var producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
      producer.send(record).get();
    }
    motcua
        .registry()
        .client()
        .register("canary", SchemaBuilder.fixed("Canary").doc(Canaries.PLANTED).size(1));
    LoggerFactory.getLogger("motcua.canary")
        .atDebug()
        .addKeyValue("who", Canaries.PLANTED)
        .log("x");
  }

  /** When it has stopped. */
  static void plant(Path stores) throws Exception {
    byte[] plain = Canaries.PLANTED.getBytes(StandardCharsets.UTF_8);
    RocksDB.loadLibrary();
    try (RocksDB store =
        RocksDB.open(Files.createDirectories(stores).resolve("canary").toString())) {
      store.put(plain, plain);
    }
  }
}
