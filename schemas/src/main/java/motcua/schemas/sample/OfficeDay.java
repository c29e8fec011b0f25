package motcua.schemas.sample;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import motcua.schemas.sample.PlayedState.Tally;

/** Draws one working day of one unit: what it closes, what it receives. Used once. */
final class OfficeDay {
  private static final DateTimeFormatter CODE_DATE = DateTimeFormatter.ofPattern("yyMMdd");
  private static final LocalTime LATE_FROM = LocalTime.of(7, 40);
  private static final LocalTime LATE_TO = LocalTime.of(11, 25);

  private static final LocalTime SENT_AFTER = LocalTime.of(17, 28, 30);

  private final PlayedUnit unit;
  private final LocalDate date;
  private final int day;
  private final boolean turn;
  private final SeededRandom random;
  private final OfficeClock clock;
  private final Receptions receptions;
  private final List<PlayedEvent> events = new ArrayList<>();
  private final List<PlayedDossier> open = new ArrayList<>();
  private final List<PlayedDossier> closedLate = new ArrayList<>();
  private Tally tally;
  private int serial;

  OfficeDay(PlayedUnit unit, int day, Turns turns, WorkingDays calendar, long seed, Tally tally) {
    this.unit = unit;
    this.day = day;
    this.date = calendar.day(day);
    this.turn = turns.isOf(unit, day);
    this.random =
        new SeededRandom(
            SeededRandom.mix(seed ^ SeededRandom.mix(date.toEpochDay() * 1_000 + unit.index())));
    this.clock = new OfficeClock(date, random);
    this.receptions = new Receptions(unit, day, turns, calendar, random);
    this.tally = tally;
  }

  /** Events in no order. */
  List<PlayedEvent> events() {
    return events;
  }

  /** Dossiers open in the evening, some of them at another unit. */
  List<PlayedDossier> open() {
    return open;
  }

  /** What was closed late today. */
  List<PlayedDossier> closedLate() {
    return closedLate;
  }

  Tally tally() {
    return tally;
  }

  /** What happens to the dossiers the unit has in the morning. */
  void handle(List<PlayedDossier> morning) {
    for (PlayedDossier dossier : morning) {
      suspendOrExtend(dossier);
      LocalDateTime at = resumed(dossier, clock.working());
      if (dossier.closesOn() <= day) {
        close(dossier, at);
      } else if (dossier.movedOn() == day) {
        add(dossier, "TRANSFERRED", at).with("unit", unit.desk());
        open.add(dossier.at(unit.desk()));
      } else {
        open.add(dossier);
      }
    }
  }

  private void suspendOrExtend(PlayedDossier dossier) {
    if (dossier.pause().from() == day) {
      add(dossier, "SUSPENDED", clock.working()).with("reason", "SUPPLEMENT");
    }
    if (dossier.extendedOn() == day) {
      add(dossier, "DUE_CHANGED", clock.working())
          .with("dueAt", PlayedEvent.time(receptions.appointment(dossier.dueOn())))
          .with("reason", "EXTENSION");
    }
  }

  private LocalDateTime resumed(PlayedDossier dossier, LocalDateTime at) {
    if (dossier.pause().to() != day) {
      return at;
    }
    add(dossier, "RESUMED", clock.between(OfficeClock.OPENS, LocalTime.of(9, 0)));
    return clock.workingAfter(date.atTime(9, 0));
  }

  private void close(PlayedDossier dossier, LocalDateTime usual) {
    boolean late = dossier.isLateOn(day);
    LocalDateTime at = turn && late ? clock.between(LATE_FROM, LATE_TO) : usual;
    if (!late && random.percent(4)) {
      add(dossier, random.percent(60) ? "REFUSED" : "WITHDRAWN", at);
      return;
    }
    finish(dossier, at);
    if (late) {
      closedLate.add(dossier);
      if (random.percent(40)) {
        add(dossier, "APOLOGISED", clock.soonAfter(at, 1, 4));
      }
    }
  }

  private void finish(PlayedDossier dossier, LocalDateTime at) {
    add(dossier, "COMPLETED", at);
    if (dossier.isDated()) {
      tally = tally.plus(1, dossier.isLateOn(day) ? 1 : 0);
    }
    if (random.percent(72)) {
      add(dossier, "RESULT_DIGITISED", clock.soonAfter(at, 1, 15));
    }
    if (random.percent(65)) {
      add(dossier, "RETURNED", clock.soonAfter(at, 5, 40));
    }
  }

