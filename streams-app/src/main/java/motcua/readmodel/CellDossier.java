package motcua.readmodel;

import java.util.List;

/**
 * A dossier behind a figure.
 *
 * @param unit raw code of the unit in whose books it is counted; of several the one that counts
 *     most
 * @param count how often it is counted: mostly 1; more when it did the same twice in the period,
 *     below 0 when the period takes back what an earlier one had counted
 * @param causes the postings that make the count, without those that were reversed, by day; the
 *     count of each is what it adds
 */
public record CellDossier(
    String source,
    String dossierId,
    String unit,
    String field,
    String procedure,
    long count,
    List<PostingLine> causes) {
  public CellDossier {
    causes = List.copyOf(causes);
  }
}
