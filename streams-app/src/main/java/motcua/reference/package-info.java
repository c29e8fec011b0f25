/**
 * The files an installation is set up with, read into core values: unit tree, calendar, procedures,
 * policy, scoring table, rules of alerts.
 */
package motcua.reference;
