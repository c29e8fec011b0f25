package motcua.ingest.table;

import java.util.Arrays;
import java.util.Optional;

/** Every field a mapping can fill; the allow-list of tables. */
public enum TableField {
  SOURCE("source", Kind.TEXT, Target.BOTH),
  DOSSIER_ID("dossierId", Kind.TEXT, Target.BOTH),
  PROCEDURE("procedure", Kind.TEXT, Target.BOTH),
  FIELD("field", Kind.TEXT, Target.BOTH),
  CHANNEL("channel", Kind.TEXT, Target.BOTH),
  DUE_AT("dueAt", Kind.TIME, Target.BOTH),
  EVENT_ID("eventId", Kind.TEXT, Target.EVENT),
  TYPE("type", Kind.TEXT, Target.EVENT),
  OCCURRED_AT("occurredAt", Kind.TIME, Target.EVENT),
  RECORDED_AT("recordedAt", Kind.TIME, Target.EVENT),
  UNIT("unit", Kind.TEXT, Target.EVENT),
  REASON("reason", Kind.TEXT, Target.EVENT),
  COMPONENTS("components", Kind.TEXT, Target.EVENT),
  ONLINE("online", Kind.TRUTH, Target.EVENT),
  RETRACTED("retracted", Kind.TRUTH, Target.EVENT),
  STATUS("status", Kind.TEXT, Target.DOSSIER),
  UNIT_CODE("unitCode", Kind.TEXT, Target.DOSSIER),
  UNIT_NAME("unitName", Kind.TEXT, Target.DOSSIER),
  SUBMITTED_AT("submittedAt", Kind.TIME, Target.DOSSIER),
  RECEIVED_AT("receivedAt", Kind.TIME, Target.DOSSIER),
  COMPLETED_AT("completedAt", Kind.TIME, Target.DOSSIER),
  RETURNED_AT("returnedAt", Kind.TIME, Target.DOSSIER),
  REFUSED_AT("refusedAt", Kind.TIME, Target.DOSSIER),
  SUPPLEMENT_ASKED_AT("supplementAskedAt", Kind.TIME, Target.DOSSIER),
  SUPPLEMENT_COMPLETED_AT("supplementCompletedAt", Kind.TIME, Target.DOSSIER),
  SUPPLEMENT_DUE_BEFORE("supplementDueBefore", Kind.TIME, Target.DOSSIER),
  SUPPLEMENT_DUE_AFTER("supplementDueAfter", Kind.TIME, Target.DOSSIER),
  FEE_PAID("feePaid", Kind.AMOUNT, Target.DOSSIER),
  FEE_PAID_ONLINE("feePaidOnline", Kind.TRUTH, Target.DOSSIER),
  VERIFIED_ACCOUNT("verifiedAccount", Kind.TRUTH, Target.DOSSIER);

  /** How a text becomes a value. */
  enum Kind {
    TEXT,
    TIME,
    TRUTH,
    /** An amount above zero, or yes. */
    AMOUNT
  }

  private enum Target {
    EVENT,
    DOSSIER,
    BOTH
  }

  private final String key;
  private final Kind kind;
  private final Target target;

  TableField(String key, Kind kind, Target target) {
    this.key = key;
    this.kind = kind;
    this.target = target;
  }

  /** The name in a mapping file and in reasons. */
  public String key() {
    return key;
  }

  Kind kind() {
    return kind;
  }

  /** True when a row of this kind has the field. */
  public boolean isOf(MappingSpec.Rows rows) {
    return target == Target.BOTH
        || target == (rows == MappingSpec.Rows.EVENT ? Target.EVENT : Target.DOSSIER);
  }

  /** The field of a name. */
  static Optional<TableField> of(String key) {
    return Arrays.stream(values()).filter(field -> field.key.equals(key)).findFirst();
  }
}
