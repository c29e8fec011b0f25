package motcua.export;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import motcua.core.document.Cell;
import motcua.core.document.Document;
import motcua.core.document.Letterhead;
import motcua.core.document.Paragraph;
import motcua.core.document.Rows;
import motcua.core.document.Table;
import motcua.core.document.Table.Column;
import motcua.core.ledger.Ratio;

/** Documents as offices print them. Places, units and figures are made up. */
final class PdfSamples {
  static final LocalDate DATE = LocalDate.of(2026, 1, 5);
  static final Letterhead LETTERHEAD =
      new Letterhead(
          "UBND HUYỆN MẪU SƠN",
          "PHÒNG NỘI VỤ",
          "12/BC-NV",
          "Mẫu Sơn",
          DATE,
          "TRƯỞNG PHÒNG",
          List.of("Như trên;", "Thường trực Huyện ủy;", "Lưu: VT, KSTTHC."));
  static final List<String> FOOT =
      List.of(
          "Quy tắc tính: địa phương, bản 3.",
          "Số liệu chốt lúc 00:00 ngày 05/01/2026, bản chính thức lần 1.");

  private PdfSamples() {}

  /** A page of form II.06a: 13 columns in groups, numbered, with a total. */
  static Document form() {
    List<Column> columns = new ArrayList<>();
    columns.add(new Column("", "TT", "(1)", 3));
    columns.add(new Column("", "Lĩnh vực giải quyết", "(2)", 14));
    String received = "Số lượng hồ sơ tiếp nhận";
    columns.add(new Column(received, "Tổng số", "(3)", 6));
    columns.add(new Column(received, "Trực tuyến", "(4)", 6));
    columns.add(new Column(received, "Trực tiếp, bưu chính", "(5)", 6));
    columns.add(new Column(received, "Từ kỳ trước", "(6)", 6));
    String finished = "Số lượng hồ sơ đã giải quyết";
    columns.add(new Column(finished, "Tổng số", "(7)", 6));
    columns.add(new Column(finished, "Trước hạn", "(8)", 6));
    columns.add(new Column(finished, "Đúng hạn", "(9)", 6));
    columns.add(new Column(finished, "Quá hạn", "(10)", 6));
    String open = "Số lượng hồ sơ đang giải quyết";
    columns.add(new Column(open, "Tổng số", "(11)", 6));
    columns.add(new Column(open, "Trong hạn", "(12)", 6));
    columns.add(new Column(open, "Quá hạn", "(13)", 6));
    List<String> fields =
        List.of(
            "Chứng thực",
            "Hộ tịch",
            "Đất đai",
            "Đăng ký thành lập và hoạt động của hộ kinh doanh",
            "Bảo trợ xã hội");
    List<List<Cell>> rows = new ArrayList<>();
    long[] sums = new long[11];
    for (int field = 0; field < fields.size(); field++) {
      long[] counts = counts(field);
      List<Cell> row = new ArrayList<>();
      row.add(new Cell.Count(field + 1));
      row.add(new Cell.Text(fields.get(field)));
      for (int at = 0; at < counts.length; at++) {
        sums[at] += counts[at];
        row.add(new Cell.Count(counts[at]));
      }
      rows.add(row);
    }
    List<Cell> total = new ArrayList<>(List.of(Cell.EMPTY, new Cell.Text("Tổng cộng")));
    IntStream.range(0, sums.length).forEach(at -> total.add(new Cell.ColumnSum(sums[at])));
    return new Document(
        Optional.of(LETTERHEAD),
        "TÌNH HÌNH, KẾT QUẢ GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH",
        List.of("Quý IV năm 2025", "Kỳ báo cáo: từ ngày 15/9/2025 đến ngày 14/12/2025"),
        Optional.of("BẢN ĐÍNH CHÍNH LẦN 2"),
        List.of(
            new Paragraph("Đơn vị tính: số hồ sơ", Paragraph.Style.NOTE),
            new Table("II.06a", columns, Rows.of(rows), Optional.of(total)),
            new Paragraph(
                "Cột 3 = cột 4 + 5 + 6 = cột 7 + 11; cột 7 = cột 8 + 9 + 10; cột 11 = cột 12 + 13.",
                Paragraph.Style.NOTE)),
        FOOT);
  }

