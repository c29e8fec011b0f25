package motcua.benchmarks;

import java.time.Duration;
import java.time.Instant;
import motcua.codec.Micros;
import motcua.core.dossier.EventType;
import motcua.schemas.events.DossierEvent;
import motcua.schemas.events.Due;
import motcua.schemas.events.Reception;

/**
 * Events of a day on which offices work: dossiers that end on time, and among them units of which
 * one more late dossier makes an alert SURE.
 */
final class AlertLoad {
  /** Late dossiers of a unit before the one that makes its alert SURE. */
  static final int LATE_BEFORE = 3;

  static final String ROOT = "H98";
  private static final String SOURCE = "bench";
  private static final int BUSY_UNITS = 50;

  private final int probes;
  private long busy;

  AlertLoad(int probes) {
    this.probes = probes;
  }

  /** Units that work on time, and those that are tried; each of the latter has a head. */
  String unitsCsv() {
    var csv = new StringBuilder("code,name,parent,level,headName,headEmail\n");
    csv.append(ROOT).append(",Tỉnh thử tải,,tinh,,\n");
    for (int unit = 0; unit < BUSY_UNITS; unit++) {
      csv.append("%s,Xã %d,%s,xa,,%n".formatted(busyUnit(unit), unit, ROOT));
    }
    for (int unit = 0; unit < probes; unit++) {
      csv.append(
          "%s,Xã đo %d,%s,xa,Người nhận %d,%s%n"
              .formatted(probe(unit), unit, ROOT, unit, address(unit)));
    }
    return csv.toString();
  }

  static String address(int probe) {
    return "probe%d@example.vn".formatted(probe);
  }

  private static String busyUnit(int unit) {
    return "H98.B%03d".formatted(unit);
  }

  private static String probe(int unit) {
    return "H98.P%03d".formatted(unit);
  }

  /** The next event of the usual work. */
  DossierEvent usual(Instant now) {
    long number = busy++;
    long dossier = number / 2;
    String id = "B" + dossier;
    return number % 2 == 0
        ? received(
            id, busyUnit((int) (dossier % BUSY_UNITS)), now, now.plus(Duration.ofDays(5)), now)
        : event(id, "c", EventType.COMPLETED, now, now);
  }

  /** One of the dossiers of a unit that is tried, received and overdue. */
  DossierEvent overdue(int probe, int dossier, Instant now) {
    Instant received = now.minus(Duration.ofDays(3));
    return received(
        "P" + probe + "-" + dossier, probe(probe), received, now.minus(Duration.ofDays(2)), now);
  }

  /** Its end, late. */
  DossierEvent late(int probe, int dossier, Instant now) {
    return event("P" + probe + "-" + dossier, "c", EventType.COMPLETED, now, now);
  }

  private static DossierEvent received(
      String dossier, String unit, Instant at, Instant due, Instant recordedAt) {
    DossierEvent event = event(dossier, "r", EventType.RECEIVED, at, recordedAt);
    event.setReception(new Reception(unit, "P1", "F1", "ONLINE"));
    event.setDue(new Due(Micros.of(due), null));
    return event;
  }

  private static DossierEvent event(
      String dossier, String number, EventType type, Instant at, Instant recordedAt) {
    var event = new DossierEvent();
    event.setSource(SOURCE);
    event.setGeneration(1);
    event.setDossierId(dossier);
    event.setEventId(dossier + ":" + number);
    event.setType(type.name());
    event.setOccurredAtMicros(Micros.of(at));
    event.setRecordedAtMicros(Micros.of(recordedAt));
    return event;
  }
}
