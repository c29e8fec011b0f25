/**
 * Figures that an office printed: reading them, checking them against themselves, and comparing
 * them with the ledger. What does not hold is marked and never repaired. Reading order: {@link
 * motcua.core.publication.PublishedFiguresCsv}, {@link motcua.core.publication.PublicationChecks},
 * {@link motcua.core.publication.Comparison}, {@link motcua.core.publication.ComparisonText}.
 *
 * <p>What belongs elsewhere: drawing the ledger's figures, which come in as a map of report columns
 * (ledger.md 5).
 */
package motcua.core.publication;
