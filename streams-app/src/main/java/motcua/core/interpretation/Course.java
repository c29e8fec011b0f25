package motcua.core.interpretation;

import java.time.Instant;
import java.util.List;
import motcua.core.dossier.LifecycleEvent.Completed;
import motcua.core.dossier.LifecycleEvent.Refused;
import motcua.core.dossier.LifecycleEvent.Reopened;
import motcua.core.dossier.LifecycleEvent.Resumed;
import motcua.core.dossier.LifecycleEvent.Returned;
import motcua.core.dossier.LifecycleEvent.Suspended;
import motcua.core.dossier.LifecycleEvent.Withdrawn;
import motcua.core.interpretation.Stage.Kind;
import motcua.core.mark.MarkCode;

/**
 * Walks the stages and tells the events of handling. It keeps the state that the ledger's fold will
 * see (ledger.md 3), because a step that takes handling up resumes a waiting dossier, reopens a
 * closed one and says nothing of an open one.
 */
final class Course {
  private final Reception reception;
  private final Story story;
  private final Instant lastFinish;
  private State state = State.OPEN;
  private int closedBy;

  private enum State {
    OPEN,
    WAITING,
    CLOSED
  }

  Course(Reception reception, Story story, List<Stage> stages) {
    this.reception = reception;
    this.story = story;
    Instant last = null;
    for (Stage stage : stages) {
      last = stage.kind() == Kind.FINISH ? stage.at() : last;
    }
    this.lastFinish = last;
  }

  void tell(List<Stage> stages) {
    for (Stage stage : stages) {
      // nothing before the reception has an effect, a finish neither (D18)
      boolean counts = reception.at() == null || !stage.at().isBefore(reception.at());
      tell(stage, counts);
    }
  }

  private void tell(Stage stage, boolean counts) {
    switch (stage.kind()) {
      case NEW -> backwards(stage, counts);
      case ASKED, WAIT -> wait(stage, counts);
      case SUPPLIED -> {
        story.tell(stage.localId(), new Resumed(stage.at(), stage.dueAt()));
        state = counts && state == State.WAITING ? State.OPEN : state;
      }
      case TAKE_UP -> {
        if (counts) {
          takeUp(stage);
        }
      }
      case FINISH -> {
        story.tell(stage.localId(), new Completed(stage.at()));
        close(stage, counts);
      }
      case HAND_OVER -> handOver(stage, counts);
      case REFUSE -> {
        if (reception.isComplete()) {
          story.tell(stage.localId(), new Refused(stage.at()));
          close(stage, counts);
        }
      }
      case WITHDRAW -> {
        story.tell(stage.localId(), new Withdrawn(stage.at()));
        close(stage, counts);
      }
      case OBSERVED -> {
        if (counts) {
          observed(stage);
        }
      }
    }
  }

  private void wait(Stage stage, boolean counts) {
    backwards(stage, counts);
    story.tell(stage.localId(), new Suspended(stage.at(), Status.waitingReason(stage.status())));
    state = counts && state == State.OPEN ? State.WAITING : state;
  }

  private void takeUp(Stage stage) {
    if (state == State.WAITING) {
      story.tell("RESUMED:" + stage.localId(), new Resumed(stage.at(), null));
    } else if (state == State.CLOSED) {
      backwards(stage, true);
      story.tell("REOPENED:" + stage.localId(), new Reopened(stage.at()));
    }
    state = State.OPEN;
  }

  private void handOver(Stage stage, boolean counts) {
    if (counts
        && state != State.CLOSED
        && (lastFinish == null || lastFinish.isBefore(stage.at()))) {
      story.mark(MarkCode.RESULT_TIME_INFERRED, "");
      story.tell("COMPLETED:10:" + Moments.iso(stage.at()), new Completed(stage.at()));
    }
    story.tell(stage.localId(), new Returned(stage.at()));
    close(stage, counts);
  }

  private void close(Stage stage, boolean counts) {
    if (counts && (state != State.CLOSED || stage.status() == Status.RETURNED)) {
      state = State.CLOSED;
      closedBy = stage.status();
    }
  }

  private void backwards(Stage stage, boolean counts) {
    if (counts && state == State.CLOSED) {
      story.mark(MarkCode.STATUS_BACKWARD, closedBy + ">" + stage.status());
    }
  }

  /** A status seen only in a header; the moment it was read is all the time there is. */
  private void observed(Stage stage) {
    if (HeaderDates.takesUp(stage.status())) {
      takeUp(stage);
    } else if (state != State.CLOSED) {
      observedEnd(stage);
    }
  }

  private void observedEnd(Stage stage) {
    switch (stage.status()) {
      case Status.NOT_ACCEPTED -> tell(as(stage, Kind.REFUSE, "REFUSED:"), true);
      case Status.WITHDRAWN -> tell(as(stage, Kind.WITHDRAW, "WITHDRAWN:"), true);
      case Status.RETURNED -> tell(as(stage, Kind.HAND_OVER, "RETURNED:"), true);
      default -> {
        if (state == State.OPEN) {
          tell(as(stage, Kind.WAIT, "SUSPENDED:"), true);
        }
      }
    }
  }

  private static Stage as(Stage stage, Kind kind, String type) {
    return new Stage(stage.at(), kind, stage.status(), type + stage.localId(), null);
  }
}
