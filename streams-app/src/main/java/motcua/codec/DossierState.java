package motcua.codec;

import java.util.List;
import motcua.core.interpretation.SeenSighting;

/**
 * What a dossier task keeps of one dossier, or of the home of an event id: the set of what was
 * learned, and how far the journal made from it has been posted. The journal itself is not kept: it
 * is a function of this.
 *
 * @param clockMicros clock up to which the journal was posted; {@link Long#MIN_VALUE} before the
 *     first record
 * @param sequence emission counter: numbers given to postings, and to changes without one, so far
 * @param crossingMicros moment of the next overdue crossing; {@link Long#MAX_VALUE} when there is
 *     none
 * @param books in which the postings so far stand
 * @param revisions distinct revisions, in order of arrival
 * @param sightings distinct sightings, in order of arrival
 */
public record DossierState(
    long clockMicros,
    long sequence,
    long crossingMicros,
    Books books,
    List<EventRevision> revisions,
    List<SeenSighting> sightings) {
  /** A dossier nothing is known of. */
  public static final DossierState EMPTY =
      new DossierState(Long.MIN_VALUE, 0, Long.MAX_VALUE, Books.NONE, List.of(), List.of());
}
