/** The named rules a ledger is built under (ledger.md 8). */
package motcua.core.policy;
