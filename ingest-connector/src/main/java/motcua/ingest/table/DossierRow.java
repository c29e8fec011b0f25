package motcua.ingest.table;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import motcua.ingest.mapping.EdgeNotes;
import motcua.ingest.mapping.Mapped;
import motcua.ingest.mapping.NationalField;
import motcua.ingest.mapping.PersonalData;
import motcua.ingest.mapping.Reason;
import motcua.ingest.mapping.SightingTimes;
import motcua.ingest.mapping.Stamp;
import motcua.schemas.events.DossierEvent;
import motcua.schemas.events.Sighting;
import motcua.schemas.events.Supplement;

/**
 * Reads the current state of one dossier out of one row into a sighting (ledger.md 2, Identity), as
 * a header record of a national batch gives one. What happened since the last export is for the
 * interpretation to find.
 */
final class DossierRow implements EdgeNotes {
  private static final Map<NationalField, TableField> NAMES =
      Map.of(
          NationalField.NGAY_NOP_HO_SO, TableField.SUBMITTED_AT,
          NationalField.NGAY_TIEP_NHAN, TableField.RECEIVED_AT,
          NationalField.NGAY_HEN_TRA, TableField.DUE_AT,
          NationalField.NGAY_KET_THUC_XU_LY, TableField.COMPLETED_AT,
          NationalField.NGAY_TRA, TableField.RETURNED_AT,
          NationalField.NGAY_TU_CHOI, TableField.REFUSED_AT,
          NationalField.NGAY_BO_SUNG, TableField.SUPPLEMENT_ASKED_AT,
          NationalField.NGAY_TIEP_NHAN_BO_SUNG, TableField.SUPPLEMENT_COMPLETED_AT);

  private final RowValues values;
  private final Map<TableField, ValueSpec> fields;
  private final Set<String> marks = new LinkedHashSet<>();
  private final Sighting sighting = new Sighting();
  private String source;
  private String dossierId;

  DossierRow(RowValues values, Map<TableField, ValueSpec> fields) {
    this.values = values;
    this.fields = fields;
  }

  /**
   * The sighting as a record of the log; what is wrong with it is refused in the values.
   *
   * @param position place of the row, from 0
   */
  DossierEvent read(String defaultSource, long position, Stamp stamp, long arrival) {
    sighting.setKind("DOSSIER");
    sighting.setPosition(position);
    sighting.setComponents(new ArrayList<>());
    sighting.setResultLinkHashes(new ArrayList<>());
    readTimes();
    readTexts(defaultSource);
    readFlags();
    readSupplement();
    Long happened = SightingTimes.settle(sighting, this, stamp.clockMicros());
    markPlaceholders();
    sighting.setEdgeMarks(new ArrayList<>(marks));
    DossierEvent event = new DossierEvent();
    event.setSource(source);
    event.setDossierId(dossierId);
    event.setArrival(arrival);
    event.setGeneration(Mapped.GENERATION);
    event.setSighting(sighting);
    stamp.stampSighting(event, happened);
    return event;
  }

  /** Fields that help a person find the row. */
  Map<String, String> kept(PersonalData guard) {
    Map<String, String> kept = new HashMap<>();
    if (dossierId != null && !guard.isIn(dossierId)) {
      kept.put("dossierId", dossierId);
    }
    if (sighting.getStatus() != null) {
      kept.put("status", sighting.getStatus());
    }
    return kept;
  }

  String source() {
    return source;
  }

  @Override
  public void refuse(Reason reason, NationalField field) {
    values.refuse(reason.text(NAMES.getOrDefault(field, TableField.DUE_AT).key()));
  }

  @Override
  public void mark(String code, NationalField field) {
    marks.add(code + ":" + field.sent());
  }

  private void readTimes() {
    sighting.setSubmittedAtMicros(time(TableField.SUBMITTED_AT));
    sighting.setReceivedAtMicros(time(TableField.RECEIVED_AT));
    sighting.setDueAtMicros(time(TableField.DUE_AT));
    sighting.setCompletedAtMicros(time(TableField.COMPLETED_AT));
    sighting.setReturnedAtMicros(time(TableField.RETURNED_AT));
    sighting.setRefusedAtMicros(time(TableField.REFUSED_AT));
  }

