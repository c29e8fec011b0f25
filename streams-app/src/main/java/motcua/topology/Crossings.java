package motcua.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Which dossier crosses its due next: an index by time in memory, made from the dossiers when a
 * task starts. A store of its own would cost two more writes a dossier, and one ordered by time
 * drowns in tombstones.
 */
final class Crossings {
  private record Due(long micros, String entity) implements Comparable<Due> {
    @Override
    public int compareTo(Due other) {
      int byTime = Long.compare(micros, other.micros);
      return byTime != 0 ? byTime : entity.compareTo(other.entity);
    }
  }

  private final TreeSet<Due> byTime = new TreeSet<>();

  /** Moves the next crossing of a dossier; {@link Long#MAX_VALUE} is none. */
  void move(byte[] entity, long fromMicros, long toMicros) {
    if (fromMicros == toMicros) {
      return;
    }
    String name = new String(entity, UTF_8);
    if (fromMicros != Long.MAX_VALUE) {
      byTime.remove(new Due(fromMicros, name));
    }
    if (toMicros != Long.MAX_VALUE) {
      byTime.add(new Due(toMicros, name));
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
}
