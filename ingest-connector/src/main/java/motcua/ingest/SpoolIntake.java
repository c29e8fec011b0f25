package motcua.ingest;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import motcua.ingest.config.SpoolConfig;
import motcua.ingest.mapping.Mapped;
import motcua.ingest.mapping.Stamp;
import motcua.ingest.offset.SpoolOffset;
import motcua.ingest.offset.SpoolPartition;
import motcua.ingest.output.ArrivalClock;
import motcua.ingest.retry.Originals;
import motcua.ingest.retry.RetryOrder;
import motcua.ingest.source.FileFacts;
import motcua.ingest.source.InputFault;
import motcua.ingest.source.Retention;
import motcua.ingest.source.SpoolFile;
import motcua.ingest.source.SpoolFolder;
import motcua.ingest.source.SpoolFormat;
import org.apache.kafka.connect.source.SourceRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves files through the spool: claims the next one, reads it record by record, and settles it
 * once its last offset is committed. Where a file lies and what Connect has stored is all the
 * memory it needs, so a new task goes on after a crash at any moment. Called by one thread at a
 * time.
 */
final class SpoolIntake implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SpoolIntake.class);

  private final SpoolConfig config;
  private final SpoolFolder folder;
  private final Mappings mappings;
  private final Originals originals;
  private final RecordWriter writer;
  private final ArrivalClock arrivals;
  private final InstantSource system;
  private final CommittedOffsets committed;
  private final BooleanSupplier stopping;

  /** Read to the end, waiting for their offset to be committed; by name. */
  private final Map<String, Reading> ended = new LinkedHashMap<>();

  private final Deque<String> queue = new ArrayDeque<>();
  private Reading current;
  private Mapped unwritten;
  private Instant nextScan = Instant.MIN;
  private Instant nextSweep = Instant.MIN;
  private long arrival;

  /**
   * An intake over one folder.
   *
   * @param system the system's clock
   * @param committed what Connect has committed
   * @param stopping true once the task is told to stop
   */
  SpoolIntake(
      SpoolConfig config,
      InstantSource system,
      CommittedOffsets committed,
      BooleanSupplier stopping)
      throws IOException {
    this.config = config;
    this.system = system;
    this.committed = committed;
    this.stopping = stopping;
    this.folder =
        new SpoolFolder(
            config.directory(), config.closedBy(), config::isMine, RetryOrder::isOne, system);
    this.mappings = Mappings.of(config);
    this.originals = new Originals(config.originals());
    this.arrivals =
        new ArrivalClock(config.events().recordedAt(), config.events().fixedClock(), system);
    folder.prepare();
    this.writer = new RecordWriter(config.events());
  }

  /** True while a file is open or waits for its commit. */
  boolean isBusy() {
    return current != null || !ended.isEmpty() || !queue.isEmpty();
  }

  /**
   * Reads up to {@code poll.max.records} records. When a record cannot be written or read after
   * others were, those come first and the fault with the next call.
   */
  List<SourceRecord> read() throws IOException {
    List<SourceRecord> records = new ArrayList<>();
    try {
      while (records.size() < config.pollMaxRecords() && !stopping.getAsBoolean() && open()) {
        readCurrent(records);
      }
    } catch (InterruptedIOException e) {
      LOG.debug("stopped while reading");
    } catch (IOException | RuntimeException e) {
      if (current != null) {
        current.close();
      }
      if (records.isEmpty()) {
        throw e;
      }
      LOG.warn("reading broke off and is tried again: {}", e.getClass().getName());
    }
    return records;
  }

  /** Moves files to their last place whose last offset is committed. */
  void settle() throws IOException {
    if (ended.isEmpty()) {
      return;
    }
    List<Reading> waiting = List.copyOf(ended.values());
    Map<Map<String, String>, SpoolOffset> offsets =
        committed.of(waiting.stream().map(Reading::partition).toList());
    for (Reading file : waiting) {
      if (offsets.get(file.partition()).covers(file.offset())) {
        move(file);
        ended.remove(file.name());
      }
    }
  }

  @Override
  public void close() throws IOException {
    try (writer) {
      if (current != null) {
        current.close();
      }
    }
  }

  private void readCurrent(List<SourceRecord> records) throws IOException {
    Stamp stamp = arrivals.stamp();
    // What one row gives goes out in one go, so that no transaction holds a part of it.
    while (current.isInside()
        || records.size() < config.pollMaxRecords() && !stopping.getAsBoolean()) {
      if (unwritten == null) {
        unwritten = current.next(stamp, arrival);
      }
      if (unwritten == null) {
        endCurrent();
        return;
      }
      records.add(writer.write(unwritten, current.partition(), current.offset()));
      unwritten = null;
      arrival++;
    }
  }

  private void endCurrent() throws IOException {
    Reading file = current;
    current = null;
    if (file.isUntouched()) {
      // No record of it was sent now: all of it was in the log before, or there is nothing in it.
      move(file);
    } else {
      ended.put(file.name(), file);
    }
  }

  private void move(Reading file) throws IOException {
    if (file.rejection().isPresent()) {
      folder.explain(file.name(), RetryOrder.REASON_ENDING, file.rejection().get());
      LOG.warn("order refused: file={} {}", file.name(), file.rejection().get());
    }
    folder.settle(file.name(), file.sha256(), file.isRejected());
    LOG.info(
        "spool file settled: file={} records={} rejected={}",
        file.name(),
        file.offset().records(),
        file.isRejected());
  }

  /** Makes sure a file is open; false when none is waiting. */
  private boolean open() throws IOException {
    while (current == null) {
      String name = nextName();
      if (name == null) {
        return false;
      }
      Path path = folder.claimedPath(name);
      if (!folder.isClaimed(name)) {
        path = folder.claim(name);
      }
      // Off the queue only now: a fault on the way is tried again with the same file.
      if (path != null) {
        open(path);
      }
      queue.poll();
    }
    return true;
  }

  private void open(Path path) throws IOException {
    try {
      SpoolFile file = examine(path);
      if (RetryOrder.isOne(file.facts().name())) {
        current = retry(file.facts());
        return;
      }
      SpoolOffset start = committed.of(OpenFile.partition(file, mappings).toMap());
      current = new OpenFile(file, start, mappings, config.recordMaxBytes());
      LOG.info(
          "spool file taken: file={} bytes={} after={}",
          current.name(),
          file.facts().sizeBytes(),
          start.records());
    } catch (NoSuchFileException e) {
      LOG.warn("spool file gone before it was read: file={}", path.getFileName());
    }
  }

  private Reading retry(FileFacts facts) throws IOException {
    SpoolOffset start = committed.of(new SpoolPartition(facts.name(), facts.sha256()).toMap());
    RetryOrder order;
    try {
      order = RetryOrder.fromBytes(Files.readAllBytes(facts.path()));
    } catch (RetryOrder.BrokenOrderException broken) {
      return new RefusedOrder(facts.name(), facts.sha256(), start, broken.getMessage());
    }
    List<Path> found = originals.of(order.input());
    LOG.info(
        "order taken: file={} letters={} originals={} after={}",
        facts.name(),
        order.letters().size(),
        found.size(),
        start.records());
    return new RetryReading(
        facts.name(),
        facts.sha256(),
        order,
        found,
        start,
        (path, seen) ->
            new OpenFile(examine(path), SpoolOffset.START, mappings, config.recordMaxBytes(), seen),
        stopping);
  }

  private SpoolFile examine(Path path) throws IOException {
    try {
      return SpoolFormat.examine(path, stopping);
    } catch (AccessDeniedException e) {
      FileFacts facts = new FileFacts(path, SpoolPartition.UNREAD, 0, FileTime.fromMillis(0));
      return new SpoolFile.Refused(facts, InputFault.UNREADABLE);
    }
  }

  private void sweep(Instant now) throws IOException {
    int gone = config.retention().sweep(config.directory(), config::isMine, now);
    if (gone > 0) {
      LOG.info("settled files deleted, their time is over: files={}", gone);
    }
  }

  private String nextName() throws IOException {
    Instant now = system.instant();
    if (!now.isBefore(nextSweep)) {
      nextSweep = Retention.nextLook(now);
      sweep(now);
    }
    if (queue.isEmpty() && !now.isBefore(nextScan)) {
      nextScan = now.plusMillis(config.scanMillis());
      for (String name : folder.claimed()) {
        if (!ended.containsKey(name)) {
          queue.add(name);
        }
      }
      queue.addAll(folder.closed());
    }
    return queue.peek();
  }
}
