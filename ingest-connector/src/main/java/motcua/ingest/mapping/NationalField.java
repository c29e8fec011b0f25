package motcua.ingest.mapping;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The allow-list: every field of the national payload that is read at all (national-payload.md 2,
 * 3; use K, U or F). A field that has no constant here is skipped unread, whatever it holds.
 */
public enum NationalField {
  MA_HO_SO("MaHoSo"),
  MA_TTHC("MaTTHC"),
  MA_LINH_VUC("MaLinhVuc"),
  KENH_THUC_HIEN("KenhThucHien"),
  TRANG_THAI_HO_SO("TrangThaiHoSo"),
  TRANG_THAI("TrangThai"),
  NGAY_NOP_HO_SO("NgayNopHoSo"),
  NGAY_TIEP_NHAN("NgayTiepNhan"),
  NGAY_HEN_TRA("NgayHenTra"),
  NGAY_KET_THUC_XU_LY("NgayKetThucXuLy"),
  NGAY_TRA("NgayTra"),
  NGAY_TU_CHOI("NgayTuChoi"),
  THOI_DIEM_XU_LY("ThoiDiemXuLy"),
  NOI_DUNG_XU_LY("NoiDungXuLy"),
  DON_VI_XU_LY("DonViXuLy"),
  MA_DON_VI_TIEP_NHAN("MaDonViTiepNhan"),
  MA_CO_QUAN("MaCoQuan"),
  DUOC_THANH_TOAN_TRUC_TUYEN("DuocThanhToanTrucTuyen"),
  HO_SO_CO_THANH_PHAN_SO_HOA("HoSoCoThanhPhanSoHoa"),
  TAI_KHOAN_DUOC_XAC_THUC_VOI_VNEID("TaiKhoanDuocXacThucVoiVNeID"),
  DS_KET_NOI_CSDL("DSKetNoiCSDL"),
  MA_CSDL("MaCSDL"),
  TAI_LIEU_NOP("TaiLieuNop"),
  IS_DELETED("IsDeleted"),
  DUOC_SO_HOA("DuocSoHoa"),
  DUOC_TAI_SU_DUNG("DuocTaiSuDung"),
  DUOC_LAY_TU_KHO_DMQG("DuocLayTuKhoDMQG"),
  DUONG_DAN_TAI_TEP_TIN("DuongDanTaiTepTin"),
  ID_TEP_TIN("IdTepTin"),
  DANH_SACH_GIAY_TO_KET_QUA("DanhSachGiayToKetQua"),
  DUONG_DAN_TEP_TIN_KET_QUA("DuongDanTepTinKetQua"),
  DANH_SACH_LE_PHI("DanhSachLePhi"),
  GIA("Gia"),
  DANH_SACH_HO_SO_BO_SUNG("DanhSachHoSoBoSung"),
  HO_SO_BO_SUNG_ID("HoSoBoSungId"),
  NGAY_BO_SUNG("NgayBoSung"),
  NGAY_TIEP_NHAN_BO_SUNG("NgayTiepNhanBoSung"),
  NGAY_HEN_TRA_TRUOC("NgayHenTraTruoc"),
  NGAY_HEN_TRA_MOI("NgayHenTraMoi"),
  /** Any other name: not read. */
  OTHER("");

  private static final Map<String, NationalField> BY_NAME = byName();

  private final String sent;

  NationalField(String sent) {
    this.sent = sent;
  }

  /** The name as the national documents write it; used in marks and reasons. */
  public String sent() {
    return sent;
  }

  /** The field of a name, letter case ignored. */
  static NationalField of(String name) {
    NationalField field = BY_NAME.get(name);
    return field == null ? BY_NAME.getOrDefault(name.toLowerCase(Locale.ROOT), OTHER) : field;
  }

  private static Map<String, NationalField> byName() {
    Map<String, NationalField> names = new HashMap<>();
    for (NationalField field : values()) {
      names.put(field.sent, field);
      names.put(field.sent.toLowerCase(Locale.ROOT), field);
    }
    names.put("", OTHER);
    return Map.copyOf(names);
  }
}
