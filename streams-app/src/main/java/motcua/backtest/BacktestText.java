package motcua.backtest;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A back-test as plain text in Vietnamese, for a terminal. */
public final class BacktestText {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
  private static final List<String> HEAD =
      List.of(
          "Đơn vị",
          "Số lần báo",
          "Mới",
          "Nặng thêm",
          "Nhắc lại",
          "Lên cấp trên",
          "Tự hết",
          "Hết kỳ",
          "Còn",
          "Ngày chắc chắn",
          "Số ngày (trung vị)",
          "Số ngày (dài nhất)",
          "Tên");

  private BacktestText() {}

  /** All of it; ends with a line end. */
  public static String of(BacktestView found) {
    StringBuilder text = new StringBuilder();
    text.append(
        "Chạy thử quy tắc %s từ %s đến %s, phạm vi %s.\n"
            .formatted(
                String.join(", ", found.rules()),
                day(found.from()),
                day(found.to()),
                found.scope()));
    if (found.units().isEmpty()) {
      text.append("Không đơn vị nào bị báo");
    } else {
      List<List<String>> rows = new ArrayList<>();
      rows.add(HEAD);
      found.units().forEach(unit -> rows.add(row(unit.unit(), unit.counts(), unit.name())));
      rows.add(row("Cộng", found.total(), ""));
      table(rows, text);
      text.append("%d đơn vị bị báo".formatted(found.units().size()));
    }
    return text.append(
            "; %d đơn vị có hồ sơ đã giải quyết mà không bị báo lần nào.\n"
                .formatted(found.unitsNeverTold()))
        .toString();
  }

  private static List<String> row(String unit, BacktestView.Counts counts, String name) {
    List<String> row = new ArrayList<>(List.of(unit));
    List.of(
            counts.told(),
            counts.raised(),
            counts.worsened(),
            counts.reminded(),
            counts.escalated(),
            counts.recovered(),
            counts.periodEnded(),
            counts.holding(),
            counts.daysSure())
        .forEach(count -> row.add(count.toString()));
    row.add(
        counts.medianDays() == null
            ? "-"
            : String.format(Locale.ROOT, "%.1f", counts.medianDays()).replace('.', ','));
    row.add(counts.longestDays() == null ? "-" : counts.longestDays().toString());
    row.add(name);
    return row;
  }

  /** The first and the last column to the left, numbers to the right. */
  private static void table(List<List<String>> rows, StringBuilder text) {
    int last = HEAD.size() - 1;
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column <= last; column++) {
        int at = column;
        int width = rows.stream().mapToInt(each -> each.get(at).length()).max().orElse(0);
        String pad = " ".repeat(width - row.get(column).length());
        boolean left = column == 0 || column == last;
        line.append(column == 0 ? "" : "  ");
        line.append(left ? row.get(column) + pad : pad + row.get(column));
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
  }

  private static String day(String iso) {
    return LocalDate.parse(iso).format(DAY);
  }
}
