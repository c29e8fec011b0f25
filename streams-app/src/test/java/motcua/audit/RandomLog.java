package motcua.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import motcua.codec.Micros;
import motcua.core.dossier.EventType;
import motcua.schemas.events.Digitisation;
import motcua.schemas.events.DossierEvent;
import motcua.schemas.events.Due;
import motcua.schemas.events.Fee;
import motcua.schemas.events.Reception;
import motcua.schemas.events.Suspension;
import motcua.schemas.events.Transfer;

/**
 * A few dossiers of one source over six weeks, as messy as the contract allows: late, doubled,
 * revised, retracted with and without naming the dossier, moved, tied, in any order.
 */
final class RandomLog {
  private static final Instant START = Instant.parse("2024-01-25T17:00:00Z");
  private static final int MINUTES = 42 * 24 * 60;
  private static final EventType[] TYPES = EventType.values();
  private static final String[] UNITS = {"U1", "U2", "U3"};

  private final Random random;
  private final int dossiers;
  private final List<DossierEvent> records = new ArrayList<>();

  private RandomLog(Random random) {
    this.random = random;
    this.dossiers = 1 + random.nextInt(3);
  }

  static List<DossierEvent> draw(Random random) {
    RandomLog log = new RandomLog(random);
    for (int i = 0; i < log.dossiers; i++) {
      log.dossier("D" + i);
    }
    java.util.Collections.shuffle(log.records, random);
    return log.records;
  }

  private void dossier(String id) {
    int events = 1 + random.nextInt(9);
    for (int i = 0; i < events; i++) {
      EventType type = i == 0 ? EventType.RECEIVED : TYPES[random.nextInt(TYPES.length)];
      DossierEvent event = event(id, id + ":" + i, type);
      records.add(event);
      if (chance(10)) {
        records.add(event);
      }
      for (int revision = 0; chance(25) && revision < 3; revision++) {
        records.add(revised(event));
      }
    }
  }

  private DossierEvent event(String dossier, String eventId, EventType type) {
    Instant at = moment();
    DossierEvent event = new DossierEvent();
    event.setSource("s");
    event.setGeneration(1);
    event.setDossierId(dossier);
    event.setEventId(eventId);
    event.setType(type.name());
    event.setOccurredAtMicros(Micros.of(at));
    event.setRecordedAtMicros(Micros.of(chance(60) ? at : moment()));
    switch (type) {
      case RECEIVED -> {
        event.setReception(
            new Reception(unit(), "P1", chance(90) ? "F" + random.nextInt(2) : null, channel()));
        event.setDue(chance(85) ? due() : null);
      }
      case DUE_CHANGED -> event.setDue(due());
      case RESUMED -> event.setDue(chance(40) ? due() : null);
      case SUSPENDED ->
          event.setSuspension(
              new Suspension(chance(50) ? "SUPPLEMENT" : chance(50) ? "STOPPED" : null));
      case TRANSFERRED -> event.setTransfer(new Transfer(unit()));
      case COMPONENTS_DIGITISED ->
          event.setDigitisation(
              new Digitisation(new String[] {"NONE", "PARTIAL", "FULL", null}[random.nextInt(4)]));
      case FEE_PAID -> event.setFee(chance(80) ? new Fee(chance(50)) : null);
      default -> {}
    }
    return event;
  }

  private DossierEvent revised(DossierEvent event) {
    DossierEvent revision = DossierEvent.newBuilder(event).build();
    if (chance(80)) {
      revision.setRecordedAtMicros(Micros.of(moment()));
    }
    if (chance(5)) {
      revision.setClaimedRecordedAtMicros(
          revision.getRecordedAtMicros() + random.nextInt(5_000) * 60_000_000L);
    }
    int what = random.nextInt(10);
    if (what < 2) {
      revision.setRetracted(true);
    } else if (what == 2) {
      revision.setRetracted(true);
      revision.setDossierId(null);
      revision.setType(null);
      revision.setOccurredAtMicros(null);
      revision.setReception(null);
      revision.setDue(null);
    } else if (what == 3) {
      revision.setDossierId("D" + random.nextInt(3));
    } else if (what < 8) {
      DossierEvent other =
          event(event.getDossierId(), event.getEventId(), EventType.valueOf(event.getType()));
      other.setRecordedAtMicros(revision.getRecordedAtMicros());
      return other;
    }
    return revision;
  }

  /** Now and then midnight itself, or a second before. */
  private Instant moment() {
    Instant any = START.plus(Duration.ofMinutes(random.nextInt(MINUTES)));
    if (chance(10)) {
      Instant midnight = START.plus(Duration.ofDays(random.nextInt(42)));
      return chance(50) ? midnight : midnight.minusSeconds(1);
    }
    return any;
  }

  private Due due() {
    return new Due(Micros.of(moment()), null);
  }

  private String unit() {
    return UNITS[random.nextInt(UNITS.length)];
  }

  private String channel() {
    return new String[] {"ONLINE", "DIRECT", "POSTAL"}[random.nextInt(3)];
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }
}
