package motcua.readmodel;

import java.time.Duration;
import java.util.Objects;

/**
 * How the projector batches and retries.
 *
 * @param generation ledger generation whose records it keeps
 * @param maxRecords records that close a batch, at least 1
 * @param linger longest wait of a record before its batch is written
 * @param retryFor how long an unreachable database is tried before the projector gives up
 * @param commitToKafka also commit the offsets to the consumer's group, for lag displays only
 */
public record ProjectorSettings(
    int generation, int maxRecords, Duration linger, Duration retryFor, boolean commitToKafka) {
  public ProjectorSettings {
    Objects.requireNonNull(linger, "linger");
    Objects.requireNonNull(retryFor, "retryFor");
    if (maxRecords < 1) {
      throw new IllegalArgumentException("maxRecords must be at least 1, not " + maxRecords);
    }
    if (linger.isNegative() || retryFor.isNegative()) {
      throw new IllegalArgumentException("linger and retryFor must not be negative");
    }
  }

  /** Waits up to two minutes for a database that is away. */
  public static ProjectorSettings of(int generation, int maxRecords, Duration linger) {
    return new ProjectorSettings(generation, maxRecords, linger, Duration.ofMinutes(2), false);
  }
}
