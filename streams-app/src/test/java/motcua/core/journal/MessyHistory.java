package motcua.core.journal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import motcua.core.calendar.CalendarRow;
import motcua.core.calendar.WorkingCalendar;
import motcua.core.dossier.Channel;
import motcua.core.dossier.LifecycleEvent;
import motcua.core.dossier.Revision;
import motcua.core.policy.Policy;
import motcua.core.policy.Rules;

/**
 * Seeded histories of one dossier as bad as they come: few moments and few ids, so that ties,
 * revisions, retractions, moves to another dossier, late and early records and contradictions are
 * frequent. Around Tết and a year's end.
 */
public final class MessyHistory {
  /** Nothing happens before. */
  public static final LocalDate FIRST_DAY = LocalDate.of(2025, 12, 26);

  /** The dossier whose history it is. */
  public static final String DOSSIER = Story.DOSSIER;

  private static final int DAYS = 24;
  private static final String[] HOURS = {
    "00:00:00", "08:00:00", "09:30:00", "17:00:00", "23:59:59"
  };
  private static final String[] REASONS = {"SUPPLEMENT", "FINANCIAL_OBLIGATION", "STOPPED", null};
  private static final String[] UNITS = {"U1", "U2", "U3"};
  private static final WorkingCalendar CALENDAR =
      new WorkingCalendar(
          List.of(
              row("2025-12-31", CalendarRow.Kind.OFF),
              row("2026-01-01", CalendarRow.Kind.OFF),
              row("2026-01-02", CalendarRow.Kind.OFF),
              row("2026-01-10", CalendarRow.Kind.WORK),
              row("2026-01-16", CalendarRow.Kind.OFF)));

  private final RandomGenerator random;

  /** The next histories of a seed. */
  public MessyHistory(RandomGenerator random) {
    this.random = random;
  }

  private static CalendarRow row(String date, CalendarRow.Kind kind) {
    return new CalendarRow(LocalDate.parse(date), kind, null);
  }

  /** Any policy, and a calendar with a holiday and a Saturday worked in exchange. */
  public Rules rules() {
    return new Rules(
        new Policy(
            "messy",
            any(Policy.Timeliness.values()),
            any(Policy.Closes.values()),
            any(Policy.Supplement.values())),
        CALENDAR);
  }

  /** Up to {@code most} revisions, in no order. */
  public List<Revision> revisions(int most) {
    int ids = 2 + random.nextInt(8);
    List<Revision> revisions = new ArrayList<>();
    for (int i = random.nextInt(most + 1); i > 0; i--) {
      revisions.add(revision("e" + random.nextInt(ids)));
    }
    if (random.nextInt(8) > 0) {
      LifecycleEvent receipt = received(moment(4));
      revisions.add(Story.revision("r", receipt, Story.DOSSIER, recordedAt(receipt.occurredAt())));
    }
    return revisions;
  }

  Revision revision(String id) {
    LifecycleEvent event = event(moment(DAYS));
    Instant recordedAt = recordedAt(event.occurredAt());
    int kind = random.nextInt(20);
    if (kind == 0) {
      return Story.retraction(id, recordedAt);
    }
    if (kind == 1) {
      return Story.revision(id, event, "D2", recordedAt);
    }
    Revision revision = Story.revision(id, event, Story.DOSSIER, recordedAt);
    return kind == 2 ? claimedLater(revision) : revision;
  }

  private Revision claimedLater(Revision revision) {
    return new Revision(
        revision.eventId(),
        revision.dossierId(),
        revision.recordedAt(),
        revision.recordedAt().plusSeconds(random.nextInt(3) * 3600L),
        revision.event(),
        false,
        revision.content());
  }

  /** Mostly when it happened, often later, sometimes before. */
  private Instant recordedAt(Instant occurredAt) {
    return switch (random.nextInt(6)) {
      case 0, 1, 2 -> occurredAt;
      case 3 -> moment(DAYS);
      case 4 -> Story.at(FIRST_DAY.plusDays(random.nextInt(DAYS)) + "T12:00");
      default -> occurredAt.plusSeconds(random.nextInt(4) * 86_400L);
    };
  }

  /** Some moment within so many days. */
  public Instant moment(int days) {
    return Story.at(FIRST_DAY.plusDays(random.nextInt(days)) + "T" + any(HOURS));
  }

  private Instant dueOrNone() {
    return random.nextInt(3) == 0 ? null : moment(DAYS);
  }

  private LifecycleEvent received(Instant at) {
    return new LifecycleEvent.Received(
        at, any(UNITS), "P1", any("F1", "F2"), any(Channel.values()), dueOrNone());
  }

  private LifecycleEvent event(Instant at) {
    return switch (random.nextInt(18)) {
      case 0 -> received(at);
      case 1, 2 -> new LifecycleEvent.DueChanged(at, moment(DAYS), "EXTENSION");
      case 3, 4, 5 -> new LifecycleEvent.Suspended(at, any(REASONS));
      case 6, 7 -> new LifecycleEvent.Resumed(at, dueOrNone());
      case 8 -> new LifecycleEvent.Completed(at);
      case 9 -> new LifecycleEvent.Returned(at);
      case 10 ->
          random.nextBoolean() ? new LifecycleEvent.Refused(at) : new LifecycleEvent.Withdrawn(at);
      case 11, 12 -> new LifecycleEvent.Reopened(at);
      case 13 -> new LifecycleEvent.Transferred(at, any(UNITS));
      case 14 -> new LifecycleEvent.ComponentsDigitised(at, any("NONE", "PARTIAL", "FULL", null));
      case 15 -> new LifecycleEvent.ResultDigitised(at);
      case 16 -> new LifecycleEvent.FeePaid(at, random.nextBoolean());
      default -> new LifecycleEvent.Apologised(at, dueOrNone());
    };
  }

  @SafeVarargs
  private <T> T any(T... values) {
    return values[random.nextInt(values.length)];
  }
}
