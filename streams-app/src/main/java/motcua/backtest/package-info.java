/**
 * Tries rules of alerts on the past: asks the read model for what was closed, lets {@code
 * core.alert} replay it, and says in words and JSON what would have been told. Sends and keeps
 * nothing.
 */
package motcua.backtest;
