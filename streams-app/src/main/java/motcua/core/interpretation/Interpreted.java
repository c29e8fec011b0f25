package motcua.core.interpretation;

import java.util.List;
import motcua.core.dossier.Revision;

/**
 * What a dossier's sightings mean.
 *
 * @param revisions in order of recordedAt; an event may have several, a retraction among them
 * @param marks in order of knownAt; one mark may hold, end and hold again
 */
public record Interpreted(List<Revision> revisions, List<SeenMark> marks) {
  public Interpreted {
    revisions = List.copyOf(revisions);
    marks = List.copyOf(marks);
  }
}
