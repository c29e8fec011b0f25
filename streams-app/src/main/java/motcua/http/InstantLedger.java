package motcua.http;

/** What a user is told where the ledger's columns go by moments. */
final class InstantLedger {
  static final String DETAIL =
      "Sổ này được lập theo chính sách INSTANT (đúng hạn theo giờ), nên các cột không có số đúng hạn theo ngày để so sánh"
          + " các định nghĩa; muốn so sánh thì lập sổ theo chính sách DAY (./motcua rebuild).";

  private InstantLedger() {}
}
