package motcua.standalone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;

/** In place of the application: makes the topics the connector writes and reports how many records they hold. */
final class CountingProduct implements Product {
  private static final List<String> TOPICS = List.of(Contracts.EVENTS, Contracts.DEAD_LETTERS);

  private final Admin admin;

  private CountingProduct(Admin admin) {
    this.admin = admin;
  }

  /** Starts it; a launcher. */
  static Product start(Map<String, String> config) throws IOException {
    Admin admin = Admin.create(Map.of("bootstrap.servers", config.get("kafka.bootstrap.servers")));
    for (String topic : TOPICS) {
      try {
        admin.createTopics(List.of(new NewTopic(topic, Optional.of(1), Optional.empty()))).all().get();
      } catch (ExecutionException failed) {
        if (!(failed.getCause() instanceof TopicExistsException)) {
          throw new IOException(failed.getCause());
        }
      } catch (InterruptedException stop) {
        throw new IOException(stop);
      }
    }
    return new CountingProduct(admin);
  }

  @Override
  public URI url() {
    return URI.create("http://127.0.0.1:1/");
  }

  @Override
  public void awaitSettled(Progress progress) {}

  @Override
  public JsonNode report(ReportRequest request) throws IOException {
    var report = JsonNodeFactory.instance.objectNode().put("scope", request.scope());
    for (String topic : TOPICS) {
      TopicPartition partition = new TopicPartition(topic, 0);
      try {
        report.put(
            topic, admin.listOffsets(Map.of(partition, OffsetSpec.latest())).partitionResult(partition).get().offset());
      } catch (ExecutionException | InterruptedException failed) {
        throw new IOException(failed);
      }
    }
    return report;
  }

  @Override
  public String failure() {
    return null;
  }

  @Override
  public void close() {
    admin.close();
  }
}
