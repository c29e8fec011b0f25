package motcua.core.dossier;

/**
 * Lifecycle event types in the order that decides between events of one moment (ledger.md 2, 3).
 */
public enum EventType {
  RECEIVED,
  DUE_CHANGED,
  SUSPENDED,
  RESUMED,
  COMPLETED,
  RETURNED,
  REFUSED,
  WITHDRAWN,
  REOPENED,
  TRANSFERRED,
  COMPONENTS_DIGITISED,
  RESULT_DIGITISED,
  FEE_PAID,
  APOLOGISED
}
