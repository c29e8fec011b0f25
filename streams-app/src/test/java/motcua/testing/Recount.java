package motcua.testing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import motcua.core.calendar.WorkingCalendar;
import motcua.core.dossier.LifecycleEvent;
import motcua.core.dossier.Revision;
import motcua.core.ledger.Account;
import motcua.core.ledger.Bucket;
import motcua.core.ledger.Counter;
import motcua.core.ledger.Posting;
import motcua.core.policy.Policy;
import motcua.core.policy.Rules;

/**
 * A second telling of ledger.md 2 to 4, slow and plain, sharing no code with the first: it looks at
 * every recordedAt and at the midnights between (some of which bring another calendar), walks day
 * by day, and asks the calendar one day at a time.
 *
 * <p>Between two recordings only midnights change anything, and what one midnight adds the next
 * ones keep: where the last midnight adds nothing, none before it did. So the first one that adds
 * something is found by halving.
 */
public final class Recount {
  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

  private static final Comparator<Revision> AS_REVISIONS =
      Comparator.comparing(Revision::orderedAt).thenComparing(Revision::content);
  private static final Comparator<Revision> IN_FOLD =
      Comparator.comparing((Revision revision) -> revision.event().occurredAt())
          .thenComparing(revision -> revision.event().type())
          .thenComparing(Revision::eventId);

  private final Rules rules;
  private WorkingCalendar calendar;
  private final Map<Posting, Integer> moves = new HashMap<>();
  private Account account;
  private Account receiver;
  private Bucket bucket = Bucket.NONE;
  private ZonedDateTime received;
  private ZonedDateTime due;
  private LocalDate firstDue;
  private ZonedDateTime suspendedAt;
  private String reason;
  private final List<Object[]> closes = new ArrayList<>();

  private Recount(Rules rules) {
    this.rules = rules;
  }

  /**
   * The journal's net multiset: posting with count +1 to how often it stands.
   *
   * @param clock null: the latest recordedAt
   */
  public static Map<Posting, Integer> journal(
      Collection<Revision> revisions, String dossier, Instant clock, Rules rules) {
    Map<Posting, Integer> journal = new HashMap<>();
    TreeSet<Instant> instants = new TreeSet<>();
    revisions.forEach(revision -> instants.add(revision.recordedAt()));
    if (instants.isEmpty()) {
      return journal;
    }
    Instant end = clock == null || clock.isBefore(instants.last()) ? instants.last() : clock;
    instants.addAll(decisions(rules, instants.first(), end));
    List<Revision> inOrder = new ArrayList<>(revisions);
    inOrder.sort(AS_REVISIONS);
    Map<Posting, Integer> before = Map.of();
    for (Instant k : instants) {
      List<Revision> events = holding(inOrder, dossier, k);
      Map<Posting, Integer> now = new Recount(rules).fold(events, k);
      post(before, now, day(local(k)), journal);
      Instant next = instants.higher(k);
      LocalDate last = next == null ? day(local(end)) : lastMidnightBefore(next);
      before = midnights(events, now, day(local(k)).plusDays(1), last, rules, journal);
    }
    journal.values().removeIf(count -> count == 0);
    return journal;
  }

  /** The midnights on which rows of the calendar become known. */
  private static List<Instant> decisions(Rules rules, Instant after, Instant upTo) {
    return rules.calendar().rows().stream()
        .filter(row -> row.recordedAt() != null)
        .map(row -> start(row.recordedAt()))
        .filter(midnight -> midnight.isAfter(after) && !midnight.isAfter(upTo))
        .toList();
  }

  private static LocalDate lastMidnightBefore(Instant next) {
    LocalDate day = day(local(next));
    return start(day).equals(next) ? day.minusDays(1) : day;
  }

  /** Posts what the midnights of some days add; returns what holds after the last. */
  private static Map<Posting, Integer> midnights(
      List<Revision> events,
      Map<Posting, Integer> holding,
      LocalDate first,
      LocalDate last,
      Rules rules,
      Map<Posting, Integer> journal) {
    Map<Posting, Integer> before = holding;
    LocalDate from = first;
    while (!from.isAfter(last) && !new Recount(rules).fold(events, start(last)).equals(before)) {
      LocalDate same = from.minusDays(1);
      LocalDate changed = last;
      while (same.plusDays(1).isBefore(changed)) {
        LocalDate middle = same.plusDays(ChronoUnit.DAYS.between(same, changed) / 2);
        if (new Recount(rules).fold(events, start(middle)).equals(before)) {
          same = middle;
        } else {
          changed = middle;
        }
      }
      Map<Posting, Integer> now = new Recount(rules).fold(events, start(changed));
      post(before, now, changed, journal);
      before = now;
      from = changed.plusDays(1);
    }
    return before;
  }

  private static void post(
      Map<Posting, Integer> before,
      Map<Posting, Integer> now,
      LocalDate knownOn,
      Map<Posting, Integer> journal) {
    if (!now.equals(before)) {
      now.forEach((posting, count) -> journal.merge(on(posting, knownOn), count, Integer::sum));
      before.forEach((posting, count) -> journal.merge(on(posting, knownOn), -count, Integer::sum));
    }
  }

