package motcua.export;

import java.util.List;
import motcua.core.document.Paragraph;
import motcua.export.PdfType.Face;
import org.openpdf.text.Element;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;

/** Running text on pages. */
final class PdfParagraph {
  private static final float SIZE = 14;
  private static final float NOTE_SIZE = 11;
  private static final float LEADING = 1.3f;
  private static final float SPACING = 6;
  private static final float FIRST_LINE = PdfPage.mm(10);

  /** A heading goes to the next page with what it heads. */
  private static final float ROOM_BELOW_HEADING = 5 * SIZE * LEADING;

  private PdfParagraph() {}

  static void add(Paragraph text, PdfSheet sheet) {
    boolean heading = text.style() == Paragraph.Style.HEADING;
    if (heading) {
      sheet.turnUnless(ROOM_BELOW_HEADING);
    }
    PdfPTable flow = flow(List.of(of(text, sheet.type())));
    flow.setSpacingBefore(heading ? SPACING : 0);
    flow.setSpacingAfter(text.style() == Paragraph.Style.NOTE ? SPACING / 2 : SPACING);
    sheet.add(flow);
  }

  /**
   * Paragraphs as a table without borders: the library writes tables after all else of a page, so
   * that a page of both would be read aloud and copied in the wrong order.
   */
  static PdfPTable flow(List<org.openpdf.text.Paragraph> paragraphs) {
    PdfPCell cell = new PdfPCell();
    cell.setBorder(Rectangle.NO_BORDER);
    cell.setPadding(0);
    paragraphs.forEach(cell::addElement);
    PdfPTable flow = new PdfPTable(1);
    flow.setWidthPercentage(100);
    flow.setSplitLate(false);
    flow.addCell(cell);
    return flow;
  }

  static org.openpdf.text.Paragraph of(Paragraph text, PdfType type) {
    float size = text.style() == Paragraph.Style.NOTE ? NOTE_SIZE : SIZE;
    org.openpdf.text.Paragraph paragraph =
        new org.openpdf.text.Paragraph(type.phrase(text.text(), face(text.style()), size));
    paragraph.setLeading(size * LEADING);
    paragraph.setAlignment(
        text.style() == Paragraph.Style.HEADING ? Element.ALIGN_LEFT : Element.ALIGN_JUSTIFIED);
    paragraph.setFirstLineIndent(text.style() == Paragraph.Style.BODY ? FIRST_LINE : 0);
    return paragraph;
  }

  private static Face face(Paragraph.Style style) {
    return switch (style) {
      case BODY -> Face.REGULAR;
      case HEADING -> Face.BOLD;
      case NOTE -> Face.ITALIC;
    };
  }
}
