package motcua.ingest;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import motcua.ingest.config.SpoolConfig;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.errors.RetriableException;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.source.SourceTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One task over the spool folder: assembles the parts, polls them, and sorts faults (style.md,
 * error policy): what may pass is tried again a bounded number of times with growing pauses, what
 * stays stops the task.
 */
public final class SpoolSourceTask extends SourceTask {
  private static final Logger LOG = LoggerFactory.getLogger(SpoolSourceTask.class);
  private static final int MAX_FAILURES = 10;
  private static final long IDLE_MILLIS = 100;
  private static final long LONGEST_PAUSE_MILLIS = 5_000;

  private final InstantSource system;
  private final CountDownLatch stop = new CountDownLatch(1);
  private SpoolIntake intake;
  private volatile boolean committed;
  private int failures;

  /** A task on the system's clock, as Connect makes it. */
  public SpoolSourceTask() {
    this(InstantSource.system());
  }

  /** A task that takes the system's time from {@code system}. */
  SpoolSourceTask(InstantSource system) {
    this.system = system;
  }

  @Override
  public String version() {
    return Version.current();
  }

  @Override
  public synchronized void start(Map<String, String> props) {
    SpoolConfig config = SpoolConfig.from(props);
    try {
      intake =
          new SpoolIntake(
              config,
              system,
              new CommittedOffsets(context.offsetStorageReader()),
              () -> stop.getCount() == 0);
    } catch (IOException e) {
      throw new ConnectException(
          "spool.directory: cannot make the sub-folders of "
              + config.directory()
              + ": "
              + e.getMessage(),
          e);
    }
  }

  /**
   * The next records. Null when there is nothing to do; an empty list when files only wait for
   * their commit, which makes a worker with transactions commit.
   */
  @Override
  public synchronized List<SourceRecord> poll() throws InterruptedException {
    if (intake == null || stop.getCount() == 0) {
      return null;
    }
    List<SourceRecord> records;
    boolean busy;
    try {
      settle();
      records = intake.read();
      busy = intake.isBusy();
      failures = 0;
    } catch (IOException | RuntimeException e) {
      throw failed(e);
    }
    if (!records.isEmpty()) {
      return records;
    }
    pause(IDLE_MILLIS);
    return busy ? records : null;
  }

  /** Offsets were stored: the next poll looks which files they finish. */
  @Override
  public void commit() {
    committed = true;
  }

  @Override
  public void stop() {
    stop.countDown();
    synchronized (this) {
      if (intake != null) {
        try {
          intake.close();
        } catch (IOException e) {
          throw new ConnectException("the spool could not be closed: " + e.getMessage(), e);
        } finally {
          intake = null;
        }
      }
    }
  }

  private void settle() throws IOException {
    if (committed) {
      committed = false;
      intake.settle();
    }
  }

  private RuntimeException failed(Exception cause) throws InterruptedException {
    failures++;
    // A record's content can stand in a serializer's message, so only the kind of the fault is
    // told.
    String fault = cause.getClass().getName();
    if (failures >= MAX_FAILURES) {
      return new ConnectException(
          "the spool failed " + failures + " times in a row: " + fault, quiet(cause));
    }
    pause(Math.min(LONGEST_PAUSE_MILLIS, IDLE_MILLIS << failures));
    return new RetriableException("the spool failed and is tried again: " + fault);
  }

  /** File system faults name files only and may be shown whole. */
  private static Exception quiet(Exception cause) {
    return cause instanceof IOException ? cause : null;
  }

  private void pause(long millis) throws InterruptedException {
    if (stop.await(millis, TimeUnit.MILLISECONDS)) {
      LOG.debug("told to stop while idle");
    }
  }
}
