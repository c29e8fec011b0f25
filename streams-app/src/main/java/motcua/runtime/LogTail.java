package motcua.runtime;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import motcua.schemas.events.ClockTick;
import motcua.topology.Keys;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Looks at the last records of partitions: what is committed and not read yet, and which ticks lie
 * behind the last posting. The consumer is {@code read_committed}; not thread-safe.
 */
final class LogTail {
  private static final Duration POLL = Duration.ofMillis(100);
  private static final int IDLE_POLLS = 20;
  private static final long FIRST_WINDOW = 4_096;

  private final Consumer<byte[], byte[]> consumer;
  private final Function<byte[], Optional<ClockTick>> ticks;

  LogTail(Consumer<byte[], byte[]> consumer, Function<byte[], Optional<ClockTick>> ticks) {
    this.consumer = consumer;
    this.ticks = ticks;
  }

  /**
   * Ticks of one partition of the postings behind its last posting.
   *
   * @param firstByOrigin offset of the first one each dossier task passed on
   * @param clockMicros the earliest clock among those
   * @param latestMicros the latest clock of any tick seen
   */
  record Ticks(Map<Integer, Long> firstByOrigin, long clockMicros, long latestMicros) {
    /** Everything before this is applied, once it is read: the offset after the last first tick. */
    long end() {
      return firstByOrigin.values().stream().mapToLong(Long::longValue).max().orElse(-1) + 1;
    }
  }

  /**
   * Ticks behind the last posting before {@code end}; later postings do not matter.
   *
   * @param origins number of dossier tasks: the look goes back until it has a tick of each, or
   *     meets a posting
   */
  Ticks ticksBehind(TopicPartition part, long end, int origins) {
    long begin = consumer.beginningOffsets(List.of(part)).get(part);
    long now = consumer.endOffsets(List.of(part)).get(part);
    for (long window = FIRST_WINDOW; ; window *= 8) {
      long from = Math.max(begin, end - window);
      TicksSeen seen = new TicksSeen(end);
      forEach(
          part,
          from,
          now,
          record -> {
            seen.add(record);
            return true;
          });
      if (from == begin || seen.meetsPosting || seen.first.size() >= origins) {
        return new Ticks(seen.first, seen.clockMicros, seen.latestMicros);
      }
    }
  }

  private final class TicksSeen {
    private final Map<Integer, Long> first = new HashMap<>();
    private final long end;
    private boolean meetsPosting;
    private long clockMicros = Long.MAX_VALUE;
    private long latestMicros = Long.MIN_VALUE;

    TicksSeen(long end) {
      this.end = end;
    }

    void add(ConsumerRecord<byte[], byte[]> record) {
      if (!Keys.isTick(record.key())) {
        if (record.offset() < end) {
          meetsPosting = true;
          first.clear();
          clockMicros = Long.MAX_VALUE;
        }
        return;
      }
      ClockTick tick = ticks.apply(record.value()).orElseThrow();
      latestMicros = Math.max(latestMicros, tick.getAtMicros());
      if (first.putIfAbsent(tick.getOrigin(), record.offset()) == null) {
        clockMicros = Math.min(clockMicros, tick.getAtMicros());
      }
    }
  }

  /** Whether no committed record of a kind lies from one offset to another. */
  boolean holdsNone(
      TopicPartition part, long from, long to, Predicate<ConsumerRecord<byte[], byte[]>> kind) {
    return from >= to || forEach(part, from, to, record -> !kind.test(record));
  }

  /**
   * Reads a partition from one offset to another, for as long as {@code each} says to go on.
   *
   * @return false when it was told to stop, or when the records are not all committed yet
   */
  boolean forEach(
      TopicPartition part, long from, long to, Predicate<ConsumerRecord<byte[], byte[]>> each) {
    consumer.assign(List.of(part));
    consumer.seek(part, from);
    int idle = 0;
    while (consumer.position(part) < to) {
      long before = consumer.position(part);
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
        if (record.offset() >= to) {
          return true;
        }
        if (!each.test(record)) {
          return false;
        }
      }
      idle = consumer.position(part) == before ? idle + 1 : 0;
      if (idle > IDLE_POLLS) {
        return false;
      }
    }
    return true;
  }
}
