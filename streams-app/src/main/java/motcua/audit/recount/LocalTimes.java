package motcua.audit.recount;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/** Times of the log as local times of Asia/Ho_Chi_Minh. */
final class LocalTimes {
  static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

  private LocalTimes() {}

  static Instant instant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }

  static Instant instant(Long micros) {
    return micros == null ? null : instant(micros.longValue());
  }

  static ZonedDateTime local(Instant instant) {
    return instant == null ? null : instant.atZone(ZONE);
  }

  static ZonedDateTime local(Long micros) {
    return local(instant(micros));
  }

  static LocalDate day(Instant instant) {
    return local(instant).toLocalDate();
  }
}
