package motcua.core.index;

import java.util.List;
import java.util.Optional;
import motcua.core.ledger.Column;

/** The component indices of QĐ 766, in its order. */
public enum Index {
  /** Reckoned as {@link motcua.core.definition.Definition#QD_766}. */
  PROGRESS(
      "2.1",
      "Tiến độ giải quyết",
      20,
      100,
      List.of(),
      List.of(),
      "Xem định nghĩa QD766 ở /api/definitions: cách lấy từng số và những gì dữ liệu không cho phép. Chỉ số đạt 100% được điểm tối đa: cách hiểu của phần mềm."),
  /** In the list of indices, without any formula in what could be read. */
  UNKNOWN_2_2(
      "2.2",
      "",
      null,
      null,
      List.of(),
      List.of(),
      "Chưa biết công thức: không tài liệu nào đọc được mô tả chỉ số này, nên không tính."),
  ONLINE(
      "3.3",
      "Hồ sơ nộp trực tuyến",
      6,
      50,
      List.of(Column.RECEIVED_ONLINE),
      List.of(Column.RECEIVED),
      "Chưa nhân tỷ lệ đồng bộ lên Cổng Dịch vụ công quốc gia và chưa xét hồ sơ trực tuyến có kết quả điện tử khi thủ tục có trả kết quả giấy: sổ không giữ hai số này; con số ở đây không thấp hơn con số của Cổng."),
  PAID_ONLINE(
      "3.6",
      "Thanh toán trực tuyến",
      6,
      100,
      List.of(Column.FEE_PAID_ONLINE),
      List.of(Column.FEE_PAID),
      "Mẫu số là hồ sơ đã nộp phí, lệ phí; công thức lấy mọi hồ sơ của thủ tục có phí trừ hồ sơ có phí bằng 0: sổ không giữ phí phải nộp. Đạt 100% được điểm tối đa: cách hiểu của phần mềm."),
  E_RESULT(
      "4.1",
      "Kết quả điện tử",
      6,
      100,
      List.of(Column.RESULTS_DIGITISED),
      List.of(
          Column.CLOSED_EARLY, Column.CLOSED_ON_TIME, Column.CLOSED_LATE, Column.CLOSED_UNDATED),
      "Mẫu số là mọi hồ sơ đã có kết quả: sổ không biết thủ tục nào trả kết quả giấy; số liệu của Cổng lấy mọi hồ sơ tiếp nhận. Đạt 100% được điểm tối đa: cách hiểu của phần mềm."),
  DIGITISED(
      "4.2",
      "Số hóa hồ sơ",
      4,
      80,
      List.of(Column.COMPONENTS_DIGITISED),
      List.of(Column.RECEIVED),
      "Chỉ xét thành phần hồ sơ đã số hóa đủ; công thức đòi cả tệp kết quả khi có: sổ đếm hai việc riêng, không theo từng hồ sơ. Chưa trừ hồ sơ không phải quét (Thông tư 03/2025, điều 5.2)."),
  REUSED(
      "4.3",
      "Khai thác, sử dụng lại dữ liệu số hóa",
      2,
      80,
      List.of(Column.COMPONENTS_DIGITISED, Column.COMPONENTS_PARTIAL),
      List.of(Column.RECEIVED),
      "Sổ không giữ thành phần được sử dụng lại; lấy hồ sơ có ít nhất một thành phần số hóa, như công thức đọc HoSoCoThanhPhanSoHoa với hồ sơ đồng bộ. Vì vậy đây là cách hiểu gần đúng.");

  private final String code;
  private final String title;
  private final Integer points;
  private final Integer fullAt;
  private final List<Column> numerator;
  private final List<Column> denominator;
  private final String note;

  Index(
      String code,
      String title,
      Integer points,
      Integer fullAt,
      List<Column> numerator,
      List<Column> denominator,
      String note) {
    this.code = code;
    this.title = title;
    this.points = points;
    this.fullAt = fullAt;
    this.numerator = numerator;
    this.denominator = denominator;
    this.note = note;
  }

  /** Its number in the decision. */
  public String code() {
    return code;
  }

  /** What it measures, in Vietnamese; empty when not known. */
  public String title() {
    return title;
  }

  /** Most points; empty when not known. */
  public Optional<Integer> points() {
    return Optional.ofNullable(points);
  }

  /** Percentage from which all points are given; below it they are proportional (our reading). */
  public Optional<Integer> fullAt() {
    return Optional.ofNullable(fullAt);
  }

  /** Columns its numerator adds up; empty where columns do not suffice. */
  public List<Column> numerator() {
    return numerator;
  }

  /** Columns its denominator adds up; empty where columns do not suffice. */
  public List<Column> denominator() {
    return denominator;
  }

  /** What the data does not hold, in Vietnamese. */
  public String note() {
    return note;
  }
}
