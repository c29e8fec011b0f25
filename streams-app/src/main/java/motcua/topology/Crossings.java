package motcua.topology;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.common.utils.Bytes;

/**
 * Which dossier crosses its due next: an index by time in memory, made from the dossiers when a
 * task starts. A store of its own would cost two more writes a dossier, and one ordered by time
 * drowns in tombstones.
 */
final class Crossings {
  /**
   * Keys by moment, in microseconds; very many dossiers share the end of a working day, and most
   * are closed before it: their order is made when the moment has come.
   */
  private final TreeMap<Long, Set<Bytes>> byTime = new TreeMap<>();

  /** Moves the next crossing of a dossier; {@link Long#MAX_VALUE} is none. */
  void move(byte[] entity, long fromMicros, long toMicros) {
    if (fromMicros == toMicros) {
      return;
    }
    Bytes name = Bytes.wrap(entity);
    if (fromMicros != Long.MAX_VALUE) {
      remove(fromMicros, name);
    }
    if (toMicros != Long.MAX_VALUE) {
      byTime.computeIfAbsent(toMicros, moment -> new HashSet<>()).add(name);
    }
  }

  private void remove(long micros, Bytes name) {
    Set<Bytes> names = byTime.get(micros);
    if (names != null && names.remove(name) && names.isEmpty()) {
      byTime.remove(micros);
    }
  }

  /**
   * Dossiers whose crossing is not after {@code micros}, by time then key, at most {@code limit}.
   */
  List<byte[]> due(long micros, int limit) {
    List<byte[]> due = new ArrayList<>();
    for (Map.Entry<Long, Set<Bytes>> moment : byTime.headMap(micros, true).entrySet()) {
      if (moment.getValue() instanceof HashSet<Bytes> unordered) {
        moment.setValue(new TreeSet<>(unordered));
      }
      for (Bytes name : moment.getValue()) {
        if (due.size() == limit) {
          return due;
        }
        due.add(name.get());
      }
    }
    return due;
  }

  /** Whether any dossier is still due. */
  boolean isDue(long micros) {
    return !byTime.isEmpty() && byTime.firstKey() <= micros;
  }
}
