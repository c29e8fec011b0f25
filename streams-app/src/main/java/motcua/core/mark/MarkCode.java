package motcua.core.mark;

/**
 * The catalogue of marks (ledger.md 3 and 6, national-payload.md 6). Names are printed in reports:
 * they are never renamed.
 */
public enum MarkCode {
  UNKNOWN_UNIT("đơn vị không có trong cây đơn vị"),
  DAY_OUTSIDE_CALENDAR("ngày làm việc được đếm ngoài các năm của lịch nghỉ"),
  FINISH_BEFORE_RECEIPT("kết thúc trước khi tiếp nhận"),
  FINISH_AT_RECEIPT("kết thúc đúng giây tiếp nhận"),
  FINISH_REWRITTEN("ngày kết thúc bị ghi lại"),
  LATE_TURNED_ON_TIME("lần báo sau đổi trễ hạn thành đúng hạn"),
  DUE_MOVED("hạn bị dời sau khi đã qua, hoặc dời không có lý do"),
  CLOSED_WHILE_SUSPENDED("kết thúc khi đang tạm dừng"),
  DATE_IN_FUTURE("thời điểm sau lúc ghi nhận"),
  RETURNED_WITHOUT_COMPLETED("trả kết quả khi chưa có kết quả"),
  NO_DUE("không có ngày hẹn trả"),
  DUE_BEFORE_RECEIPT("ngày hẹn trả trước ngày tiếp nhận"),
  DATE_PLACEHOLDER("ngày giả (năm 0001, 1900, 9999)"),
  DATE_UNREADABLE("ngày không đọc được"),
  STATUS_UNKNOWN("trạng thái không rõ"),
  STATUS_BACKWARD("trạng thái lùi lại"),
  RESULT_TIME_INFERRED("thời điểm có kết quả được suy ra"),
  PROGRESS_SPARSE("thiếu các bước xử lý"),
  WAIT_MASKED("chờ bổ sung bị ghi thành kết thúc"),
  FINISH_SYNTHETIC("kết thúc do hệ thống tự ghi"),
  RECEIPT_INFERRED("ngày tiếp nhận được suy ra"),
  RECEIPT_MISSING("chưa thấy tiếp nhận"),
  CLOCK_SKEW("đồng hồ nguồn chạy nhanh"),
  RETURN_PREMATURE("ngày trả ghi khi chưa trả"),
  SUPPLEMENT_INVALID("cặp ngày bổ sung sai"),
  CHANNEL_MISSING("thiếu kênh thực hiện"),
  UNIT_UNMAPPED("tên đơn vị không nhận ra được"),
  CODE_ODD("mã hồ sơ lạ"),
  DUPLICATE_SUSPECT("nghi trùng hồ sơ"),
  FLAG_CONSTANT("cờ số hóa không bao giờ đổi"),
  RESULT_IS_INPUT("tệp kết quả là tệp đầu vào");

  private final String meaning;

  MarkCode(String meaning) {
    this.meaning = meaning;
  }

  /** What it says, in Vietnamese, for screens and documents. */
  public String meaning() {
    return meaning;
  }
}
