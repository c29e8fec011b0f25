package motcua.core.interpretation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import motcua.core.interpretation.Sighting.Supplement;

/**
 * The supplements of a dossier, sorted into those whose pair of dates can be used and those whose
 * cannot: completed before asked, or asked while an earlier one was not completed yet by its own
 * dates (national-payload.md D25).
 *
 * @param usable in the order asked
 * @param dropped their dates count for nothing; their new due still explains a change
 */
record Supplements(List<Supplement> usable, List<Supplement> dropped) {
  private static final Supplements NONE = new Supplements(List.of(), List.of());

  static Supplements of(Known known) {
    if (known.supplements().isEmpty()) {
      return NONE;
    }
    List<Supplement> usable = new ArrayList<>();
    List<Supplement> dropped = new ArrayList<>();
    Instant completed = null;
    for (Supplement each : known.supplements()) {
      boolean reversed = isBefore(each.completedAt(), each.askedAt());
      if (reversed || isBefore(each.askedAt(), completed)) {
        dropped.add(each);
      } else {
        usable.add(each);
        completed = each.completedAt() != null ? each.completedAt() : completed;
      }
    }
    return new Supplements(usable, dropped);
  }

  private static boolean isBefore(Instant a, Instant b) {
    return a != null && b != null && a.isBefore(b);
  }

  boolean none() {
    return usable.isEmpty() && dropped.isEmpty();
  }
}
