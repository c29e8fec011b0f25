package motcua.standalone;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.connect.connector.Task;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.source.SourceConnector;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.source.SourceTask;

/** Emits the numbers from its offset up to {@code count}; fails when that is below 0. */
public final class CountingConnector extends SourceConnector {
  private Map<String, String> config;

  @Override
  public void start(Map<String, String> given) {
    config = given;
  }

  @Override
  public Class<? extends Task> taskClass() {
    return CountingTask.class;
  }

  @Override
  public List<Map<String, String>> taskConfigs(int maxTasks) {
    return List.of(config);
  }

  @Override
  public void stop() {}

  @Override
  public ConfigDef config() {
    return new ConfigDef()
        .define("count", ConfigDef.Type.INT, ConfigDef.Importance.HIGH, "How many.")
        .define("topic", ConfigDef.Type.STRING, "counted", ConfigDef.Importance.HIGH, "Where to.");
  }

  @Override
  public String version() {
    return "1";
  }

  /** The task. */
  public static final class CountingTask extends SourceTask {
    private static final Map<String, String> PARTITION = Map.of("of", "numbers");

    private int count;
    private String topic;
    private long next;

    @Override
    public void start(Map<String, String> config) {
      count = Integer.parseInt(config.get("count"));
      topic = config.get("topic");
      Map<String, Object> offset = context.offsetStorageReader().offset(PARTITION);
      next = offset == null ? 0 : (Long) offset.get("next");
    }

    @Override
    public List<SourceRecord> poll() {
      if (count < 0) {
        throw new ConnectException("told to fail");
      }
      if (next >= count) {
        Pause.millis(20);
        return null;
      }
      byte[] value = Long.toString(next).getBytes(StandardCharsets.UTF_8);
      next++;
      return List.of(
          new SourceRecord(PARTITION, Map.of("next", next), topic, Schema.BYTES_SCHEMA, value));
    }

    @Override
    public void stop() {}

    @Override
    public String version() {
      return "1";
    }
  }
}
