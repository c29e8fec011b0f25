package motcua.readmodel.postgres;

import java.util.List;
import java.util.Optional;
import motcua.readmodel.Breakdown;

/**
 * What a report is summed from: relations with a column for each measure.
 *
 * @param cells by counts_on and known_on
 * @param days closed days, by counts_on and known_on; empty: none are stored
 * @param months closed months, by counts_month and known_month
 * @param balances at the end of closed months, by month
 * @param part column that splits a unit; empty: not split
 * @param paged whether cells lie in pages, which {@code page_month} and {@code page_known_to} let
 *     pass over
 * @param gathered whether days and months are also stored with all counterparts taken together, see
 *     {@link #gathered(String)}
 */
record Books(
    String cells,
    Optional<String> days,
    String months,
    String balances,
    Optional<String> part,
    boolean paged,
    boolean gathered) {
  /** Units, from the cells of the ledger. */
  static final Books UNITS =
      new Books(
          "ledger",
          Optional.of("unit_day"),
          "unit_month",
          "unit_balance",
          Optional.empty(),
          false,
          true);

  /** Fields of a unit, from the cells of the ledger. */
  static final Books FIELDS =
      new Books(
          "ledger",
          Optional.empty(),
          "field_month",
          "field_balance",
          Optional.of("field"),
          false,
          false);

  /** Procedures of a unit, from the legs of the journal: cells have none (decision 0005). */
  static final Books PROCEDURES =
      new Books(
          "posting_amounts",
          Optional.empty(),
          "procedure_month",
          "procedure_balance",
          Optional.of("procedure"),
          true,
          false);

  /** What can be summed. */
  static List<Books> kept(boolean journal) {
    return journal ? List.of(UNITS, FIELDS, PROCEDURES) : List.of(UNITS, FIELDS);
  }

  static Books of(Breakdown by) {
    return switch (by) {
      case NONE -> UNITS;
      case FIELD -> FIELDS;
      case PROCEDURE -> PROCEDURES;
    };
  }

  /** The relation beside one of days or months, with {@code moved} in place of counterpart. */
  static String gathered(String relation) {
    return relation + "_gathered";
  }

  /** Whose sums a row holds: the columns of a unit or of a part of it. */
  String holder() {
    return part.map(column -> "unit, " + column).orElse("unit");
  }
}
