package motcua.ingest.mapping;

import static motcua.ingest.testing.MappingBench.micros;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import motcua.ingest.testing.MappingBench;
import motcua.schemas.events.ComponentFile;
import motcua.schemas.events.DeadLetter;
import motcua.schemas.events.DossierEvent;
import motcua.schemas.events.Sighting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NationalMappingTest {
  private final MappingBench bench = new MappingBench("h99", RecordedAt.CLOCK);

  @ParameterizedTest
  @CsvSource({
    "20260820081005, 2026-08-20T08:10:05+07:00",
    "202608200810, 2026-08-20T08:10:00+07:00",
    "20260820, 2026-08-20T00:00:00+07:00",
    "2026-08-20T08:10:05, 2026-08-20T08:10:05+07:00",
    "2026-08-20 08:10:05, 2026-08-20T08:10:05+07:00",
    "2026-08-20T08:10:05.1234567, 2026-08-20T08:10:05.123456+07:00",
    "2026-08-20T01:10:05Z, 2026-08-20T08:10:05+07:00",
    "2026-08-20T08:10:05.1+07:00, 2026-08-20T08:10:05.1+07:00",
    "20/08/2026 08:10:05, 2026-08-20T08:10:05+07:00",
    "20/08/2026, 2026-08-20T00:00:00+07:00",
    "2026-08-20, 2026-08-20T00:00:00+07:00"
  })
  void shouldReadEveryGenerationOfDate(String sent, String moment) {
    Sighting sighting = header("\"NgayTiepNhan\":\"" + sent + "\"");
    assertEquals(micros(moment), sighting.getReceivedAtMicros());
    assertEquals(List.of(), sighting.getEdgeMarks());
  }

  /** Trap T4 of rules.md: a 12-hour field reads half past twelve as half past midnight. */
  @ParameterizedTest
  @CsvSource({
    "20260820123000, 2026-08-20T12:30:00+07:00",
    "20260820003000, 2026-08-20T00:30:00+07:00",
    "2026-08-20 12:30:00, 2026-08-20T12:30:00+07:00",
    "20/08/2026 12:30:00, 2026-08-20T12:30:00+07:00",
    "20/08/2026 13:00:00, 2026-08-20T13:00:00+07:00"
  })
  void shouldReadHoursOfTwentyFour(String sent, String moment) {
    assertEquals(micros(moment), header("\"NgayTiepNhan\":\"" + sent + "\"").getReceivedAtMicros());
  }

  @ParameterizedTest
  @ValueSource(strings = {"20/08/2026 12:30:00 PM", "20260820243000", "20260820126000"})
  void shouldNotGuessAnHour(String sent) {
    Sighting sighting = header("\"NgayTra\":\"" + sent + "\"");
    assertNull(sighting.getReturnedAtMicros());
    assertEquals(List.of("DATE_UNREADABLE:NgayTra"), sighting.getEdgeMarks());
  }

  @Test
  void shouldReadADateSentAsANumber() {
    assertEquals(
        micros("2026-08-20T08:10:05+07:00"),
        header("\"NgayTiepNhan\":20260820081005").getReceivedAtMicros());
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"\"", "\"  \"", "\"null\"", "\"NULL\"", "null", "\"\u00a0\""})
  void shouldTakeEveryFormOfNoValueAsNull(String nothing) {
    Sighting sighting =
        header("\"NgayTra\":" + nothing + ",\"MaTTHC\":" + nothing + ",\"TaiLieuNop\":" + nothing);
    assertNull(sighting.getReturnedAtMicros());
    assertNull(sighting.getProcedure());
    assertEquals(List.of(), sighting.getComponents());
    assertEquals(List.of(), sighting.getEdgeMarks());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0001-01-01T00:00:00",
        "00010101000000",
        "01/01/1900 00:00:00",
        "99991231235959",
        "0001-01-01T00:00:00Z"
      })
  void shouldTakePlaceholderDatesAsNoneWithAMark(String date) {
    Sighting sighting = header("\"NgayTra\":\"" + date + "\"");
    assertNull(sighting.getReturnedAtMicros());
    assertEquals(List.of("DATE_PLACEHOLDER:NgayTra"), sighting.getEdgeMarks());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\"20260230081000\"", "\"32/01/2026\"", "\"soon\"", "{}", "[1]", "true", "12"})
  void shouldRepairAnUnreadableDateWithAMarkButRefuseAReceptionOrAStep(String date) {
    assertEquals(
        List.of("DATE_UNREADABLE:NgayHenTra"), header("\"NgayHenTra\":" + date).getEdgeMarks());
    assertReason(
        "DATE_UNREADABLE: NgayTiepNhan, no known form of a date",
        "{\"MaHoSo\":\"H1\",\"TrangThaiHoSo\":2,\"NgayTiepNhan\":" + date + "}");
    assertReason(
        "DATE_UNREADABLE: ThoiDiemXuLy, no known form of a date",
        "{\"MaHoSo\":\"H1\",\"TrangThai\":2,\"ThoiDiemXuLy\":" + date + "}");
  }

  @Test
  void shouldIgnoreCaseInNamesAndAcceptEveryScalar() {
    Sighting sighting =
        bench
            .sighted(
                "{\"MAHOSO\":12,\"trangthaihoso\":\"02\",\"kenhthuchien\":2.0,\"DUOCTHANHTOANTRUCTUYEN\":true,"
                    + "\"hosocothanhphansohoa\":1,\"TaiKhoanDuocXacThucVoiVNeID\":\"False\"}")
            .getSighting();
    assertEquals("2", sighting.getStatus());
    assertEquals("2", sighting.getChannel());
    assertEquals("1", sighting.getPaidOnline());
    assertEquals(true, sighting.getComponentsFlag());
    assertEquals(false, sighting.getVerifiedAccount());
  }

  @Test
  void shouldRefuseARecordWithoutItsCode() {
    assertReason("MISSING: MaHoSo, no value", "{\"TrangThaiHoSo\":\"2\"}");
    assertReason("MISSING: MaHoSo, no value", "{\"MaHoSo\":\"null\",\"TrangThaiHoSo\":\"2\"}");
    assertReason("MISSING: ThoiDiemXuLy, no value", "{\"MaHoSo\":\"H1\",\"TrangThai\":\"2\"}");
    assertReason(
        "MISSING: ThoiDiemXuLy, no value",
        "{\"MaHoSo\":\"H1\",\"TrangThai\":\"2\",\"ThoiDiemXuLy\":\"0001-01-01T00:00:00\"}");
    assertReason("NOT_AN_OBJECT: expected a JSON object", "7");
    assertReason("JSON_BROKEN: not valid JSON", "{\"MaHoSo\":}");
  }

  @Test
  void shouldAcceptARowWhoseOnlyTimeIsAHeaderDate() {
    Sighting sighting =
        bench
            .sighted(
                "{\"MaHoSo\":\"H1\",\"TrangThai\":\"9\",\"NgayKetThucXuLy\":\"20260820081000\"}")
            .getSighting();
    assertEquals("PROGRESS", sighting.getKind());
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"0\"", "\"\"", "11", "\"done\"", "null", "{}"})
  void shouldRefuseARowOfUnknownStatusAndMarkAHeader(String status) {
    assertReason(
        "STATUS_UNKNOWN: TrangThai, expected a status from 1 to 10",
        "{\"MaHoSo\":\"H1\",\"ThoiDiemXuLy\":\"20260820081000\",\"TrangThai\":" + status + "}");
    Sighting sighting =
        bench.sighted("{\"MaHoSo\":\"H1\",\"TrangThaiHoSo\":" + status + "}").getSighting();
    assertNull(sighting.getStatus());
    assertEquals(List.of("STATUS_UNKNOWN:TrangThaiHoSo"), sighting.getEdgeMarks());
  }

  @Test
  void shouldTellTheKindByTheServiceAndElseByTheFields() {
    byte[] row =
        "{\"MaHoSo\":\"H1\",\"TrangThai\":2,\"ThoiDiemXuLy\":\"20260820081000\"}"
            .getBytes(StandardCharsets.UTF_8);
    assertEquals("PROGRESS", kind(bench.row(row, null)));
    assertEquals("PROGRESS", kind(bench.row(row, "capnhattiendohosomc")));
    assertEquals("DOSSIER", kind(bench.row(row, "DongBoHoSoMC")));
  }

  @Test
  void shouldTakeBackAClockThatIsALittleAheadAndRefuseOneThatIsFarAhead() {
    Sighting sighting =
        header("\"NgayTiepNhan\":\"20260915081000\",\"NgayHenTra\":\"20270101000000\"");
    assertEquals(MappingBench.NOW, sighting.getReceivedAtMicros());
    assertEquals(List.of("CLOCK_SKEW:NgayTiepNhan"), sighting.getEdgeMarks());
    assertReason(
        "DATE_IN_FUTURE: NgayTra, more than 10 minutes after the clock",
        "{\"MaHoSo\":\"H1\",\"TrangThaiHoSo\":9,\"NgayTra\":\"20260915081001\"}");
  }

  @Test
  void shouldSkipDeletedFilesAndHashTheFirstOfJoinedLinks() {
    Sighting sighting =
        header(
            "\"TaiLieuNop\":[{\"DuongDanTaiTepTin\":\"a##b\",\"DuocSoHoa\":1},{\"DuongDanTaiTepTin\":\"c\",\"IsDeleted\":true},"
                + "{\"DuongDanTaiTepTin\":\"b\",\"DuocTaiSuDung\":2,\"DuocLayTuKhoDMQG\":\"1\"}, 5],"
                + "\"DanhSachGiayToKetQua\":{\"DuongDanTepTinKetQua\":\"a\"}");
    List<ComponentFile> files = sighting.getComponents();
    assertEquals(2, files.size());
    assertEquals(sighting.getResultLinkHashes(), List.of(files.get(0).getLinkHash()));
    assertNotEquals(files.get(0).getLinkHash(), files.get(1).getLinkHash());
    assertEquals("2", files.get(1).getReused());
    assertEquals(true, files.get(1).getFromNationalStore());
  }

  @Test
  void shouldCountFeesAboveZeroThatAreNoDemand() {
    String fees =
        "\"DanhSachLePhi\":[{\"Gia\":\"8000\"},{\"Gia\":\"0\"},{\"Gia\":150000.0},{\"Gia\":\"\"},{\"Gia\":\"150.000 đ\"}]";
    assertEquals(3, header(fees).getFeesPaid());
    assertEquals(
        0,
        bench
            .sighted("{\"MaHoSo\":\"H1\",\"TrangThaiHoSo\":6," + fees + "}")
            .getSighting()
            .getFeesPaid());
  }

  @Test
  void shouldReadTheStepTextOnceAndDropIt() {
    assertEquals("APOLOGY", meaning("Gửi thư XIN LỖI công dân"));
    assertEquals("APOLOGY", meaning(Normalizer.normalize("xin lỗi", Normalizer.Form.NFD)));
    assertEquals("FINISH", meaning("Kết thúc xử lý hồ sơ"));
    assertEquals("NO_DUE_FINISH", meaning("Hồ sơ không có ngày hẹn trả"));
    assertNull(meaning("Nguyễn Văn Lỗi xin nhận"));
  }

  @Test
  void shouldKeepUnitNamesComposed() {
    String name = "Trung tâm Phục vụ";
    Sighting sighting =
        header(
            "\"DonViXuLy\":\""
                + Normalizer.normalize(name, Normalizer.Form.NFD)
                + "\",\"MaDonViTiepNhan\":\"H99.1\"");
    assertEquals(name, sighting.getUnitName());
    assertEquals("H99.1", sighting.getUnitCode());
  }

  @ParameterizedTest
  @CsvSource({
    "MaHoSo, 012345678901", "MaHoSo, H99-012345678", "MaHoSo, HS 0912345678", "MaHoSo, a.b@c.vn",
    "DonViXuLy, Phòng A (0912.345.678)", "MaTTHC, +84912345678", "KenhThucHien, 123456789",
        "MaLinhVuc, 012 345 678 901"
  })
  void shouldRefusePersonalDataInAKeptFieldWithoutTellingIt(String field, String value) {
    DeadLetter letter =
        bench.deadRow(
            "{\"TrangThaiHoSo\":\"2\",\"MaHoSo\":\"H1\",\"" + field + "\":\"" + value + "\"}");
    assertEquals(
        "PERSONAL_DATA: "
            + field
            + ", looks like an identity number, a phone number or an e-mail address",
        letter.getReason());
    assertFalse(letter.toString().contains(value));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "H99.31.07-260820-0012",
        "000.00.06.H56-220101-0001",
        "H22.8.3-200101-12345",
        "OK-012345678901",
        "1.001193.000.00.00.H22",
        "G03-GD10",
        "20260820081000",
        "3f2504e0-4f89-11d3-9a0c-030512345678"
      })
  void shouldNotTakeADossierCodeForPersonalData(String code) {
    assertEquals(
        code,
        bench.sighted("{\"MaHoSo\":\"" + code + "\",\"TrangThaiHoSo\":\"2\"}").getDossierId());
  }

  @Test
  void shouldNameTheDossierInADeadLetter() {
    DeadLetter letter =
        bench.deadRow(
            "{\"MaHoSo\":\"H1\",\"ChuHoSo\":\"Nguyễn\",\"TrangThai\":\"0\",\"ThoiDiemXuLy\":\"20260820081000\"}");
    assertEquals("record 3", letter.getPosition());
    assertEquals(Map.of("dossierId", "H1", "status", "0"), letter.getKept());
  }

  @Test
  void shouldRefuseNationalRecordsWithoutASource() {
    byte[] header = "{\"MaHoSo\":\"H1\",\"TrangThaiHoSo\":\"2\"}".getBytes(StandardCharsets.UTF_8);
    Mapped mapped = new MappingBench(null, RecordedAt.CLOCK).row(header, null);
    assertEquals("MISSING: source, no value", ((Mapped.Dead) mapped).letter().getReason());
  }

  private Sighting header(String fields) {
    DossierEvent event =
        bench.sighted("{\"MaHoSo\":\"H1\",\"TrangThaiHoSo\":\"2\"," + fields + "}");
    assertEquals("DOSSIER", event.getSighting().getKind());
    return event.getSighting();
  }

  private String meaning(String text) {
    return bench
        .sighted(
            "{\"MaHoSo\":\"H1\",\"TrangThai\":\"9\",\"ThoiDiemXuLy\":\"20260820081000\",\"NoiDungXuLy\":\""
                + text
                + "\"}")
        .getSighting()
        .getStepMeaning();
  }

  private void assertReason(String reason, String record) {
    assertEquals(reason, bench.deadRow(record).getReason());
  }

  private static String kind(Mapped mapped) {
    return ((Mapped.Event) mapped).event().getSighting().getKind();
  }
}
