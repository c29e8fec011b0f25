package motcua.simulation;

import motcua.codec.Micros;
import motcua.core.dossier.LifecycleEvent;
import motcua.core.dossier.Revision;
import motcua.schemas.events.Digitisation;
import motcua.schemas.events.DossierEvent;
import motcua.schemas.events.Due;
import motcua.schemas.events.Fee;
import motcua.schemas.events.Reception;
import motcua.schemas.events.Suspension;
import motcua.schemas.events.Transfer;

/** Revisions of the core as the connector would write them. */
final class Events {
  static final String SOURCE = "s";

  private Events() {}

  static DossierEvent toWire(Revision revision) {
    var event = new DossierEvent();
    event.setSource(SOURCE);
    event.setDossierId(revision.dossierId());
    event.setEventId(revision.eventId());
    event.setRecordedAtMicros(Micros.of(revision.recordedAt()));
    if (!revision.orderedAt().equals(revision.recordedAt())) {
      event.setClaimedRecordedAtMicros(Micros.of(revision.orderedAt()));
    }
    event.setGeneration(1);
    event.setRetracted(revision.retracted());
    if (revision.event() != null) {
      event.setType(revision.event().type().name());
      event.setOccurredAtMicros(Micros.of(revision.event().occurredAt()));
      setSections(event, revision.event());
    }
    return event;
  }

  private static void setSections(DossierEvent wire, LifecycleEvent event) {
    switch (event) {
      case LifecycleEvent.Received r -> {
        wire.setReception(new Reception(r.unit(), r.procedure(), r.field(), r.channel().name()));
        wire.setDue(new Due(Micros.ofNullable(r.dueAt()), null));
      }
      case LifecycleEvent.DueChanged d -> wire.setDue(new Due(Micros.of(d.dueAt()), d.reason()));
      case LifecycleEvent.Suspended s -> wire.setSuspension(new Suspension(s.reason()));
      case LifecycleEvent.Resumed r -> wire.setDue(new Due(Micros.ofNullable(r.dueAt()), null));
      case LifecycleEvent.Transferred t -> wire.setTransfer(new Transfer(t.unit()));
      case LifecycleEvent.ComponentsDigitised c ->
          wire.setDigitisation(new Digitisation(c.components()));
      case LifecycleEvent.FeePaid f -> wire.setFee(new Fee(f.online()));
      case LifecycleEvent.Apologised a -> wire.setDue(new Due(Micros.ofNullable(a.dueAt()), null));
      case LifecycleEvent.Completed c -> {}
      case LifecycleEvent.Returned r -> {}
      case LifecycleEvent.Refused r -> {}
      case LifecycleEvent.Withdrawn w -> {}
      case LifecycleEvent.Reopened r -> {}
      case LifecycleEvent.ResultDigitised r -> {}
    }
  }
}
