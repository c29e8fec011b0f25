package motcua.schemas.sample;

import java.time.LocalDateTime;
import java.util.Optional;

/**
 * One synthetic dossier as its system knows it in the end. Times are Vietnam time.
 *
 * @param id dossier code: unit, reception date, serial of that day
 * @param number running number inside its set
 * @param unit handling unit
 * @param procedure procedure and field
 * @param channel 1 direct, 2 online, 3 by post
 * @param times when things happened
 * @param supplement a supplement asked and completed, for a few
 * @param components digitisation of the components
 * @param fee fee paid
 * @param resultDigitised a digitised result exists
 */
record SampleDossier(
    String id,
    int number,
    SampleUnit unit,
    SampleProcedure procedure,
    int channel,
    Times times,
    Optional<Supplement> supplement,
    Components components,
    Fee fee,
    boolean resultDigitised) {

  /**
   * What happened when.
   *
   * @param due the last appointment; empty when none was given
   * @param completed result ready; empty while open
   * @param returned handed over; empty while open, or when it was not yet collected at the period's
   *     end
   * @param apologised a letter of apology was sent
   */
  record Times(
      LocalDateTime submitted,
      LocalDateTime received,
      LocalDateTime started,
      Optional<LocalDateTime> due,
      Optional<LocalDateTime> completed,
      Optional<LocalDateTime> returned,
      Optional<LocalDateTime> apologised) {}

  /** A supplement: the appointment before it, and the last one after it. */
  record Supplement(LocalDateTime asked, LocalDateTime completed, LocalDateTime dueBefore) {}

  /** How far the components are digitised; ABSENT: no file is attached at all. */
  enum Components {
    FULL,
    PARTIAL,
    NONE,
    ABSENT
  }

  /** The fee of a dossier. */
  enum Fee {
    NOT_PAID,
    PAID_AT_DESK,
    PAID_ONLINE
  }

  /** National status: 10 handed over, 9 result ready, 4 in work. */
  int status() {
    if (times.returned().isPresent()) {
      return 10;
    }
    return times.completed().isPresent() ? 9 : 4;
  }
}
