package motcua.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Which dossier crosses its due next. The store holds only dossiers with a crossing ahead, so it is
 * small and is read whole when the task starts; the order by time lives in memory, because a store
 * ordered by time drowns in tombstones.
 */
final class Crossings {
  private record Due(long micros, String entity) implements Comparable<Due> {
    @Override
    public int compareTo(Due other) {
      int byTime = Long.compare(micros, other.micros);
      return byTime != 0 ? byTime : entity.compareTo(other.entity);
    }
  }

  private final KeyValueStore<byte[], byte[]> store;
  private final TreeSet<Due> byTime = new TreeSet<>();
  private final Map<String, Long> byEntity = new HashMap<>();

  Crossings(KeyValueStore<byte[], byte[]> store) {
    this.store = store;
    try (KeyValueIterator<byte[], byte[]> all = store.all()) {
      while (all.hasNext()) {
        KeyValue<byte[], byte[]> entry = all.next();
        remember(new String(entry.key, UTF_8), ByteBuffer.wrap(entry.value).getLong());
      }
    }
  }

  /** Sets the next crossing of a dossier; {@link Long#MAX_VALUE} for none. */
  void set(byte[] entity, long micros) {
    String name = new String(entity, UTF_8);
    Long before = byEntity.get(name);
    if (before == null ? micros == Long.MAX_VALUE : before == micros) {
      return;
    }
    if (before != null) {
      byTime.remove(new Due(before, name));
      byEntity.remove(name);
    }
    if (micros == Long.MAX_VALUE) {
      store.delete(entity);
    } else {
      store.put(entity, ByteBuffer.allocate(Long.BYTES).putLong(micros).array());
      remember(name, micros);
    }
  }

  /**
   * Dossiers whose crossing is not after {@code micros}, by time then key, at most {@code limit}.
   */
  List<byte[]> due(long micros, int limit) {
    List<byte[]> due = new ArrayList<>();
    for (Due next : byTime) {
      if (next.micros > micros || due.size() == limit) {
        break;
      }
      due.add(next.entity.getBytes(UTF_8));
    }
    return due;
  }

  /** Whether any dossier is still due. */
  boolean isDue(long micros) {
    return !byTime.isEmpty() && byTime.first().micros <= micros;
  }

  private void remember(String entity, long micros) {
    byTime.add(new Due(micros, entity));
    byEntity.put(entity, micros);
  }
}
