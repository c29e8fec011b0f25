package motcua.core.notice;

import static motcua.core.ledger.VietnameseNumbers.whole;

import java.util.ArrayList;
import java.util.List;
import motcua.core.alert.Transition;

/** The daily digest, in Vietnamese. */
public final class DigestLetter {
  private DigestLetter() {}

  /** The message, plain and as HTML. */
  public static Message of(DigestFacts facts) {
    Letter letter =
        new Letter(
                "%sTổng hợp ngày %s: %s thông báo, %s hồ sơ sắp đến hạn"
                    .formatted(
                        AlertLetter.MARK,
                        Wording.day(facts.day()),
                        whole(facts.alerts().size()),
                        whole(facts.dueSoonCount())))
            .paragraph("Tổng hợp ngày %s.".formatted(Wording.day(facts.day())))
            .items("Thông báo:", facts.alerts().stream().map(DigestLetter::line).toList())
            .items(
                "%s hồ sơ đến hạn trong %d ngày làm việc tới:"
                    .formatted(whole(facts.dueSoonCount()), facts.withinWorkingDays()),
                dueSoon(facts));
    facts.link().ifPresent(link -> letter.link("Xem chi tiết", link));
    return letter.message();
  }

  private static String line(AlertFacts facts) {
    Transition step = facts.step();
    return "%s (%s trên %s hồ sơ, lúc %s)"
        .formatted(
            Wording.headline(step, facts.unit(), facts.threshold()),
            whole(step.figures().late()),
            whole(step.figures().dated()),
            Wording.moment(step.at()));
  }

  private static List<String> dueSoon(DigestFacts facts) {
    List<String> lines = new ArrayList<>();
    for (OpenDossier dossier : facts.dueSoon()) {
      lines.add(AlertLetter.line(dossier) + " (" + dossier.unit() + ")");
    }
    long more = facts.dueSoonCount() - facts.dueSoon().size();
    if (more > 0 && !lines.isEmpty()) {
      lines.add("và %s hồ sơ khác".formatted(whole(more)));
    }
    return lines;
  }
}
