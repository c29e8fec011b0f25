package motcua.core.definition;

import java.util.List;
import java.util.Optional;
import motcua.core.form.FormPreset;
import motcua.core.ledger.Column;
import motcua.core.ledger.Ratio;
import motcua.core.ledger.ReportRow;

/**
 * Definitions of "on time" (rules.md 4, 5, 7). Each is reckoned by its own formula; {@link
 * Definitions} checks that the causes add up to it.
 */
public enum Definition {
  /** The base: the ledger's ratio {@code onTime} under timeliness DAY (ledger.md 5). */
  STRICT(
      "strict",
      "Tỷ lệ của sổ, theo ngày",
      "Có kết quả trước hoặc trong ngày hẹn trả / hồ sơ có ngày hẹn trả đã có kết quả trong kỳ;"
          + " không tính hồ sơ từ chối, rút, không có hẹn trả và đang giải quyết.",
      "Quy tắc của sổ, tỷ lệ onTime.",
      List.of(),
      List.of()) {
    @Override
    Ratio.Value of(ReportRow row, MomentCounts moments) {
      return Ratio.ON_TIME.of(row);
    }
  },

  /** Columns 8 and 9 over column 7 of the form, as {@link FormPreset#II_06A} fills them in. */
  II_06A(
      "II.06a",
      "Biểu II.06a/VPCP/KSTT",
      "(Cột 8 trước hạn + cột 9 đúng hạn) / cột 7 đã giải quyết, theo ngày; cột 9 gồm cả hồ sơ từ chối,"
          + " rút và không có ngày hẹn trả.",
      "Biểu II.06a/VPCP/KSTT, Thông tư 01/2020/TT-VPCP, theo cách các phần mềm một cửa đang điền.",
      List.of(Cause.REFUSED, Cause.WITHDRAWN, Cause.CLOSED_UNDATED),
      List.of()) {
    @Override
    Ratio.Value of(ReportRow row, MomentCounts moments) {
      return new Ratio.Value(column(8, row) + column(9, row), column(7, row));
    }
  },

  /**
   * Item 2.1 as F766 describes it: (finished on time + open within due) / received and handled in
   * the period, moments compared with {@code <=}. How each input is taken:
   *
   * <ul>
   *   <li>received and handled: everything that was closed in the period or is open at its end,
   *       carried over or not (our reading);
   *   <li>finished: result ready, refused and withdrawn, as F766 ends on 3, 7, 9 and 10; the finish
   *       is compared with the due in force then;
   *   <li>open: the end of the period is taken as the finish, so what is due on the last day is
   *       past its due.
   * </ul>
   *
   * <p>What the data does not allow, and is left out of numerator and denominator: dossiers without
   * a due, which F766 holds against the procedure's longest time less supplements; suspended ones,
   * which F766 takes as finished when asked, and as late when asked twice: when they were asked and
   * why is not in the read model. The time of supplements is not taken off the finish either: the
   * ledger's due has been shifted by it already, and it would count twice (rules.md 3).
   */
  QD_766(
      "QD766",
      "Quyết định 766/QĐ-TTg, chỉ số 2.1",
      "(Kết thúc đúng hạn + đang giải quyết còn trong hạn) / đã tiếp nhận và giải quyết trong kỳ, so theo giờ (<=);"
          + " hồ sơ chưa xong lấy lúc hết kỳ làm lúc kết thúc.",
      "Bản mô tả công thức đang lưu hành của Quyết định 766/QĐ-TTg ngày 23/6/2022, chỉ số 2.1;"
          + " chưa đối chiếu được với văn bản gốc.",
      List.of(
          Cause.CLOSED_AFTER_DUE,
          Cause.REFUSED,
          Cause.WITHDRAWN,
          Cause.DROPPED_AFTER_DUE,
          Cause.DROPPED_UNDATED,
          Cause.OPEN_IN_TIME,
          Cause.OPEN_DUE_ON_LAST_DAY,
          Cause.OPEN_OVERDUE),
      List.of(Cause.CLOSED_NOT_HELD, Cause.DROPPED_NOT_HELD)) {
    @Override
    Ratio.Value of(ReportRow row, MomentCounts moments) {
      long closed = row.closedEarly() + row.closedOnTime();
      long dropped = row.refused() + row.withdrawn() - moments.of(Moment.DROPPED_UNDATED);
      long onTime =
          closed
              - moments.of(Moment.CLOSED_AFTER_DUE)
              + dropped
              - moments.of(Moment.DROPPED_AFTER_DUE)
              + row.openInTime()
              - moments.of(Moment.OPEN_DUE_ON_LAST_DAY);
      long handled = closed + row.closedLate() + dropped + row.openInTime() + row.openOverdue();
      return new Ratio.Value(onTime, handled);
    }

    @Override
    Optional<Answer.Refused> refused(MomentCounts moments, boolean periodOver) {
      if (!periodOver) {
        return Optional.of(new Answer.Refused(this, Refusal.PERIOD_NOT_OVER, 0));
      }
      return learnedSince(
          moments.of(Moment.CLOSED_LEARNED_SINCE) + moments.of(Moment.DROPPED_LEARNED_SINCE));
    }

    @Override
    public List<Column> leftOut() {
      return List.of(Column.CLOSED_UNDATED, Column.OPEN_UNDATED, Column.SUSPENDED);
    }

    @Override
    public List<String> notes() {
      return List.of(
          "\"Đã tiếp nhận và giải quyết trong kỳ\" được hiểu là mọi hồ sơ kết thúc trong kỳ hoặc còn giải quyết lúc hết kỳ,"
              + " kể cả từ kỳ trước chuyển sang; hồ sơ từ chối và rút là đã kết thúc.",
          "Hồ sơ không có ngày hẹn trả để ngoài cả tử số và mẫu số: bảng số liệu không giữ đủ để so với thời hạn tối đa"
              + " của thủ tục.",
          "Hồ sơ đang tạm dừng để ngoài cả tử số và mẫu số: bảng số liệu không giữ giờ và lý do yêu cầu bổ sung.",
          "Không trừ thời gian chờ bổ sung khỏi lúc kết thúc, vì ngày hẹn trả trong sổ đã được lùi; trừ nữa là tính hai lần.");
    }
  },

