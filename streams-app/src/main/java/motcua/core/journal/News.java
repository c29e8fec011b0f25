package motcua.core.journal;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import motcua.core.dossier.Revision;

/** Where two sets of revisions part. */
final class News {
  private News() {}

  /**
   * The earliest recordedAt of a revision that is in one set only; null when the sets are equal.
   */
  static Instant earliest(Collection<Revision> before, Collection<Revision> after) {
    if (before == after) {
      return null;
    }
    if (before instanceof List<Revision> old
        && after instanceof List<Revision> all
        && beginsWith(all, old)) {
      return earliestAdded(old, all.subList(old.size(), all.size()));
    }
    Set<Revision> old = new HashSet<>(before);
    Set<Revision> all = new HashSet<>(after);
    return earlier(earliestNotIn(all, before), earliestNotIn(old, after));
  }

  private static boolean beginsWith(List<Revision> all, List<Revision> beginning) {
    if (beginning.size() > all.size()) {
      return false;
    }
    for (int i = 0; i < beginning.size(); i++) {
      Revision left = all.get(i);
      Revision right = beginning.get(i);
      if (left != right && !left.equals(right)) {
        return false;
      }
    }
    return true;
  }

  private static Instant earliestAdded(List<Revision> old, List<Revision> added) {
    Instant earliest = null;
    for (Revision revision : added) {
      if (!old.contains(revision)) {
        earliest = earlier(earliest, revision.recordedAt());
      }
    }
    return earliest;
  }

  private static Instant earliestNotIn(Set<Revision> set, Collection<Revision> others) {
    Instant earliest = null;
    for (Revision revision : others) {
      if (!set.contains(revision)) {
        earliest = earlier(earliest, revision.recordedAt());
      }
    }
    return earliest;
  }

  private static Instant earlier(Instant a, Instant b) {
    if (a == null || b == null) {
      return a == null ? b : a;
    }
    return b.isBefore(a) ? b : a;
  }
}
