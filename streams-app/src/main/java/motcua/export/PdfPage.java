package motcua.export;

import motcua.core.document.Document;
import motcua.core.document.Table;
import org.openpdf.text.PageSize;
import org.openpdf.text.Rectangle;

/**
 * An A4 page with the margins of Decree 30/2020 (appendix I): 20 mm above and below, 30 mm left, 15
 * to 20 mm right. All lengths are points.
 *
 * @param size of the paper, wider than high where a table is wide
 */
record PdfPage(Rectangle size) {
  static final float TOP = mm(20);
  static final float LEAST_BOTTOM = mm(20);
  static final float LEFT = mm(30);
  static final float RIGHT = mm(15);

  private static final int COLUMNS_UPRIGHT = 7;
  private static final float POINTS_OF_MM = 72 / 25.4f;

  static PdfPage of(Document document) {
    boolean wide =
        document.parts().stream()
            .anyMatch(
                part -> part instanceof Table table && table.columns().size() > COLUMNS_UPRIGHT);
    // Wide paper instead of a turned page: a signature would stand on its side there.
    return new PdfPage(
        wide
            ? new Rectangle(PageSize.A4.getHeight(), PageSize.A4.getWidth())
            : new Rectangle(PageSize.A4.getWidth(), PageSize.A4.getHeight()));
  }

  static float mm(float length) {
    return length * POINTS_OF_MM;
  }

  /** Between the margins. */
  float width() {
    return size.getWidth() - LEFT - RIGHT;
  }

  float right() {
    return size.getWidth() - RIGHT;
  }
}
