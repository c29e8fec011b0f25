package motcua.core.interpretation;

import java.time.Instant;
import motcua.core.dossier.LifecycleEvent;
import motcua.core.dossier.LifecycleEvent.Apologised;
import motcua.core.dossier.LifecycleEvent.Completed;
import motcua.core.dossier.LifecycleEvent.ComponentsDigitised;
import motcua.core.dossier.LifecycleEvent.DueChanged;
import motcua.core.dossier.LifecycleEvent.FeePaid;
import motcua.core.dossier.LifecycleEvent.Received;
import motcua.core.dossier.LifecycleEvent.Refused;
import motcua.core.dossier.LifecycleEvent.Reopened;
import motcua.core.dossier.LifecycleEvent.ResultDigitised;
import motcua.core.dossier.LifecycleEvent.Resumed;
import motcua.core.dossier.LifecycleEvent.Returned;
import motcua.core.dossier.LifecycleEvent.Suspended;
import motcua.core.dossier.LifecycleEvent.Transferred;
import motcua.core.dossier.LifecycleEvent.Withdrawn;

/**
 * A revision's content: the canonical event of ledger.md 2 as compact JSON with sorted keys,
 * without nulls and without recordedAt, times at +07:00.
 */
final class EventText {
  private final StringBuilder text = new StringBuilder(320);

  private EventText() {}

  static String of(String source, String dossierId, String eventId, LifecycleEvent event) {
    EventText json = new EventText();
    Received received = event instanceof Received each ? each : null;
    if (received != null) {
      json.add("channel", received.channel().name());
    }
    if (event instanceof ComponentsDigitised digitised) {
      json.add("components", digitised.components());
    }
    json.add("dossierId", dossierId);
    json.add("dueAt", dueAt(event));
    json.add("eventId", eventId);
    if (received != null) {
      json.add("field", received.field());
    }
    json.add("occurredAt", event.occurredAt());
    if (event instanceof FeePaid paid) {
      json.key("online").append(paid.online());
    }
    if (received != null) {
      json.add("procedure", received.procedure());
    }
    json.add("reason", reason(event));
    json.add("source", source);
    json.add("type", event.type().name());
    json.add("unit", unit(event));
    return json.text.append('}').toString();
  }

  /** The content of a bare retraction. */
  static String retraction(String source, String dossierId, String eventId) {
    EventText json = new EventText();
    json.add("dossierId", dossierId);
    json.add("eventId", eventId);
    json.key("retracted").append(true);
    json.add("source", source);
    return json.text.append('}').toString();
  }

  private static Instant dueAt(LifecycleEvent event) {
    return switch (event) {
      case Received received -> received.dueAt();
      case DueChanged changed -> changed.dueAt();
      case Resumed resumed -> resumed.dueAt();
      case Apologised apologised -> apologised.dueAt();
      case Suspended e -> null;
      case Completed e -> null;
      case Returned e -> null;
      case Refused e -> null;
      case Withdrawn e -> null;
      case Reopened e -> null;
      case Transferred e -> null;
      case ComponentsDigitised e -> null;
      case ResultDigitised e -> null;
      case FeePaid e -> null;
    };
  }

  private static String reason(LifecycleEvent event) {
    return event instanceof DueChanged changed
        ? changed.reason()
        : event instanceof Suspended suspended ? suspended.reason() : null;
  }

  private static String unit(LifecycleEvent event) {
    return event instanceof Received received
        ? received.unit()
        : event instanceof Transferred transferred ? transferred.unit() : null;
  }

  private StringBuilder key(String key) {
    return text.append(text.isEmpty() ? '{' : ',').append('"').append(key).append("\":");
  }

  private void add(String key, Instant moment) {
    if (moment != null) {
      Moments.append(key(key).append('"'), moment).append('"');
    }
  }

  private void add(String key, String value) {
    if (value == null) {
      return;
    }
    key(key).append('"');
    int plain = 0;
    while (plain < value.length() && isPlain(value.charAt(plain))) {
      plain++;
    }
    text.append(value, 0, plain);
    for (int i = plain; i < value.length(); i++) {
      escaped(value.charAt(i));
    }
    text.append('"');
  }

  private static boolean isPlain(char c) {
    return c >= ' ' && c != '"' && c != '\\';
  }

  private void escaped(char c) {
    if (isPlain(c)) {
      text.append(c);
    } else if (c >= ' ') {
      text.append('\\').append(c);
    } else {
      text.append("\\u00").append(Character.forDigit(c >> 4, 16));
      text.append(Character.forDigit(c & 15, 16));
    }
  }
}
