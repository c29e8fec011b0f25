package motcua.readmodel;

import java.util.List;
import java.util.OptionalLong;

/**
 * The dossiers behind one figure, and the figure itself as the report has it in the same snapshot.
 *
 * @param figure what the report prints
 * @param listed sum of the counts of all dossiers, with the ledger's figures of units whose journal
 *     was not read for this page: the same number, unless journal and ledger have not reached the
 *     same point
 * @param dossiers number of rows of all pages; empty while more follow than were counted
 * @param more whether rows follow those of this page
 * @param rows of one page, by unit, code and source: a dossier that counts in two units' books is
 *     in both. By code and source alone where dossiers are added up over all units
 */
public record CellDossiers(
    long figure, long listed, OptionalLong dossiers, boolean more, List<CellDossier> rows) {
  public CellDossiers {
    rows = List.copyOf(rows);
  }
}
