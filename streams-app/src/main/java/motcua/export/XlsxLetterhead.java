package motcua.export;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import motcua.core.document.Letterhead;
import motcua.export.XlsxStyles.Look;
import org.apache.poi.xssf.streaming.SXSSFRow;

/**
 * Heading block and signature on a sheet: two halves that meet where a column of the table begins.
 */
final class XlsxLetterhead {
  private static final int POINTS = 12;

  /** Smaller letters than these are not read; then lines are broken. */
  private static final int FEWEST_POINTS = 10;

  private static final String SHORT_LINE = "\u00a0".repeat(40);

  private final Letterhead letterhead;
  private final XlsxSheet sheet;
  private final int split;
  private final int points;

  XlsxLetterhead(Letterhead letterhead, XlsxSheet sheet) {
    this.letterhead = letterhead;
    this.sheet = sheet;
    this.split = IntStream.range(1, sheet.columns()).boxed().max(this::compare).orElse(1);
    double fit = sheet.columns() == 1 ? 1 : fit(split);
    this.points = Math.max(FEWEST_POINTS, Math.min(POINTS, (int) (POINTS * fit)));
  }

  private int compare(int one, int other) {
    return Double.compare(fit(one), fit(other));
  }

  /** How often the halves hold their widest words when the right one begins at this column. */
  private double fit(int column) {
    double left = Math.max(width(letterhead.superior(), false), width(letterhead.agency(), true));
    double right =
        Math.max(width(Texts.COUNTRY, true), width(Texts.placeAndDate(letterhead), false));
    return Math.min(
        sheet.room(0, column - 1) / left, sheet.room(column, sheet.columns() - 1) / right);
  }

  private static double width(String text, boolean bold) {
    return TextWidth.of(text, POINTS, bold) + POINTS;
  }

  void head() {
    boolean superior = !letterhead.superior().isEmpty();
    pair(
        superior ? letterhead.superior() : letterhead.agency(),
        superior ? XlsxStyles.PLAIN : XlsxStyles.AGENCY,
        Texts.COUNTRY,
        XlsxStyles.AGENCY);
    pair(
        superior ? letterhead.agency() : SHORT_LINE,
        superior ? XlsxStyles.AGENCY : XlsxStyles.RULE,
        Texts.MOTTO,
        XlsxStyles.MOTTO);
    if (superior) {
      pair(SHORT_LINE, XlsxStyles.RULE, "", XlsxStyles.PLAIN);
    }
    pair(
        Texts.number(letterhead),
        XlsxStyles.PLAIN,
        Texts.placeAndDate(letterhead),
        XlsxStyles.PLACE);
    sheet.gap();
  }

  void signature() {
    List<String> left = new ArrayList<>();
    if (!letterhead.recipients().isEmpty()) {
      left.add(Texts.RECIPIENTS);
      left.addAll(letterhead.recipients());
    }
    List<String> right =
        letterhead.signer().isEmpty() ? List.of() : List.of(letterhead.signer(), Texts.SIGN_HERE);
    if (!left.isEmpty() || !right.isEmpty()) {
      sheet.gap();
    }
    for (int at = 0; at < Math.max(left.size(), right.size()); at++) {
      pair(
          at < left.size() ? left.get(at) : "",
          at == 0 ? XlsxStyles.RECIPIENTS : XlsxStyles.RECIPIENT,
          at < right.size() ? right.get(at) : "",
          at == 0 ? XlsxStyles.AGENCY : XlsxStyles.PLACE);
    }
  }

  /** Two texts beside one another; below one another where there is one column only. */
  private void pair(String left, Look leftLook, String right, Look rightLook) {
    Look leftSized = leftLook.atMost(points);
    Look rightSized = rightLook.atMost(points);
    if (sheet.columns() == 1) {
      sheet.line(left, leftSized);
      sheet.line(right, rightSized);
      return;
    }
    SXSSFRow row = sheet.row();
    row.setHeightInPoints(
        Math.max(
            sheet.across(row, 0, split - 1, left, leftSized),
            sheet.across(row, split, sheet.columns() - 1, right, rightSized)));
  }
}
