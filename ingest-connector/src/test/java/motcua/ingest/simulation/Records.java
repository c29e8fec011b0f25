package motcua.ingest.simulation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Canonical lines and national records: sound ones, and the same with hostile values. */
final class Records {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ObjectWriter PLAIN = JSON.writer();
  private static final ObjectWriter ASCII =
      JSON.writer().with(JsonWriteFeature.ESCAPE_NON_ASCII.mappedFeature());

  private static final Set<String> LINE_TEXTS =
      Set.of(
          "eventId",
          "source",
          "dossierId",
          "type",
          "unit",
          "procedure",
          "field",
          "channel",
          "reason",
          "components");
  private static final Set<String> LINE_TYPED =
      Set.of("occurredAt", "recordedAt", "dueAt", "online", "retracted");
  private static final Set<String> NATIONAL_TEXTS =
      Set.of(
          "MaHoSo",
          "MaTTHC",
          "MaLinhVuc",
          "DonViXuLy",
          "MaDonViTiepNhan",
          "MaCoQuan",
          "HoSoBoSungId");
  private static final Set<String> NATIONAL_TYPED =
      Set.of(
          "KenhThucHien",
          "NgayNopHoSo",
          "NgayTiepNhan",
          "NgayHenTra",
          "TrangThaiHoSo",
          "TrangThai",
          "NgayKetThucXuLy",
          "NgayTra",
          "NgayTuChoi",
          "ThoiDiemXuLy",
          "DuocThanhToanTrucTuyen",
          "HoSoCoThanhPhanSoHoa",
          "TaiKhoanDuocXacThucVoiVNeID",
          "DSKetNoiCSDL",
          "TaiLieuNop",
          "DanhSachGiayToKetQua",
          "DanhSachLePhi",
          "DanhSachHoSoBoSung",
          "NoiDungXuLy",
          "IsDeleted",
          "DuocSoHoa",
          "DuocTaiSuDung",
          "DuongDanTaiTepTin",
          "Gia",
          "MaCSDL",
          "NgayBoSung",
          "NgayHenTraTruoc",
          "NgayHenTraMoi");

  private final List<ObjectNode> lines = new ArrayList<>();
  private final List<ObjectNode> national = new ArrayList<>();

  Records() {
    for (String type : List.of("RECEIVED", "FEE_PAID", "TRANSFERRED", "DUE_CHANGED", "SUSPENDED")) {
      lines.add(line(type));
    }
    lines.add(
        JSON.createObjectNode()
            .put("eventId", "e9")
            .put("retracted", true)
            .put("source", "h99")
            .put("recordedAt", "2026-09-01T08:00:01.5Z"));
    for (String name : List.of("payload-example.json", "payload-progress-example.json")) {
      read(name).get("data").forEach(record -> national.add((ObjectNode) record));
    }
  }

  /** A sound canonical line. */
  ObjectNode line(Random random) {
    return lines.get(random.nextInt(lines.size()));
  }

  /** A canonical line with hostile values. */
  ObjectNode hostileLine(Random random) {
    return hostile(line(random), LINE_TEXTS, LINE_TYPED, random);
  }

  /** A sound national record: a header or a progress row. */
  ObjectNode national(Random random) {
    return national.get(random.nextInt(national.size()));
  }

  /** A copy of a header that becomes a sighting whatever its envelope says. */
  ObjectNode header() {
    return national.get(0).deepCopy();
  }

  /** A national record with hostile values. */
  ObjectNode hostileNational(Random random) {
    return hostile(national(random), NATIONAL_TEXTS, NATIONAL_TYPED, random);
  }

  /** Names of all fields that are read: what a reason may say. */
  static Set<String> fields() {
    Set<String> fields = new HashSet<>(LINE_TEXTS);
    fields.addAll(LINE_TYPED);
    fields.addAll(NATIONAL_TEXTS);
    fields.addAll(NATIONAL_TYPED);
    fields.add("NgayTiepNhanBoSung");
    return fields;
  }

  /** As a sender writes it, with letters or with escapes. */
  static String text(JsonNode node, Random random) {
    try {
      return (random.nextBoolean() ? PLAIN : ASCII).writeValueAsString(node);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  static ObjectMapper json() {
    return JSON;
  }

  private static ObjectNode hostile(
      ObjectNode sample, Set<String> texts, Set<String> typed, Random random) {
    ObjectNode copy = sample.deepCopy();
    for (int i = random.nextInt(2) * random.nextInt(4); i >= 0; i--) {
      ObjectNode at = random.nextInt(3) == 0 ? inner(copy, random) : copy;
      String name = name(at, texts, typed, random);
      String text =
          texts.contains(name)
              ? Hostile.text(random)
              : typed.contains(name) ? Hostile.typed(random) : Hostile.dropped(random);
      at.set(name, Hostile.json(text, random));
    }
    return copy;
  }

  /** A field that stands there, one of those that are read, or an unknown one. */
  private static String name(ObjectNode at, Set<String> texts, Set<String> typed, Random random) {
    List<String> names = new ArrayList<>();
    if (random.nextInt(4) > 0) {
      at.fieldNames().forEachRemaining(names::add);
    } else {
      texts.stream().sorted().forEach(names::add);
      typed.stream().sorted().forEach(names::add);
    }
    names.add(Hostile.CANARY);
    return names.get(random.nextInt(names.size()));
  }

  /** An object inside, where there is one. */
  private static ObjectNode inner(ObjectNode node, Random random) {
    List<ObjectNode> inner = new ArrayList<>();
    node.forEach(
        child ->
            child.forEach(
                entry -> {
                  if (entry instanceof ObjectNode object) {
                    inner.add(object);
                  }
                }));
    return inner.isEmpty() ? node : inner.get(random.nextInt(inner.size()));
  }

  private static ObjectNode line(String type) {
    return JSON.createObjectNode()
        .put("eventId", "e1")
        .put("dossierId", "d")
        .put("type", type)
        .put("unit", "U")
        .put("channel", "DIRECT")
        .put("reason", "SUPPLEMENT")
        .put("dueAt", "2026-09-10T17:00:00+07:00")
        .put("online", true)
        .put("retracted", false)
        .put("occurredAt", "2026-09-01T08:00:00+07:00")
        .put("recordedAt", "2026-09-01T08:00:01.5Z");
  }

  private static JsonNode read(String name) {
    try (InputStream in = Records.class.getResourceAsStream("/" + name)) {
      return JSON.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
