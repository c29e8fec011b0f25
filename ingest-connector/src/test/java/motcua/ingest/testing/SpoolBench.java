package motcua.ingest.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import motcua.ingest.SpoolSourceTask;
import motcua.ingest.source.SpoolStatus;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.source.SourceTaskContext;
import org.apache.kafka.connect.storage.OffsetStorageReader;

/** A spool folder with tasks over it and a worker that commits when it is told to. */
public final class SpoolBench implements AutoCloseable {
  public static final String NOW = "2026-09-15T08:00:00+07:00";

  public final Path folder;
  private final Map<String, String> settings = new TreeMap<>();
  private final Map<Map<String, ?>, Map<String, Object>> committed = new HashMap<>();
  private final List<SourceRecord> uncommitted = new ArrayList<>();
  private SpoolSourceTask task;

  public SpoolBench(Path folder) {
    this.folder = folder;
    settings.putAll(settings(folder));
  }

  public static Map<String, String> settings(Path folder) {
    return Map.of(
        "name", "spool",
        "connector.class", "motcua.ingest.SpoolSourceConnector",
        "spool.directory", folder.toString(),
        "spool.scan.interval.ms", "1",
        "source", "h99",
        "recorded.at", "INPUT",
        "clock.fixed", NOW,
        "value.serializer", AvroBytes.class.getName(),
        "link.hash.key", "0123456789abcdef");
  }

  public SpoolBench with(String key, String value) {
    settings.put(key, value);
    return this;
  }

  /** Puts a closed file into the folder. */
  public Path drop(String name, String content) throws IOException {
    return drop(name, content.getBytes(StandardCharsets.UTF_8));
  }

  public Path drop(String name, byte[] content) throws IOException {
    Path part = Files.write(folder.resolve(name + ".part"), content);
    Files.setLastModifiedTime(part, FileTime.from(Instant.now().minusSeconds(60)));
    return Files.move(part, folder.resolve(name));
  }

  /** Starts a task; the one before, if any, is left as a killed process leaves it. */
  public SpoolBench start() {
    task = new SpoolSourceTask();
    task.initialize(new Context());
    task.start(settings);
    return this;
  }

  /** Forgets what was sent and not committed, as a crash does, and starts a new task. */
  public SpoolBench kill() {
    uncommitted.clear();
    return start();
  }

  public List<SourceRecord> poll() throws InterruptedException {
    List<SourceRecord> records = task.poll();
    if (records == null) {
      return List.of();
    }
    uncommitted.addAll(records);
    return records;
  }

  /** Stores the offsets of everything polled, in order. */
  public void commit() {
    uncommitted.forEach(
        record ->
            committed.put(
                Map.copyOf(record.sourcePartition()), new HashMap<>(record.sourceOffset())));
    uncommitted.clear();
    task.commit();
  }

  /** Stores the offsets of the first {@code count} records polled and forgets the others. */
  public void commitFirst(int count) {
    uncommitted.subList(count, uncommitted.size()).clear();
    commit();
  }

  /** Polls and commits until the folder is drained. */
  public List<SourceRecord> drain() throws IOException, InterruptedException {
    List<SourceRecord> all = new ArrayList<>();
    for (int round = 0; round < 2000 && !status().drained(); round++) {
      all.addAll(poll());
      commit();
    }
    if (!status().drained()) {
      throw new AssertionError("not drained: " + status());
    }
    return all;
  }

  public Taken take() throws IOException, InterruptedException {
    return Taken.of(drain());
  }

  public SpoolStatus status() throws IOException {
    return SpoolStatus.of(folder);
  }

  @Override
  public void close() {
    if (task != null) {
      task.stop();
    }
  }

  private final class Context implements SourceTaskContext {
    @Override
    public Map<String, String> configs() {
      return settings;
    }

    @Override
    public OffsetStorageReader offsetStorageReader() {
      return new OffsetStorageReader() {
        @Override
        public <T> Map<String, Object> offset(Map<String, T> partition) {
          return committed.get(partition);
        }

        @Override
        public <T> Map<Map<String, T>, Map<String, Object>> offsets(
            Collection<Map<String, T>> partitions) {
          Map<Map<String, T>, Map<String, Object>> found = new HashMap<>();
          partitions.forEach(partition -> found.put(partition, committed.get(partition)));
          return found;
        }
      };
    }

    @Override
    public org.apache.kafka.common.metrics.PluginMetrics pluginMetrics() {
      return null;
    }
  }
}
