package motcua.core.print;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import motcua.core.document.Cell;
import motcua.core.document.Rows;
import motcua.core.document.Table;
import motcua.core.ledger.Ratio;
import motcua.core.ledger.ReportRow;

/** Several years side by side, a block of lines a level of units. */
public final class YearsTable {
  private static final String DATED = "Đã giải quyết, có hẹn trả";
  private static final List<Table.Column> COLUMNS =
      List.of(
          new Table.Column("", "Cấp", "", 16),
          new Table.Column("", "Năm", "", 8),
          new Table.Column("", "Tiếp nhận mới", "", 10),
          new Table.Column(DATED, "Trước hạn", "", 9),
          new Table.Column(DATED, "Đúng hạn", "", 9),
          new Table.Column(DATED, "Quá hạn", "", 9),
          new Table.Column(DATED, "Tỷ lệ đúng hạn", "", 10),
          new Table.Column("", "Đang giải quyết đã quá hạn", "", 11),
          new Table.Column("Trực tuyến", "Số hồ sơ", "", 9),
          new Table.Column("Trực tuyến", "Tỷ lệ", "", 9),
          new Table.Column("", "Tỷ lệ số hóa kết quả", "", 10));

  private YearsTable() {}

  /**
   * One level in one year.
   *
   * @param level as printed, such as "Cấp xã"
   * @param year as printed; a year to date says so
   */
  public record Line(String level, String year, ReportRow figures) {}

  /** The table, the lines in the order given. */
  public static Table of(List<Line> lines) {
    List<List<Cell>> rows = new ArrayList<>();
    for (Line line : lines) {
      rows.add(row(line));
    }
    return new Table("So sanh", COLUMNS, Rows.of(rows), Optional.empty());
  }

  private static List<Cell> row(Line line) {
    ReportRow row = line.figures();
    return List.of(
        new Cell.Text(line.level()),
        new Cell.Text(line.year()),
        new Cell.Count(row.received()),
        new Cell.Count(row.closedEarly()),
        new Cell.Count(row.closedOnTime()),
        new Cell.Count(row.closedLate()),
        new Cell.Share(Ratio.ON_TIME.of(row), terms(3, 4), terms(3, 4, 5)),
        new Cell.Count(row.openOverdue()),
        new Cell.Count(row.receivedOnline()),
        new Cell.Share(Ratio.ONLINE.of(row), terms(8), terms(2)),
        new Cell.Share(Ratio.RESULTS_DIGITISED.of(row), List.of(), List.of()));
  }

  private static List<Cell.Term> terms(int... columns) {
    List<Cell.Term> terms = new ArrayList<>();
    for (int column : columns) {
      terms.add(new Cell.Term(column, false));
    }
    return terms;
  }
}
