package motcua.readmodel;

import java.util.List;

/**
 * The dossiers behind one figure, and the figure itself as the report has it in the same snapshot.
 *
 * @param figure what the report prints
 * @param listed sum of the counts of all dossiers: the same number, unless the journal and the
 *     ledger have not reached the same point
 * @param dossiers number of dossiers with a count
 * @param rows the dossiers of one page, by code and source
 */
public record CellDossiers(long figure, long listed, long dossiers, List<CellDossier> rows) {
  public CellDossiers {
    rows = List.copyOf(rows);
  }
}
