package motcua.standalone.personal;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * National records (national-payload.md 2, 3) whose every field that is to be dropped, hashed or
 * counted holds a canary, while what is kept is sound: they go all the way to the ledger.
 */
final class NationalCanaries {
  /** Dropped from a dossier, texts; also names of other senders, and of eForms. */
  private static final List<String> TEXTS =
      List.of(
          "TenTTHC,TenLinhVuc,ChuHoSo,TenChuHoSo,MaDoiTuong,ThongTinKhac,TrichYeuHoSo,GhiChu",
          "ThongTinTra,SoBienNhan,TenChuGiayTo,DiaChi,NgaySinh,HoTenCha,eForm,NguoiNop,Fax");

  private static final List<String> ROW_TEXTS =
      List.of("NguoiXuLy", "ChucDanh", "PhongBanXuLy", "NgayBatDau", "NgayKetThucTheoQuyDinh");

  static final String UNIT = "H99.31.07";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Canaries canaries;

  NationalCanaries(Canaries canaries) {
    this.canaries = canaries;
  }

  /** A dossier of the second generation; {@code code} ends its dossier code. */
  ObjectNode dossier(String where, String code) {
    ObjectNode dossier = kept(code);
    for (String names : TEXTS) {
      for (String name : names.split(",")) {
        dossier.put(name, canaries.text(where + "." + name));
      }
    }
    dossier.put("SoGiayToChuHoSo", canaries.identity()).put("SoGiayTo", canaries.oldIdentity());
    dossier.put("SoDienThoai", canaries.phone()).put("DienThoai", canaries.spacedPhone());
    dossier.put("Email", canaries.mail(where + ".Email")).put("MaChuGiayTo", canaries.identity());
    dossier.putArray("DinhDanhCHS").addObject().put("SoDinhDanh", canaries.identity());
    dossier.put(canaries.word(where + ".nameOfAField"), canaries.text(where + ".unknown"));
    ObjectNode form = dossier.putObject("eFormData");
    form.put("hoTen", canaries.text(where + ".eFormData.hoTen"));
    form.putObject("con").putArray("ten").add(canaries.text(where + ".eFormData.con"));
    dossier.put("DuLieuDienTu", "{\"cccd\":\"" + canaries.identity() + "\"}");
    lists(where, dossier);
    return dossier;
  }

  private static ObjectNode kept(String code) {
    return JSON.createObjectNode()
        .put("MaHoSo", UNIT + "-260820-" + code)
        .put("MaTTHC", "1.990001.000.00.00.H99")
        .put("MaLinhVuc", "G99-MA01")
        .put("KenhThucHien", "2")
        .put("TrangThaiHoSo", "10")
        .put("DonViXuLy", "Trung tâm Phục vụ hành chính công xã Mẫu Sơn")
        .put("MaDonViTiepNhan", UNIT)
        .put("NgayNopHoSo", "20260819201405")
        .put("NgayTiepNhan", "20260820081000")
        .put("NgayHenTra", "20260826170000")
        .put("NgayKetThucXuLy", "20260828154210")
        .put("NgayTra", "20260829090500")
        .put("DuocThanhToanTrucTuyen", "1");
  }

  private void lists(String where, ObjectNode dossier) {
    ObjectNode file = dossier.putArray("TaiLieuNop").addObject();
    fill(where, file, "TepDinhKemId", "TenTepDinhKem", "MaThanhPhanHoSo", "MaKetQuaThayThe");
    file.put("DuongDanTaiTepTin", canaries.link(where + ".DuongDanTaiTepTin"));
    file.put("IdTepTin", canaries.link(where + ".IdTepTin")).put("DuocSoHoa", "1");
    file.put("HashTepTin", canaries.word(where + ".HashTepTin"));
    ObjectNode result = dossier.putArray("DanhSachGiayToKetQua").addObject();
    fill(where + ".KetQua", result, "TenGiayTo", "MaThanhPhanHoSo", "GiayToId", "MaGiayToKetQua");
    result.put("DuongDanTepTinKetQua", canaries.link(where + ".DuongDanTepTinKetQua"));
    ObjectNode asked = dossier.putArray("DanhSachHoSoBoSung").addObject();
    asked.put("HoSoBoSungId", "7").put("NgayBoSung", "20260821080000");
    asked.put("NgayTiepNhanBoSung", "20260822080000");
    fill(where, asked, "NguoiYeuCauBoSung", "NoiDungBoSung", "NguoiTiepNhanBoSung");
    fill(where, asked, "ThongTinTiepNhan", "TrangThaiBoSung");
    fill(where, asked.putArray("DanhSachGiayToBoSung").addObject(), "TenGiayTo");
    ObjectNode fee = dossier.putArray("DanhSachLePhi").addObject().put("Gia", "8000");
    fill(where, fee, "TenPhiLePhi", "MaPhiLePhi", "HinhThucThu", "LoaiPhiLePhi");
    fill(where, dossier.putArray("DanhSachTepDinhKemKhac").addObject(), "TenGiayTo", "LoaiGiayTo");
    fill(where, dossier.putArray("DSKetNoiCSDL").addObject(), "MaCSDL");
  }

  /** A progress row; the apology in its text is read, the name beside it is not. */
  ObjectNode row(String where, String code, String status, String time) {
    ObjectNode row = JSON.createObjectNode().put("MaHoSo", UNIT + "-260820-" + code);
    row.put("ThoiDiemXuLy", time).put("TrangThai", status);
    ROW_TEXTS.forEach(name -> row.put(name, canaries.text(where + "." + name)));
    row.put("NoiDungXuLy", "Xin lỗi ông " + canaries.text(where + ".NoiDungXuLy"));
    return row;
  }

  /** The third generation's dress: numbers, ISO dates, nulls, its own names, other letter case. */
  ObjectNode third(String where, String code) {
    ObjectNode dossier = dossier(where, code);
    dossier.put("TrangThaiHoSo", 10).put("KenhThucHien", 2).putNull("NgayTuChoi");
    dossier.put("NgayTiepNhan", "2026-08-20T08:10:00").put("IDHoSo", canaries.word(where + ".Id"));
    dossier.put("chuhoso", canaries.text(where + ".chuhoso"));
    dossier.put("SoGiayToSo", Long.parseLong(canaries.oldIdentity()));
    return dossier;
  }

  /** The envelope of the first generation around records. */
  ObjectNode envelope(String where, String service, List<ObjectNode> records) {
    ObjectNode envelope = JSON.createObjectNode();
    envelope.put("session", canaries.word(where + ".session")).put("madonvi", UNIT);
    envelope.put("service", service).put("nguoiGui", canaries.text(where + ".nguoiGui"));
    envelope.putArray("data").addAll(records);
    return envelope;
  }

  /** A bare array. */
  static ArrayNode array(List<ObjectNode> records) {
    return JSON.createArrayNode().addAll(records);
  }

  private void fill(String where, ObjectNode object, String... names) {
    for (String name : names) {
      object.put(name, canaries.text(where + "." + name));
    }
  }
}
