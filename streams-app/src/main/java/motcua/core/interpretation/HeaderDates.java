package motcua.core.interpretation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What header dates say where rows say nothing. A rewritten finish is the same finish at another
 * time, unless handling was taken up again between the two: then it is the next one.
 */
final class HeaderDates {
  private final Known known;
  private final Reception reception;
  private final List<Given> finishes = new ArrayList<>(1);
  private boolean finishRewritten;

  HeaderDates(Known known, Reception reception) {
    this.known = known;
    this.reception = reception;
    Instant last = null;
    for (Header header : known.headers()) {
      Instant value = header.said().completedAt();
      if (value != null && !value.equals(last)) {
        finish(value, header.seenAt());
        last = value;
      }
    }
  }

  /**
   * A header date.
   *
   * @param seenAt knowledge of the first record that gave it
   * @param localId id of its event without the dossier's code
   */
  record Given(Instant at, Instant seenAt, String localId) {}

  private void finish(Instant value, Instant seenAt) {
    while (!finishes.isEmpty() && isRewriting(value, finishes.getLast().at())) {
      finishes.removeLast();
      finishRewritten = true;
    }
    String round = finishes.isEmpty() ? "" : ":" + (finishes.size() + 1);
    finishes.add(new Given(value, seenAt, "NgayKetThucXuLy" + round));
  }

  /** A finish before the reception never had an effect, so nothing was taken up again after it. */
  private boolean isRewriting(Instant value, Instant last) {
    boolean hadNone = reception.at() != null && last.isBefore(reception.at());
    return hadNone || !takenUpBetween(last, value);
  }

  /** NgayKetThucXuLy, one for each time handling came to its end, earliest first. */
  List<Given> finishes() {
    return finishes;
  }

  boolean finishRewritten() {
    return finishRewritten;
  }

  /** The finish as last given; null when never. */
  Instant lastFinish() {
    return finishes.isEmpty() ? null : finishes.getLast().at();
  }

  /**
   * NgayTra of records at status 10, or of any when there is a row 10 without time; null when there
   * is none.
   */
  Given handOver() {
    Given found = null;
    boolean rowWithoutTime = known.hasRowWithoutTime(Status.RETURNED);
    for (Header header : known.headers()) {
      Instant value = header.said().returnedAt();
      boolean counts = header.status() == Status.RETURNED || rowWithoutTime;
      if (value != null && counts && (found == null || !found.at().equals(value))) {
        found = new Given(value, header.seenAt(), "NgayTra");
      }
    }
    return found;
  }

  /** NgayTuChoi as last given; null when there is none. */
  Given refusal() {
    Given found = null;
    for (Header header : known.headers()) {
      Instant value = header.said().refusedAt();
      if (value != null && (found == null || !found.at().equals(value))) {
        found = new Given(value, header.seenAt(), "NgayTuChoi");
      }
    }
    return found;
  }

  private boolean takenUpBetween(Instant from, Instant until) {
    Instant first = firstTakenUpAfter(from);
    return first != null && first.isBefore(until);
  }

  /**
   * The first moment after another at which a row, or a header's step back, takes handling up; null
   * when none does.
   */
  Instant firstTakenUpAfter(Instant moment) {
    Instant first = null;
    for (Row row : known.rows()) {
      if (row.takesUp() && row.at().isAfter(moment)) {
        first = row.at();
        break;
      }
    }
    int before = Status.UNKNOWN;
    for (Header header : known.headers()) {
      boolean back =
          Status.closes(before) && takesUp(header.status()) && header.seenAt().isAfter(moment);
      if (back && (first == null || header.seenAt().isBefore(first))) {
        first = header.seenAt();
      }
      before = header.status() == Status.UNKNOWN ? before : header.status();
    }
    return first;
  }

  static boolean takesUp(int status) {
    return status == Status.PROCESSING || status == Status.RECEIVED;
  }
}
