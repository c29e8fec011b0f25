package motcua.readmodel;

import java.util.List;

/**
 * The dossiers that a moment counts.
 *
 * @param total number over all pages
 * @param rows the dossiers of one page, by code and source
 */
public record MomentDossiers(long total, List<MomentDossier> rows) {
  public MomentDossiers {
    rows = List.copyOf(rows);
  }
}
