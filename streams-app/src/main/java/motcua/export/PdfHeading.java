package motcua.export;

import java.util.ArrayList;
import java.util.List;
import motcua.core.document.Document;
import motcua.core.document.Letterhead;
import motcua.export.PdfType.Face;
import org.openpdf.text.Element;
import org.openpdf.text.Paragraph;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;

/** What stands above the text: heading block (Decree 30/2020, appendix I), title and mark. */
final class PdfHeading {
  private static final float BLOCK_SIZE = 12;
  private static final float DATE_SIZE = 13;
  private static final float TITLE_SIZE = 14;
  private static final float LEADING = 1.2f;
  private static final float LINE = 0.7f;
  private static final float ROOM_OF_LINE = 10;
  private static final float AGENCY_LINE = 0.4f;
  private static final float UPRIGHT = PdfPage.mm(180);

  private final PdfType type;
  private final PdfSheet sheet;

  PdfHeading(PdfSheet sheet) {
    this.type = sheet.type();
    this.sheet = sheet;
  }

  void add(Document document) {
    document.letterhead().ifPresent(letterhead -> sheet.add(block(letterhead)));
    List<Paragraph> lines = new ArrayList<>();
    lines.add(centred(document.title(), Face.BOLD, TITLE_SIZE));
    document
        .subtitles()
        .forEach(subtitle -> lines.add(centred(subtitle, Face.REGULAR, TITLE_SIZE - 1)));
    document.mark().ifPresent(mark -> lines.add(centred(mark, Face.BOLD, TITLE_SIZE - 1)));
    PdfPTable flow = PdfParagraph.flow(lines);
    flow.setSpacingBefore(TITLE_SIZE);
    flow.setSpacingAfter(TITLE_SIZE / 2);
    sheet.add(flow);
  }

  private PdfPTable block(Letterhead letterhead) {
    float right = sheet.page().width() < UPRIGHT ? 0.59f : 0.5f;
    PdfPTable block = new PdfPTable(new float[] {1 - right, right});
    block.setWidthPercentage(100);
    block.addCell(agency(letterhead));
    block.addCell(country());
    block.addCell(cell(centred(Texts.number(letterhead), Face.REGULAR, DATE_SIZE)));
    block.addCell(cell(centred(Texts.placeAndDate(letterhead), Face.ITALIC, DATE_SIZE)));
    return block;
  }

  private PdfPCell agency(Letterhead letterhead) {
    PdfPTable lines = new PdfPTable(1);
    if (!letterhead.superior().isBlank()) {
      lines.addCell(cell(centred(letterhead.superior(), Face.REGULAR, BLOCK_SIZE)));
    }
    lines.addCell(cell(centred(letterhead.agency(), Face.BOLD, BLOCK_SIZE)));
    lines.addCell(ruled(AGENCY_LINE * longestLine(letterhead.agency(), Face.BOLD, BLOCK_SIZE)));
    return nested(lines);
  }

  private PdfPCell country() {
    PdfPTable lines = new PdfPTable(1);
    lines.addCell(cell(centred(Texts.COUNTRY, Face.BOLD, BLOCK_SIZE)));
    lines.addCell(cell(centred(Texts.MOTTO, Face.BOLD, DATE_SIZE)));
    lines.addCell(ruled(type.width(Texts.MOTTO, Face.BOLD, DATE_SIZE)));
    return nested(lines);
  }

  /** Room with a line in its middle, as long as asked or as there is room for. */
  private static PdfPCell ruled(float length) {
    PdfPCell cell = cell();
    cell.setFixedHeight(ROOM_OF_LINE);
    cell.setCellEvent(
        (laid, place, canvases) -> {
          float half = Math.min(length, place.getWidth()) / 2;
          float middle = (place.getLeft() + place.getRight()) / 2;
          float height = (place.getTop() + place.getBottom()) / 2;
          PdfContentByte canvas = canvases[PdfPTable.LINECANVAS];
          canvas.saveState();
          canvas.setLineWidth(LINE);
          canvas.moveTo(middle - half, height);
          canvas.lineTo(middle + half, height);
          canvas.stroke();
          canvas.restoreState();
        });
    return cell;
  }

  private float longestLine(String text, Face face, float size) {
    return text.lines().map(line -> type.width(line, face, size)).max(Float::compare).orElse(0f);
  }

  private Paragraph centred(String text, Face face, float size) {
    Paragraph paragraph = new Paragraph(type.phrase(text, face, size));
    paragraph.setAlignment(Element.ALIGN_CENTER);
    paragraph.setLeading(size * LEADING);
    return paragraph;
  }

  private static PdfPCell nested(PdfPTable lines) {
    PdfPCell cell = new PdfPCell(lines);
    cell.setBorder(Rectangle.NO_BORDER);
    return cell;
  }

  private static PdfPCell cell(Element... elements) {
    PdfPCell cell = new PdfPCell();
    cell.setBorder(Rectangle.NO_BORDER);
    cell.setPadding(0);
    List.of(elements).forEach(cell::addElement);
    return cell;
  }
}
