package motcua.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import motcua.ingest.config.ConfigProblems;
import motcua.ingest.config.SpoolConfig;
import motcua.ingest.config.SpoolKeys;
import motcua.ingest.offset.SpoolOffset;
import org.apache.kafka.common.config.Config;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.connect.connector.Task;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.source.ExactlyOnceSupport;
import org.apache.kafka.connect.source.SourceConnector;

/** Reads a spool folder into the event log; its tasks share the folder by file name. */
public final class SpoolSourceConnector extends SourceConnector {
  private Map<String, String> settings = Map.of();

  @Override
  public void start(Map<String, String> props) {
    SpoolConfig.from(props);
    settings = Map.copyOf(props);
  }

  @Override
  public Class<? extends Task> taskClass() {
    return SpoolSourceTask.class;
  }

  @Override
  public List<Map<String, String>> taskConfigs(int maxTasks) {
    List<Map<String, String>> tasks = new ArrayList<>(maxTasks);
    for (int index = 0; index < maxTasks; index++) {
      tasks.add(SpoolConfig.forTask(settings, index, maxTasks));
    }
    return tasks;
  }

  @Override
  public void stop() {
    settings = Map.of();
  }

  @Override
  public Config validate(Map<String, String> props) {
    return ConfigProblems.added(super.validate(props), props);
  }

  @Override
  public ConfigDef config() {
    return SpoolKeys.definition();
  }

  @Override
  public String version() {
    return Version.current();
  }

  /**
   * Every record carries its place in its file, so that a transaction of records and offsets is
   * exact.
   */
  @Override
  public ExactlyOnceSupport exactlyOnceSupport(Map<String, String> props) {
    return ExactlyOnceSupport.SUPPORTED;
  }

  /** Accepts only offsets this connector can go on from; null forgets a file. */
  @Override
  public boolean alterOffsets(
      Map<String, String> props, Map<Map<String, ?>, Map<String, ?>> offsets) {
    offsets.forEach(
        (partition, offset) -> {
          if (!(partition.get("file") instanceof String)
              || !(partition.get("sha256") instanceof String)) {
            throw new ConnectException(
                "expected a partition with the keys file and sha256: " + partition);
          }
          try {
            SpoolOffset.fromMap(offset);
          } catch (IllegalArgumentException e) {
            throw new ConnectException(e.getMessage(), e);
          }
        });
    return true;
  }
}
