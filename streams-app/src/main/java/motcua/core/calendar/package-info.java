/**
 * Days: the local day of an instant and the working days between two of them (ledger.md 3, rules.md
 * 2). Nothing here knows dossiers; nothing reads files or a clock.
 */
package motcua.core.calendar;
