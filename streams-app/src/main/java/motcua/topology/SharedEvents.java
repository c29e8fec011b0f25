package motcua.topology;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import motcua.codec.EventRevision;

/**
 * Events whose id several dossiers use (ledger.md 2: "a revision that names another dossier takes
 * the event there"). Every dossier concerned must know all revisions of the event. They meet at the
 * id's home ({@link Keys#home}): a dossier tells the home, the home tells the others.
 */
final class SharedEvents {
  /** A revision to be sent to an entity (a dossier or a home) of the same source. */
  record Letter(String toEntity, EventRevision revision) {}

  private SharedEvents() {}

  /**
   * Letters owed after {@code added} was learned by {@code entity}.
   *
   * @param known revisions the entity had before, of any event
   * @param direct true when it came from the event log, false when by mail
   */
  static List<Letter> after(
      String entity, List<EventRevision> known, EventRevision added, boolean direct) {
    String home = Keys.home(added.eventId());
    if (!home.equals(entity)) {
      return direct ? List.of(new Letter(home, added)) : List.of();
    }
    return fromHome(entity, known, added);
  }

  private static List<Letter> fromHome(
      String home, List<EventRevision> known, EventRevision added) {
    List<EventRevision> siblings = new ArrayList<>(0);
    Set<String> named = new LinkedHashSet<>();
    for (EventRevision r : known) {
      if (r.eventId().equals(added.eventId())) {
        siblings.add(r);
        if (r.dossierId() != null) {
          named.add(r.dossierId());
        }
      }
    }
    List<Letter> letters = new ArrayList<>(0);
    for (String dossier : named) {
      if (!dossier.equals(home) && !dossier.equals(added.dossierId())) {
        letters.add(new Letter(dossier, added));
      }
    }
    String newcomer = added.dossierId();
    if (newcomer != null && !newcomer.equals(home) && !named.contains(newcomer)) {
      for (EventRevision r : siblings) {
        letters.add(new Letter(newcomer, r));
      }
    }
    return letters;
  }
}
