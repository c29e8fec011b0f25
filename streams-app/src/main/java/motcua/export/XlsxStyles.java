package motcua.export;

import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.usermodel.Workbook;

/** How cells of a workbook look; a book holds each look once. */
final class XlsxStyles {
  static final String FONT = "Times New Roman";
  private static final String NO_FORMAT = "";

  static final Look PLAIN = look(12, HorizontalAlignment.CENTER);
  static final Look AGENCY = PLAIN.bold();
  static final Look RULE = look(6, HorizontalAlignment.CENTER).underlined();
  static final Look MOTTO = PLAIN.bold().underlined();
  static final Look PLACE = PLAIN.italic();
  static final Look TITLE = look(14, HorizontalAlignment.CENTER).bold();
  static final Look SUBTITLE = PLAIN;
  static final Look MARK = PLAIN.bold();
  static final Look BODY = look(12, HorizontalAlignment.JUSTIFY);
  static final Look HEADING = look(12, HorizontalAlignment.LEFT).bold();
  static final Look NOTE = look(10, HorizontalAlignment.LEFT).italic();
  static final Look RECIPIENTS = look(11, HorizontalAlignment.LEFT).bold().italic();
  static final Look RECIPIENT = look(11, HorizontalAlignment.LEFT);
  static final Look HEAD = look(11, HorizontalAlignment.CENTER).bold().framed();
  static final Look FORM_NUMBER = look(10, HorizontalAlignment.CENTER).italic().framed();
  static final Look TEXT = look(11, HorizontalAlignment.LEFT).framed();
  static final Look COUNT = look(11, HorizontalAlignment.RIGHT).framed().format("#,##0");
  static final Look SHARE = COUNT.format("0.00%");
  static final Look DAY = look(11, HorizontalAlignment.CENTER).framed().format("dd/mm/yyyy");

  /**
   * A look.
   *
   * @param points size of the letters
   * @param format of numbers; empty for the usual one
   * @param quoted whether what is in the cell stays text when somebody edits it
   */
  record Look(
      int points,
      HorizontalAlignment alignment,
      boolean strong,
      boolean slanted,
      boolean lined,
      boolean boxed,
      String format,
      boolean quoted) {
    Look bold() {
      return new Look(points, alignment, true, slanted, lined, boxed, format, quoted);
    }

    Look italic() {
      return new Look(points, alignment, strong, true, lined, boxed, format, quoted);
    }

    Look underlined() {
      return new Look(points, alignment, strong, slanted, true, boxed, format, quoted);
    }

    Look framed() {
      return new Look(points, alignment, strong, slanted, lined, true, format, quoted);
    }

    Look format(String other) {
      return new Look(points, alignment, strong, slanted, lined, boxed, other, quoted);
    }

    Look atMost(int most) {
      return new Look(
          Math.min(points, most), alignment, strong, slanted, lined, boxed, format, quoted);
    }

    Look asQuoted() {
      return new Look(points, alignment, strong, slanted, lined, boxed, format, true);
    }
  }

  private final Workbook book;
  private final Map<Look, CellStyle> styles = new HashMap<>();

  XlsxStyles(Workbook book) {
    this.book = book;
  }

  private static Look look(int points, HorizontalAlignment alignment) {
    return new Look(points, alignment, false, false, false, false, NO_FORMAT, false);
  }

  /** The book's style of this look. */
  CellStyle of(Look look) {
    return styles.computeIfAbsent(look, this::create);
  }

  private CellStyle create(Look look) {
    CellStyle style = book.createCellStyle();
    style.setFont(font(look));
    style.setAlignment(look.alignment());
    style.setVerticalAlignment(look.boxed() ? VerticalAlignment.CENTER : VerticalAlignment.TOP);
    style.setWrapText(true);
    style.setQuotePrefixed(look.quoted());
    if (look.boxed()) {
      style.setBorderTop(BorderStyle.THIN);
      style.setBorderBottom(BorderStyle.THIN);
      style.setBorderLeft(BorderStyle.THIN);
      style.setBorderRight(BorderStyle.THIN);
    }
    if (!look.format().equals(NO_FORMAT)) {
      style.setDataFormat(book.createDataFormat().getFormat(look.format()));
    }
    return style;
  }

  private Font font(Look look) {
    Font font = book.createFont();
    font.setFontName(FONT);
    font.setFontHeightInPoints((short) look.points());
    font.setBold(look.strong());
    font.setItalic(look.slanted());
    font.setUnderline(look.lined() ? Font.U_SINGLE : Font.U_NONE);
    return font;
  }
}
