package motcua.readmodel.postgres;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import motcua.core.calendar.VietnamDay;
import motcua.core.dossier.Channel;
import motcua.core.dossier.LifecycleEvent;
import motcua.core.dossier.Revision;

/**
 * A seeded life of one dossier, plain enough to be judged moment by moment without the fold: one
 * step after the other, each possible where it comes, no two at one moment, recorded as it happens
 * or some days later. Dues often fall on the day of the close.
 */
final class SimpleLife {
  static final LocalDate FIRST_DAY = LocalDate.of(2026, 6, 1);
  static final int DAYS = 30;
  static final List<String> UNITS = List.of("H1.1", "H1.2", "H2");

  /** Ways a dossier ends. */
  enum End {
    FINISHED,
    REFUSED,
    WITHDRAWN
  }

  /**
   * A close and what it was worth, or (taken back) its undoing.
   *
   * @param due null when there was none
   * @param day on which it counts: of the close, or of the reopening that took it back
   */
  record Close(End end, Instant finish, Instant due, String unit, LocalDate day, boolean back) {}

  /**
   * Where it stands at a moment.
   *
   * @param closes closes and their undoings so far, in order
   */
  record Sight(boolean open, boolean suspended, Instant due, String unit, List<Close> closes) {}

  private final Random random;
  private final List<Revision> revisions = new ArrayList<>();
  private Instant now;
  private boolean late;

  /**
   * @param reopened whether it may be opened again after a close
   */
  SimpleLife(Random random, boolean reopened) {
    this.random = random;
    this.now = VietnamDay.startOf(FIRST_DAY.plusDays(random.nextInt(DAYS)));
    this.late = random.nextInt(4) == 0;
    pass();
    add(
        new LifecycleEvent.Received(
            now, pick(UNITS), "1.1", "DD", Channel.DIRECT, random.nextInt(6) == 0 ? null : due()));
    int rounds = reopened ? 1 + random.nextInt(3) / 2 : 1;
    for (int round = 0; round < rounds; round++) {
      work();
      if (random.nextInt(3) > 0) {
        pass();
        close();
        if (round < rounds - 1) {
          now = now.plusSeconds(86_400L * random.nextInt(9));
          pass();
          add(new LifecycleEvent.Reopened(now));
        }
      }
    }
  }

  private void work() {
    boolean suspended = false;
    for (int step = random.nextInt(3); step > 0; step--) {
      pass();
      int kind = random.nextInt(3);
      if (suspended) {
        add(new LifecycleEvent.Resumed(now, due()));
        suspended = false;
      } else if (kind == 0) {
        add(new LifecycleEvent.Suspended(now, "SUPPLEMENT"));
        suspended = true;
      } else if (kind == 1) {
        add(new LifecycleEvent.DueChanged(now, due(), "CORRECTION"));
      } else {
        add(new LifecycleEvent.Transferred(now, pick(UNITS)));
      }
    }
    if (suspended && random.nextInt(4) > 0) {
      pass();
      add(new LifecycleEvent.Resumed(now, due()));
    }
  }

  private void close() {
    if (at(revisions, Instant.MAX).suspended) {
      return;
    }
    add(
        switch (random.nextInt(4)) {
          case 0 -> new LifecycleEvent.Refused(now);
          case 1 -> new LifecycleEvent.Withdrawn(now);
          default -> new LifecycleEvent.Completed(now);
        });
  }

  /** Some hours, or a day or two. */
  private void pass() {
    now = now.plusSeconds(3_600L * (1 + random.nextInt(random.nextBoolean() ? 5 : 48)));
  }

  /** On this day or one of the next two, at an hour that may already be over. */
  private Instant due() {
    return VietnamDay.startOf(VietnamDay.of(now).plusDays(random.nextInt(3)))
        .plusSeconds(3_600L * (8 + random.nextInt(10)));
  }

  private void add(LifecycleEvent event) {
    Instant recorded =
        late && random.nextBoolean() ? now.plusSeconds(86_400L * random.nextInt(4)) : now;
    // Records arrive in the order of their recordedAt.
    Instant last = revisions.isEmpty() ? recorded : revisions.getLast().recordedAt();
    Instant recordedAt = recorded.isBefore(last) ? last.plusSeconds(1) : recorded;
    String id = "e" + revisions.size();
    revisions.add(new Revision(id, "", recordedAt, recordedAt, event, false, id));
  }

  private <T> T pick(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  /** Its records, all of one dossier. */
  List<Revision> revisions(String dossierId) {
    return revisions.stream()
        .map(
            r ->
                new Revision(
                    r.eventId(),
                    dossierId,
                    r.recordedAt(),
                    r.orderedAt(),
                    r.event(),
                    false,
                    r.content()))
        .toList();
  }

  Instant lastRecordedAt() {
    return revisions.getLast().recordedAt();
  }

  /** What was known before a moment of knowledge, as it stood before a moment of life. */
  Sight at(Instant knownBefore, Instant happenedBefore) {
    return at(
        revisions.stream().filter(r -> r.recordedAt().isBefore(knownBefore)).toList(),
        happenedBefore);
  }

  private static Sight at(List<Revision> known, Instant happenedBefore) {
    boolean received = false;
    boolean open = false;
    boolean suspended = false;
    Instant due = null;
    String unit = null;
    List<Close> closes = new ArrayList<>();
    for (LifecycleEvent event :
        known.stream()
            .map(Revision::event)
            .sorted(Comparator.comparing(LifecycleEvent::occurredAt))
            .filter(e -> e.occurredAt().isBefore(happenedBefore))
            .toList()) {
      LocalDate day = VietnamDay.of(event.occurredAt());
      switch (event) {
        case LifecycleEvent.Received e -> {
          received = true;
          open = true;
          due = e.dueAt();
          unit = e.unit();
        }
        case LifecycleEvent.DueChanged e -> due = received && open ? e.dueAt() : due;
        case LifecycleEvent.Suspended e -> suspended = received && open;
        case LifecycleEvent.Resumed e -> {
          due = received && open ? e.dueAt() : due;
          suspended = false;
        }
        case LifecycleEvent.Transferred e -> unit = received && open ? e.unit() : unit;
        case LifecycleEvent.Reopened e -> {
          if (received && !open) {
            Close last = closes.getLast();
            closes.add(new Close(last.end, last.finish, last.due, last.unit, day, true));
            open = true;
          }
        }
        default -> {
          if (received && open) {
            closes.add(new Close(end(event), event.occurredAt(), due, unit, day, false));
            open = false;
            suspended = false;
          }
        }
      }
    }
    return new Sight(received && open, suspended, due, unit, closes);
  }

  private static End end(LifecycleEvent event) {
    return switch (event) {
      case LifecycleEvent.Refused refused -> End.REFUSED;
      case LifecycleEvent.Withdrawn withdrawn -> End.WITHDRAWN;
      default -> End.FINISHED;
    };
  }
}
