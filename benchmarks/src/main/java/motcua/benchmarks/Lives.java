package motcua.benchmarks;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import motcua.core.calendar.VietnamDay;
import motcua.core.dossier.Channel;
import motcua.core.dossier.LifecycleEvent;
import motcua.core.dossier.LifecycleEvent.Completed;
import motcua.core.dossier.LifecycleEvent.ComponentsDigitised;
import motcua.core.dossier.LifecycleEvent.FeePaid;
import motcua.core.dossier.LifecycleEvent.Received;
import motcua.core.dossier.LifecycleEvent.Refused;
import motcua.core.dossier.LifecycleEvent.ResultDigitised;
import motcua.core.dossier.LifecycleEvent.Resumed;
import motcua.core.dossier.LifecycleEvent.Suspended;
import motcua.core.dossier.LifecycleEvent.Transferred;
import motcua.core.dossier.Revision;
import motcua.schemas.sample.BenchmarkEvents;

/**
 * Ordinary lives of dossiers over three years, each a function of a seed and its number; numbers
 * follow the day of receipt. One event in twenty is recorded up to forty days late, one receipt in
 * fifty is revised, one dossier in thirty goes on to one of ten other units.
 */
final class Lives {
  static final String SOURCE = "bench";
  static final LocalDate FIRST_DAY = LocalDate.of(2022, 1, 1);
  static final LocalDate LAST_DAY = LocalDate.of(2024, 12, 31);
  static final Instant END = VietnamDay.startOf(LAST_DAY.plusDays(1));
  private static final int DAYS = (int) (LAST_DAY.toEpochDay() - FIRST_DAY.toEpochDay()) + 1;
  private static final int PROCEDURES = 200;
  private static final int FIELDS = 20;

  /** Units to which others hand on. */
  private static final int OFFICES = 10;

  private static final List<Channel> CHANNELS =
      List.of(Channel.ONLINE, Channel.ONLINE, Channel.DIRECT, Channel.POSTAL);

  private final long seed;
  private final int dossiers;

  Lives(long seed, int dossiers) {
    this.seed = seed;
    this.dossiers = dossiers;
  }

  static String unit(int number) {
    return "H99.%03d".formatted(1 + number % BenchmarkEvents.UNITS);
  }

  static String id(int number) {
    return "H99-%09d".formatted(number);
  }

  /** What is known of a dossier. */
  List<Revision> of(int number) {
    return new Life(number, new SplittableRandom(seed * 1_000_003 + number)).revisions();
  }

  private final class Life {
    private final String id;
    private final SplittableRandom random;
    private final LocalDate received;
    private final List<Revision> revisions = new ArrayList<>(8);

    Life(int number, SplittableRandom random) {
      this.id = id(number);
      this.random = random;
      this.received = workingDay(FIRST_DAY.plusDays((long) number * DAYS / dossiers));
    }

    List<Revision> revisions() {
      int unit = random.nextInt(BenchmarkEvents.UNITS);
      int procedure = random.nextInt(PROCEDURES);
      int term = 4 + random.nextInt(26);
      Channel channel = CHANNELS.get(random.nextInt(CHANNELS.size()));
      Received receipt = receipt(unit, procedure, channel, term);
      add("1", receipt, 0);
      if (chance(20)) {
        add("1", receipt(unit, random.nextInt(PROCEDURES), channel, term), 1 + random.nextInt(30));
      }
      if (chance(750)) {
        add("2", new ComponentsDigitised(at(received, 1), chance(700) ? "FULL" : "PARTIAL"));
      }
      if (chance(500)) {
        add("3", new FeePaid(at(received, 2), chance(600)));
      }
      LocalDate day = handled(received.plusDays(1 + random.nextInt(Math.max(1, term / 2))));
      close(day, term);
      return revisions;
    }

    private Received receipt(int unit, int procedure, Channel channel, int term) {
      return new Received(
          at(received, 0),
          unit(unit),
          "1.99%04d".formatted(procedure),
          "G99-B%02d".formatted(1 + procedure % FIELDS),
          channel,
          VietnamDay.startOf(received.plusDays(term)).plusSeconds(17 * 3600));
    }

    /** Suspended or handed on before it is closed; gives the last day of that. */
    private LocalDate handled(LocalDate day) {
      if (chance(150)) {
        add("4", new Suspended(at(day, 0), "SUPPLEMENT"));
        LocalDate again = day.plusDays(1 + random.nextInt(10));
        add("5", new Resumed(at(again, 0), null));
        return again;
      }
      if (chance(33)) {
        add("6", new Transferred(at(day, 0), unit(random.nextInt(OFFICES))));
      }
      return day;
    }

    private void close(LocalDate from, int term) {
      if (chance(5)) {
        return;
      }
      LocalDate due = received.plusDays(term);
      long spare = Math.max(1, due.toEpochDay() - from.toEpochDay());
      LocalDate day =
          workingDay(
              chance(40)
                  ? due.plusDays(1 + random.nextInt(25))
                  : from.plusDays(random.nextInt((int) spare)));
      if (chance(15)) {
        add("7", new Refused(at(day, 3)));
        return;
      }
      add("7", new Completed(at(day, 3)));
      if (chance(700)) {
        add("8", new ResultDigitised(at(day, 4)));
      }
    }

    private void add(String event, LifecycleEvent content) {
      add(event, content, chance(50) ? 1 + random.nextInt(40) : 0);
    }

    private void add(String event, LifecycleEvent content, int daysLate) {
      Instant recordedAt = content.occurredAt().plusSeconds(60 + daysLate * 86_400L);
      if (!recordedAt.isBefore(END)) {
        return;
      }
      String eventId = id + ":" + event;
      revisions.add(
          new Revision(
              eventId, id, recordedAt, recordedAt, content, false, eventId + revisions.size()));
    }

    private boolean chance(int ofThousand) {
      return random.nextInt(1000) < ofThousand;
    }

    private Instant at(LocalDate day, int hour) {
      return VietnamDay.startOf(day).plusSeconds((8 + hour) * 3600L + random.nextInt(3500));
    }

    private static LocalDate workingDay(LocalDate day) {
      return switch (day.getDayOfWeek()) {
        case SATURDAY -> day.plusDays(2);
        case SUNDAY -> day.plusDays(1);
        default -> day;
      };
    }
  }
}
