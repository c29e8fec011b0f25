package motcua.core.form;

import static motcua.core.form.FormColumn.sum;
import static motcua.core.form.FormGroup.FINISHED;
import static motcua.core.form.FormGroup.OPEN;
import static motcua.core.form.FormGroup.RECEIVED;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import motcua.core.ledger.Column;

/**
 * How a report is printed (ledger.md 8): a preset regroups columns and changes no figure. In each
 * preset, for every balanced row, the total received is the total finished plus the total open, and
 * each total is the sum of its group ({@code transferredOut} taken off).
 *
 * <p>The running number and the field or unit, columns 1 and 2 of the form, are no figures: whoever
 * prints the rows prints them.
 */
public enum FormPreset {
  /**
   * The default: what is neither on time nor late, and neither within due nor overdue, stands
   * alone.
   */
  STRICT(
      "strict",
      "Mẫu chặt chẽ (strict)",
      List.of(
          Totals.RECEIVED,
          sum(RECEIVED, "receivedOnline", "Trực tuyến", Column.RECEIVED_ONLINE),
          sum(
              RECEIVED,
              "receivedDirectPostal",
              "Trực tiếp, bưu chính",
              Column.RECEIVED_DIRECT,
              Column.RECEIVED_POSTAL),
          sum(RECEIVED, "carriedOver", "Từ kỳ trước", Column.CARRIED_OVER),
          sum(RECEIVED, "transferredIn", "Chuyển đến", Column.TRANSFERRED_IN),
          sum(RECEIVED, "transferredOut", "Chuyển đi", Column.TRANSFERRED_OUT),
          Totals.FINISHED,
          sum(FINISHED, "closedEarly", "Trước hạn", Column.CLOSED_EARLY),
          sum(FINISHED, "closedOnTime", "Đúng hạn", Column.CLOSED_ON_TIME),
          sum(FINISHED, "closedLate", "Quá hạn", Column.CLOSED_LATE),
          sum(FINISHED, "closedUndated", "Không có hẹn trả", Column.CLOSED_UNDATED),
          sum(FINISHED, "refused", "Từ chối", Column.REFUSED),
          sum(FINISHED, "withdrawn", "Rút hồ sơ", Column.WITHDRAWN),
          Totals.OPEN,
          sum(OPEN, "openInTime", "Trong hạn", Column.OPEN_IN_TIME),
          sum(OPEN, "openOverdue", "Quá hạn", Column.OPEN_OVERDUE),
          sum(OPEN, "openUndated", "Không có hẹn trả", Column.OPEN_UNDATED),
          sum(OPEN, "suspended", "Tạm dừng", Column.SUSPENDED)),
      List.of(
          "Tổng số tiếp nhận = trực tuyến + trực tiếp, bưu chính + từ kỳ trước + chuyển đến - chuyển đi"
              + " = tổng số đã giải quyết + tổng số đang giải quyết.",
          "Trước hạn, đúng hạn và quá hạn chỉ gồm hồ sơ có ngày hẹn trả. Hồ sơ không có hẹn trả, hồ sơ từ chối,"
              + " hồ sơ rút và hồ sơ đang tạm dừng có cột riêng, không tính vào đúng hạn hay trong hạn.",
          "Chuyển đến, chuyển đi: hồ sơ đổi đơn vị xử lý trong kỳ. Dòng tổng không tính hồ sơ chuyển giữa các đơn vị"
              + " trong phạm vi báo cáo.")),

