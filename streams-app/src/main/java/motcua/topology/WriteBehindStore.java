package motcua.topology;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.query.Position;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * A store on disk that is written a batch at a time, in the order of the keys, and once for a key
 * that is written often between two commits. Nothing waits beyond a commit, and after a crash the
 * changelog, which lies outside this store and sees every write, brings back what waited.
 */
final class WriteBehindStore implements KeyValueStore<Bytes, byte[]> {
  /** A few megabytes a task. */
  static final int WAITING = 16_384;

  private final KeyValueStore<Bytes, byte[]> disk;
  // In order of arrival: new dossiers come nearly in that of their keys, which is cheap to sort.
  private final Map<Bytes, byte[]> waiting = new LinkedHashMap<>();

  WriteBehindStore(KeyValueStore<Bytes, byte[]> disk) {
    this.disk = disk;
  }

  /** Makes stores of this kind before those of another kind. */
  static KeyValueBytesStoreSupplier before(KeyValueBytesStoreSupplier onDisk) {
    return new KeyValueBytesStoreSupplier() {
      @Override
      public String name() {
        return onDisk.name();
      }

      @Override
      public KeyValueStore<Bytes, byte[]> get() {
        return new WriteBehindStore(onDisk.get());
      }

      @Override
      public String metricsScope() {
        return onDisk.metricsScope();
      }
    };
  }

  @Override
  public byte[] get(Bytes key) {
    byte[] value = waiting.get(key);
    return value != null || waiting.containsKey(key) ? value : disk.get(key);
  }

  /** A null value deletes. */
  @Override
  public void put(Bytes key, byte[] value) {
    waiting.put(key, value);
    if (waiting.size() >= WAITING) {
      write();
    }
  }

  @Override
  public byte[] putIfAbsent(Bytes key, byte[] value) {
    byte[] held = get(key);
    if (held == null) {
      put(key, value);
    }
    return held;
  }

  @Override
  public void putAll(List<KeyValue<Bytes, byte[]>> entries) {
    entries.forEach(entry -> put(entry.key, entry.value));
  }

  @Override
  public byte[] delete(Bytes key) {
    byte[] held = get(key);
    put(key, null);
    return held;
  }

  private void write() {
    List<KeyValue<Bytes, byte[]>> batch = new ArrayList<>(waiting.size());
    waiting.forEach((key, value) -> batch.add(KeyValue.pair(key, value)));
    batch.sort((a, b) -> a.key.compareTo(b.key));
    disk.putAll(batch);
    waiting.clear();
  }

  @Override
  public void commit(Map<TopicPartition, Long> changelogOffsets) {
    write();
    disk.commit(changelogOffsets);
  }

  @Override
  public KeyValueIterator<Bytes, byte[]> range(Bytes from, Bytes to) {
    write();
    return disk.range(from, to);
  }

  @Override
  public KeyValueIterator<Bytes, byte[]> reverseRange(Bytes from, Bytes to) {
    write();
    return disk.reverseRange(from, to);
  }

  @Override
  public KeyValueIterator<Bytes, byte[]> all() {
    write();
    return disk.all();
  }

  @Override
  public KeyValueIterator<Bytes, byte[]> reverseAll() {
    write();
    return disk.reverseAll();
  }

  @Override
  public <P extends Serializer<T>, T> KeyValueIterator<Bytes, byte[]> prefixScan(
      T prefix, P serializer) {
    write();
    return disk.prefixScan(prefix, serializer);
  }

  @Override
  public long approximateNumEntries() {
    return disk.approximateNumEntries() + waiting.size();
  }

  @Override
  public Position getPosition() {
    return disk.getPosition();
  }

  @Override
  public String name() {
    return disk.name();
  }

  @Override
  public void init(StateStoreContext context, StateStore root) {
    disk.init(context, root);
  }

  @Override
  public boolean managesOffsets() {
    return disk.managesOffsets();
  }

  @Override
  public Long committedOffset(TopicPartition partition) {
    return disk.committedOffset(partition);
  }

  @Override
  public boolean persistent() {
    return disk.persistent();
  }

  @Override
  public boolean isOpen() {
    return disk.isOpen();
  }

  @Override
  public void close() {
    waiting.clear();
    disk.close();
  }
}