  private static Posting on(Posting posting, LocalDate knownOn) {
    return new Posting(posting.entry(), 1, posting.countsOn(), knownOn, posting.cause());
  }

  private static List<Revision> holding(List<Revision> inOrder, String dossier, Instant k) {
    TreeMap<String, Revision> holders = new TreeMap<>();
    for (Revision revision : inOrder) {
      if (!revision.recordedAt().isAfter(k)) {
        holders.put(revision.eventId(), revision);
      }
    }
    List<Revision> events = new ArrayList<>(holders.values());
    events.removeIf(revision -> revision.retracted() || !dossier.equals(revision.dossierId()));
    events.sort(IN_FOLD);
    return events;
  }

  private Map<Posting, Integer> fold(List<Revision> events, Instant k) {
    LocalDate lastMidnight = day(local(k));
    calendar = rules.calendar().asKnownOn(lastMidnight);
    LocalDate today = LocalDate.MIN;
    for (Revision revision : events) {
      LocalDate day = day(local(revision));
      passMidnights(today, day.isBefore(lastMidnight) ? day : lastMidnight);
      today = day;
      step(revision.event(), local(revision), revision.eventId());
    }
    passMidnights(today, lastMidnight);
    if (received != null) {
      counters(events);
    }
    return moves;
  }

  /** Midnights after one day up to and with that of another. */
  private void passMidnights(LocalDate after, LocalDate last) {
    LocalDate day = after;
    while (bucket == Bucket.OPEN_IN_TIME && day.isBefore(last)) {
      day = day.plusDays(1);
      if (day(due).isBefore(day)) {
        to(Bucket.OPEN_OVERDUE, day, "CLOCK");
      }
    }
  }

  private void step(LifecycleEvent event, ZonedDateTime at, String id) {
    boolean open = bucket.name().startsWith("OPEN");
    boolean held = open || bucket == Bucket.SUSPENDED;
    switch (event) {
      case LifecycleEvent.Received r -> {
        if (received == null) {
          received = at;
          account = new Account(r.unit(), r.field(), r.procedure(), r.channel());
          receiver = account;
          due(local(r.dueAt()));
          to(openBucket(at), day(at), id);
        }
      }
      case LifecycleEvent.DueChanged d -> {
        if (held) {
          due(local(d.dueAt()));
          to(open ? openBucket(at) : bucket, day(at), id);
        }
      }
      case LifecycleEvent.Suspended s -> {
        if (open) {
          suspendedAt = at;
          reason = s.reason();
          to(Bucket.SUSPENDED, day(at), id);
        }
      }
      case LifecycleEvent.Resumed r -> {
        if (open && r.dueAt() != null) {
          due(local(r.dueAt()));
          to(openBucket(at), day(at), id);
        } else if (bucket == Bucket.SUSPENDED) {
          resume(local(r.dueAt()), at, id);
        }
      }
      case LifecycleEvent.Completed c -> {
        if (rules.policy().closes() != Policy.Closes.RETURNED) {
          close(null, at, id);
        }
      }
      case LifecycleEvent.Returned r -> close(null, at, id);
      case LifecycleEvent.Refused r -> close(Bucket.REFUSED, at, id);
      case LifecycleEvent.Withdrawn w -> close(Bucket.WITHDRAWN, at, id);
      case LifecycleEvent.Reopened r -> {
        if (received != null && !held) {
          Object[] last = closes.getLast();
          last[4] = day(at);
          last[5] = id;
          to(openBucket(at), day(at), id);
        }
      }
      case LifecycleEvent.Transferred t -> {
        if (held && !t.unit().equals(account.unit())) {
          Account target =
              new Account(t.unit(), account.field(), account.procedure(), account.channel());
          book(new Posting.Entry.Move(account, bucket, target, bucket), 1, day(at), id);
          account = target;
        }
      }
      case LifecycleEvent.ComponentsDigitised c -> {}
      case LifecycleEvent.ResultDigitised r -> {}
      case LifecycleEvent.FeePaid f -> {}
      case LifecycleEvent.Apologised a -> {}
    }
  }

  private void resume(ZonedDateTime reported, ZonedDateTime at, String id) {
    boolean own =
        "SUPPLEMENT".equals(reason) && rules.policy().supplement() != Policy.Supplement.AS_REPORTED;
    if (due == null || (reported != null && !own)) {
      due(reported == null ? due : reported);
    } else if (own && rules.policy().supplement() == Policy.Supplement.RESTART) {
      due =
          after(day(at), working(day(received).plusDays(1), firstDue.plusDays(1)))
              .atTime(due.toLocalTime())
              .atZone(ZONE);
    } else {
      due =
          after(day(due), working(day(suspendedAt), day(at)))
              .atTime(due.toLocalTime())
              .atZone(ZONE);
    }
    to(openBucket(at), day(at), id);
  }

  private int working(LocalDate from, LocalDate to) {
    return (int)
        from.datesUntil(to.isBefore(from) ? from : to).filter(calendar::isWorkingDay).count();
  }

