package motcua.ingest.intake;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Records a second of each client. A bucket of one second: while anything is in it a batch may
 * pass, whatever its size, and what it takes too much is waited off afterwards. Thread-safe.
 */
final class RateLimit {
  private static final double NANOS_PER_SECOND = 1e9;

  private record Bucket(double records, long atNanos) {
    Bucket at(long now, int rate) {
      double more = (now - atNanos) / NANOS_PER_SECOND * rate;
      return new Bucket(Math.min(rate, records + more), now);
    }

    Bucket less(int taken) {
      return new Bucket(records - taken, atNanos);
    }
  }

  private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();

  /**
   * Whether the client may send now.
   *
   * @param nowNanos a clock that only goes forward
   * @return 0, or seconds to wait, at least 1
   */
  long waitSeconds(Client client, long nowNanos) {
    Bucket bucket = filled(client, nowNanos);
    if (bucket.records() > 0) {
      return 0;
    }
    return 1 + (long) (-bucket.records() / client.recordsPerSecond());
  }

  /** Charges what a batch held. */
  void charge(Client client, int records, long nowNanos) {
    int rate = client.recordsPerSecond();
    buckets.merge(
        client.name(),
        new Bucket(rate - records, nowNanos),
        (old, made) -> old.at(nowNanos, rate).less(records));
  }

  private Bucket filled(Client client, long nowNanos) {
    int rate = client.recordsPerSecond();
    Bucket bucket = buckets.get(client.name());
    return bucket == null ? new Bucket(rate, nowNanos) : bucket.at(nowNanos, rate);
  }
}
