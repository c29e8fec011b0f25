package motcua.audit.recount;

import java.util.Set;
import motcua.core.interpretation.SeenSighting;
import motcua.core.interpretation.Sighting;
import motcua.schemas.events.DossierEvent;

/** Sightings of the log as the interpretation takes them. */
final class Sightings {
  private static final Set<String> KINDS = Set.of("DOSSIER", "PROGRESS");

  private Sightings() {}

  /** Whether a record with a sighting can be read; else it is a dead letter. */
  static boolean isSighting(DossierEvent record) {
    var said = record.getSighting();
    return record.getDossierId() != null
        && KINDS.contains(said.getKind())
        && Statements.isCodeOrNone(said.getSenderUnit())
        && Statements.isCodeOrNone(said.getUnitCode())
        && Statements.isCodeOrNone(said.getUnitName())
        && Statements.isCodeOrNone(said.getField());
  }

  static SeenSighting of(DossierEvent record) {
    var said = record.getSighting();
    var sighting =
        new Sighting(
            Sighting.Kind.valueOf(said.getKind()),
            said.getPosition(),
            said.getSenderUnit(),
            said.getUnitCode(),
            said.getUnitName(),
            said.getProcedure(),
            said.getField(),
            said.getChannel(),
            said.getStatus(),
            LocalTimes.instant(said.getSubmittedAtMicros()),
            LocalTimes.instant(said.getReceivedAtMicros()),
            LocalTimes.instant(said.getDueAtMicros()),
            LocalTimes.instant(said.getCompletedAtMicros()),
            LocalTimes.instant(said.getReturnedAtMicros()),
            LocalTimes.instant(said.getRefusedAtMicros()),
            LocalTimes.instant(said.getStepAtMicros()),
            said.getStepMeaning(),
            said.getPaidOnline(),
            said.getFeesPaid(),
            said.getComponentsFlag(),
            said.getVerifiedAccount(),
            said.getPopulationConsulted(),
            said.getComponents().stream()
                .map(
                    file ->
                        new Sighting.ComponentFile(
                            file.getDigitised(),
                            file.getReused(),
                            file.getFromNationalStore(),
                            file.getLinkHash()))
                .toList(),
            said.getResultLinkHashes(),
            said.getSupplements().stream()
                .map(
                    asked ->
                        new Sighting.Supplement(
                            asked.getSupplementId(),
                            LocalTimes.instant(asked.getAskedAtMicros()),
                            LocalTimes.instant(asked.getCompletedAtMicros()),
                            LocalTimes.instant(asked.getDueBeforeMicros()),
                            LocalTimes.instant(asked.getDueAfterMicros())))
                .toList(),
            said.getEdgeMarks());
    return new SeenSighting(
        sighting, LocalTimes.instant(record.getRecordedAtMicros()), record.getBackfill());
  }
}
