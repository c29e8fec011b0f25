package motcua.ingest.intake;

import java.util.Optional;
import motcua.ingest.config.IntakeConfig;

/**
 * How many requests may be inside at once, and how many bytes: what is not let in costs no memory.
 * Thread-safe.
 */
final class Admission {
  private final int maxRequests;
  private final long maxBytes;
  private int requests;
  private long bytes;

  /** Nobody inside. */
  Admission(IntakeConfig.Limits limits) {
    this.maxRequests = limits.waitingMaxRequests();
    this.maxBytes = limits.waitingMaxBytes();
  }

  /** A place of one request; given back by closing it, once or more often. */
  final class Place implements AutoCloseable {
    private long held;
    private boolean open = true;

    private Place(long held) {
      this.held = held;
    }

    @Override
    public void close() {
      synchronized (Admission.this) {
        if (open) {
          open = false;
          requests--;
          bytes -= held;
          held = 0;
        }
      }
    }
  }

  /** A place for a request of up to {@code size} bytes; empty when there is none. */
  synchronized Optional<Place> enter(long size) {
    if (requests >= maxRequests || bytes + size > maxBytes) {
      return Optional.empty();
    }
    requests++;
    bytes += size;
    return Optional.of(new Place(size));
  }

  /** Requests inside. */
  synchronized int requests() {
    return requests;
  }
}
