package motcua.audit;

import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Audits once a day. An audit that cannot be made is logged, and seen by the age of the last one;
 * the next day tries again.
 */
public final class AuditSchedule implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(AuditSchedule.class);
  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

  private final Audit audit;
  private final LocalTime at;
  private final InstantSource clock;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          task -> Thread.ofPlatform().name("motcua-audit").daemon().unstarted(task));

  /**
   * @param at local time of day
   * @param clock the real one
   */
  public AuditSchedule(Audit audit, LocalTime at, InstantSource clock) {
    this.audit = Objects.requireNonNull(audit, "audit");
    this.at = Objects.requireNonNull(at, "at");
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  /** Waits for the next time from now on. */
  public void start() {
    Duration wait = untilNext(clock.instant().atZone(ZONE), at);
    timer.schedule(this::runAndGoOn, wait.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** From a moment to the next time of day; a whole day at that very time. */
  static Duration untilNext(ZonedDateTime now, LocalTime at) {
    ZonedDateTime today = now.with(at);
    return Duration.between(now, today.isAfter(now) ? today : today.plusDays(1));
  }

  private void runAndGoOn() {
    try {
      audit.run();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return;
    } catch (RuntimeException failed) {
      LOG.warn("the ledger was not audited today", failed);
    }
    start();
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
