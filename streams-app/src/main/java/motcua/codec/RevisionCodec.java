package motcua.codec;

import java.io.IOException;
import motcua.core.dossier.EventType;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;

/**
 * {@link EventRevision} in a store value: a field mask, then the fields present. Layout of state
 * version 1.
 */
final class RevisionCodec {
  private static final int DOSSIER = 1;
  private static final int TYPE = 1 << 1;
  private static final int OCCURRED = 1 << 2;
  private static final int CLAIMED = 1 << 3;
  private static final int RETRACTED = 1 << 4;
  private static final int UNIT = 1 << 5;
  private static final int PROCEDURE = 1 << 6;
  private static final int FIELD = 1 << 7;
  private static final int CHANNEL = 1 << 8;
  private static final int DUE = 1 << 9;
  private static final int REASON = 1 << 10;
  private static final int COMPONENTS = 1 << 11;
  private static final int ONLINE = 1 << 12;
  private static final int ONLINE_TRUE = 1 << 13;

  private RevisionCodec() {}

  static void write(EventRevision r, BinaryEncoder out) throws IOException {
    out.writeInt(mask(r));
    out.writeString(r.eventId());
    out.writeLong(r.recordedAtMicros());
    text(r.dossierId(), out);
    if (r.type() != null) {
      out.writeInt(r.type().ordinal());
    }
    if (r.occurredAtMicros() != null) {
      out.writeLong(r.occurredAtMicros());
    }
    if (r.orderedAtMicros() != r.recordedAtMicros()) {
      out.writeLong(r.orderedAtMicros());
    }
    text(r.unit(), out);
    text(r.procedure(), out);
    text(r.field(), out);
    text(r.channel(), out);
    if (r.dueAtMicros() != null) {
      out.writeLong(r.dueAtMicros());
    }
    text(r.reason(), out);
    text(r.components(), out);
  }

  static EventRevision read(BinaryDecoder in) throws IOException {
    int mask = in.readInt();
    String eventId = in.readString();
    long recordedAt = in.readLong();
    String dossierId = text(mask, DOSSIER, in);
    EventType type = (mask & TYPE) == 0 ? null : EventType.values()[in.readInt()];
    Long occurredAt = number(mask, OCCURRED, in);
    Long claimed = number(mask, CLAIMED, in);
    String unit = text(mask, UNIT, in);
    String procedure = text(mask, PROCEDURE, in);
    String field = text(mask, FIELD, in);
    String channel = text(mask, CHANNEL, in);
    Long dueAt = number(mask, DUE, in);
    String reason = text(mask, REASON, in);
    String components = text(mask, COMPONENTS, in);
    Boolean online = (mask & ONLINE) == 0 ? null : (Boolean) ((mask & ONLINE_TRUE) != 0);
    return new EventRevision(
        eventId,
        dossierId,
        type,
        occurredAt,
        recordedAt,
        claimed == null ? recordedAt : claimed,
        (mask & RETRACTED) != 0,
        unit,
        procedure,
        field,
        channel,
        dueAt,
        reason,
        components,
        online);
  }

  private static int mask(EventRevision r) {
    return bit(r.dossierId() != null, DOSSIER)
        | bit(r.type() != null, TYPE)
        | bit(r.occurredAtMicros() != null, OCCURRED)
        | bit(r.orderedAtMicros() != r.recordedAtMicros(), CLAIMED)
        | bit(r.retracted(), RETRACTED)
        | bit(r.unit() != null, UNIT)
        | bit(r.procedure() != null, PROCEDURE)
        | bit(r.field() != null, FIELD)
        | bit(r.channel() != null, CHANNEL)
        | bit(r.dueAtMicros() != null, DUE)
        | bit(r.reason() != null, REASON)
        | bit(r.components() != null, COMPONENTS)
        | bit(r.online() != null, ONLINE)
        | bit(Boolean.TRUE.equals(r.online()), ONLINE_TRUE);
  }

  private static int bit(boolean set, int bit) {
    return set ? bit : 0;
  }

  private static void text(String value, BinaryEncoder out) throws IOException {
    if (value != null) {
      out.writeString(value);
    }
  }

  private static String text(int mask, int bit, BinaryDecoder in) throws IOException {
    return (mask & bit) == 0 ? null : in.readString();
  }

  private static Long number(int mask, int bit, BinaryDecoder in) throws IOException {
    return (mask & bit) == 0 ? null : (Long) in.readLong();
  }
}
