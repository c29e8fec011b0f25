package motcua.readmodel;

import java.util.List;

/** One dossier with its journal in the order it was emitted, and its marks. */
public record DossierHistory(
    DossierLine dossier, List<PostingLine> postings, List<DossierMarkLine> marks) {
  public DossierHistory {
    postings = List.copyOf(postings);
    marks = List.copyOf(marks);
  }
}
