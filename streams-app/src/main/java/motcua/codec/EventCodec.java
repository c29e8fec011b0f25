package motcua.codec;

import motcua.core.dossier.Channel;
import motcua.core.dossier.EventType;
import motcua.schemas.events.DossierEvent;

/** Canonical events from the wire to the form the store keeps. */
public final class EventCodec {
  private EventCodec() {}

  /**
   * The revision a wire record holds.
   *
   * @throws UnreadableRecord when it breaks a rule of ledger.md 2; the connector refuses such
   *     records first, so one here came from another writer
   */
  public static EventRevision toRevision(DossierEvent e) {
    if (e.getEventId() == null) {
      throw new UnreadableRecord("EVENT_ID_MISSING: neither an eventId nor a sighting");
    }
    EventType type = type(e.getType());
    var reception = e.getReception();
    var due = e.getDue();
    var revision =
        new EventRevision(
            e.getEventId(),
            e.getDossierId(),
            type,
            e.getOccurredAtMicros(),
            e.getRecordedAtMicros(),
            e.getClaimedRecordedAtMicros() == null
                ? e.getRecordedAtMicros()
                : e.getClaimedRecordedAtMicros(),
            e.getRetracted(),
            unit(e),
            reception == null ? null : reception.getProcedure(),
            reception == null ? null : reception.getField(),
            reception == null ? null : reception.getChannel(),
            due == null ? null : due.getDueAtMicros(),
            reason(e),
            e.getDigitisation() == null ? null : e.getDigitisation().getComponents(),
            e.getFee() == null ? null : e.getFee().getOnline());
    for (String code :
        new String[] {
          e.getSource(), e.getDossierId(), e.getEventId(), revision.unit(), revision.field()
        }) {
      checkCode(code);
    }
    if (!revision.retracted()) {
      check(revision);
    }
    return revision;
  }

  /** Codes become parts of keys, which separate by control characters; an empty code is none. */
  static void checkCode(String code) {
    if (code == null) {
      return;
    }
    require(!code.isEmpty(), "CODE_EMPTY");
    for (int i = 0; i < code.length(); i++) {
      require(code.charAt(i) >= ' ', "CODE_CONTROL_CHARACTER");
    }
  }

  private static String unit(DossierEvent e) {
    if (e.getReception() != null && e.getReception().getUnit() != null) {
      return e.getReception().getUnit();
    }
    return e.getTransfer() == null ? null : e.getTransfer().getUnit();
  }

  private static String reason(DossierEvent e) {
    if (e.getDue() != null && e.getDue().getReason() != null) {
      return e.getDue().getReason();
    }
    return e.getSuspension() == null ? null : e.getSuspension().getReason();
  }

  private static EventType type(String name) {
    if (name == null) {
      return null;
    }
    for (EventType type : EventType.values()) {
      if (type.name().equals(name)) {
        return type;
      }
    }
    throw new UnreadableRecord("TYPE_UNKNOWN: no event type of the contract");
  }

  private static void check(EventRevision r) {
    require(r.dossierId() != null, "DOSSIER_ID_MISSING");
    require(r.type() != null, "TYPE_MISSING");
    require(r.occurredAtMicros() != null, "OCCURRED_AT_MISSING");
    switch (r.type()) {
      case RECEIVED -> {
        require(r.unit() != null, "UNIT_MISSING");
        require(isChannel(r.channel()), "CHANNEL_UNKNOWN");
      }
      case TRANSFERRED -> require(r.unit() != null, "UNIT_MISSING");
      case DUE_CHANGED -> require(r.dueAtMicros() != null, "DUE_MISSING");
      case SUSPENDED,
          RESUMED,
          COMPLETED,
          RETURNED,
          REFUSED,
          WITHDRAWN,
          REOPENED,
          COMPONENTS_DIGITISED,
          RESULT_DIGITISED,
          FEE_PAID,
          APOLOGISED -> {}
    }
  }

  private static boolean isChannel(String name) {
    for (Channel channel : Channel.values()) {
      if (channel.name().equals(name)) {
        return true;
      }
    }
    return false;
  }

  private static void require(boolean holds, String code) {
    if (!holds) {
      throw new UnreadableRecord(code);
    }
  }
}
