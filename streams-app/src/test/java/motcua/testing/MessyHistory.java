package motcua.testing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import motcua.core.calendar.WorkingCalendar;
import motcua.core.dossier.Channel;
import motcua.core.dossier.LifecycleEvent;
import motcua.core.dossier.Revision;
import motcua.core.policy.Policy;
import motcua.core.policy.Rules;

/**
 * Seeded histories of one dossier as bad as they come: few moments and few ids, so that ties,
 * revisions, retractions, moves to another dossier, late and early records and contradictions are
 * frequent. Beside them plausible lives, mostly recorded as they happened, with a little mess.
 */
public final class MessyHistory {
  /** Where in the calendar a history lies. */
  public enum Era {
    /** The end of the calendar year, a holiday, and a Saturday worked in exchange. */
    YEAR_END("2025-12-26", 24),
    /** Around Tết. */
    TET("2026-02-06", 24),
    /** The end of the legal year and quarter, 14 December. */
    LEGAL_YEAR_END("2025-12-05", 20),
    /** The end of the legal quarter, 14 June, and of the calendar half. */
    HALF_END("2026-06-08", 28),
    /** Longer than a year: most moments stand alone. */
    YEARS("2025-04-28", 430);

    final LocalDate firstDay;
    final int days;

    Era(String firstDay, int days) {
      this.firstDay = LocalDate.parse(firstDay);
      this.days = days;
    }
  }

  /**
   * Whose history it is.
   *
   * @param otherDossiers a revision may name one of them
   * @param units units that handle it
   * @param idPrefix what its event ids begin with
   */
  public record Subject(
      String dossier, List<String> otherDossiers, List<String> units, String idPrefix) {}

  /** Nothing happens before in a history of {@link Era#YEAR_END}. */
  public static final LocalDate FIRST_DAY = Era.YEAR_END.firstDay;

  /** The dossier whose history it is unless told otherwise. */
  public static final String DOSSIER = "D1";

  private static final Subject SUBJECT =
      new Subject(DOSSIER, List.of("D2"), List.of("U1", "U2", "U3"), "");
  private static final ZoneOffset LOCAL = ZoneOffset.ofHours(7);
  private static final LocalTime[] HOURS = {
    LocalTime.MIDNIGHT,
    LocalTime.of(8, 0),
    LocalTime.of(9, 30),
    LocalTime.of(17, 0),
    LocalTime.of(23, 59, 59)
  };
  private static final String[] REASONS = {"SUPPLEMENT", "FINANCIAL_OBLIGATION", "STOPPED", null};
  private static final Map<Era, List<WorkingCalendar>> CALENDARS =
      Stream.of(Era.values()).collect(Collectors.toMap(era -> era, MessyCalendar::around));

  private final RandomGenerator random;
  private final Era era;
  private final Subject subject;

  /** The next histories of a seed, at a year's end. */
  public MessyHistory(RandomGenerator random) {
    this(random, Era.YEAR_END, SUBJECT);
  }

  /** The next histories of a seed. */
  public MessyHistory(RandomGenerator random, Era era, Subject subject) {
    this.random = random;
    this.era = era;
    this.subject = subject;
  }

  /** The next histories of a seed, somewhere in the calendar. */
  public static MessyHistory anywhere(RandomGenerator random) {
    return new MessyHistory(random, anyEra(random), SUBJECT);
  }

  /** Some era. */
  public static Era anyEra(RandomGenerator random) {
    return Era.values()[random.nextInt(Era.values().length)];
  }

  /** Any policy, and the country's calendar, known always or from some days on. */
  public Rules rules() {
    return new Rules(
        new Policy(
            "messy",
            any(Policy.Timeliness.values()),
            any(Policy.Closes.values()),
            any(Policy.Supplement.values())),
        any(CALENDARS.get(era)));
  }

  /** Some history: chaos or a plausible life. */
  public List<Revision> history() {
    return random.nextBoolean() ? revisions(14) : life();
  }

  /** Up to {@code most} revisions and perhaps a receipt, in no order. */
  public List<Revision> revisions(int most) {
    int ids = 2 + random.nextInt(8);
    List<Revision> revisions = new ArrayList<>();
    for (int i = random.nextInt(most + 1); i > 0; i--) {
      boolean repeated = !revisions.isEmpty() && random.nextInt(16) == 0;
      revisions.add(
          repeated
              ? recordedAgain(any(revisions), moment(era.days))
              : revision("e" + random.nextInt(ids)));
    }
    if (random.nextInt(8) > 0) {
      LifecycleEvent receipt = received(moment(4));
      revisions.add(told("r", receipt, recordedAt(receipt.occurredAt())));
    }
    return revisions;
  }

