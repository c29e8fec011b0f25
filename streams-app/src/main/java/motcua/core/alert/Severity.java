package motcua.core.alert;

/** How sure an alert is (ledger.md 9). Names are stored: never renamed. */
public enum Severity {
  /** Above the threshold, which may still be chance. */
  LIKELY,
  /** The evidence holds although every closing was looked at. */
  SURE
}
