package motcua.document;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import motcua.core.document.Document;
import motcua.export.FileFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes documents beside the request that asked for them, and says how far it is. Files are kept
 * for an hour, in a folder that goes when this is closed. Thread-safe.
 */
public final class ExportJobs implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ExportJobs.class);
  private static final Duration KEPT = Duration.ofHours(1);
  private static final int AT_ONCE = 2;
  private static final int MOST = 50;
  private static final long STOP_SECONDS = 10;

  private final InstantSource clock;
  private final Path folder;
  private final ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
  private final Map<Long, ExportJob> jobs = new HashMap<>();
  private long last;

  /** Begins with an empty folder among the system's temporary ones. */
  public ExportJobs(InstantSource clock) {
    this.clock = Objects.requireNonNull(clock, "clock");
    try {
      this.folder = Files.createTempDirectory("motcua-exports");
    } catch (IOException fault) {
      throw new UncheckedIOException("no folder for exports", fault);
    }
  }

  /**
   * Begins to write.
   *
   * @param name of the file, for whoever fetches it
   * @param lines how many table lines are expected
   * @return empty when too many are kept or under way
   */
  public synchronized Optional<ExportJob> begin(
      Document document, FileFormat format, String name, long lines) {
    forgetOld(clock.instant());
    if (jobs.size() >= MOST) {
      return Optional.empty();
    }
    long id = ++last;
    ExportJob job =
        new ExportJob(
            id,
            name,
            format,
            folder.resolve(id + "." + format.extension()),
            lines,
            clock.instant());
    jobs.put(id, job);
    threads.execute(() -> write(document, job));
    return Optional.of(job);
  }

  /** A job; empty when it is not known, or no longer. */
  public synchronized Optional<ExportJob> find(long id) {
    forgetOld(clock.instant());
    return Optional.ofNullable(jobs.get(id));
  }

  private static void write(Document document, ExportJob job) {
    try (OutputStream out = Files.newOutputStream(job.file())) {
      job.format().write(CountedRows.in(document, job::lineWritten), out);
    } catch (IOException | RuntimeException fault) {
      LOG.error("export {} failed", job.id(), fault);
      job.fail(fault);
      return;
    }
    job.done();
  }

  private void forgetOld(Instant now) {
    for (Iterator<ExportJob> all = jobs.values().iterator(); all.hasNext(); ) {
      ExportJob job = all.next();
      if (job.state() != ExportJob.State.RUNNING && job.begun().plus(KEPT).isBefore(now)) {
        delete(job.file());
        all.remove();
      }
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException left) {
      LOG.warn("{} stays", file, left);
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
    try {
      if (!threads.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
        LOG.warn("an export does not stop");
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
    synchronized (this) {
      jobs.values().forEach(job -> delete(job.file()));
      delete(folder);
    }
  }
}
