package motcua.export;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import motcua.core.document.Cell;
import motcua.core.document.Cell.Term;
import motcua.core.document.Document;
import motcua.core.document.Letterhead;
import motcua.core.document.Paragraph;
import motcua.core.document.Part;
import motcua.core.document.Rows;
import motcua.core.document.Table;
import motcua.core.ledger.Ratio;

/** Documents as the product prints them; places and numbers are invented. */
final class SampleDocuments {
  static final String ALPHABET =
      "aàảãáạăằẳẵắặâầẩẫấậ eèẻẽéẹêềểễếệ iìỉĩíị oòỏõóọôồổỗốộơờởỡớợ uùủũúụưừửữứự yỳỷỹýỵ đ "
          + "AÀẢÃÁẠĂẰẲẴẮẶÂẦẨẪẤẬ EÈẺẼÉẸÊỀỂỄẾỆ IÌỈĨÍỊ OÒỎÕÓỌÔỒỔỖỐỘƠỜỞỠỚỢ UÙỦŨÚỤƯỪỬỮỨỰ YỲỶỸÝỴ Đ";

  static final Letterhead LETTERHEAD =
      new Letterhead(
          "UBND TỈNH LẠNG SƠN",
          "UBND HUYỆN MẪU SƠN",
          "12/BC-UBND",
          "Mẫu Sơn",
          LocalDate.of(2026, 7, 5),
          "TRƯỞNG PHÒNG NỘI VỤ",
          List.of("- Ủy ban nhân dân tỉnh;", "- Sở Nội vụ;", "- Lưu: VT."));

  static final List<String> FOOT =
      List.of(
          "Kỳ hạn tính theo chính sách nd61-2018, ngày làm việc theo lịch nghỉ số 3.",
          "Số liệu chốt đến 24 giờ ngày 04/07/2026.",
          "Phiên bản 2, mã kiểm tra 5f1c09ad.",
          "Trong bảng, hồ sơ chuyển đi được trừ ở đơn vị chuyển và cộng ở đơn vị nhận.");

  private static final List<String> UNITS =
      List.of(
          "Bộ phận Tiếp nhận và Trả kết quả Văn phòng HĐND và UBND huyện",
          "Phòng Tài nguyên và Môi trường",
          "Phòng Tư pháp",
          "Ủy ban nhân dân xã Công Sơn",
          "Ủy ban nhân dân thị trấn Cao Lộc",
          "=HYPERLINK(\"http://example.org\",\"Phòng\")");

  private SampleDocuments() {}

  static Document report() {
    return new Document(
        Optional.of(LETTERHEAD),
        "BÁO CÁO TÌNH HÌNH, KẾT QUẢ GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH",
        List.of(
            "Kỳ báo cáo: Quý II năm 2026 (từ ngày 01/04/2026 đến ngày 30/06/2026)",
            "Phạm vi: Huyện Mẫu Sơn"),
        Optional.of("BẢN ĐIỀU CHỈNH LẦN 2, THAY BẢN NGÀY 05/07/2026"),
        List.of(
            new Paragraph(
                "Trong kỳ, tổng số hồ sơ đã tiếp nhận là 12.860; trong đó trực tuyến 9.412, trực tiếp và"
                    + " qua dịch vụ bưu chính 3.112, từ kỳ trước chuyển qua 336. Số hồ sơ đã giải quyết là"
                    + " 12.301, trước hạn và đúng hạn đạt 99,74%.",
                Paragraph.Style.BODY),
            form("Mẫu II.06a", UNITS),
            new Paragraph(
                "Ghi chú: đơn vị tính là số hồ sơ thủ tục hành chính.", Paragraph.Style.NOTE)),
        FOOT);
  }

  static Document lateList(int lines) {
    return new Document(
        Optional.of(LETTERHEAD),
        "DANH SÁCH HỒ SƠ TRỄ HẠN, QUÁ HẠN",
        List.of("Tính đến ngày 30/06/2026"),
        Optional.empty(),
        List.of(late(lines)),
        FOOT);
  }

