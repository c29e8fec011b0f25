package motcua.ingest.mapping;

import java.io.IOException;
import java.util.ArrayList;
import motcua.schemas.events.ComponentFile;
import motcua.schemas.events.Sighting;
import motcua.schemas.events.Supplement;

/**
 * Builds the sighting of one national record field by field. Only what {@link NationalField} names
 * is read; links become keyed hashes and the step's text one word before anything else sees them.
 */
final class NationalRecord {
  /**
   * Most entries a list of one record may have: beyond it the record would outgrow a Kafka message.
   */
  static final int MAX_ENTRIES = 2000;

  private final NationalScalars values;
  private final LinkHash links;
  final Sighting sighting = new Sighting();
  String dossierId;
  String headerStatus;
  String stepStatus;
  boolean hasStepField;
  boolean hasHeaderStatus;

  NationalRecord(NationalScalars values, LinkHash links) {
    this.values = values;
    this.links = links;
    sighting.setFeesPaid(0);
    sighting.setComponents(new ArrayList<>());
    sighting.setResultLinkHashes(new ArrayList<>());
    sighting.setSupplements(new ArrayList<>());
  }

  /** Reads the object the parser stands at. */
  void read() throws IOException, Refused {
    for (NationalField field = values.nextField(); field != null; field = values.nextField()) {
      read(field);
    }
  }

  private void read(NationalField field) throws IOException, Refused {
    switch (field) {
      case MA_HO_SO -> dossierId = values.kept(field);
      case MA_TTHC -> sighting.setProcedure(values.kept(field));
      case MA_LINH_VUC -> sighting.setField(values.kept(field));
      case KENH_THUC_HIEN -> sighting.setChannel(values.code(field));
      case TRANG_THAI_HO_SO -> {
        hasHeaderStatus = true;
        headerStatus = values.code(field);
      }
      case TRANG_THAI -> {
        hasStepField = true;
        stepStatus = values.code(field);
      }
      case DON_VI_XU_LY -> sighting.setUnitName(values.kept(field));
      case MA_DON_VI_TIEP_NHAN -> sighting.setUnitCode(values.kept(field));
      case MA_CO_QUAN -> {
        String code = values.kept(field);
        sighting.setUnitCode(sighting.getUnitCode() == null ? code : sighting.getUnitCode());
      }
      case DUOC_THANH_TOAN_TRUC_TUYEN -> sighting.setPaidOnline(values.code(field));
      case HO_SO_CO_THANH_PHAN_SO_HOA -> sighting.setComponentsFlag(values.flag());
      case TAI_KHOAN_DUOC_XAC_THUC_VOI_VNEID -> sighting.setVerifiedAccount(values.flag());
      default -> readDateOrList(field);
    }
  }

  private void readDateOrList(NationalField field) throws IOException, Refused {
    switch (field) {
      case NGAY_NOP_HO_SO -> sighting.setSubmittedAtMicros(values.date(field, false));
      case NGAY_TIEP_NHAN -> sighting.setReceivedAtMicros(values.date(field, true));
      case NGAY_HEN_TRA -> sighting.setDueAtMicros(values.date(field, false));
      case NGAY_KET_THUC_XU_LY -> sighting.setCompletedAtMicros(values.date(field, false));
      case NGAY_TRA -> sighting.setReturnedAtMicros(values.date(field, false));
      case NGAY_TU_CHOI -> sighting.setRefusedAtMicros(values.date(field, false));
      case THOI_DIEM_XU_LY -> {
        hasStepField = true;
        sighting.setStepAtMicros(values.date(field, true));
      }
      case NOI_DUNG_XU_LY -> {
        String text = values.raw();
        sighting.setStepMeaning(text == null ? null : StepText.meaning(text));
      }
      case DS_KET_NOI_CSDL -> {
        sighting.setPopulationConsulted(false);
        values.each(field, this::readDatabase);
      }
      case TAI_LIEU_NOP -> values.each(field, this::readComponent);
      case DANH_SACH_GIAY_TO_KET_QUA -> values.each(field, this::readResult);
      case DANH_SACH_LE_PHI -> values.each(field, this::readFee);
      case DANH_SACH_HO_SO_BO_SUNG -> values.each(field, this::readSupplement);
      default -> values.skip();
    }
  }