  /**
   * Form II.06a/VPCP/KSTT as the offices' template fills it in (rules.md 5). What the template
   * leaves open is our reading: closed without a due in 9, as the offices' systems do (rules.md 4);
   * open without a due in 12; transfers in less transfers out in 6, because those dossiers were
   * received elsewhere before.
   */
  II_06A(
      "II.06a",
      "Biểu số II.06a/VPCP/KSTT",
      List.of(
          Totals.RECEIVED.numbered(3),
          sum(RECEIVED, "receivedOnline", "Trực tuyến", Column.RECEIVED_ONLINE).numbered(4),
          sum(
                  RECEIVED,
                  "receivedDirectPostal",
                  "Trực tiếp, bưu chính",
                  Column.RECEIVED_DIRECT,
                  Column.RECEIVED_POSTAL)
              .numbered(5),
          sum(
                  RECEIVED,
                  "carriedOverWithTransfers",
                  "Từ kỳ trước",
                  Column.CARRIED_OVER,
                  Column.TRANSFERRED_IN)
              .less(Column.TRANSFERRED_OUT)
              .numbered(6),
          Totals.FINISHED.numbered(7),
          sum(FINISHED, "closedEarly", "Trước hạn", Column.CLOSED_EARLY).numbered(8),
          sum(
                  FINISHED,
                  "closedOnTimeOrNotDue",
                  "Đúng hạn",
                  Column.CLOSED_ON_TIME,
                  Column.CLOSED_UNDATED,
                  Column.REFUSED,
                  Column.WITHDRAWN)
              .numbered(9),
          sum(FINISHED, "closedLate", "Quá hạn", Column.CLOSED_LATE).numbered(10),
          Totals.OPEN.numbered(11),
          sum(
                  OPEN,
                  "openInTimeOrNotDue",
                  "Trong hạn",
                  Column.OPEN_IN_TIME,
                  Column.OPEN_UNDATED,
                  Column.SUSPENDED)
              .numbered(12),
          sum(OPEN, "openOverdue", "Quá hạn", Column.OPEN_OVERDUE).numbered(13)),
      List.of(
          "Cột 3 = cột 4 + 5 + 6 = cột 7 + 11; cột 7 = cột 8 + 9 + 10; cột 11 = cột 12 + 13.",
          "Cột 6 gồm hồ sơ từ kỳ trước, cộng hồ sơ đơn vị khác chuyển đến và trừ hồ sơ chuyển đi đơn vị khác trong kỳ;"
              + " vì vậy có thể khác cột 11 của kỳ trước, và là số âm khi chuyển đi nhiều hơn.",
          "Cột 9 (đúng hạn) gồm cả hồ sơ từ chối, hồ sơ rút và hồ sơ đã giải quyết không có ngày hẹn trả;"
              + " các tỷ lệ đúng hạn, quá hạn của báo cáo không tính những hồ sơ này.",
          "Cột 12 (trong hạn) gồm cả hồ sơ đang tạm dừng và hồ sơ đang giải quyết không có ngày hẹn trả."));

  private final String code;
  private final String title;
  private final List<FormColumn> columns;
  private final List<String> notes;

  FormPreset(String code, String title, List<FormColumn> columns, List<String> notes) {
    this.code = code;
    this.title = title;
    this.columns = columns;
    this.notes = notes;
  }

  /** The preset of a code, as written in requests; empty when there is none. */
  public static Optional<FormPreset> of(String code) {
    return Arrays.stream(values()).filter(preset -> preset.code.equals(code)).findFirst();
  }

  /** Its name in requests and reports. */
  public String code() {
    return code;
  }

  /** Its name over a printed table, in Vietnamese. */
  public String title() {
    return title;
  }

  /** The printed columns, in printing order; columns of one group are neighbours. */
  public List<FormColumn> columns() {
    return columns;
  }

  /** Vietnamese sentences that say what was put where, to be printed below the table. */
  public List<String> notes() {
    return notes;
  }

  /** The same in every preset: what is regrouped inside a group changes none of them. */
  private static final class Totals {
    static final FormColumn RECEIVED =
        sum(
                FormGroup.RECEIVED,
                "receivedTotal",
                "Tổng số",
                Column.CARRIED_OVER,
                Column.RECEIVED,
                Column.TRANSFERRED_IN)
            .less(Column.TRANSFERRED_OUT);
    static final FormColumn FINISHED =
        sum(
            FormGroup.FINISHED,
            "finishedTotal",
            "Tổng số",
            Column.CLOSED_EARLY,
            Column.CLOSED_ON_TIME,
            Column.CLOSED_LATE,
            Column.CLOSED_UNDATED,
            Column.REFUSED,
            Column.WITHDRAWN);
    static final FormColumn OPEN =
        sum(
            FormGroup.OPEN,
            "openTotal",
            "Tổng số",
            Column.OPEN_IN_TIME,
            Column.OPEN_OVERDUE,
            Column.OPEN_UNDATED,
            Column.SUSPENDED);
  }
}
