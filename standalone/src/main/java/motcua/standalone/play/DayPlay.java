package motcua.standalone.play;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import motcua.schemas.sample.PlayedDay;
import motcua.schemas.sample.PlayedDays;
import motcua.schemas.sample.PlayedLine;
import motcua.standalone.Intake;
import motcua.standalone.Pause;
import motcua.standalone.Progress;
import motcua.standalone.StandaloneMotcua;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Plays one working day after the other until it is closed: the clock runs, and whatever has
 * happened by then is handed to the connector as a small file. Lines say themselves when they
 * became known, which is the moment of the clock at which they are handed in.
 */
public final class DayPlay implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DayPlay.class);
  private static final ZoneOffset VIETNAM = ZoneOffset.ofHours(7);
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HHmmss.SSS'.ndjson'");
  private static final long STEP_MILLIS = 250;

  /** Steps between two looks at whether anybody still reads. */
  private static final int STEPS_A_LOOK = 40;

  private static final Duration END_PATIENCE = Duration.ofSeconds(30);

  private final StandaloneMotcua motcua;
  private final PlayClock clock;
  private final PlaySettings settings;
  private final Watcher watcher;
  private final PlayedDays days;
  private final Thread thread;
  private volatile boolean stopping;
  private volatile String failure;

  /** Is told how far the play has come. */
  public interface Watcher {
    /** Sees nothing. */
    Watcher NONE = (now, done, total) -> {};

    /**
     * Called a few times a second, by the thread that plays.
     *
     * @param done lines of the day handed in
     * @param total lines of the day
     */
    void at(LocalDateTime now, int done, int total);
  }

  private DayPlay(
      StandaloneMotcua motcua, PlayClock clock, PlaySettings settings, Watcher watcher) {
    this.motcua = motcua;
    this.clock = clock;
    this.settings = settings;
    this.watcher = watcher;
    this.days = new PlayedDays(settings.seed());
    this.thread = Thread.ofPlatform().name("motcua-play").unstarted(this::playOrFail);
  }

  /**
   * Begins.
   *
   * @param clock the clock the product was started with
   */
  public static DayPlay start(
      StandaloneMotcua motcua, PlayClock clock, PlaySettings settings, Watcher watcher) {
    DayPlay play = new DayPlay(motcua, clock, settings, watcher);
    play.thread.start();
    return play;
  }

  /** Why it cannot go on, a fault of the product included; null while it can. */
  public String failure() {
    String why = motcua.product().failure();
    return why == null ? failure : why;
  }

  /** Stops handing in and returns when nothing more is. The clock stops where it is. */
  @Override
  public void close() {
    stopping = true;
    thread.interrupt();
    // Whoever closes may have been interrupted itself, and must be able to wait.
    boolean interrupted = Thread.interrupted();
    try {
      if (!thread.join(END_PATIENCE)) {
        LOG.warn("the play does not end");
      }
    } catch (InterruptedException again) {
      interrupted = true;
    }
    clock.stop();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void playOrFail() {
    try {
      PlayedDay day = days.before();
      load(day);
      while (!stopping) {
        day = days.next(day.after());
        pass(day);
        play(day);
      }
    } catch (IOException | RuntimeException fault) {
      if (!stopping) {
        LOG.error("the play stopped", fault);
        failure = "the played day stopped: " + fault.getMessage();
      }
    }
  }

  /** What happened before the first day, as an initial load. */
  private void load(PlayedDay past) throws IOException {
    clock.stand(past.closes());
    startIntake(Intake.RecordedAt.BACKFILL, past);
    hand("before.ndjson", past.lines());
    motcua.awaitIntake(Progress.SILENT);
  }

  /**
   * The connector's clock stands at the end of the day, when the lines come in that it refuses:
   * they carry no moment of their own.
   */
  private void startIntake(Intake.RecordedAt mode, PlayedDay day) throws IOException {
    OffsetDateTime evening = day.closes().atOffset(VIETNAM);
    motcua.startIntake(new Intake(PlayedDays.TALKING_SOURCE, mode, Optional.of(evening)));
  }

  /** Goes over the night before a day. */
  private void pass(PlayedDay day) throws IOException {
    Instant opens = day.opens();
    Instant now = clock.instant();
    double speed = Duration.between(now, opens).toMillis() / (double) settings.night().toMillis();
    clock.run(opens, Math.max(1, speed));
    startIntake(Intake.RecordedAt.INPUT, day);
    while (clock.instant().isBefore(opens)) {
      watcher.at(local(clock.instant()), 0, 0);
      Pause.millis(Math.min(STEP_MILLIS, settings.night().toMillis()));
    }
  }

  private void play(PlayedDay day) throws IOException {
    Deque<PlayedLine> left = new ArrayDeque<>(day.lines());
    clock.run(day.closes(), settings.speed());
    Instant now = clock.instant();
    for (int step = 1; now.isBefore(day.closes()) || !left.isEmpty(); step++) {
      Pause.millis(STEP_MILLIS);
      if (step % STEPS_A_LOOK == 0) {
        motcua.requireAlive();
      }
      now = clock.instant();
      handUpTo(now, left);
      watcher.at(local(now), day.lines().size() - left.size(), day.lines().size());
    }
    // A day that is over gains no more knowledge: the next one begins when all of it is booked.
    motcua.awaitIntake(Progress.SILENT);
  }

  private void handUpTo(Instant now, Deque<PlayedLine> left) throws IOException {
    List<PlayedLine> due = left.stream().takeWhile(line -> !line.at().isAfter(now)).toList();
    if (!due.isEmpty()) {
      hand(NAME.format(local(now)), due);
      for (int i = 0; i < due.size(); i++) {
        left.remove();
      }
    }
  }

  private void hand(String name, List<PlayedLine> lines) throws IOException {
    String text = lines.stream().map(PlayedLine::text).collect(Collectors.joining("\n", "", "\n"));
    motcua.hand(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private static LocalDateTime local(Instant now) {
    return LocalDateTime.ofInstant(now, VIETNAM);
  }
}
