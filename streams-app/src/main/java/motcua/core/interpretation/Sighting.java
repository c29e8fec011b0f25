package motcua.core.interpretation;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * One record of DongBoHoSoMC or CapNhatTienDoHoSoMC, stripped of personal data at the edge
 * (national-payload.md 2, 3, 7). Codes are as sent. Everything but {@code kind} may be null; lists
 * may be empty.
 *
 * @param position place in the batch; sightings of one recordedAt are read in this order
 * @param senderUnit unit code of the batch envelope (madonvi)
 * @param unitCode unit code of the record (MaDonViTiepNhan, MaCoQuan)
 * @param unitName name of the handling unit (DonViXuLy), Unicode NFC
 * @param procedure MaTTHC
 * @param field MaLinhVuc
 * @param channel KenhThucHien: 1 direct, 2 online, 3 postal
 * @param status TrangThaiHoSo or TrangThai, 1 to 10
 * @param submittedAt NgayNopHoSo
 * @param receivedAt NgayTiepNhan
 * @param dueAt NgayHenTra
 * @param completedAt NgayKetThucXuLy
 * @param returnedAt NgayTra
 * @param refusedAt NgayTuChoi
 * @param stepAt ThoiDiemXuLy of a step row
 * @param stepMeaning {@link #APOLOGY}, {@link #FINISH}, {@link #NO_DUE_FINISH} or {@link
 *     #RECEPTION}; null: nothing that counts
 * @param paidOnline DuocThanhToanTrucTuyen: 0 no, 1 and 2 a gateway, 3 other
 * @param feesPaid number of fees above zero that are no demand
 * @param componentsFlag HoSoCoThanhPhanSoHoa
 * @param verifiedAccount TaiKhoanDuocXacThucVoiVNeID
 * @param populationConsulted DSKetNoiCSDL names the population database
 * @param components live files of TaiLieuNop
 * @param resultLinkHashes keyed hashes of the result links (DanhSachGiayToKetQua)
 * @param supplements DanhSachHoSoBoSung
 * @param edgeMarks what the edge repaired, CODE or CODE:FieldName
 */
public record Sighting(
    Kind kind,
    long position,
    String senderUnit,
    String unitCode,
    String unitName,
    String procedure,
    String field,
    String channel,
    String status,
    Instant submittedAt,
    Instant receivedAt,
    Instant dueAt,
    Instant completedAt,
    Instant returnedAt,
    Instant refusedAt,
    Instant stepAt,
    String stepMeaning,
    String paidOnline,
    int feesPaid,
    Boolean componentsFlag,
    Boolean verifiedAccount,
    Boolean populationConsulted,
    List<ComponentFile> components,
    List<String> resultLinkHashes,
    List<Supplement> supplements,
    List<String> edgeMarks) {
  /** The step's text says xin lỗi. */
  public static final String APOLOGY = "APOLOGY";

  /** The step's text says that handling ended. */
  public static final String FINISH = "FINISH";

  /** The step's text says that the dossier has no due date. */
  public static final String NO_DUE_FINISH = "NO_DUE_FINISH";

  /** The step is the reception row some systems make up on every send (national-payload.md D15). */
  public static final String RECEPTION = "RECEPTION";

  public Sighting {
    Objects.requireNonNull(kind, "kind");
    components = List.copyOf(components);
    resultLinkHashes = List.copyOf(resultLinkHashes);
    supplements = List.copyOf(supplements);
    edgeMarks = List.copyOf(edgeMarks);
  }

  /** Which call brought it. */
  public enum Kind {
    /** A header record of DongBoHoSoMC: the dossier's current state. */
    DOSSIER,
    /** A step row of CapNhatTienDoHoSoMC. */
    PROGRESS
  }

  /**
   * Flags of one component file.
   *
   * @param digitised DuocSoHoa
   * @param reused DuocTaiSuDung: 0 no, 1 component, 2 result; may be null
   * @param fromNationalStore DuocLayTuKhoDMQG
   * @param linkHash keyed hash of the link; may be null
   */
  public record ComponentFile(
      boolean digitised, String reused, boolean fromNationalStore, String linkHash) {}

  /**
   * One supplement asked of the applicant; each part may be null.
   *
   * @param supplementId HoSoBoSungId
   * @param askedAt NgayBoSung
   * @param completedAt NgayTiepNhanBoSung
   * @param dueBefore NgayHenTraTruoc
   * @param dueAfter NgayHenTraMoi
   */
  public record Supplement(
      String supplementId,
      Instant askedAt,
      Instant completedAt,
      Instant dueBefore,
      Instant dueAfter) {}

  /** Whether both say the same, wherever they stood in their batches. */
  public boolean saysSameAs(Sighting other) {
    return Objects.equals(status, other.status)
        && Objects.equals(dueAt, other.dueAt)
        && Objects.equals(completedAt, other.completedAt)
        && atPosition(other.position).equals(other);
  }

  private Sighting atPosition(long place) {
    return new Sighting(
        kind,
        place,
        senderUnit,
        unitCode,
        unitName,
        procedure,
        field,
        channel,
        status,
        submittedAt,
        receivedAt,
        dueAt,
        completedAt,
        returnedAt,
        refusedAt,
        stepAt,
        stepMeaning,
        paidOnline,
        feesPaid,
        componentsFlag,
        verifiedAccount,
        populationConsulted,
        components,
        resultLinkHashes,
        supplements,
        edgeMarks);
  }

  /**
   * The latest time at which the record says something happened (a due date does not happen); null
   * when it says none.
   */
  public Instant latestHappened() {
    Instant latest =
        later(later(later(submittedAt, receivedAt), later(completedAt, returnedAt)), refusedAt);
    latest = later(latest, stepAt);
    for (Supplement supplement : supplements) {
      latest = later(latest, later(supplement.askedAt(), supplement.completedAt()));
    }
    return latest;
  }

  private static Instant later(Instant a, Instant b) {
    return a == null || (b != null && b.isAfter(a)) ? b : a;
  }
}
