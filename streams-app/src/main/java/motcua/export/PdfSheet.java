package motcua.export;

import org.openpdf.text.Element;
import org.openpdf.text.pdf.PdfWriter;

/** The pages in the making, filled from top to bottom. Lengths are points. */
record PdfSheet(PdfPage page, PdfType type, PdfWriter writer, org.openpdf.text.Document pdf) {
  private static final float ROUNDING = 1;

  void add(Element element) {
    pdf.add(element);
  }

  /** Between head and foot of a page. */
  float height() {
    return page.size().getHeight() - pdf.topMargin() - pdf.bottomMargin();
  }

  /** Goes to the next page where less than this is left, unless this one is empty. */
  boolean turnUnless(float room) {
    float left = writer.getVerticalPosition(true) - pdf.bottomMargin();
    boolean turns = left < room && left < height() - ROUNDING;
    if (turns) {
      pdf.newPage();
    }
    return turns;
  }
}
