package motcua.schemas.sample;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import motcua.schemas.sample.SampleDossier.Supplement;
import motcua.schemas.sample.SampleDossier.Times;

/**
 * Writes one step of a dossier as a row of CapNhatTienDoHoSoMC (national-payload.md 3).
 *
 * @param dossierId dossier code
 * @param time when the step was taken
 * @param status status after the step
 * @param text what the official wrote; names nobody
 */
record ProgressRecord(String dossierId, LocalDateTime time, int status, String text)
    implements PayloadBatches.RecordWriter {

  /**
   * The steps of a dossier in the order of their times: 1 (online only), 2, 4, 5 and 4, apology, 9,
   * 10.
   */
  static List<ProgressRecord> stepsOf(SampleDossier dossier) {
    String id = dossier.id();
    Times times = dossier.times();
    List<ProgressRecord> steps = new ArrayList<>();
    if (dossier.channel() == 2) {
      steps.add(new ProgressRecord(id, times.submitted(), 1, "Nộp hồ sơ trực tuyến"));
    }
    steps.add(new ProgressRecord(id, times.received(), 2, "Tiếp nhận hồ sơ"));
    steps.add(new ProgressRecord(id, times.started(), 4, "Thụ lý hồ sơ"));
    dossier.supplement().ifPresent(supplement -> addSupplement(steps, id, supplement));
    times
        .apologised()
        .ifPresent(
            at ->
                steps.add(new ProgressRecord(id, at, 4, "Gửi phiếu xin lỗi và hẹn lại ngày trả")));
    times.completed().ifPresent(at -> steps.add(new ProgressRecord(id, at, 9, "Đã có kết quả")));
    times.returned().ifPresent(at -> steps.add(new ProgressRecord(id, at, 10, "Đã trả kết quả")));
    steps.sort(Comparator.comparing(ProgressRecord::time));
    return steps;
  }

  private static void addSupplement(List<ProgressRecord> steps, String id, Supplement supplement) {
    steps.add(new ProgressRecord(id, supplement.asked(), 5, "Yêu cầu bổ sung hồ sơ"));
    steps.add(new ProgressRecord(id, supplement.completed(), 4, "Đã nhận bổ sung, tiếp tục xử lý"));
  }

  @Override
  public void write(JsonGenerator json, PayloadDialect dialect) throws IOException {
    json.writeStartObject();
    json.writeStringField("MaHoSo", dossierId);
    json.writeStringField("NguoiXuLy", "");
    json.writeStringField("ChucDanh", "");
    dialect.time(json, "ThoiDiemXuLy", Optional.of(time));
    json.writeStringField("PhongBanXuLy", "");
    json.writeStringField("NoiDungXuLy", text);
    dialect.code(json, "TrangThai", status);
    dialect.time(json, "NgayBatDau", Optional.of(time));
    dialect.time(json, "NgayKetThucTheoQuyDinh", Optional.empty());
    json.writeEndObject();
  }
}
