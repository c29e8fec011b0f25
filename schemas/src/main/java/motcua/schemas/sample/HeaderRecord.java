package motcua.schemas.sample;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Optional;
import motcua.schemas.sample.SampleDossier.Components;
import motcua.schemas.sample.SampleDossier.Fee;
import motcua.schemas.sample.SampleDossier.Supplement;
import motcua.schemas.sample.SampleDossier.Times;

/**
 * Writes a dossier as a record of DongBoHoSoMC (national-payload.md 2). The fields of persons are
 * there, and empty.
 */
record HeaderRecord(SampleDossier dossier) implements PayloadBatches.RecordWriter {

  @Override
  public void write(JsonGenerator json, PayloadDialect dialect) throws IOException {
    json.writeStartObject();
    json.writeStringField("MaHoSo", dossier.id());
    if (dialect == PayloadDialect.ISO) {
      json.writeNumberField("IDHoSo", dossier.number());
      json.writeStringField("MaDonViTiepNhan", dossier.unit().code());
    }
    json.writeStringField("MaTTHC", dossier.procedure().code());
    json.writeStringField("MaLinhVuc", dossier.procedure().field());
    dialect.code(json, "KenhThucHien", dossier.channel());
    json.writeStringField("ChuHoSo", "");
    json.writeStringField("SoGiayToChuHoSo", "");
    dialect.code(json, "LoaiDoiTuong", dossier.number() % 7 == 0 ? 2 : 1);
    json.writeStringField("SoDienThoai", "");
    json.writeStringField("TrichYeuHoSo", "");
    writeTimes(json, dialect);
    writeFlags(json, dialect);
    writeComponents(json, dialect);
    writeFees(json, dialect);
    writeSupplements(json, dialect);
    writeResults(json);
    json.writeEndObject();
  }

  private void writeTimes(JsonGenerator json, PayloadDialect dialect) throws IOException {
    Times times = dossier.times();
    dialect.time(json, "NgayNopHoSo", Optional.of(times.submitted()));
    dialect.time(json, "NgayTiepNhan", Optional.of(times.received()));
    dialect.time(json, "NgayHenTra", times.due());
    dialect.code(json, "TrangThaiHoSo", dossier.status());
    dialect.time(json, "NgayKetThucXuLy", times.completed());
    dialect.time(json, "NgayTra", times.returned());
    dialect.time(json, "NgayTuChoi", Optional.empty());
  }

  private void writeFlags(JsonGenerator json, PayloadDialect dialect) throws IOException {
    dialect.code(json, "HinhThuc", dossier.channel() == 3 ? 1 : 0);
    json.writeStringField("DonViXuLy", dossier.unit().payloadName());
    dialect.code(json, "NoiNopHoSo", dossier.channel() == 2 ? 1 : 2);
    boolean digitised =
        dossier.components() == Components.FULL || dossier.components() == Components.PARTIAL;
    dialect.code(json, "HoSoCoThanhPhanSoHoa", digitised ? 1 : 0);
    dialect.code(
        json,
        "TaiKhoanDuocXacThucVoiVNeID",
        dossier.channel() == 2 && dossier.number() % 3 > 0 ? 1 : 0);
    dialect.code(
        json,
        "DuocThanhToanTrucTuyen",
        dossier.fee() == Fee.PAID_ONLINE ? 1 + dossier.number() % 2 : 0);
    json.writeArrayFieldStart("DSKetNoiCSDL");
    if (dossier.number() % 4 == 0) {
      json.writeStartObject();
      json.writeStringField("MaCSDL", "1");
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void writeComponents(JsonGenerator json, PayloadDialect dialect) throws IOException {
    json.writeArrayFieldStart("TaiLieuNop");
    int files = dossier.components() == Components.ABSENT ? 0 : 2;
    for (int file = 1; file <= files; file++) {
      boolean digitised =
          dossier.components() == Components.FULL
              || (dossier.components() == Components.PARTIAL && file == 1);
      json.writeStartObject();
      dialect.deleted(json);
      json.writeStringField("MaThanhPhanHoSo", "TP0" + file);
      json.writeStringField(
          "DuongDanTaiTepTin", "https://mo-phong.example/tep/" + dossier.id() + "/" + file);
      dialect.code(json, "DuocSoHoa", digitised ? 1 : 0);
      dialect.code(json, "DuocTaiSuDung", (dossier.number() + file) % 5 == 0 ? 1 : 0);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void writeFees(JsonGenerator json, PayloadDialect dialect) throws IOException {
    json.writeArrayFieldStart("DanhSachLePhi");
    if (dossier.fee() != Fee.NOT_PAID) {
      json.writeStartObject();
      json.writeStringField("MaPhiLePhi", "LP01");
      json.writeStringField("HinhThucThu", "1");
      dialect.code(json, "Gia", 8_000);
      json.writeStringField("LoaiPhiLePhi", "1");
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void writeSupplements(JsonGenerator json, PayloadDialect dialect) throws IOException {
    json.writeArrayFieldStart("DanhSachHoSoBoSung");
    if (dossier.supplement().isPresent()) {
      Supplement supplement = dossier.supplement().get();
      json.writeStartObject();
      json.writeStringField("HoSoBoSungId", "bs-" + dossier.number());
      dialect.time(json, "NgayBoSung", Optional.of(supplement.asked()));
      dialect.time(json, "NgayTiepNhanBoSung", Optional.of(supplement.completed()));
      dialect.code(json, "TrangThaiBoSung", 1);
      dialect.time(json, "NgayHenTraTruoc", Optional.of(supplement.dueBefore()));
      dialect.time(json, "NgayHenTraMoi", dossier.times().due());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void writeResults(JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("DanhSachGiayToKetQua");
    if (dossier.resultDigitised()) {
      json.writeStartObject();
      json.writeStringField("MaThanhPhanHoSo", "KQ01");
      json.writeStringField(
          "DuongDanTepTinKetQua", "https://mo-phong.example/ket-qua/" + dossier.id());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
