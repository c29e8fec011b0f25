package motcua.http;

/** What a user is told where only the journal of postings could answer. */
final class JournalOff {
  static final String DETAIL =
      "Sổ này không giữ nhật ký bút toán (readmodel.journal=false), nên không có báo cáo theo thủ tục, danh sách hồ sơ sau một con số và diễn biến"
          + " của từng hồ sơ; báo cáo chung và báo cáo theo lĩnh vực vẫn đầy đủ. Muốn có, người quản trị đặt readmodel.journal=true rồi chạy ./motcua"
          + " rebuild.";

  private JournalOff() {}
}
