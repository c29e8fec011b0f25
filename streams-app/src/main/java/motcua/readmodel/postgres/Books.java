package motcua.readmodel.postgres;

import java.util.List;
import motcua.readmodel.Breakdown;

/**
 * What a report is summed from: relations with a column for each measure.
 *
 * @param days by counts_on and known_on
 * @param months closed months, by counts_month and known_month
 * @param balances at the end of closed months, by month
 * @param part column that can split a unit
 * @param paged whether {@code days} lie in pages, which {@code page_month} and {@code
 *     page_known_to} let pass over
 */
record Books(String days, String months, String balances, String part, boolean paged) {
  /** Cells of the ledger: they know fields and no procedures (decision 0005). */
  static final Books LEDGER = new Books("ledger", "ledger_month", "ledger_balance", "field", false);

  /** Legs of the journal. */
  static final Books JOURNAL =
      new Books("posting_amounts", "procedure_month", "procedure_balance", "procedure", true);

  static final List<Books> ALL = List.of(LEDGER, JOURNAL);

  static Books of(Breakdown by) {
    return switch (by) {
      case NONE, FIELD -> LEDGER;
      case PROCEDURE -> JOURNAL;
    };
  }
}
