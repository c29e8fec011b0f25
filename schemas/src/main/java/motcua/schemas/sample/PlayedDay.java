package motcua.schemas.sample;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/**
 * A working day as it is played.
 *
 * @param day the day
 * @param lines in the order of their moments
 * @param after where the day after goes on
 */
public record PlayedDay(LocalDate day, List<PlayedLine> lines, PlayedState after) {
  /** When the clock begins to run. */
  public static final LocalTime OPENS = LocalTime.of(7, 0);

  /** When it goes over to the next day. */
  public static final LocalTime CLOSES = LocalTime.of(17, 30);

  public PlayedDay {
    lines = List.copyOf(lines);
  }

  /** 07:00 of the day. */
  public Instant opens() {
    return day.atTime(OPENS).toInstant(PlayedEvent.VIETNAM);
  }

  /** 17:30 of the day. */
  public Instant closes() {
    return day.atTime(CLOSES).toInstant(PlayedEvent.VIETNAM);
  }
}
