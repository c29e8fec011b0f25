package motcua.ingest.mapping;

import java.util.function.Consumer;
import motcua.schemas.events.Sighting;
import motcua.schemas.events.Supplement;

/**
 * The moments at which a national record says something happened; due dates are none of them
 * (ledger.md 1). Each is held against the clock once (national-payload.md D17).
 */
public final class SightingTimes {
  private static final long TOLERANCE_MICROS = 600 * Civil.MICROS_PER_SECOND;

  private final EdgeNotes notes;
  private final long clockMicros;
  private Long latest;

  private SightingTimes(EdgeNotes notes, long clockMicros) {
    this.notes = notes;
    this.clockMicros = clockMicros;
  }

  /**
   * Takes back times up to ten minutes after the clock to the clock, with a mark, and refuses the
   * record for later ones.
   *
   * @return the latest moment that is left, microseconds since the epoch, or null when there is
   *     none
   */
  public static Long settle(Sighting sighting, EdgeNotes notes, long clockMicros) {
    SightingTimes times = new SightingTimes(notes, clockMicros);
    times.settle(
        NationalField.NGAY_NOP_HO_SO,
        sighting.getSubmittedAtMicros(),
        sighting::setSubmittedAtMicros);
    times.settle(
        NationalField.NGAY_TIEP_NHAN,
        sighting.getReceivedAtMicros(),
        sighting::setReceivedAtMicros);
    times.settle(
        NationalField.NGAY_KET_THUC_XU_LY,
        sighting.getCompletedAtMicros(),
        sighting::setCompletedAtMicros);
    times.settle(
        NationalField.NGAY_TRA, sighting.getReturnedAtMicros(), sighting::setReturnedAtMicros);
    times.settle(
        NationalField.NGAY_TU_CHOI, sighting.getRefusedAtMicros(), sighting::setRefusedAtMicros);
    times.settle(
        NationalField.THOI_DIEM_XU_LY, sighting.getStepAtMicros(), sighting::setStepAtMicros);
    for (Supplement supplement : sighting.getSupplements()) {
      times.settle(
          NationalField.NGAY_BO_SUNG, supplement.getAskedAtMicros(), supplement::setAskedAtMicros);
      times.settle(
          NationalField.NGAY_TIEP_NHAN_BO_SUNG,
          supplement.getCompletedAtMicros(),
          supplement::setCompletedAtMicros);
    }
    return times.latest;
  }

  private void settle(NationalField field, Long micros, Consumer<Long> set) {
    if (micros == null) {
      return;
    }
    long settled = micros;
    if (micros > clockMicros + TOLERANCE_MICROS) {
      notes.refuse(Reason.DATE_IN_FUTURE, field);
    } else if (micros > clockMicros) {
      notes.mark("CLOCK_SKEW", field);
      settled = clockMicros;
      set.accept(settled);
    }
    latest = latest == null ? settled : Math.max(latest, settled);
  }
}
