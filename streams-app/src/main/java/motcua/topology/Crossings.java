package motcua.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which dossier crosses its due next: an index by time in memory, made from the dossiers when a
 * task starts. A store of its own would cost two more writes a dossier, and one ordered by time
 * drowns in tombstones.
 */
final class Crossings {
  /** Keys by moment, in microseconds; very many dossiers share the end of a working day. */
  private final TreeMap<Long, TreeSet<String>> byTime = new TreeMap<>();

  /** Moves the next crossing of a dossier; {@link Long#MAX_VALUE} is none. */
  void move(byte[] entity, long fromMicros, long toMicros) {
    if (fromMicros == toMicros) {
      return;
    }
    String name = new String(entity, UTF_8);
    if (fromMicros != Long.MAX_VALUE) {
      remove(fromMicros, name);
    }
    if (toMicros != Long.MAX_VALUE) {
      byTime.computeIfAbsent(toMicros, moment -> new TreeSet<>()).add(name);
    }
  }

  private void remove(long micros, String name) {
    TreeSet<String> names = byTime.get(micros);
    if (names != null && names.remove(name) && names.isEmpty()) {
      byTime.remove(micros);
    }
  }

  /**
   * Dossiers whose crossing is not after {@code micros}, by time then key, at most {@code limit}.
   */
  List<byte[]> due(long micros, int limit) {
    List<byte[]> due = new ArrayList<>();
    for (TreeSet<String> names : byTime.headMap(micros, true).values()) {
      for (String name : names) {
        if (due.size() == limit) {
          return due;
        }
        due.add(name.getBytes(UTF_8));
      }
    }
    return due;
  }

  /** Whether any dossier is still due. */
  boolean isDue(long micros) {
    return !byTime.isEmpty() && byTime.firstKey() <= micros;
  }
}
