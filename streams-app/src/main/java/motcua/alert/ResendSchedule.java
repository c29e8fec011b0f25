package motcua.alert;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends acts again that were kept and not sent. A failure is logged and tried again. */
public final class ResendSchedule implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ResendSchedule.class);
  private static final Duration INTERVAL = Duration.ofSeconds(15);

  private final Handling handling;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          task -> Thread.ofPlatform().name("motcua-alert-acts").daemon().unstarted(task));

  public ResendSchedule(Handling handling) {
    this.handling = Objects.requireNonNull(handling, "handling");
  }

  /** Looks at once, and again and again from now on. */
  public void start() {
    timer.scheduleWithFixedDelay(this::resendOrLog, 0, INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void resendOrLog() {
    try {
      handling.resend();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException failed) {
      LOG.warn("an act on an alert was not sent yet", failed);
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
