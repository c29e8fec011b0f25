/**
 * Notices (ledger.md 9): who is told of a transition, when, and in which words. Pure: transitions,
 * units and moments come in as values; plans and texts go out. Knows no server and no table.
 */
package motcua.core.notice;
