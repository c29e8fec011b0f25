/**
 * Alerts (ledger.md 9): when a unit is told that it is late too often, how sure that is, and what
 * becomes of it. Pure: figures, times and acts come in as values, transitions go out.
 */
package motcua.core.alert;
