package motcua.standalone.cli;

import motcua.readmodel.AuditResult;

/** What an audit came to, in one line. */
final class AuditSummary {
  private AuditSummary() {}

  /** The line; with drift it names the first difference. */
  static String of(AuditResult result) {
    String known =
        (result.knownTo() == null
                ? "everything known"
                : "all that was known at the end of " + result.knownTo())
            + (result.journal() ? "" : ", ledger alone (readmodel.journal=false)");
    String found =
        "motcua: drift %d (%d figures differ, %d sums do not balance)"
            .formatted(result.drift(), result.differing(), result.unbalanced());
    return result.drift() == 0
        ? "motcua: drift 0: %d events, %d dossiers, %d cells recounted, %s"
            .formatted(result.events(), result.dossiers(), result.cells(), known)
        : found + ", " + known + ": " + result.firstDifference();
  }
}
