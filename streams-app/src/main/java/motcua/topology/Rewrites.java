package motcua.topology;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import motcua.codec.Micros;
import motcua.codec.TransitionCodec;
import motcua.core.alert.AlertFigures;
import motcua.core.alert.Transition;
import motcua.core.calendar.VietnamDay;
import motcua.core.mark.MarkCode;
import motcua.core.mark.MarkSpan;
import motcua.schemas.internal.AlertTransition;

/**
 * Alerts of dates that were rewritten so that a late dossier turned on time: one for each dossier
 * and day on which that became known. The same ledger gives the same ones, whose ids are known then
 * and told once.
 */
record Rewrites(Alerting alerting, String policy, int generation) {
  /**
   * What a decision about a dossier adds.
   *
   * @param before what was known of it
   * @param after what is known now
   * @param backfill whether an initial load caused it
   */
  List<AlertTransition> found(
      String dossier,
      DossierBook.Known before,
      DossierBook.Known after,
      boolean backfill,
      long appliedMicros) {
    if (!alerting.decides() || after.told() == null || after.told().marks().isEmpty()) {
      return List.of();
    }
    Instant at = Micros.toInstant(appliedMicros);
    LocalDate today = VietnamDay.of(at);
    return after.told().marks().stream()
        .filter(span -> isNew(span, before.told(), today))
        .map(span -> transition(dossier, span, at, backfill))
        .map(step -> TransitionCodec.toWire(step, policy, generation))
        .toList();
  }

  private static boolean isNew(MarkSpan span, DossierBook.Told before, LocalDate today) {
    return span.mark().code() == MarkCode.LATE_TURNED_ON_TIME
        && span.mark().unit() != null
        && span.endedOn() == null
        && span.knownOn().equals(today)
        && (before == null || !before.marks().contains(span));
  }

  private static Transition transition(
      String dossier, MarkSpan span, Instant at, boolean backfill) {
    return new Transition(
        Transition.LATE_REWRITTEN,
        span.mark().unit(),
        "",
        span.knownOn(),
        1,
        Transition.Kind.RAISED,
        null,
        null,
        AlertFigures.NONE,
        span.mark().detail().isEmpty() ? span.mark().code().name() : span.mark().detail(),
        at,
        backfill,
        null,
        dossier);
  }
}
