package motcua.reconciliation;

import java.util.stream.Collectors;
import motcua.core.publication.ComparisonText;
import motcua.core.publication.MetricNames;
import motcua.core.publication.PrintedNumber;

/**
 * A reconciliation as plain text in Vietnamese, for a terminal: the tables of {@link
 * ComparisonText}, under each what leads to dossiers, and a last line that counts.
 */
public final class ReconciliationText {
  private ReconciliationText() {}

  /** All of it; ends with a line end. */
  public static String of(Reconciliation reconciliation) {
    StringBuilder text = new StringBuilder();
    for (Reconciliation.Compared compared : reconciliation.statements()) {
      text.append(ComparisonText.render(compared.comparison()));
      compared.note().ifPresent(note -> line(text, "  ", note));
      compared.gaps().forEach(gap -> gap(text, gap));
      compared.differences().forEach(difference -> difference(text, difference));
      text.append('\n');
    }
    return text.append(summary(reconciliation)).append('\n').toString();
  }

  private static String summary(Reconciliation reconciliation) {
    return "Sai tổng: %d; tỷ lệ không thể có: %d; khác sổ cái: %d; chưa đối chiếu với sổ cái: %d. %s"
        .formatted(
            reconciliation.count(Reconciliation.Group.SUM),
            reconciliation.count(Reconciliation.Group.PERCENTAGE),
            reconciliation.differences(),
            reconciliation.notCompared(),
            reconciliation.agrees() ? "KHỚP" : "KHÔNG KHỚP");
  }

  private static void gap(StringBuilder text, Reconciliation.Gap gap) {
    line(
        text,
        "  ",
        MetricNames.metric(gap.finding().subject().metric())
            + ": "
            + gap.words()
            + " "
            + gap.cells().stream()
                .map(
                    cell ->
                        MetricNames.column(cell.column())
                            + " "
                            + PrintedNumber.count(cell.figure()))
                .collect(Collectors.joining(", "))
            + ".");
  }

  private static void difference(StringBuilder text, Reconciliation.Difference difference) {
    line(
        text,
        "  ",
        MetricNames.metric(difference.row().figure().metric()) + ": " + difference.words());
    for (Reconciliation.Learned learned : difference.learned()) {
      line(
          text,
          "    ",
          "%s đổi %s, ở %s hồ sơ: %s%s"
              .formatted(
                  MetricNames.column(learned.column()),
                  PrintedNumber.count(learned.figure()),
                  PrintedNumber.count(learned.dossiers()),
                  learned.first().stream()
                      .map(row -> row.source() + " " + row.dossierId())
                      .collect(Collectors.joining(", ")),
                  learned.dossiers() > learned.first().size() ? ", ..." : ""));
    }
  }

  private static void line(StringBuilder text, String indent, String words) {
    text.append(indent).append(words).append('\n');
  }
}
