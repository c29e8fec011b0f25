package motcua.core.interpretation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import motcua.core.interpretation.HeaderDates.Given;
import motcua.core.interpretation.Sighting.Supplement;
import motcua.core.interpretation.Stage.Kind;
import motcua.core.mark.MarkCode;

/**
 * Gathers the stages of a dossier in the order they happened. Rows are the primary source; header
 * dates fill what rows lack, and a header's bare status what neither shows (national-payload.md 3).
 */
final class Stages {
  private final Known known;
  private final Reception reception;
  private final HeaderDates dates;
  private final Story story;
  private final List<Stage> stages = new ArrayList<>();

  Stages(Known known, Reception reception, HeaderDates dates, Story story) {
    this.known = known;
    this.reception = reception;
    this.dates = dates;
    this.story = story;
  }

  /** {@code promised} holds the new due of a completed supplement where it is known. */
  List<Stage> gather(Supplements supplements, Map<Supplement, Instant> promised) {
    for (Supplement each : supplements.usable()) {
      supplement(each, promised.get(each));
    }
    Instant lastFinishRow = rows();
    finishDates(lastFinishRow);
    otherDates();
    observations();
    stages.sort(Stage::inOrder);
    return stages;
  }

  private void supplement(Supplement each, Instant dueAt) {
    if (each.askedAt() != null) {
      String id = "SUSPENDED:5:" + Moments.iso(each.askedAt());
      stages.add(new Stage(each.askedAt(), Kind.ASKED, Status.SUPPLEMENT, id, null));
    }
    if (each.completedAt() != null) {
      String id = "RESUMED:4:" + Moments.iso(each.completedAt());
      stages.add(new Stage(each.completedAt(), Kind.SUPPLIED, Status.PROCESSING, id, dueAt));
    }
  }

  /** Adds the rows; returns the time of the last row 9 that can finish, null when there is none. */
  private Instant rows() {
    Instant lastFinish = null;
    for (Row row : known.rows()) {
      int status = row.status();
      if (row.takesUp()) {
        add(row, Kind.TAKE_UP, status + ":" + row.time());
      } else if (Status.waits(status)) {
        add(row, Kind.WAIT, "SUSPENDED:" + status + ":" + row.time());
      } else if (status == Status.READY && !isMadeUp(row)) {
        add(row, Kind.FINISH, idOf(row, "COMPLETED", finishAt(row)));
        boolean counts = reception.at() == null || !row.at().isBefore(reception.at());
        lastFinish = counts ? row.at() : lastFinish;
      } else if (status == Status.RETURNED) {
        add(row, Kind.HAND_OVER, idOf(row, "RETURNED", dates.handOver()));
      } else if (status == Status.NOT_ACCEPTED) {
        add(row, Kind.REFUSE, idOf(row, "REFUSED", dates.refusal()));
      } else if (status == Status.WITHDRAWN) {
        add(row, Kind.WITHDRAW, "WITHDRAWN:7:" + row.time());
      } else if (status == Status.NEW) {
        add(row, Kind.NEW, "");
      }
    }
    return lastFinish;
  }

  private void add(Row row, Kind kind, String localId) {
    stages.add(new Stage(row.at(), kind, row.status(), localId, null));
  }

  private Given finishAt(Row row) {
    for (Given finish : dates.finishes()) {
      if (Moments.sameSecond(finish.at(), row.at())) {
        return finish;
      }
    }
    return null;
  }

  /**
   * An event keeps the id under which it was first known, so that the row that confirms a header
   * date changes nothing.
   */
  private static String idOf(Row row, String type, Given date) {
    boolean dateFirst =
        date != null
            && Moments.sameSecond(date.at(), row.at())
            && date.seenAt().isBefore(row.seenAt());
    return dateFirst ? date.localId() : type + ":" + row.status() + ":" + row.time();
  }