  /** Receives what comes on a usual day. */
  void receive() {
    int hundredths = unit.arrivals() * random.between(75, 125) / 100;
    int count = hundredths / 100 + (random.nextInt(100) < hundredths % 100 ? 1 : 0);
    for (int i = 0; i < count; i++) {
      LocalDateTime at = clock.arrival();
      PlayedDossier dossier = receptions.draw(nextId(), at, tally, open);
      events.add(PlayedEvent.reception(dossier, dossier.due(), at));
      attributes(dossier, at);
      dossier = corrected(dossier, at);
      if (dossier.closesOn() <= day) {
        finish(dossier, clock.workingAfter(at.plusMinutes(20)));
      } else {
        open.add(dossier);
      }
    }
  }

  private void attributes(PlayedDossier dossier, LocalDateTime at) {
    int drawn = random.nextInt(100);
    int full = 60 + unit.index() * 13 % 35;
    if (drawn < 95) {
      LocalDateTime scanned = clock.soonAfter(at, 1, 20);
      PlayedEvent event = add(dossier, "COMPONENTS_DIGITISED", scanned);
      event.with("components", drawn < full ? "FULL" : drawn < 90 ? "PARTIAL" : "NONE");
      if (random.percent(1)) {
        events.add(new PlayedEvent(unit, clock.soonAfter(scanned, 5, 30), retracted(event)));
      }
    }
    if (random.percent(45)) {
      boolean online = random.percent(dossier.channel().equals("ONLINE") ? 85 : 15);
      add(dossier, "FEE_PAID", clock.soonAfter(at, 1, 10)).with("online", online);
    }
  }

  private static Map<String, Object> retracted(PlayedEvent event) {
    Map<String, Object> fields = new LinkedHashMap<>(event.fields());
    fields.put("retracted", true);
    return fields;
  }

  /** Some receptions are entered with the wrong channel, and again with the right one. */
  private PlayedDossier corrected(PlayedDossier dossier, LocalDateTime at) {
    if (!random.percent(2)) {
      return dossier;
    }
    PlayedDossier right = dossier.by(dossier.channel().equals("DIRECT") ? "ONLINE" : "DIRECT");
    events.add(PlayedEvent.reception(right, right.due(), clock.soonAfter(at, 10, 60)));
    return right;
  }

  /** Says again of a dossier that was closed late when it was due: two working days later. */
  void correctAppointment(PlayedDossier dossier, LocalTime from, LocalTime to) {
    LocalDateTime due = receptions.appointment(Math.max(day, dossier.dueOn()) + 2);
    events.add(PlayedEvent.reception(dossier, due, clock.between(from, to)));
    tally = tally.plus(0, -1);
  }

  /** Receives and closes what takes minutes, as when certifications are done for a whole hamlet. */
  void closeOnTheSpot(int count, LocalTime from, LocalTime to) {
    for (int i = 0; i < count; i++) {
      LocalDateTime at = clock.between(from, to);
      PlayedDossier dossier = receptions.onTheSpot(nextId(), at);
      events.add(PlayedEvent.reception(dossier, dossier.due(), at));
      attributes(dossier, at);
      finish(dossier, clock.soonAfter(at, 4, 20));
    }
  }

  /**
   * Two lines that no ledger can read, a time without offset and an unknown type, sent when the
   * office has closed.
   */
  void garble() {
    LocalDateTime at = date.atTime(SENT_AFTER);
    PlayedDossier dossier = receptions.draw(nextId(), at, tally, List.of());
    events.add(PlayedEvent.reception(dossier, null, at).with("occurredAt", at.toString()));
    events.add(PlayedEvent.of(dossier, "FINISHED", at));
  }

  private String nextId() {
    serial++;
    return "%s-%s-%04d".formatted(unit.code(), CODE_DATE.format(date), serial);
  }

  private PlayedEvent add(PlayedDossier dossier, String type, LocalDateTime at) {
    PlayedEvent event = PlayedEvent.of(dossier, type, at);
    events.add(event);
    return event;
  }
}