  static Table late(int lines) {
    LocalDate due = LocalDate.of(2026, 6, 1);
    return new Table(
        "Hồ sơ trễ hạn",
        List.of(
            new Table.Column("", "TT", "", 5),
            new Table.Column("", "Mã hồ sơ", "", 24),
            new Table.Column("", "Đơn vị", "", 28),
            new Table.Column("", "Lĩnh vực", "", 20),
            new Table.Column("", "Ngày hẹn trả", "", 12),
            new Table.Column("", "Số ngày quá hạn", "", 11)),
        reader ->
            IntStream.range(0, lines)
                .forEach(
                    line ->
                        reader.accept(
                            List.of(
                                new Cell.Count(line + 1),
                                new Cell.Text("H37.21-260601-%05d".formatted(line)),
                                new Cell.Text(UNITS.get(line % 5)),
                                new Cell.Text("Đất đai"),
                                new Cell.Day(due.plusDays(line % 28)),
                                new Cell.Count(line % 28 + 1)))),
        Optional.empty());
  }

  /** A form with groups, form numbers, sums in the line, shares and a line of totals. */
  static Table form(String name, List<String> units) {
    List<List<Cell>> lines = new ArrayList<>();
    long[] total = new long[8];
    for (int line = 0; line < units.size(); line++) {
      long[] figures = new long[8];
      for (int figure = 0; figure < figures.length; figure++) {
        // The last unit has finished nothing.
        boolean none = line == units.size() - 1 && (figure == 3 || figure == 4 || figure == 5);
        figures[figure] = none ? 0 : (line + 3L) * (figure + 5) * 37 % 2_300;
        total[figure] += figures[figure];
      }
      lines.add(line(new Cell.Count(line + 1), units.get(line), figures, false));
    }
    return new Table(
        name, columns(), Rows.of(lines), Optional.of(line(Cell.EMPTY, "Tổng cộng", total, true)));
  }

  static List<Table.Column> columns() {
    String received = "Số lượng hồ sơ tiếp nhận";
    String finished = "Số lượng hồ sơ đã giải quyết";
    String open = "Số lượng hồ sơ đang giải quyết";
    return List.of(
        new Table.Column("", "TT", "(1)", 4),
        new Table.Column("", "Lĩnh vực, đơn vị giải quyết", "(2)", 24),
        new Table.Column(received, "Tổng số", "(3)", 8),
        new Table.Column(received, "Trực tuyến", "(4)", 8),
        new Table.Column(received, "Trực tiếp, dịch vụ bưu chính", "(5)", 9),
        new Table.Column(received, "Từ kỳ trước", "(6)", 8),
        new Table.Column(finished, "Tổng số", "(7)", 8),
        new Table.Column(finished, "Trước hạn", "(8)", 8),
        new Table.Column(finished, "Đúng hạn", "(9)", 8),
        new Table.Column(finished, "Quá hạn", "(10)", 8),
        new Table.Column(open, "Tổng số", "(11)", 8),
        new Table.Column(open, "Trong hạn", "(12)", 8),
        new Table.Column(open, "Quá hạn", "(13)", 8),
        new Table.Column("", "Tỷ lệ trước và đúng hạn", "(14)", 9));
  }

  private static List<Cell> line(Cell number, String name, long[] f, boolean total) {
    long finished = f[3] + f[4] + f[5];
    return List.of(
        number,
        new Cell.Text(name),
        new Cell.Sum(f[0] + f[1] + f[2], terms(3, 4, 5)),
        figure(f[0], total),
        figure(f[1], total),
        figure(f[2], total),
        new Cell.Sum(finished, terms(7, 8, 9)),
        figure(f[3], total),
        figure(f[4], total),
        figure(f[5], total),
        new Cell.Sum(f[6] + f[7], terms(11, 12)),
        figure(f[6], total),
        figure(f[7], total),
        new Cell.Share(new Ratio.Value(f[3] + f[4], finished), terms(7, 8), terms(6)));
  }

  private static Cell figure(long value, boolean total) {
    return total ? new Cell.ColumnSum(value) : new Cell.Count(value);
  }

  static List<Term> terms(int... columns) {
    return IntStream.of(columns).mapToObj(column -> new Term(column, false)).toList();
  }

  /** Running text without a table. */
  static Document text() {
    List<Part> parts = new ArrayList<>();
    parts.add(new Paragraph("I. KẾT QUẢ THỰC HIỆN", Paragraph.Style.HEADING));
    parts.add(
        new Paragraph(
            "Tổng số hồ sơ đã tiếp nhận trong quý là 12.860 hồ sơ, trong đó tiếp nhận trực tuyến"
                + " 9.412 hồ sơ (đạt 73,19%). Bảng chữ cái: "
                + ALPHABET,
            Paragraph.Style.BODY));
    return new Document(
        Optional.of(LETTERHEAD), "BÁO CÁO QUÝ II", List.of(), Optional.empty(), parts, FOOT);
  }
}
