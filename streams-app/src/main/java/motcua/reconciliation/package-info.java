/**
 * A printed report beside the ledger: which of its sums fail, which percentages no whole number can
 * give, which figures the ledger has otherwise and by which dossiers. Saves nothing. Reading order:
 * {@link motcua.reconciliation.Reconciler}, {@link motcua.reconciliation.Reconciliation}, {@link
 * motcua.reconciliation.Explanations}. What a publication says of itself is decided in {@code
 * core.publication}; how it is handed in belongs to {@code http} and the command line.
 */
package motcua.reconciliation;
