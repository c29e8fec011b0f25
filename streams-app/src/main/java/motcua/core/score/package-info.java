/**
 * Points of a scoring decision (rules.md 8), such as a province's PAR index: ratios of the ledger
 * through thresholds. Decisions are data of the office; what one does not say stays unknown here.
 */
package motcua.core.score;
