package motcua.document;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import motcua.export.FileFormat;

/** One document being written. Thread-safe. */
public final class ExportJob {
  /** How far it is. */
  public enum State {
    RUNNING,
    DONE,
    FAILED
  }

  private final long id;
  private final String name;
  private final FileFormat format;
  private final Path file;
  private final long lines;
  private final Instant begun;
  private final AtomicLong written = new AtomicLong();
  private volatile State state = State.RUNNING;
  private volatile Throwable fault;

  ExportJob(long id, String name, FileFormat format, Path file, long lines, Instant begun) {
    this.id = id;
    this.name = name;
    this.format = format;
    this.file = file;
    this.lines = lines;
    this.begun = begun;
  }

  /** Its number. */
  public long id() {
    return id;
  }

  /** What the file is to be called. */
  public String name() {
    return name;
  }

  /** Kind of file. */
  public FileFormat format() {
    return format;
  }

  /** Where the file is; whole once the state is DONE. */
  public Path file() {
    return file;
  }

  /** Table lines expected. */
  public long lines() {
    return lines;
  }

  /** Table lines written so far. */
  public long written() {
    return written.get();
  }

  /** How far it is. */
  public State state() {
    return state;
  }

  /** Why it failed; empty unless it did. */
  public Optional<Throwable> fault() {
    return Optional.ofNullable(fault);
  }

  Instant begun() {
    return begun;
  }

  void lineWritten() {
    written.incrementAndGet();
  }

  void done() {
    state = State.DONE;
  }

  void fail(Throwable why) {
    fault = why;
    state = State.FAILED;
  }
}
