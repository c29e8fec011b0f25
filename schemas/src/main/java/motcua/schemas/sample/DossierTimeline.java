package motcua.schemas.sample;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;
import motcua.schemas.sample.SampleDossier.Supplement;
import motcua.schemas.sample.SampleDossier.Times;

/**
 * Turns the days of a dossier into times of the day in office hours, in an order a real desk could
 * have kept.
 */
final class DossierTimeline {
  private static final LocalTime DUE_TIME = LocalTime.of(17, 0);
  private static final int MORNING_SECONDS = 3 * 3600 + 45 * 60;

  private final WorkingDays calendar;
  private final SeededRandom random;

  DossierTimeline(WorkingDays calendar, SeededRandom random) {
    this.calendar = calendar;
    this.random = random;
  }

  /**
   * Times of one dossier; every step comes after the one before it, the hand-over after the result.
   */
  Times times(DossierDays days, boolean online, boolean late) {
    LocalDateTime received = receptionTime(days.received());
    LocalDateTime submitted = online ? received.minusMinutes(random.between(20, 900)) : received;
    LocalDateTime started = received.plusSeconds(random.between(120, 900));
    Optional<LocalDateTime> completed =
        days.isCompleted() ? Optional.of(completionTime(days, received)) : Optional.empty();
    Optional<LocalDateTime> returned = completed.flatMap(ready -> returnTime(days, ready));
    Optional<LocalDateTime> due =
        days.isDated() ? Optional.of(calendar.day(days.due()).atTime(DUE_TIME)) : Optional.empty();
    Optional<LocalDateTime> apologised =
        late && days.due() - days.received() >= 2 && random.percent(20)
            ? Optional.of(
                calendar.day(days.due() - 1).atTime(15, random.nextInt(60), random.nextInt(60)))
            : Optional.empty();
    return new Times(submitted, received, started, due, completed, returned, apologised);
  }

  /**
   * A supplement asked on the day after reception and completed one or two working days later, for
   * a few of the dossiers that leave room for it. The last appointment stays; the one before it lay
   * earlier by the days waited.
   */
  Optional<Supplement> supplement(DossierDays days) {
    int waited = random.between(1, 2);
    boolean room =
        days.isCompleted()
            && days.due() - days.received() >= 5
            && days.completed() - days.received() >= 4;
    if (!room || !random.percent(4)) {
      return Optional.empty();
    }
    LocalDateTime asked =
        calendar.day(days.received() + 1).atTime(9, random.nextInt(60), random.nextInt(60));
    LocalDateTime completed =
        calendar
            .day(days.received() + 1 + waited)
            .atTime(14, random.nextInt(60), random.nextInt(60));
    LocalDateTime dueBefore = calendar.day(days.due() - waited).atTime(DUE_TIME);
    return Optional.of(new Supplement(asked, completed, dueBefore));
  }

  /**
   * In the morning from 07:30, or in the afternoon from 13:00; never so late that the day's work
   * does not fit.
   */
  private LocalDateTime receptionTime(int day) {
    int seconds = random.nextInt(2 * MORNING_SECONDS - 1800);
    LocalTime time =
        seconds < MORNING_SECONDS
            ? LocalTime.of(7, 30).plusSeconds(seconds)
            : LocalTime.of(13, 0).plusSeconds(seconds - MORNING_SECONDS);
    return calendar.day(day).atTime(time);
  }

  private LocalDateTime completionTime(DossierDays days, LocalDateTime received) {
    if (days.completed() == days.received()) {
      LocalDateTime earliest = received.plusMinutes(16);
      int room = (int) Duration.between(earliest.toLocalTime(), LocalTime.of(16, 58)).toSeconds();
      return earliest.plusSeconds(random.nextInt(room));
    }
    // Not before 08:00, so that a step of the afternoon before or the same morning's return stays
    // in order.
    return calendar
        .day(days.completed())
        .atTime(random.between(8, 16), random.nextInt(55), random.nextInt(60));
  }

  /**
   * Most are handed over within three working days; who has not come by the period's end leaves the
   * dossier at 9.
   */
  private Optional<LocalDateTime> returnTime(DossierDays days, LocalDateTime completed) {
    int waited = random.percent(60) ? 0 : random.between(1, 3);
    int day = days.completed() + waited;
    if (day > days.last()) {
      return Optional.empty();
    }
    return Optional.of(
        waited == 0
            ? completed.plusSeconds(random.between(60, 1200))
            : calendar
                .day(day)
                .atTime(random.between(8, 16), random.nextInt(60), random.nextInt(60)));
  }
}
