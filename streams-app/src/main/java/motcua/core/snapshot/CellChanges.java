package motcua.core.snapshot;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import motcua.core.ledger.Amounts;
import motcua.core.ledger.Column;
import motcua.core.ledger.ReportRow;

/** The difference of two versions, cell by cell. */
public final class CellChanges {
  private static final ReportRow NOTHING = ReportRow.of(Amounts.ZERO, Amounts.ZERO);

  private CellChanges() {}

  /** Every cell that differs, by row and column. */
  public static List<CellChange> between(Map<RowKey, ReportRow> was, Map<RowKey, ReportRow> is) {
    SortedSet<RowKey> rows = new TreeSet<>(was.keySet());
    rows.addAll(is.keySet());
    List<CellChange> changes = new ArrayList<>();
    for (RowKey row : rows) {
      ReportRow before = was.getOrDefault(row, NOTHING);
      ReportRow after = is.getOrDefault(row, NOTHING);
      for (Column column : Column.values()) {
        if (column.of(before) != column.of(after)) {
          changes.add(new CellChange(row, column, column.of(before), column.of(after)));
        }
      }
    }
    return changes;
  }
}