  /** Rows 9 that the sender makes up in the second of the reception (D13, D14). */
  private boolean isMadeUp(Row row) {
    if (row.meaning() == null || !Moments.sameSecond(row.at(), reception.at())) {
      return false;
    }
    Instant finish = dates.lastFinish();
    if (row.meaning().equals(Sighting.NO_DUE_FINISH)) {
      story.mark(MarkCode.FINISH_SYNTHETIC, "");
      return true;
    }
    // the finish may be given later, when the wait that the row hid is over: the row stays made up
    boolean hides = row.meaning().equals(Sighting.FINISH) && !Moments.sameSecond(finish, row.at());
    if (hides && known.latest() != null) {
      story.mark(finish == null ? MarkCode.WAIT_MASKED : MarkCode.FINISH_SYNTHETIC, "");
    }
    return hides;
  }

  private void finishDates(Instant lastFinishRow) {
    Instant rowsEnd = lastFinishRow == null ? null : dates.firstTakenUpAfter(lastFinishRow);
    for (Given finish : dates.finishes()) {
      if (lastFinishRow == null || (rowsEnd != null && finish.at().isAfter(rowsEnd))) {
        stages.add(new Stage(finish.at(), Kind.FINISH, Status.READY, finish.localId(), null));
      }
    }
    if (lastFinishRow == null && dates.lastFinish() != null && known.hasTimedRow(Status.RETURNED)) {
      story.mark(MarkCode.RESULT_TIME_INFERRED, "NgayKetThucXuLy");
    }
  }

  private void otherDates() {
    Given handOver = dates.handOver();
    if (handOver != null && !known.hasTimedRow(Status.RETURNED)) {
      stages.add(
          new Stage(handOver.at(), Kind.HAND_OVER, Status.RETURNED, handOver.localId(), null));
    }
    Given refusal = dates.refusal();
    if (refusal != null && !known.hasTimedRow(Status.NOT_ACCEPTED)) {
      stages.add(
          new Stage(refusal.at(), Kind.REFUSE, Status.NOT_ACCEPTED, refusal.localId(), null));
    }
  }

  private void observations() {
    int before = Status.UNKNOWN;
    for (int i = 0; i < known.headers().size(); i++) {
      Header header = known.headers().get(i);
      int status = header.status();
      if (status != Status.UNKNOWN && status != before) {
        if (Status.closes(before)
            && (status == Status.NEW || Status.waits(status) || HeaderDates.takesUp(status))) {
          story.mark(MarkCode.STATUS_BACKWARD, before + ">" + status);
        }
        if (isNews(status, before, i)) {
          String id = "TrangThaiHoSo:" + status + ":" + Moments.iso(header.seenAt());
          stages.add(new Stage(header.seenAt(), Kind.OBSERVED, status, id, null));
        }
        before = status;
      }
    }
  }

  /** Whether a header's change of status may say what neither a row nor a date shows. */
  private boolean isNews(int status, int before, int index) {
    return switch (status) {
      case Status.RECEIVED, Status.PROCESSING ->
          Status.waits(before) || (Status.closes(before) && !finishedBefore(index));
      case Status.SUPPLEMENT -> known.supplements().isEmpty() && !known.hasTimedRow(status);
      case Status.FINANCIAL_OBLIGATION, Status.STOPPED, Status.WITHDRAWN ->
          !known.hasTimedRow(status);
      case Status.NOT_ACCEPTED -> !known.hasTimedRow(status) && dates.refusal() == null;
      case Status.RETURNED ->
          !known.hasTimedRow(status) && dates.handOver() == null && dates.finishes().isEmpty();
      default -> false;
    };
  }

  /**
   * Whether a later record says that handling had already ended when this one was read: then it
   * never went back.
   */
  private boolean finishedBefore(int index) {
    Instant read = known.headers().get(index).seenAt();
    for (int i = index + 1; i < known.headers().size(); i++) {
      Header later = known.headers().get(i);
      Instant finish = later.said().completedAt();
      if (later.status() >= Status.READY && finish != null && !finish.isAfter(read)) {
        return true;
      }
    }
    return false;
  }
}
