package motcua.core.ledger;

/** Counters beside the accounts (ledger.md 4). The order is stored: append only. */
public enum Counter {
  COMPONENTS_DIGITISED,
  COMPONENTS_PARTIAL,
  FEE_PAID,
  FEE_PAID_ONLINE,
  RESULTS_DIGITISED,
  LATE_APOLOGISED,
  SAME_DAY,
  LATE_FIRST_DUE
}
