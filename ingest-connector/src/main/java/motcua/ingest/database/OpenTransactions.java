package motcua.ingest.database;

import java.time.Duration;
import java.time.Instant;
import motcua.ingest.offset.Horizon;

/**
 * How long the oldest writing transaction of the source has been open, as far as this task has
 * watched. Rows of others are read all the same; its own arrive when it commits.
 */
final class OpenTransactions {
  private final Duration limit;
  private long oldest = -1;
  private Instant since = Instant.MIN;
  private boolean told;

  /** Watches for transactions open longer than {@code limit}. */
  OpenTransactions(Duration limit) {
    this.limit = limit;
  }

  /** How long the oldest has been open; zero when none is. */
  Duration age(Horizon horizon, Instant now) {
    if (!horizon.isHeld() || horizon.xmin() != oldest) {
      oldest = horizon.isHeld() ? horizon.xmin() : -1;
      since = now;
      told = false;
    }
    return Duration.between(since, now);
  }

  /** True once for each transaction, when it passes the limit. */
  boolean isNewlyLong(Duration age) {
    boolean tell = !told && age.compareTo(limit) > 0;
    told |= tell;
    return tell;
  }
}