  private LocalDate after(LocalDate day, int n) {
    LocalDate moved = day;
    for (int left = n; left > 0; ) {
      moved = moved.plusDays(1);
      left -= calendar.isWorkingDay(moved) ? 1 : 0;
    }
    return moved;
  }

  private void close(Bucket fixed, ZonedDateTime at, String id) {
    if (bucket == Bucket.SUSPENDED) {
      resume(null, at, id);
    }
    if (!bucket.name().startsWith("OPEN")) {
      return;
    }
    Bucket outcome = fixed != null ? fixed : outcome(at);
    closes.add(new Object[] {outcome, day(at), id, firstDue, null, null, account});
    to(outcome, day(at), id);
  }

  private Bucket outcome(ZonedDateTime at) {
    if (due == null) {
      return Bucket.CLOSED_UNDATED;
    }
    int byDay = day(at).compareTo(day(due));
    boolean lateToday = rules.policy().timeliness() == Policy.Timeliness.INSTANT && at.isAfter(due);
    return byDay < 0
        ? Bucket.CLOSED_EARLY
        : byDay > 0 || lateToday ? Bucket.CLOSED_LATE : Bucket.CLOSED_ON_TIME;
  }

  private Bucket openBucket(ZonedDateTime at) {
    if (due == null) {
      return Bucket.OPEN_UNDATED;
    }
    return day(at).isAfter(day(due)) ? Bucket.OPEN_OVERDUE : Bucket.OPEN_IN_TIME;
  }

  private void due(ZonedDateTime value) {
    due = value;
    firstDue = firstDue == null && value != null ? day(value) : firstDue;
  }

  private void to(Bucket target, LocalDate day, String cause) {
    if (target != bucket) {
      book(new Posting.Entry.Move(account, bucket, account, target), 1, day, cause);
      bucket = target;
    }
  }

  private void book(Posting.Entry entry, int count, LocalDate day, String cause) {
    moves.merge(new Posting(entry, 1, day, day, cause), count, Integer::sum);
  }

  private void counters(List<Revision> events) {
    Revision receipt = null;
    for (Revision revision : events) {
      if (receipt == null && revision.event() instanceof LifecycleEvent.Received) {
        receipt = revision;
      }
    }
    boolean result = false;
    boolean sorry = false;
    for (Revision revision : events.subList(events.indexOf(receipt), events.size())) {
      result |= revision.event() instanceof LifecycleEvent.ResultDigitised;
      sorry |= revision.event() instanceof LifecycleEvent.Apologised;
    }
    String components = "NONE";
    boolean fee = false;
    boolean online = false;
    for (Revision revision : events) {
      if (revision.event() instanceof LifecycleEvent.ComponentsDigitised c) {
        components = String.valueOf(c.components());
      } else if (revision.event() instanceof LifecycleEvent.FeePaid f) {
        fee = true;
        online |= f.online();
      }
    }
    LocalDate day = day(received);
    String cause = receipt.eventId();
    count(components.equals("FULL"), receiver, Counter.COMPONENTS_DIGITISED, 1, day, cause);
    count(components.equals("PARTIAL"), receiver, Counter.COMPONENTS_PARTIAL, 1, day, cause);
    count(fee, receiver, Counter.FEE_PAID, 1, day, cause);
    count(online, receiver, Counter.FEE_PAID_ONLINE, 1, day, cause);
    for (Object[] close : closes) {
      closing(close, result, sorry, 1, (LocalDate) close[1], (String) close[2]);
      if (close[4] != null) {
        closing(close, result, sorry, -1, (LocalDate) close[4], (String) close[5]);
      }
    }
  }

  private void closing(
      Object[] close, boolean result, boolean sorry, int sign, LocalDate on, String cause) {
    String outcome = close[0].toString();
    Account closer = (Account) close[6];
    LocalDate day = (LocalDate) close[1];
    boolean finished = outcome.startsWith("CLOSED");
    boolean dated = finished && !outcome.equals("CLOSED_UNDATED");
    count(finished && result, closer, Counter.RESULTS_DIGITISED, sign, on, cause);
    count(outcome.equals("CLOSED_LATE") && sorry, closer, Counter.LATE_APOLOGISED, sign, on, cause);
    count(finished && day.equals(day(received)), closer, Counter.SAME_DAY, sign, on, cause);
    count(
        dated && day.isAfter((LocalDate) close[3]),
        closer,
        Counter.LATE_FIRST_DUE,
        sign,
        on,
        cause);
  }

  private void count(
      boolean counts, Account in, Counter counter, int sign, LocalDate day, String cause) {
    if (counts) {
      book(new Posting.Entry.Count(in, counter), sign, day, cause);
    }
  }

  private static ZonedDateTime local(Revision revision) {
    return local(revision.event().occurredAt());
  }

  private static ZonedDateTime local(Instant instant) {
    return instant == null ? null : instant.atZone(ZONE);
  }

  private static LocalDate day(ZonedDateTime local) {
    return local.toLocalDate();
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(ZONE).toInstant();
  }
}
