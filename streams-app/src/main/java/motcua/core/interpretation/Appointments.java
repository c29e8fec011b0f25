package motcua.core.interpretation;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import motcua.core.dossier.LifecycleEvent.DueChanged;
import motcua.core.interpretation.Sighting.Supplement;
import motcua.core.mark.MarkCode;

/**
 * Reads the appointment out of NgayHenTra, which holds the current value only: the first due, what
 * each completed supplement promised, and every other change (national-payload.md 4, D19 to D21).
 */
final class Appointments {
  private final Known known;
  private final Reception reception;
  private final Supplements supplements;
  private final Story story;
  private final Map<Supplement, Instant> promised = new HashMap<>(2);
  private final Set<Supplement> spent = new HashSet<>(2);
  private Instant firstDue;
  private String lastTold;
  private Instant lastToldAt;

  Appointments(Known known, Reception reception, Supplements supplements, Story story) {
    this.known = known;
    this.reception = reception;
    this.supplements = supplements;
    this.story = story;
  }

  /** Tells the changes; afterwards {@link #firstDue()} and {@link #promised()} are known. */
  void tell() {
    for (Supplement each : supplements.usable()) {
      if (each.completedAt() != null && isUsable(each.dueAfter())) {
        promised.put(each, each.dueAfter());
      }
    }
    Instant seen = null;
    boolean first = true;
    int last = known.headers().size() - 1;
    for (int i = known.reception() < 0 ? last : known.reception(); i <= last; i++) {
      Header header = known.headers().get(i);
      Instant due = header.said().dueAt();
      if (due == null) {
        continue;
      }
      if (first) {
        firstDue = firstDue(header);
        seen = firstDue;
        first = false;
      }
      if (!due.equals(seen)) {
        changed(header, seen, due);
        seen = due;
      }
    }
    if (firstDue != null && !isUsable(firstDue)) {
      firstDue = null;
    }
  }

  /** The due the dossier was received with; null for none. */
  Instant firstDue() {
    return firstDue;
  }

  /** The new due that goes with a completed supplement, where one is known. */
  Map<Supplement, Instant> promised() {
    return promised;
  }

  /**
   * NgayHenTraTruoc of the earliest supplement when the record lists one; else NgayHenTra, led back
   * over supplements.
   */
  private Instant firstDue(Header header) {
    List<Supplement> usable = supplements.usable();
    if (!header.said().supplements().isEmpty()
        && !usable.isEmpty()
        && usable.getFirst().dueBefore() != null) {
      return usable.getFirst().dueBefore();
    }
    Instant due = header.said().dueAt();
    for (int i = usable.size() - 1; i >= 0; i--) {
      Supplement each = usable.get(i);
      if (each.dueBefore() != null && due.equals(each.dueAfter())) {
        due = each.dueBefore();
      }
    }
    return due;
  }

  private void changed(Header header, Instant before, Instant due) {
    if (!isUsable(due) || supplied(header, due)) {
      return;
    }
    Instant at = Moments.later(header.seenAt(), reception.at());
    String reason = reason(header, due);
    if (reason.equals("CORRECTION") && before != null) {
      story.mark(MarkCode.DUE_MOVED, Moments.day(at).toString());
    }
    if (at.equals(lastToldAt)) {
      // of several changes learned at one moment only the last has any length
      story.untell(lastTold);
    }
    lastTold = freeId(due);
    lastToldAt = at;
    story.tell(lastTold, new DueChanged(at, due, reason));
  }

  private String freeId(Instant due) {
    String time = Moments.iso(due);
    String id = "NgayHenTra:" + time;
    for (int again = 2; story.tells(id); again++) {
      id = "NgayHenTra:" + again + ":" + time;
    }
    return id;
  }

  /**
   * Whether a completed supplement brought this due, so that RESUMED carries it; one that names the
   * due goes first.
   */
  private boolean supplied(Header header, Instant due) {
    for (Supplement each : supplements.usable()) {
      if (each.completedAt() != null && due.equals(each.dueAfter()) && spent.add(each)) {
        return true;
      }
    }
    for (Supplement each : supplements.usable()) {
      if (each.dueAfter() == null && listsCompleted(header, each) && spent.add(each)) {
        promised.put(each, due);
        return true;
      }
    }
    return false;
  }

  private static boolean listsCompleted(Header header, Supplement supplement) {
    for (Supplement each : header.said().supplements()) {
      if (each.completedAt() != null && each.completedAt().equals(supplement.completedAt())) {
        return true;
      }
    }
    return false;
  }

  private String reason(Header header, Instant due) {
    if (explains(supplements.usable(), due) || explains(supplements.dropped(), due)) {
      return "SUPPLEMENT";
    }
    boolean waited = false;
    for (Row row : known.rows()) {
      if (row.at().isAfter(header.seenAt())) {
        break;
      }
      if (Sighting.APOLOGY.equals(row.meaning())) {
        return "EXTENSION";
      }
      waited |= row.status() == Status.SUPPLEMENT;
    }
    // systems that never list supplements still show them as rows (D24)
    return waited && supplements.none() ? "SUPPLEMENT" : "CORRECTION";
  }

  private boolean explains(List<Supplement> candidates, Instant due) {
    for (Supplement each : candidates) {
      if (due.equals(each.dueAfter()) && spent.add(each)) {
        return true;
      }
    }
    return false;
  }

  /** A due on a day before the reception is none (D20). */
  private boolean isUsable(Instant due) {
    if (due == null || Moments.epochDay(due) >= Moments.epochDay(reception.at())) {
      return due != null;
    }
    story.mark(MarkCode.DUE_BEFORE_RECEIPT, "");
    return false;
  }
}
