package motcua.audit.recount;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.TreeMap;
import motcua.core.dossier.LifecycleEvent;
import motcua.core.dossier.Revision;
import motcua.schemas.events.DossierEvent;

/** Reads statements out of the log's records, and says which records are none (ledger.md 2). */
final class Statements {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final DateTimeFormatter TIME = DateTimeFormatter.ISO_OFFSET_DATE_TIME;

  private Statements() {}

  /** Whether a record without a sighting is an event; else it is a dead letter. */
  static boolean isEvent(DossierEvent record) {
    Statement said = of(record, "");
    boolean codes =
        isCode(record.getSource())
            && record.getEventId() != null
            && isCode(said.eventId())
            && isCodeOrNone(said.dossierId())
            && isCodeOrNone(said.unit())
            && isCodeOrNone(said.field())
            && (said.type() == null || Statement.TYPES.contains(said.type()));
    return codes && (said.retracted() || isComplete(said));
  }

  private static boolean isComplete(Statement said) {
    if (said.dossierId() == null || said.type() == null || said.occurredAt() == null) {
      return false;
    }
    return switch (said.type()) {
      case "RECEIVED" -> said.unit() != null && Statement.CHANNELS.contains(said.channel());
      case "TRANSFERRED" -> said.unit() != null;
      case "DUE_CHANGED" -> said.dueAt() != null;
      default -> true;
    };
  }

  /** Not empty and without control characters. */
  static boolean isCode(String text) {
    return text != null && !text.isEmpty() && text.chars().allMatch(c -> c >= 0x20);
  }

  static boolean isCodeOrNone(String text) {
    return text == null || isCode(text);
  }

  /** The statement of a record without a sighting. */
  static Statement of(DossierEvent record) {
    return of(record, content(record));
  }

  private static Statement of(DossierEvent record, String content) {
    Long claimed = record.getClaimedRecordedAtMicros();
    var reception = record.getReception();
    var due = record.getDue();
    return new Statement(
        record.getEventId(),
        record.getDossierId(),
        record.getType(),
        LocalTimes.local(record.getOccurredAtMicros()),
        LocalTimes.instant(record.getRecordedAtMicros()),
        LocalTimes.instant(claimed == null ? record.getRecordedAtMicros() : claimed),
        record.getRetracted(),
        unit(record),
        reception == null ? null : reception.getProcedure(),
        reception == null ? null : reception.getField(),
        reception == null ? null : reception.getChannel(),
        due == null ? null : LocalTimes.local(due.getDueAtMicros()),
        reason(record),
        record.getDigitisation() == null ? null : record.getDigitisation().getComponents(),
        record.getFee() != null && Boolean.TRUE.equals(record.getFee().getOnline()),
        content);
  }

  private static String unit(DossierEvent record) {
    if (record.getReception() != null && record.getReception().getUnit() != null) {
      return record.getReception().getUnit();
    }
    return record.getTransfer() == null ? null : record.getTransfer().getUnit();
  }

  private static String reason(DossierEvent record) {
    if (record.getDue() != null && record.getDue().getReason() != null) {
      return record.getDue().getReason();
    }
    return record.getSuspension() == null ? null : record.getSuspension().getReason();
  }

  private static String content(DossierEvent record) {
    Statement said = of(record, "");
    TreeMap<String, Object> fields = new TreeMap<>();
    fields.put("source", record.getSource());
    fields.put("eventId", said.eventId());
    fields.put("dossierId", said.dossierId());
    fields.put("type", said.type());
    fields.put("occurredAt", text(said.occurredAt()));
    fields.put("unit", said.unit());
    fields.put("procedure", said.procedure());
    fields.put("field", said.field());
    fields.put("channel", said.channel());
    fields.put("dueAt", text(said.dueAt()));
    fields.put("reason", said.reason());
    fields.put("components", said.components());
    fields.put("online", record.getFee() == null ? null : record.getFee().getOnline());
    fields.put("retracted", said.retracted() ? true : null);
    fields.values().removeIf(value -> value == null);
    try {
      return JSON.writeValueAsString(fields);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String text(ZonedDateTime time) {
    return time == null ? null : TIME.format(time);
  }

  /** The statement of a revision that the interpretation of sightings gave. */
  static Statement of(Revision read) {
    LifecycleEvent event = read.event();
    var received = event instanceof LifecycleEvent.Received r ? r : null;
    return new Statement(
        read.eventId(),
        read.dossierId(),
        event == null ? null : event.type().name(),
        event == null ? null : LocalTimes.local(event.occurredAt()),
        read.recordedAt(),
        read.orderedAt(),
        read.retracted(),
        unit(event),
        received == null ? null : received.procedure(),
        received == null ? null : received.field(),
        received == null ? null : received.channel().name(),
        due(event),
        reason(event),
        event instanceof LifecycleEvent.ComponentsDigitised c ? c.components() : null,
        event instanceof LifecycleEvent.FeePaid fee && fee.online(),
        read.content());
  }

  private static String unit(LifecycleEvent event) {
    return switch (event) {
      case LifecycleEvent.Received received -> received.unit();
      case LifecycleEvent.Transferred transferred -> transferred.unit();
      case null, default -> null;
    };
  }

  private static ZonedDateTime due(LifecycleEvent event) {
    return LocalTimes.local(
        switch (event) {
          case LifecycleEvent.Received received -> received.dueAt();
          case LifecycleEvent.DueChanged changed -> changed.dueAt();
          case LifecycleEvent.Resumed resumed -> resumed.dueAt();
          case null, default -> (java.time.Instant) null;
        });
  }

  private static String reason(LifecycleEvent event) {
    return event instanceof LifecycleEvent.Suspended suspended ? suspended.reason() : null;
  }
}