  private static long[] counts(int field) {
    long online = 1_204L * (field + 1);
    long direct = 37L * field;
    long before = 12 + field;
    long early = online - 20;
    long onTime = direct + before;
    long late = field;
    long open = online + direct + before - early - onTime - late;
    return new long[] {
      online + direct + before,
      online,
      direct,
      before,
      early + onTime + late,
      early,
      onTime,
      late,
      open,
      open - field % 3,
      field % 3
    };
  }

  /** A list over many pages. */
  static Document list(int dossiers) {
    Rows rows =
        reader ->
            IntStream.rangeClosed(1, dossiers)
                .forEach(
                    number ->
                        reader.accept(
                            List.of(
                                new Cell.Count(number),
                                new Cell.Text(code(number)),
                                new Cell.Text("Ủy ban nhân dân xã Mẫu Sơn " + number % 17),
                                new Cell.Text(number % 3 == 0 ? "Đất đai" : "Hộ tịch"),
                                new Cell.Day(DATE.minusDays(number % 90)),
                                new Cell.Count(number % 90),
                                new Cell.Text(number % 2 == 0 ? "Đang giải quyết" : "Đã trả"))));
    return new Document(
        Optional.of(LETTERHEAD),
        "DANH SÁCH HỒ SƠ QUÁ HẠN",
        List.of("Quý IV năm 2025"),
        Optional.empty(),
        List.of(
            new Table(
                "Danh sách",
                List.of(
                    new Column("", "TT", "", 5),
                    new Column("", "Mã hồ sơ", "", 23),
                    new Column("", "Đơn vị", "", 31),
                    new Column("", "Lĩnh vực", "", 13),
                    new Column("", "Ngày hẹn trả", "", 13),
                    new Column("", "Số ngày quá hạn", "", 9),
                    new Column("", "Tình trạng", "", 15)),
                rows,
                Optional.empty())),
        FOOT);
  }

  static String code(int number) {
    return "H14.%02d-2512%02d-%04d".formatted(number % 40, 1 + number % 28, number);
  }

  /** Text as offices paste it into their report. */
  static Document text() {
    String received =
        "Tổng số hồ sơ đã tiếp nhận trong kỳ là 12.860 hồ sơ (trong đó: tiếp nhận trực tuyến 11.204"
            + " hồ sơ, đạt 87,12%; trực tiếp và qua dịch vụ bưu chính công ích 1.489 hồ sơ; từ kỳ"
            + " trước chuyển sang 167 hồ sơ).";
    String finished =
        "Kết quả: đã giải quyết 12.611 hồ sơ, trong đó giải quyết trước hạn 9.870 hồ sơ, đúng hạn"
            + " 2.708 hồ sơ, quá hạn 33 hồ sơ; tỷ lệ giải quyết đúng hạn đạt 99,74%. Đang giải quyết"
            + " 249 hồ sơ, trong đó trong hạn 241 hồ sơ, quá hạn 8 hồ sơ.";
    return new Document(
        Optional.of(LETTERHEAD),
        "BÁO CÁO\nKết quả giải quyết thủ tục hành chính quý IV năm 2025",
        List.of(),
        Optional.empty(),
        List.of(
            new Paragraph("I. TÌNH HÌNH TIẾP NHẬN VÀ GIẢI QUYẾT", Paragraph.Style.HEADING),
            new Paragraph(received, Paragraph.Style.BODY),
            new Paragraph(finished, Paragraph.Style.BODY),
            new Paragraph("II. SO SÁNH VỚI CÙNG KỲ", Paragraph.Style.HEADING),
            new Table(
                "So sánh",
                List.of(
                    new Column("", "Năm", "", 2),
                    new Column("", "Tiếp nhận", "", 3),
                    new Column("", "Đúng hạn", "", 3)),
                Rows.of(
                    List.of(
                        List.of(new Cell.Text("2024"), new Cell.Count(9_411), share(97, 98)),
                        List.of(new Cell.Text("2025"), new Cell.Count(12_860), share(0, 0)))),
                Optional.empty()),
            new Paragraph("Ghi chú: tỷ lệ tính trên hồ sơ có ngày hẹn trả.", Paragraph.Style.NOTE)),
        FOOT);
  }

  static Cell share(long numerator, long denominator) {
    return new Cell.Share(new Ratio.Value(numerator, denominator), List.of(), List.of());
  }
}
