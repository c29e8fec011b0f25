package motcua.readmodel.postgres;

import motcua.readmodel.Breakdown;

/**
 * What a report is summed from.
 *
 * @param days relation with a measure a column, by counts_on and known_on
 * @param part its column that can split a unit
 */
record Books(String days, String part) {
  /** Cells of the ledger: they know fields and no procedures (decision 0005). */
  static final Books LEDGER = new Books("ledger", "field");

  /** Legs of the journal. */
  static final Books JOURNAL = new Books("posting_amounts", "procedure");

  static Books of(Breakdown by) {
    return switch (by) {
      case NONE, FIELD -> LEDGER;
      case PROCEDURE -> JOURNAL;
    };
  }
}
