package motcua.schemas.sample;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;

/** Moments of one working day, drawn as an office has them. */
final class OfficeClock {
  static final LocalTime OPENS = LocalTime.of(7, 30);
  static final LocalTime NOON = LocalTime.of(11, 30);
  static final LocalTime AFTERNOON = LocalTime.of(13, 30);
  static final LocalTime CLOSES = LocalTime.of(17, 0);

  /** Ends of stretches of the day, and how many of a hundred come in each. */
  private static final LocalTime[] FROM = {
    OPENS,
    LocalTime.of(8, 0),
    LocalTime.of(9, 0),
    LocalTime.of(10, 0),
    AFTERNOON,
    LocalTime.of(14, 30),
    LocalTime.of(16, 0)
  };

  private static final LocalTime[] TO = {
    LocalTime.of(8, 0),
    LocalTime.of(9, 0),
    LocalTime.of(10, 0),
    NOON,
    LocalTime.of(14, 30),
    LocalTime.of(16, 0),
    CLOSES
  };

  private static final int[] SHARE = {10, 22, 18, 17, 13, 14, 6};

  private final LocalDate day;
  private final SeededRandom random;

  OfficeClock(LocalDate day, SeededRandom random) {
    this.day = day;
    this.random = random;
  }

  /** When somebody comes: most before ten, a second wave after the lunch break. */
  LocalDateTime arrival() {
    int drawn = random.nextInt(100);
    int stretch = 0;
    while (drawn >= SHARE[stretch]) {
      drawn -= SHARE[stretch];
      stretch++;
    }
    return between(FROM[stretch], TO[stretch]);
  }

  /** Any moment of the office hours. */
  LocalDateTime working() {
    return random.percent(53) ? between(OPENS, NOON) : between(AFTERNOON, CLOSES);
  }

  /** A moment of the office hours that is not before another; the lunch break is skipped. */
  LocalDateTime workingAfter(LocalDateTime earliest) {
    LocalTime from = within(earliest.toLocalTime());
    if (from.isBefore(NOON) && random.percent(50)) {
      return between(from, NOON);
    }
    return between(from.isBefore(AFTERNOON) ? AFTERNOON : from, CLOSES);
  }

  /** A moment some minutes after another, at the latest when the office closes. */
  LocalDateTime soonAfter(LocalDateTime moment, int leastMinutes, int mostMinutes) {
    LocalDateTime later =
        moment.plusSeconds(
            60L * leastMinutes + random.nextInt(60 * (mostMinutes - leastMinutes) + 1));
    LocalDateTime last = day.atTime(CLOSES).minusSeconds(1);
    return later.isAfter(last) ? last : later;
  }

  LocalDateTime between(LocalTime from, LocalTime to) {
    int seconds = Math.max(1, to.toSecondOfDay() - from.toSecondOfDay());
    return day.atTime(from).plusSeconds(random.nextInt(seconds));
  }

  private static LocalTime within(LocalTime time) {
    if (time.isBefore(OPENS)) {
      return OPENS;
    }
    return time.isBefore(CLOSES) ? time : CLOSES.minusSeconds(1);
  }
}