  private void readDatabase() throws IOException {
    String code = null;
    if (values.atObject()) {
      for (NationalField field = values.nextField(); field != null; field = values.nextField()) {
        if (field == NationalField.MA_CSDL) {
          code = values.raw();
        } else {
          values.skip();
        }
      }
    } else {
      code = values.raw();
    }
    if (code != null && code.matches("0*1(\\.0+)?")) {
      sighting.setPopulationConsulted(true);
    }
  }

  private void readComponent() throws IOException {
    if (!values.atObject()) {
      values.skip();
      return;
    }
    ComponentFile file = new ComponentFile(false, null, false, null);
    boolean deleted = false;
    String id = null;
    for (NationalField field = values.nextField(); field != null; field = values.nextField()) {
      switch (field) {
        case IS_DELETED -> deleted = Boolean.TRUE.equals(values.flag());
        case DUOC_SO_HOA -> file.setDigitised(Boolean.TRUE.equals(values.flag()));
        case DUOC_TAI_SU_DUNG -> file.setReused(values.code(field));
        case DUOC_LAY_TU_KHO_DMQG -> file.setFromNationalStore(Boolean.TRUE.equals(values.flag()));
        case DUONG_DAN_TAI_TEP_TIN -> file.setLinkHash(hash(values.raw()));
        case ID_TEP_TIN -> id = hash(values.raw());
        default -> values.skip();
      }
    }
    if (!deleted) {
      file.setLinkHash(file.getLinkHash() == null ? id : file.getLinkHash());
      sighting.getComponents().add(file);
    }
  }

  private void readResult() throws IOException {
    if (!values.atObject()) {
      values.skip();
      return;
    }
    String link = null;
    String id = null;
    boolean deleted = false;
    for (NationalField field = values.nextField(); field != null; field = values.nextField()) {
      switch (field) {
        case DUONG_DAN_TEP_TIN_KET_QUA, DUONG_DAN_TAI_TEP_TIN -> {
          String sent = hash(values.raw());
          link = sent == null ? link : sent;
        }
        case ID_TEP_TIN -> id = hash(values.raw());
        case IS_DELETED -> deleted = Boolean.TRUE.equals(values.flag());
        default -> values.skip();
      }
    }
    String hash = link == null ? id : link;
    if (hash != null && !deleted) {
      sighting.getResultLinkHashes().add(hash);
    }
  }

  private void readFee() throws IOException {
    if (!values.atObject()) {
      values.skip();
      return;
    }
    boolean positive = false;
    for (NationalField field = values.nextField(); field != null; field = values.nextField()) {
      if (field == NationalField.GIA) {
        positive = values.isPositive();
      } else {
        values.skip();
      }
    }
    sighting.setFeesPaid(sighting.getFeesPaid() + (positive ? 1 : 0));
  }

  private void readSupplement() throws IOException {
    if (!values.atObject()) {
      values.skip();
      return;
    }
    Supplement supplement = new Supplement(null, null, null, null, null);
    for (NationalField field = values.nextField(); field != null; field = values.nextField()) {
      switch (field) {
        case HO_SO_BO_SUNG_ID -> supplement.setSupplementId(values.kept(field));
        case NGAY_BO_SUNG -> supplement.setAskedAtMicros(values.date(field, false));
        case NGAY_TIEP_NHAN_BO_SUNG -> supplement.setCompletedAtMicros(values.date(field, false));
        case NGAY_HEN_TRA_TRUOC -> supplement.setDueBeforeMicros(values.date(field, false));
        case NGAY_HEN_TRA_MOI -> supplement.setDueAfterMicros(values.date(field, false));
        default -> values.skip();
      }
    }
    sighting.getSupplements().add(supplement);
  }

  private String hash(String link) {
    return link == null ? null : links.of(link);
  }
}
