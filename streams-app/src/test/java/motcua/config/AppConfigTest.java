package motcua.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AppConfigTest {
  private static final Map<String, String> SMALLEST =
      Map.of(
          "kafka.bootstrap.servers", "127.0.0.1:9092",
          "streams.state.dir", "/var/lib/motcua",
          "postgresql.url", "jdbc:postgresql://127.0.0.1:5432/motcua",
          "value.serializer", "org.apache.kafka.common.serialization.ByteArraySerializer",
          "value.deserializer", "org.apache.kafka.common.serialization.ByteArrayDeserializer");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          htp.port                     | 8080           | Unknown configuration key htp.port; expected
          kafka.bootstrap.server       | a:1            | Unknown configuration key kafka.bootstrap.server;
          kafka.securty.protocol       | SSL            | Unknown configuration key kafka.securty.protocol;
          streams.num.stream.thread    | 2              | Unknown configuration key streams.num.stream.thread;
          streams.consumer.max.pol     | 2              | Unknown configuration key streams.consumer.max.pol;
          http.port                    | eighty         | for configuration http.port: Not a number of type INT
          http.port                    | 70000          | for configuration http.port: Value must be no more than 65535
          http.host                    | 0.0.0.0        | for configuration http.host: String must be one of: 127.0.0.1
          topics.partitions            | 0              | for configuration topics.partitions: Value must be at least 1
          kafka.bootstrap.servers      | broker         | for configuration kafka.bootstrap.servers: expected host:port
          kafka.bootstrap.servers      | a:1,           | for configuration kafka.bootstrap.servers: expected host:port
          kafka.request.timeout.ms     | soon           | for configuration request.timeout.ms: Not a number of type INT
          kafka.security.protocol      | SLS            | for configuration security.protocol
          postgresql.url               | localhost:5432 | for configuration postgresql.url: expected e.g. jdbc:postgresql:
          readmodel.journal            | off            | for configuration readmodel.journal: Expected value to be either true or false
          audit.at                     | night          | for configuration audit.at: expected a time of day, e.g. 02:30
          notify.digest.at             | early          | for configuration notify.digest.at: expected a time of day
          notify.webhook.url           | hook.example   | for configuration notify.webhook.url: expected e.g. http://127.0.0.1:9093
          notify.webhook.url           | http://a.test/ | notify.webhook.url needs notify.webhook.secret, which is empty
          notify.smtp.host             | mail.test      | notify.smtp.host needs notify.smtp.from, which is empty
          notify.smtp.security         | ssl            | for configuration notify.smtp.security: String must be one of: starttls, tls, none
          notify.retry.most.ms         | 1000           | notify.retry.most.ms is shorter than notify.retry.first.ms
          clock.fixed                  | 2024-09-15     | for configuration clock.fixed: expected an ISO 8601 instant
          value.serializer             | no.such.Class  | for configuration value.serializer: expected the name of an installed class that is a Kafka Serializer
          value.deserializer           | java.util.List | for configuration value.deserializer: expected the name of an installed class that is a Kafka Deserializer
          """)
  void shouldRefuseAWrongKeyOrValueByNameWithWhatWasExpected(
      String key, String value, String expected) {
    Map<String, String> values = new HashMap<>(SMALLEST);
    values.put(key, value);

    String message = assertThrows(ConfigException.class, () -> new AppConfig(values)).getMessage();

    assertTrue(message.contains(expected), message);
  }

  @Test
  void shouldRefuseAnAuthorityOfAServerWithoutTls() {
    Map<String, String> values = new HashMap<>(SMALLEST);
    values.put("notify.smtp.ca.file", "ca.pem");
    new AppConfig(values);
    values.put("notify.smtp.security", "none");

    String message = assertThrows(ConfigException.class, () -> new AppConfig(values)).getMessage();

    assertTrue(
        message.contains("notify.smtp.ca.file needs notify.smtp.security starttls or tls"),
        message);
  }

  @Test
  void shouldNameAKeyThatIsMissing() {
    Map<String, String> values = new HashMap<>(SMALLEST);
    values.remove("postgresql.url");

    String message = assertThrows(ConfigException.class, () -> new AppConfig(values)).getMessage();

    assertTrue(message.contains("postgresql.url"), message);
  }

  @Test
  void shouldPassKafkasKeysOnWithoutTheirPrefix() {
    Map<String, String> values = new HashMap<>(SMALLEST);
    values.put("kafka.security.protocol", "PLAINTEXT");
    values.put("streams.producer.transaction.timeout.ms", "60000");
    values.put("streams.statestore.cache.max.bytes", "1");
    values.put("streams.topic.segment.bytes", "1000000");
    values.put("streams.max.poll.records", "10");
    values.put("serde.apicurio.registry.url", "http://127.0.0.1:1");

    AppConfig config = new AppConfig(values);

    assertEquals(
        Map.of("bootstrap.servers", "127.0.0.1:9092", "security.protocol", "PLAINTEXT"),
        config.kafkaConfig());
    assertEquals("60000", config.streamsConfig().get("producer.transaction.timeout.ms"));
    assertEquals(Map.of("apicurio.registry.url", "http://127.0.0.1:1"), config.serdeConfig());
  }
}