  /** Timeliness by the moment: {@code completed <= dueAt} (ledger.md 8, INSTANT). */
  INSTANT(
      "instant",
      "Theo giờ (INSTANT)",
      "Có kết quả không muộn hơn giờ hẹn trả / hồ sơ có ngày hẹn trả đã có kết quả trong kỳ.",
      "Quy tắc của sổ, cách tính theo thời điểm.",
      List.of(Cause.CLOSED_AFTER_DUE),
      List.of(Cause.CLOSED_NOT_HELD)) {
    @Override
    Ratio.Value of(ReportRow row, MomentCounts moments) {
      Ratio.Value byDay = Ratio.ON_TIME.of(row);
      return new Ratio.Value(
          byDay.numerator() - moments.of(Moment.CLOSED_AFTER_DUE), byDay.denominator());
    }

    @Override
    Optional<Answer.Refused> refused(MomentCounts moments, boolean periodOver) {
      return learnedSince(moments.of(Moment.CLOSED_LEARNED_SINCE));
    }
  };

  private final String code;
  private final String title;
  private final String statement;
  private final String source;
  private final List<Cause> causes;
  private final List<Cause> doubts;

  Definition(
      String code,
      String title,
      String statement,
      String source,
      List<Cause> causes,
      List<Cause> doubts) {
    this.code = code;
    this.title = title;
    this.statement = statement;
    this.source = source;
    this.causes = causes;
    this.doubts = doubts;
  }

  /** Its name in answers. */
  public String code() {
    return code;
  }

  /** Its name for readers, in Vietnamese. */
  public String title() {
    return title;
  }

  /** What it says, one Vietnamese sentence. */
  public String statement() {
    return statement;
  }

  /** Where it is taken from, in Vietnamese. */
  public String source() {
    return source;
  }

  /** Columns whose dossiers it should judge and the data does not allow to. */
  public List<Column> leftOut() {
    return List.of();
  }

  /** Vietnamese sentences on how inputs are taken and what the data does not allow. */
  public List<String> notes() {
    return List.of();
  }

  List<Effect> effects(ReportRow row, MomentCounts moments) {
    return causes.stream().map(cause -> cause.effect(row, moments)).toList();
  }

  List<Effect> doubts(ReportRow row, MomentCounts moments) {
    return doubts.stream().map(cause -> cause.effect(row, moments)).toList();
  }

  abstract Ratio.Value of(ReportRow row, MomentCounts moments);

  Optional<Answer.Refused> refused(MomentCounts moments, boolean periodOver) {
    return Optional.empty();
  }

  Optional<Answer.Refused> learnedSince(long dossiers) {
    return dossiers == 0
        ? Optional.empty()
        : Optional.of(new Answer.Refused(this, Refusal.MOMENTS_LEARNED_SINCE, dossiers));
  }

  private static long column(int number, ReportRow row) {
    return FormPreset.II_06A.columns().stream()
        .filter(column -> column.number().orElseThrow() == number)
        .mapToLong(column -> column.of(row))
        .sum();
  }
}
