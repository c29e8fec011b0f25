package motcua.audit.recount;

import java.util.List;

/** The figures of a ledger cell by the names of their columns, in the order of the table. */
public final class Figures {
  /** Column names. Written out here, so that a slip in the product's own list is seen. */
  public static final List<String> COLUMNS =
      List.of(
          "received_online",
          "received_direct",
          "received_postal",
          "transferred_in",
          "transferred_out",
          "open_in_time",
          "open_overdue",
          "open_undated",
          "suspended",
          "closed_early",
          "closed_on_time",
          "closed_late",
          "closed_undated",
          "refused",
          "withdrawn",
          "components_digitised",
          "components_partial",
          "fee_paid",
          "fee_paid_online",
          "results_digitised",
          "late_apologised",
          "same_day",
          "late_first_due");

  private Figures() {}

  /**
   * Position of a column.
   *
   * @throws IllegalArgumentException when there is none of this name
   */
  public static int indexOf(String column) {
    int index = COLUMNS.indexOf(column);
    if (index < 0) {
      throw new IllegalArgumentException("no column " + column);
    }
    return index;
  }
}
