package motcua.core.notice;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import motcua.core.alert.Severity;
import motcua.core.alert.Transition;
import motcua.core.calendar.VietnamDay;

/** Decides who gets what, and when. */
public final class NoticePlanner {
  private static final Addressee NOBODY = new Addressee(NoticeChannel.EMAIL, "");

  /** The one address of a channel that tells systems. */
  private static final String SYSTEM = "";

  private final Directory directory;
  private final Timetable timetable;

  /** A planner for these people and hours. */
  public NoticePlanner(Directory directory, Timetable timetable) {
    this.directory = Objects.requireNonNull(directory, "directory");
    this.timetable = Objects.requireNonNull(timetable, "timetable");
  }

  /**
   * The notices of a transition: one for each addressee, in any case at least one, so that nothing
   * is passed over without a trace.
   *
   * @param now when it is first seen
   */
  public List<Notice> plan(Transition step, Instant now) {
    List<Addressee> to = addressees(step, VietnamDay.of(now));
    if (to.isEmpty()) {
      return List.of(notice(step, NOBODY, new Manner.Dropped(Manner.Reason.NO_ADDRESSEE)));
    }
    List<Notice> notices = new ArrayList<>(to.size());
    for (Addressee addressee : to) {
      notices.add(notice(step, addressee, manner(step, addressee, now)));
    }
    return notices;
  }

  /** The digest after one that is closed already. */
  public Manner.InDigest after(Manner.InDigest closed) {
    return inDigest(timetable.digestDayAfter(closed.day()));
  }

  /** Whether people are told at once, whatever the hour then says. */
  public static boolean isUrgent(Transition step) {
    if (step.rule().equals(Transition.SOURCE_SILENT)
        || step.rule().equals(Transition.LATE_REWRITTEN)) {
      return true;
    }
    return step.severity() == Severity.SURE
        && switch (step.kind()) {
          case RAISED, WORSENED, ESCALATED, CLEARED -> true;
          case FROZEN, THAWED, REMINDED, ACKNOWLEDGED, UNACKNOWLEDGED, EXPIRED -> false;
        };
  }

  private Manner manner(Transition step, Addressee to, Instant now) {
    if (step.backfill()) {
      return new Manner.Dropped(Manner.Reason.BACKFILL);
    }
    if (Duration.between(step.at(), now).compareTo(timetable.rules().oldest()) > 0) {
      return new Manner.Dropped(Manner.Reason.TOO_OLD);
    }
    if (!to.channel().isForPeople()) {
      return new Manner.AtOnce(now);
    }
    return isUrgent(step)
        ? new Manner.AtOnce(timetable.atOnce(now))
        : inDigest(timetable.digestDay(now));
  }

  private Manner.InDigest inDigest(LocalDate day) {
    return new Manner.InDigest(day, timetable.digestAt(day));
  }

  private List<Addressee> addressees(Transition step, LocalDate day) {
    Set<Addressee> to = new LinkedHashSet<>(people(step, day));
    for (NoticeChannel channel : NoticeChannel.values()) {
      if (!channel.isForPeople() && directory.channels().contains(channel)) {
        to.add(new Addressee(channel, SYSTEM));
      }
    }
    return List.copyOf(to);
  }

  private List<Addressee> people(Transition step, LocalDate day) {
    if (step.rule().equals(Transition.SOURCE_SILENT)) {
      return directory.operator();
    }
    return step.kind() == Transition.Kind.ESCALATED
        ? directory.above(step.scope(), day)
        : directory.told(step.scope(), day);
  }

  private static Notice notice(Transition step, Addressee to, Manner manner) {
    return new Notice(step.id(), to, manner);
  }
}
