package motcua.ingest.database;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import motcua.ingest.Version;
import motcua.ingest.offset.TableOffset;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.errors.RetriableException;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.source.SourceTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The task over one table: assembles the parts, polls them, and sorts faults (style.md, error
 * policy): a database that does not answer is tried again with growing pauses for {@code
 * database.retry.ms}, what stays stops the task.
 */
public final class DatabaseSourceTask extends SourceTask {
  private static final Logger LOG = LoggerFactory.getLogger(DatabaseSourceTask.class);
  private static final long IDLE_MILLIS = 100;
  private static final long LONGEST_PAUSE_MILLIS = 30_000;
  private static final int MAX_OTHER_FAILURES = 9;
  private static final int LONGEST_SHIFT = 10;

  private final InstantSource system;
  private final CountDownLatch stop = new CountDownLatch(1);
  private DatabaseConfig config;
  private TableIntake intake;
  private Instant failingSince;
  private int failures;

  /** A task on the system's clock, as Connect makes it. */
  public DatabaseSourceTask() {
    this(InstantSource.system());
  }

  /** A task that takes the system's time from {@code system}. */
  DatabaseSourceTask(InstantSource system) {
    this.system = system;
  }

  @Override
  public String version() {
    return Version.current();
  }

  @Override
  public synchronized void start(Map<String, String> props) {
    config = DatabaseConfig.from(props);
    Map<String, Object> stored =
        context.offsetStorageReader().offset(TableIntake.partition(config.table()));
    intake = new TableIntake(config, TableOffset.fromMap(stored), system);
  }

  /** The next rows; null when there are none for now. */
  @Override
  public synchronized List<SourceRecord> poll() throws InterruptedException {
    if (intake == null || stop.getCount() == 0) {
      return null;
    }
    try {
      List<SourceRecord> records = intake.read();
      if (failures > 0) {
        LOG.info("the database answers again: {}", config.login());
      }
      failures = 0;
      if (!records.isEmpty()) {
        return records;
      }
    } catch (SQLException fault) {
      throw failed(SqlFault.text(fault), SqlFault.passes(fault));
    } catch (IOException fault) {
      throw failed(fault.toString(), true);
    } catch (ConnectException | ConfigException fault) {
      throw fault;
    } catch (RuntimeException fault) {
      // A record's content can stand in a serializer's message, so only the kind is told.
      throw failed(fault.getClass().getName(), failures < MAX_OTHER_FAILURES);
    }
    pause(IDLE_MILLIS);
    return null;
  }

  @Override
  public void stop() {
    stop.countDown();
    synchronized (this) {
      if (intake != null) {
        intake.close();
        intake = null;
      }
    }
  }

  private RuntimeException failed(String fault, boolean passes) throws InterruptedException {
    intake.disconnect();
    Instant now = system.instant();
    failingSince = failures++ == 0 ? now : failingSince;
    boolean tooLong = Duration.between(failingSince, now).compareTo(config.retry()) > 0;
    if (!passes || tooLong) {
      return new ConnectException(
          "table " + config.table() + " of " + config.login() + " cannot be read: " + fault);
    }
    LOG.warn(
        "the database is tried again: {} failures={} fault={}", config.login(), failures, fault);
    pause(Math.min(LONGEST_PAUSE_MILLIS, IDLE_MILLIS << Math.min(failures, LONGEST_SHIFT)));
    return new RetriableException("the database is tried again: " + fault);
  }

  private void pause(long millis) throws InterruptedException {
    if (stop.await(millis, TimeUnit.MILLISECONDS)) {
      LOG.debug("told to stop while idle");
    }
  }
}
