package motcua.export;

import java.util.List;
import java.util.Optional;
import motcua.core.document.Letterhead;
import motcua.export.PdfType.Face;
import org.openpdf.text.Element;
import org.openpdf.text.Paragraph;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfAnnotation;
import org.openpdf.text.pdf.PdfAppearance;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfFormField;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfWriter;

/**
 * What closes the document: recipients left, office of the signer right, and below it an empty
 * signature field for the signer's program to fill. The field prints as white room, so that the
 * page can be signed by hand as well.
 */
final class PdfClosing {
  /** Name of the field, the one that signing programs look for first. */
  static final String FIELD = "Signature1";

  private static final float SIGNER_SIZE = 13;
  private static final float RECIPIENTS_SIZE = 11;
  private static final float LEADING = 1.2f;
  private static final float SPACING = 10;
  private static final float FIELD_WIDTH = PdfPage.mm(70);
  private static final float FIELD_HEIGHT = PdfPage.mm(25);
  private static final float FIELD_GAP = 3;

  private final PdfType type;
  private final PdfWriter writer;

  PdfClosing(PdfType type, PdfWriter writer) {
    this.type = type;
    this.writer = writer;
  }

  /** Whether anything closes it. */
  static boolean closes(Letterhead letterhead) {
    return isSigned(letterhead) || !letterhead.recipients().isEmpty();
  }

  /**
   * @param last words before the signature, which go to the next page with it
   */
  PdfPTable block(Letterhead letterhead, Optional<Paragraph> last) {
    PdfPTable block = new PdfPTable(2);
    block.setWidthPercentage(100);
    block.setKeepTogether(true);
    PdfPCell before = cell();
    before.setColspan(2);
    before.setPaddingBottom(SPACING);
    last.ifPresent(before::addElement);
    block.addCell(before);
    PdfPCell recipients = recipients(letterhead.recipients());
    recipients.setRowspan(2);
    block.addCell(recipients);
    block.addCell(signer(letterhead.signer()));
    block.addCell(isSigned(letterhead) ? room() : cell());
    return block;
  }

  private static boolean isSigned(Letterhead letterhead) {
    return !letterhead.signer().isBlank();
  }

  private PdfPCell recipients(List<String> lines) {
    PdfPCell cell = cell();
    if (!lines.isEmpty()) {
      cell.addElement(paragraph(Texts.RECIPIENTS, Face.BOLD_ITALIC, RECIPIENTS_SIZE + 1));
      lines.forEach(
          line ->
              cell.addElement(
                  paragraph(
                      line.startsWith("-") ? line : "- " + line, Face.REGULAR, RECIPIENTS_SIZE)));
    }
    return cell;
  }

  private PdfPCell signer(String office) {
    PdfPCell cell = cell();
    Paragraph paragraph = paragraph(office, Face.BOLD, SIGNER_SIZE);
    paragraph.setAlignment(Element.ALIGN_CENTER);
    cell.addElement(paragraph);
    return cell;
  }

  private PdfPCell room() {
    PdfPCell cell = cell();
    cell.setMinimumHeight(FIELD_HEIGHT + 2 * FIELD_GAP);
    cell.setCellEvent((laid, place, canvases) -> field(place));
    return cell;
  }

  /** The row may be higher than the field, where there are many recipients. */
  private void field(Rectangle place) {
    float middle = (place.getLeft() + place.getRight()) / 2;
    float top = place.getTop() - FIELD_GAP;
    PdfFormField field = PdfFormField.createSignature(writer);
    field.setFieldName(FIELD);
    field.setWidget(
        new Rectangle(middle - FIELD_WIDTH / 2, top - FIELD_HEIGHT, middle + FIELD_WIDTH / 2, top),
        PdfAnnotation.HIGHLIGHT_NONE);
    field.setFlags(PdfAnnotation.FLAGS_PRINT);
    field.setPage();
    PdfContentByte canvas = writer.getDirectContent();
    PdfAppearance white = canvas.createAppearance(FIELD_WIDTH, FIELD_HEIGHT);
    field.setAppearance(PdfAnnotation.APPEARANCE_NORMAL, white);
    writer.addAnnotation(field);
    writer.setSigFlags(PdfWriter.SIGNATURE_EXISTS);
  }

  private Paragraph paragraph(String text, Face face, float size) {
    Paragraph paragraph = new Paragraph(type.phrase(text, face, size));
    paragraph.setLeading(size * LEADING);
    return paragraph;
  }

  private static PdfPCell cell() {
    PdfPCell cell = new PdfPCell();
    cell.setBorder(Rectangle.NO_BORDER);
    cell.setPadding(0);
    return cell;
  }
}
