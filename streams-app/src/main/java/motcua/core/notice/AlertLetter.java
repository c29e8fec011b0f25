package motcua.core.notice;

import static motcua.core.ledger.VietnameseNumbers.percent;
import static motcua.core.ledger.VietnameseNumbers.whole;

import motcua.core.alert.AlertFigures;
import motcua.core.alert.Transition;

/** The message about one transition, in Vietnamese. */
public final class AlertLetter {
  static final String MARK = "[Một cửa] ";

  private AlertLetter() {}

  /** The message, plain and as HTML. */
  public static Message of(AlertFacts facts) {
    Transition step = facts.step();
    String headline = Wording.headline(step, facts.unit(), facts.threshold());
    Letter letter = new Letter(MARK + headline).paragraph(headline + ".");
    switch (step.rule()) {
      case Transition.SOURCE_SILENT -> silence(letter, facts);
      case Transition.LATE_REWRITTEN -> rewritten(letter, facts);
      default -> figures(letter, facts);
    }
    facts.link().ifPresent(link -> letter.link("Xem chi tiết", link));
    return letter.message();
  }

  private static void silence(Letter letter, AlertFacts facts) {
    letter.paragraph(
        facts.step().kind() == Transition.Kind.CLEARED
            ? "Có dữ liệu trở lại lúc %s. Cảnh báo của các đơn vị liên quan được tiếp tục."
                .formatted(Wording.moment(facts.step().at()))
            : "Xác định lúc %s. Trong khi nguồn im lặng, cảnh báo của các đơn vị chỉ nhận dữ liệu từ nguồn này được tạm dừng."
                .formatted(Wording.moment(facts.step().at())));
  }

  private static void rewritten(Letter letter, AlertFacts facts) {
    letter.paragraph(
        "Hồ sơ %s đã được ghi nhận trễ hạn; dữ liệu nhận lúc %s sửa ngày, làm hồ sơ thành đúng hạn. Đề nghị kiểm tra."
            .formatted(facts.step().dossier(), Wording.moment(facts.step().at())));
  }

  private static void figures(Letter letter, AlertFacts facts) {
    Transition step = facts.step();
    AlertFigures figures = step.figures();
    long allowed = figures.allowed(facts.threshold());
    letter
        .paragraph(
            "Từ ngày %s đến %s: %s trên %s hồ sơ đã trả kết quả bị trễ hạn, tỷ lệ %s (ngưỡng %s)."
                .formatted(
                    Wording.day(step.windowFrom()),
                    Wording.moment(step.at()),
                    whole(figures.late()),
                    whole(figures.dated()),
                    Wording.rate(figures),
                    Wording.share(facts.threshold())))
        .paragraph(
            "Ngưỡng %s cho phép %s hồ sơ trễ hạn, đã dùng %s, %s."
                .formatted(
                    Wording.share(facts.threshold()),
                    whole(allowed),
                    whole(figures.late()),
                    left(allowed - figures.late())))
        .paragraph(
            "Đang giải quyết: %s trong hạn, %s quá hạn. Nếu mọi hồ sơ còn trong hạn được trả đúng hạn, tỷ lệ trễ hạn vẫn là %s."
                .formatted(
                    whole(figures.openInTime()),
                    whole(figures.openOverdue()),
                    percent(figures.floor())));
    if (step.kind() == Transition.Kind.CLEARED) {
      letter.paragraph(why(facts));
      return;
    }
    facts.worst().ifPresent(worst -> letter.paragraph(worst(worst)));
    letter.items(
        "Hồ sơ cần giải quyết trước:", facts.toSave().stream().map(AlertLetter::line).toList());
  }

  private static String left(long budget) {
    return budget >= 0
        ? "còn %s hồ sơ".formatted(whole(budget))
        : "vượt %s hồ sơ".formatted(whole(-budget));
  }

  private static String worst(LateField worst) {
    return "Nhiều nhất ở lĩnh vực %s: %s trên %s hồ sơ trễ hạn."
        .formatted(worst.name(), whole(worst.late()), whole(worst.allLate()));
  }

  /** One dossier: code and due moment. */
  static String line(OpenDossier dossier) {
    return "%s: %s %s"
        .formatted(
            dossier.id(),
            dossier.overdue() ? "quá hạn từ" : "hạn trả",
            Wording.moment(dossier.due()));
  }

  private static String why(AlertFacts facts) {
    Transition step = facts.step();
    if (step.reason() == null) {
      return "Cảnh báo đã kết thúc.";
    }
    return switch (step.reason()) {
      case RECOVERED ->
          "Cảnh báo kết thúc vì tỷ lệ đã về mức %s hoặc thấp hơn."
              .formatted(Wording.share(facts.recovery()));
      case PERIOD_ENDED ->
          "Cảnh báo kết thúc vì kỳ bắt đầu ngày %s đã hết; kỳ mới được tính lại từ đầu."
              .formatted(Wording.day(step.windowFrom()));
      case RULE_CHANGED ->
          "Cảnh báo kết thúc vì quy tắc %s không còn áp dụng; đơn vị được xét lại theo quy tắc mới."
              .formatted(step.rule());
    };
  }
}
