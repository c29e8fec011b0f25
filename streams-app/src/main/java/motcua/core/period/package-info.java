/** The periods reports are drawn for and the windows ratios roll over (ledger.md 7). */
package motcua.core.period;
