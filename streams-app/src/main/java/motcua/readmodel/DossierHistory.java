package motcua.readmodel;

import java.util.List;

/**
 * One dossier with its journal in the order it was emitted, and its marks.
 *
 * @param journalKept whether there is a journal (decision 13)
 * @param postings empty without one
 */
public record DossierHistory(
    DossierLine dossier,
    boolean journalKept,
    List<PostingLine> postings,
    List<DossierMarkLine> marks) {
  public DossierHistory {
    postings = List.copyOf(postings);
    marks = List.copyOf(marks);
  }
}