  /** A life as it may be, each event recorded as it happened or with delays, and a little mess. */
  public List<Revision> life() {
    boolean punctual = random.nextInt(3) > 0;
    List<Revision> life = new ArrayList<>();
    int at = 0;
    for (LifecycleEvent event : course()) {
      Instant when = event.occurredAt();
      life.add(told("e" + at++, event, punctual ? when : recordedAt(when)));
    }
    for (int mess = random.nextInt(3) == 0 ? 1 + random.nextInt(3) : 0; mess > 0; mess--) {
      spoil(any(life), life);
    }
    return life;
  }

  private void spoil(Revision told, List<Revision> life) {
    Instant later = told.recordedAt().plusSeconds(random.nextInt(6) * 43_200L);
    switch (random.nextInt(6)) {
      case 0 -> life.add(recordedAgain(told, later));
      case 1 -> life.add(retraction(told.eventId(), later));
      case 2 -> {
        life.add(retraction(told.eventId(), later));
        life.add(recordedAgain(told, later.plusSeconds(random.nextInt(3) * 86_400L)));
      }
      case 3 -> life.add(elsewhere(told.eventId(), event(moment(era.days)), later));
      default -> life.add(revision(told.eventId(), event(moment(era.days)), later));
    }
  }

  private enum Stage {
    OPEN,
    SUSPENDED,
    CLOSED
  }

  private List<LifecycleEvent> course() {
    List<LifecycleEvent> course = new ArrayList<>();
    Instant at = moment(4);
    if (random.nextInt(8) == 0) {
      course.add(attribute(at));
    }
    course.add(received(at));
    Stage stage = Stage.OPEN;
    for (int steps = random.nextInt(11); steps > 0; steps--) {
      at = at.plusSeconds(random.nextInt(1 + era.days / 4) * 86_400L + random.nextInt(5) * 9_000L);
      LifecycleEvent event = random.nextInt(4) == 0 ? attribute(at) : step(stage, at);
      course.add(event);
      stage = after(stage, event);
    }
    return course;
  }

  private LifecycleEvent step(Stage stage, Instant at) {
    return switch (stage) {
      case OPEN ->
          switch (random.nextInt(9)) {
            case 0, 1 -> new LifecycleEvent.Transferred(at, any(subject.units));
            case 2, 3, 4 -> new LifecycleEvent.Suspended(at, any(REASONS));
            case 5 -> new LifecycleEvent.DueChanged(at, moment(era.days), "EXTENSION");
            default -> close(at);
          };
      case SUSPENDED ->
          switch (random.nextInt(6)) {
            case 0 -> close(at);
            case 1 -> new LifecycleEvent.DueChanged(at, moment(era.days), "SUPPLEMENT");
            default -> new LifecycleEvent.Resumed(at, dueOrNone());
          };
      case CLOSED ->
          random.nextBoolean() ? new LifecycleEvent.Reopened(at) : new LifecycleEvent.Returned(at);
    };
  }

  private static Stage after(Stage stage, LifecycleEvent event) {
    return switch (event) {
      case LifecycleEvent.Suspended suspended -> Stage.SUSPENDED;
      case LifecycleEvent.Resumed resumed -> Stage.OPEN;
      case LifecycleEvent.Reopened reopened -> Stage.OPEN;
      case LifecycleEvent.Completed completed -> Stage.CLOSED;
      case LifecycleEvent.Returned returned -> Stage.CLOSED;
      case LifecycleEvent.Refused refused -> Stage.CLOSED;
      case LifecycleEvent.Withdrawn withdrawn -> Stage.CLOSED;
      case LifecycleEvent.Received received -> stage;
      case LifecycleEvent.DueChanged changed -> stage;
      case LifecycleEvent.Transferred transferred -> stage;
      case LifecycleEvent.ComponentsDigitised digitised -> stage;
      case LifecycleEvent.ResultDigitised digitised -> stage;
      case LifecycleEvent.FeePaid paid -> stage;
      case LifecycleEvent.Apologised apologised -> stage;
    };
  }

  /** Some revision of an event. */
  public Revision revision(String id) {
    LifecycleEvent event = event(moment(era.days));
    Instant recordedAt = recordedAt(event.occurredAt());
    return switch (random.nextInt(20)) {
      case 0 -> retraction(prefixed(id), recordedAt);
      case 1 -> elsewhere(prefixed(id), event, recordedAt);
      case 2 -> claimedLater(told(id, event, recordedAt));
      default -> told(id, event, recordedAt);
    };
  }

