package motcua.core.definition;

import java.util.Optional;
import motcua.core.ledger.Column;
import motcua.core.ledger.ReportRow;

/**
 * Why a definition counts some dossiers otherwise than the base does, and what one such dossier
 * does to numerator and denominator. The dossiers are those of a column or of a moment, so that
 * they can be listed.
 */
public enum Cause {
  REFUSED("refused", "Hồ sơ từ chối được tính, và tính là đúng hạn", 1, 1, Column.REFUSED),
  WITHDRAWN("withdrawn", "Hồ sơ rút được tính, và tính là đúng hạn", 1, 1, Column.WITHDRAWN),
  CLOSED_UNDATED(
      "closedUndated",
      "Hồ sơ đã có kết quả nhưng không có ngày hẹn trả được tính là đúng hạn",
      1,
      1,
      Column.CLOSED_UNDATED),
  CLOSED_AFTER_DUE(
      "closedAfterDue",
      "Có kết quả trong ngày hẹn trả nhưng sau giờ hẹn: tính là trễ",
      -1,
      0,
      Moment.CLOSED_AFTER_DUE),
  DROPPED_AFTER_DUE(
      "droppedAfterDue",
      "Từ chối hoặc rút sau giờ hẹn trả: không tính là đúng hạn",
      -1,
      0,
      Moment.DROPPED_AFTER_DUE),
  DROPPED_UNDATED(
      "droppedUndated",
      "Từ chối hoặc rút khi không có ngày hẹn trả: không có gì để so nên để ngoài",
      -1,
      -1,
      Moment.DROPPED_UNDATED),
  OPEN_IN_TIME(
      "openInTime",
      "Hồ sơ đang giải quyết còn trong hạn được tính là đúng hạn",
      1,
      1,
      Column.OPEN_IN_TIME),
  OPEN_DUE_ON_LAST_DAY(
      "openDueOnLastDay",
      "Đang giải quyết, hẹn trả trong ngày cuối kỳ: lúc hết kỳ đã quá giờ hẹn",
      -1,
      0,
      Moment.OPEN_DUE_ON_LAST_DAY),
  OPEN_OVERDUE(
      "openOverdue",
      "Hồ sơ đang giải quyết đã quá hạn được tính vào mẫu số",
      0,
      1,
      Column.OPEN_OVERDUE),
  CLOSED_NOT_HELD(
      "closedNotHeld",
      "Có kết quả trong ngày hẹn trả, về sau được mở lại nên không còn giữ giờ: tính theo ngày",
      0,
      0,
      Moment.CLOSED_NOT_HELD),
  DROPPED_NOT_HELD(
      "droppedNotHeld",
      "Từ chối hoặc rút trong ngày hẹn trở về trước, về sau được mở lại nên không còn giữ giờ: tính theo ngày",
      0,
      0,
      Moment.DROPPED_NOT_HELD);

  private final String code;
  private final String meaning;
  private final int numerator;
  private final int denominator;
  private final Column column;
  private final Moment moment;

  Cause(String code, String meaning, int numerator, int denominator, Column column) {
    this(code, meaning, numerator, denominator, column, null);
  }

  Cause(String code, String meaning, int numerator, int denominator, Moment moment) {
    this(code, meaning, numerator, denominator, null, moment);
  }

  Cause(String code, String meaning, int numerator, int denominator, Column column, Moment moment) {
    this.code = code;
    this.meaning = meaning;
    this.numerator = numerator;
    this.denominator = denominator;
    this.column = column;
    this.moment = moment;
  }

  /** Its name in answers. */
  public String code() {
    return code;
  }

  /** What it is, in Vietnamese, for readers. */
  public String meaning() {
    return meaning;
  }

  /** The column of a report whose dossiers these are; empty: those of {@link #moment()}. */
  public Optional<Column> column() {
    return Optional.ofNullable(column);
  }

  /** The moment whose dossiers these are; empty: those of {@link #column()}. */
  public Optional<Moment> moment() {
    return Optional.ofNullable(moment);
  }

  Effect effect(ReportRow row, MomentCounts moments) {
    long dossiers = column == null ? moments.of(moment) : column.of(row);
    return new Effect(this, dossiers, numerator * dossiers, denominator * dossiers);
  }
}
