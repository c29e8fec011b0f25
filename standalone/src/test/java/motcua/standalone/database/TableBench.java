package motcua.standalone.database;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import motcua.ingest.database.DatabaseSourceTask;
import motcua.schemas.events.DeadLetter;
import motcua.schemas.events.DossierEvent;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.source.SourceTaskContext;
import org.apache.kafka.connect.storage.OffsetStorageReader;

/** A task over a table with a worker that commits when it is told to, and a log of what it did. */
final class TableBench implements AutoCloseable {
  private final Map<String, String> settings = new TreeMap<>();
  private final Map<Map<String, ?>, Map<String, Object>> offsets = new HashMap<>();
  private final List<SourceRecord> uncommitted = new ArrayList<>();
  private final List<SourceRecord> log = new ArrayList<>();
  private DatabaseSourceTask task;

  TableBench(SourceDatabase database) {
    settings.put("name", "table");
    settings.put("connector.class", "motcua.ingest.database.DatabaseSourceConnector");
    settings.put("database.url", database.url());
    settings.put("database.user", SourceDatabase.READER);
    settings.put("database.password", SourceDatabase.PASSWORD);
    settings.put("database.table", "motcua.outbox");
    settings.put("database.transaction.column", "written_by");
    settings.put("rows.form", "CANONICAL");
    settings.put("poll.interval.ms", "1");
    settings.put("poll.max.records", "7");
    settings.put("source", "h56");
    settings.put("value.serializer", PlainAvro.class.getName());
    settings.put("link.hash.key", "0123456789abcdef");
  }

  TableBench with(String key, String value) {
    settings.put(key, value);
    return this;
  }

  Map<String, String> settings() {
    return settings;
  }

  /** Starts a task; what the one before had not committed is forgotten, as a crash does. */
  TableBench start() {
    close();
    uncommitted.clear();
    task = new DatabaseSourceTask();
    task.initialize(new Context());
    task.start(settings);
    return this;
  }

  /** One poll; the number of records it gave. */
  int poll() throws InterruptedException {
    List<SourceRecord> records = task.poll();
    if (records != null) {
      uncommitted.addAll(records);
    }
    return records == null ? 0 : records.size();
  }

  /** Records and offsets in one transaction, as a worker with exactly-once support does. */
  void commit() {
    commitFirst(uncommitted.size());
    uncommitted.clear();
  }

  /** Commits some and dies: a task that dies has sent any number of what it polled. */
  void crash(Random random) {
    commitFirst(random.nextInt(uncommitted.size() + 1));
    start();
  }

  private void commitFirst(int count) {
    for (SourceRecord record : uncommitted.subList(0, count)) {
      log.add(record);
      offsets.put(Map.copyOf(record.sourcePartition()), new HashMap<>(record.sourceOffset()));
    }
  }

  List<DossierEvent> events() {
    return log.stream()
        .filter(record -> record.topic().equals(Topics.EVENTS))
        .map(record -> PlainAvro.read((byte[]) record.value(), DossierEvent.class))
        .toList();
  }

  List<String> eventIds() {
    return events().stream().map(DossierEvent::getEventId).toList();
  }

  List<DeadLetter> deadLetters() {
    return log.stream()
        .filter(record -> record.topic().equals(Topics.DEAD_LETTERS))
        .map(record -> PlainAvro.read((byte[]) record.value(), DeadLetter.class))
        .toList();
  }

  /** Everything that left the task, offsets too. */
  String everything() {
    StringBuilder all = new StringBuilder();
    for (SourceRecord record : log) {
      all.append(new String((byte[]) record.key(), java.nio.charset.StandardCharsets.UTF_8));
      all.append(new String((byte[]) record.value(), java.nio.charset.StandardCharsets.UTF_8));
      all.append(record.sourceOffset());
    }
    return all.toString();
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
          return offsets.get(partition);
        }

        @Override
        public <T> Map<Map<String, T>, Map<String, Object>> offsets(
            Collection<Map<String, T>> partitions) {
          Map<Map<String, T>, Map<String, Object>> found = new HashMap<>();
          partitions.forEach(partition -> found.put(partition, offsets.get(partition)));
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
