package motcua.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import motcua.alert.ActNotSentException;
import motcua.readmodel.AlertAct;
import motcua.testing.LocalRegistry;
import motcua.topology.Topics;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class KafkaAlertActsTest {
  private static final AlertAct ACT =
      new AlertAct(
          "a1",
          "late@default|H23.1|2024-09-15",
          "H23.1",
          AlertAct.Kind.ACKNOWLEDGE,
          "Lê Văn C",
          "đã giao địa chính",
          Instant.parse("2024-09-25T17:00:00Z"),
          Instant.parse("2024-09-20T01:00:00.000001Z"));

  private final LocalRegistry registry = new LocalRegistry();

  @Test
  void shouldSendTheActWithoutNames() throws Exception {
    var producer = producer(true);
    try (var acts = acts(producer, Duration.ofSeconds(10))) {
      acts.send(ACT);
    }

    ProducerRecord<byte[], byte[]> record = producer.history().getFirst();
    assertEquals("motcua.alert-acts", record.topic());
    assertEquals("H23.1", new String(record.key(), StandardCharsets.UTF_8));
    motcua.schemas.internal.AlertAct read =
        registry
            .codecs()
            .<motcua.schemas.internal.AlertAct>reader(Topics.ALERT_ACTS)
            .read(record.value());
    assertEquals(
        new motcua.schemas.internal.AlertAct(
            "a1", "H23.1", "ACKNOWLEDGE", 1_727_283_600_000_000L, 1_726_794_000_000_001L),
        read);
    String bytes = new String(record.value(), StandardCharsets.UTF_8);
    assertFalse(bytes.contains("Lê Văn C") || bytes.contains("địa chính"), bytes);
    assertTrue(producer.closed());
  }

  @Test
  void shouldSayWhenTheBrokerRefuses() {
    var producer = producer(false);
    producer.sendException = new TimeoutException("no metadata");
    try (var acts = acts(producer, Duration.ofSeconds(10))) {
      assertThrows(ActNotSentException.class, () -> acts.send(ACT));
    }
  }

  @Test
  void shouldNotWaitForAnAnswerForEver() {
    try (var acts = acts(producer(false), Duration.ofMillis(1))) {
      assertThrows(ActNotSentException.class, () -> acts.send(ACT));
    }
  }

  private KafkaAlertActs acts(MockProducer<byte[], byte[]> producer, Duration limit) {
    return new KafkaAlertActs(producer, registry.codecs().writer(Topics.ALERT_ACTS), limit);
  }

  private static MockProducer<byte[], byte[]> producer(boolean answers) {
    return new MockProducer<>(answers, null, new ByteArraySerializer(), new ByteArraySerializer());
  }
}
