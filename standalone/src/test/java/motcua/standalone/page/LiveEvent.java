package motcua.standalone.page;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import motcua.core.dossier.DossierKey;
import motcua.schemas.events.DossierEvent;
import motcua.schemas.events.Due;
import motcua.schemas.events.Reception;
import motcua.standalone.RegistrySerdes;
import motcua.standalone.StandaloneMotcua;
import motcua.topology.Keys;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Sends events to the log as the connector does, so that what follows is streams and page alone.
 */
public final class LiveEvent implements AutoCloseable {
  private static final AtomicInteger NUMBERS = new AtomicInteger();

  private final KafkaProducer<byte[], Object> producer;

  /** Of a running product. */
  public LiveEvent(StandaloneMotcua motcua) {
    Map<String, Object> settings = new HashMap<>();
    settings.put("bootstrap.servers", motcua.broker().bootstrapServers());
    settings.put("key.serializer", ByteArraySerializer.class.getName());
    settings.put("value.serializer", RegistrySerdes.APICURIO.serializer());
    settings.putAll(RegistrySerdes.APICURIO.settings(motcua.registry(), true));
    producer = new KafkaProducer<>(settings);
  }

  /** A new dossier comes to a unit now; done when the log has it. */
  public void received(String unit) throws Exception {
    String id = unit + "-live-" + NUMBERS.incrementAndGet();
    DossierEvent event =
        DossierEvent.newBuilder()
            .setSource(PageHistory.SOURCE)
            .setDossierId(id)
            .setEventId(id + ":1")
            .setType("RECEIVED")
            .setOccurredAtMicros(micros(PageStage.NOW))
            .setRecordedAtMicros(micros(PageStage.NOW))
            .setReception(
                Reception.newBuilder()
                    .setUnit(unit)
                    .setProcedure("1.990001")
                    .setField("G99-01")
                    .setChannel("ONLINE")
                    .build())
            .setDue(Due.newBuilder().setDueAtMicros(micros(PageStage.NOW.plusDays(10))).build())
            .build();
    byte[] key = Keys.dossier(new DossierKey(PageHistory.SOURCE, id));
    producer.send(new ProducerRecord<>("motcua.events", key, event)).get();
  }

  private static long micros(OffsetDateTime time) {
    return ChronoUnit.MICROS.between(OffsetDateTime.parse("1970-01-01T00:00:00Z"), time);
  }

  @Override
  public void close() {
    producer.close(Duration.ofSeconds(10));
  }
}
