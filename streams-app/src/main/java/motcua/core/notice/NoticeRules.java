package motcua.core.notice;

import java.time.Duration;
import java.time.LocalTime;
import java.util.Objects;

/**
 * When people are told. Local times of Asia/Ho_Chi_Minh.
 *
 * @param digestAt time of the daily digest, on working days
 * @param quietFrom begin of the quiet hours, in which people are not told
 * @param quietTo their end, also the hour at which what waited for a working day is told
 * @param oldest age at which a transition is no news any more
 */
public record NoticeRules(
    LocalTime digestAt, LocalTime quietFrom, LocalTime quietTo, Duration oldest) {
  /** Usual hours. */
  public static final NoticeRules USUAL =
      new NoticeRules(
          LocalTime.of(7, 30), LocalTime.of(21, 0), LocalTime.of(7, 0), Duration.ofDays(3));

  public NoticeRules {
    Objects.requireNonNull(digestAt, "digestAt");
    Objects.requireNonNull(quietFrom, "quietFrom");
    Objects.requireNonNull(quietTo, "quietTo");
    Objects.requireNonNull(oldest, "oldest");
  }

  /** Whether a time of day is quiet; the hours may pass midnight, and are none when empty. */
  public boolean isQuiet(LocalTime time) {
    return quietFrom.isBefore(quietTo)
        ? !time.isBefore(quietFrom) && time.isBefore(quietTo)
        : !quietFrom.equals(quietTo) && (!time.isBefore(quietFrom) || time.isBefore(quietTo));
  }
}
