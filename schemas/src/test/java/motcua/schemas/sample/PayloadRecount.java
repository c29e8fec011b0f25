package motcua.schemas.sample;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts written payload files again, from their text alone: it shares no code with the generator
 * and knows nothing of its plans.
 */
final class PayloadRecount {
  /**
   * A dossier read back, its steps in file order; times are Vietnam time, null where none is given.
   */
  record Dossier(
      String id,
      String field,
      String unitName,
      int channel,
      int status,
      LocalDateTime received,
      LocalDateTime due,
      LocalDateTime completed,
      LocalDateTime returned,
      int files,
      int digitisedFiles,
      boolean feePaid,
      boolean paidOnline,
      boolean resultDigitised,
      List<LocalDateTime> supplementDues,
      String personal,
      List<Step> steps) {
    String unit() {
      return id.substring(0, id.indexOf('-'));
    }
  }

  /** One progress row. */
  record Step(LocalDateTime time, int status) {}

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final DateTimeFormatter COMPACT = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");

  private PayloadRecount() {}

  static Map<String, Dossier> read(DistrictSet set) throws IOException {
    Map<String, Dossier> dossiers = new LinkedHashMap<>();
    for (String service : List.of("DongBoHoSoMC", "CapNhatTienDoHoSoMC")) {
      for (Path file : set.files()) {
        if (file.toString().endsWith(service + ".json")) {
          JsonNode root = JSON.readTree(file.toFile());
          JsonNode records = root.isArray() ? root : root.get("data");
          records.forEach(item -> add(item, dossiers));
        }
      }
    }
    return dossiers;
  }

  private static void add(JsonNode item, Map<String, Dossier> dossiers) {
    if (item.has("ThoiDiemXuLy")) {
      Step step = new Step(time(item.get("ThoiDiemXuLy")), item.get("TrangThai").asInt());
      dossiers.get(item.get("MaHoSo").asText()).steps().add(step);
    } else {
      Dossier dossier = header(item);
      if (dossiers.put(dossier.id(), dossier) != null) {
        throw new AssertionError("dossier code given twice: " + dossier.id());
      }
    }
  }

  private static Dossier header(JsonNode item) {
    List<LocalDateTime> supplementDues = new ArrayList<>();
    item.get("DanhSachHoSoBoSung")
        .forEach(supplement -> supplementDues.add(time(supplement.get("NgayHenTraMoi"))));
    int digitised = 0;
    for (JsonNode file : item.get("TaiLieuNop")) {
      digitised += file.get("DuocSoHoa").asInt();
    }
    StringBuilder personal = new StringBuilder();
    for (String field : List.of("ChuHoSo", "SoGiayToChuHoSo", "SoDienThoai", "TrichYeuHoSo")) {
      personal.append(item.get(field).asText());
    }
    return new Dossier(
        item.get("MaHoSo").asText(),
        item.get("MaLinhVuc").asText(),
        item.get("DonViXuLy").asText().intern(),
        item.get("KenhThucHien").asInt(),
        item.get("TrangThaiHoSo").asInt(),
        time(item.get("NgayTiepNhan")),
        time(item.get("NgayHenTra")),
        time(item.get("NgayKetThucXuLy")),
        time(item.get("NgayTra")),
        item.get("TaiLieuNop").size(),
        digitised,
        !item.get("DanhSachLePhi").isEmpty(),
        item.get("DuocThanhToanTrucTuyen").asInt() > 0,
        !item.get("DanhSachGiayToKetQua").isEmpty(),
        supplementDues,
        personal.toString(),
        new ArrayList<>(6));
  }

  /** Vietnam time of any form the dialects use; null when empty. */
  static LocalDateTime time(JsonNode value) {
    String text = value.isNull() ? "" : value.asText();
    if (text.isEmpty()) {
      return null;
    }
    if (text.length() == 14) {
      return LocalDateTime.parse(text, COMPACT);
    }
    return text.contains("+")
        ? OffsetDateTime.parse(text).toLocalDateTime()
        : LocalDateTime.parse(text);
  }

  /** Report columns of one statement over the dossiers of its scope. */
  static Map<String, Integer> columns(Iterable<Dossier> dossiers, DistrictSet.Statement statement) {
    Map<String, Integer> columns = new TreeMap<>();
    for (Dossier dossier : dossiers) {
      count(dossier, statement, columns);
    }
    return columns;
  }

  private static void count(
      Dossier dossier, DistrictSet.Statement statement, Map<String, Integer> columns) {
    LocalDateTime from = statement.from().atStartOfDay();
    LocalDateTime end = statement.to().plusDays(1).atStartOfDay();
    LocalDateTime received = dossier.received();
    LocalDateTime completed = dossier.completed();
    LocalDateTime due = dossier.due();
    if (!received.isBefore(end) || (completed != null && completed.isBefore(from))) {
      return;
    }
    if (received.isBefore(from)) {
      add(columns, "carriedOver");
    } else {
      add(columns, "received");
      add(
          columns,
          List.of("", "receivedDirect", "receivedOnline", "receivedPostal").get(dossier.channel()));
      receivingCounters(dossier, columns);
    }
    if (completed != null && completed.isBefore(end)) {
      boolean late = completed.toLocalDate().isAfter(due.toLocalDate());
      add(columns, late ? "closedLate" : "closedInDue");
      if (late && dossier.field().equals("G99-DD01")) {
        add(columns, "closedLateLand");
      }
      if (dossier.resultDigitised()) {
        add(columns, "resultsDigitised");
      }
    } else if (due == null) {
      add(columns, "openUndated");
    } else {
      add(columns, due.toLocalDate().isBefore(statement.to()) ? "openOverdue" : "openInTime");
    }
  }

  private static void receivingCounters(Dossier dossier, Map<String, Integer> columns) {
    if (dossier.files() > 0 && dossier.digitisedFiles() == dossier.files()) {
      add(columns, "componentsDigitised");
    } else if (dossier.digitisedFiles() > 0) {
      add(columns, "componentsPartial");
    }
    if (dossier.feePaid()) {
      add(columns, "feePaid");
      if (dossier.paidOnline()) {
        add(columns, "feePaidOnline");
      }
    }
  }

  private static void add(Map<String, Integer> columns, String column) {
    columns.merge(column, 1, Integer::sum);
  }
}