  private void readTexts(String defaultSource) {
    LocalDate day = day();
    String named = text(TableField.SOURCE, day);
    source = named == null ? defaultSource : named;
    dossierId = text(TableField.DOSSIER_ID, day);
    sighting.setProcedure(text(TableField.PROCEDURE, day));
    sighting.setField(text(TableField.FIELD, day));
    sighting.setUnitCode(text(TableField.UNIT_CODE, day));
    sighting.setUnitName(text(TableField.UNIT_NAME, day));
    require(source, TableField.SOURCE);
    require(dossierId, TableField.DOSSIER_ID);
    readChannel(text(TableField.CHANNEL, day));
    readStatus(text(TableField.STATUS, day));
  }

  private void readChannel(String channel) {
    sighting.setChannel(Channels.code(channel));
    if (channel != null && sighting.getChannel() == null) {
      values.refuse(Reason.CHANNEL_UNKNOWN.text(TableField.CHANNEL.key()));
    }
  }

  private void readStatus(String status) {
    if (status == null) {
      mark("STATUS_UNKNOWN", NationalField.TRANG_THAI_HO_SO);
      return;
    }
    String code = status.replaceFirst("^0+(?=\\d)", "").replaceFirst("\\.0+$", "");
    if (code.matches("[1-9]|10")) {
      sighting.setStatus(code);
    } else {
      values.refuse(Reason.STATUS_UNKNOWN.text(TableField.STATUS.key()));
    }
  }

  private void readFlags() {
    LocalDate day = day();
    Boolean paid = values.amount(TableField.FEE_PAID, fields.get(TableField.FEE_PAID), day);
    sighting.setFeesPaid(Boolean.TRUE.equals(paid) && !"6".equals(sighting.getStatus()) ? 1 : 0);
    Boolean online = truth(TableField.FEE_PAID_ONLINE, day);
    if (online != null) {
      sighting.setPaidOnline(online ? "1" : "0");
    }
    sighting.setVerifiedAccount(truth(TableField.VERIFIED_ACCOUNT, day));
  }

  private void readSupplement() {
    Supplement supplement =
        new Supplement(
            null,
            time(TableField.SUPPLEMENT_ASKED_AT),
            time(TableField.SUPPLEMENT_COMPLETED_AT),
            time(TableField.SUPPLEMENT_DUE_BEFORE),
            time(TableField.SUPPLEMENT_DUE_AFTER));
    boolean some =
        supplement.getAskedAtMicros() != null || supplement.getCompletedAtMicros() != null;
    sighting.setSupplements(some ? new ArrayList<>(List.of(supplement)) : new ArrayList<>());
  }

  private void markPlaceholders() {
    NAMES.forEach(
        (national, field) -> {
          if (values.isPlaceholder(field)) {
            mark("DATE_PLACEHOLDER", national);
          }
        });
  }

  /** The day a code table is asked for: the reception's, else the submission's. */
  private LocalDate day() {
    Long micros =
        Objects.requireNonNullElse(
            sighting.getReceivedAtMicros(),
            Objects.requireNonNullElse(sighting.getSubmittedAtMicros(), Long.MIN_VALUE));
    if (micros == Long.MIN_VALUE) {
      return null;
    }
    TableField field =
        sighting.getReceivedAtMicros() == null ? TableField.SUBMITTED_AT : TableField.RECEIVED_AT;
    return fields.get(field).dates().day(micros);
  }

  private void require(String value, TableField field) {
    if (value == null) {
      values.refuse(Reason.MISSING.text(field.key()));
    }
  }

  private String text(TableField field, LocalDate day) {
    return values.text(field, fields.get(field), day);
  }

  private Long time(TableField field) {
    return values.time(field, fields.get(field), null);
  }

  private Boolean truth(TableField field, LocalDate day) {
    return values.truth(field, fields.get(field), day);
  }
}