  private Revision told(String id, LifecycleEvent event, Instant recordedAt) {
    return revision(prefixed(id), event, recordedAt);
  }

  private String prefixed(String id) {
    return subject.idPrefix + id;
  }

  private Revision revision(String id, LifecycleEvent event, Instant recordedAt) {
    return revision(id, subject.dossier, event, recordedAt);
  }

  private Revision elsewhere(String id, LifecycleEvent event, Instant recordedAt) {
    return revision(id, any(subject.otherDossiers), event, recordedAt);
  }

  private static Revision revision(
      String id, String dossier, LifecycleEvent event, Instant recordedAt) {
    return new Revision(
        id, dossier, recordedAt, recordedAt, event, false, id + "@" + dossier + ":" + event);
  }

  /** A retraction: a bare one, or one that repeats whose event it was. */
  private Revision retraction(String id, Instant recordedAt) {
    String dossier = random.nextBoolean() ? null : subject.dossier;
    return new Revision(
        id, dossier, recordedAt, recordedAt, null, true, id + "@" + dossier + ":retracted");
  }

  /** The same content, recorded at another time. */
  private static Revision recordedAgain(Revision told, Instant recordedAt) {
    return new Revision(
        told.eventId(),
        told.dossierId(),
        recordedAt,
        recordedAt,
        told.event(),
        told.retracted(),
        told.content());
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
      case 3 -> moment(era.days);
      case 4 -> at(random.nextInt(era.days), LocalTime.NOON);
      default -> occurredAt.plusSeconds(random.nextInt(4) * 86_400L);
    };
  }

  /** Some moment within so many days of the era's beginning. */
  public Instant moment(int days) {
    return at(random.nextInt(days), any(HOURS));
  }

  /** Some moment in the era or not long after it. */
  public Instant anyMoment() {
    return moment(era.days + 20);
  }

  /** Some day in the era or not far from it. */
  public LocalDate anyDay() {
    return era.firstDay.plusDays(random.nextInt(era.days + 20) - 5);
  }

  /** The end of the era and of what may follow from it. */
  public Instant end() {
    return at(2 * era.days + 60, LocalTime.MIDNIGHT);
  }

  private Instant at(int day, LocalTime time) {
    return era.firstDay.plusDays(day).atTime(time).toInstant(LOCAL);
  }

  private Instant dueOrNone() {
    return random.nextInt(3) == 0 ? null : moment(era.days);
  }

  private LifecycleEvent received(Instant at) {
    return new LifecycleEvent.Received(
        at, any(subject.units), "P1", any("F1", "F2"), any(Channel.values()), dueOrNone());
  }

  private LifecycleEvent event(Instant at) {
    return switch (random.nextInt(18)) {
      case 0 -> received(at);
      case 1, 2 -> new LifecycleEvent.DueChanged(at, moment(era.days), "EXTENSION");
      case 3, 4, 5 -> new LifecycleEvent.Suspended(at, any(REASONS));
      case 6, 7 -> new LifecycleEvent.Resumed(at, dueOrNone());
      case 8, 9, 10 -> close(at);
      case 11, 12 -> new LifecycleEvent.Reopened(at);
      case 13 -> new LifecycleEvent.Transferred(at, any(subject.units));
      default -> attribute(at);
    };
  }

  private LifecycleEvent close(Instant at) {
    return switch (random.nextInt(6)) {
      case 0, 1 -> new LifecycleEvent.Completed(at);
      case 2, 3 -> new LifecycleEvent.Returned(at);
      case 4 -> new LifecycleEvent.Refused(at);
      default -> new LifecycleEvent.Withdrawn(at);
    };
  }

  private LifecycleEvent attribute(Instant at) {
    return switch (random.nextInt(4)) {
      case 0 -> new LifecycleEvent.ComponentsDigitised(at, any("NONE", "PARTIAL", "FULL", null));
      case 1 -> new LifecycleEvent.ResultDigitised(at);
      case 2 -> new LifecycleEvent.FeePaid(at, random.nextBoolean());
      default -> new LifecycleEvent.Apologised(at, dueOrNone());
    };
  }

  private <T> T any(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  @SafeVarargs
  private <T> T any(T... values) {
    return values[random.nextInt(values.length)];
  }
}
