package motcua.core.dossier;

import java.util.Objects;

/** Identity of a dossier (ledger.md 2): its code is unique within its source only. */
public record DossierKey(String source, String dossierId) {
  public DossierKey {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(dossierId, "dossierId");
  }
}
