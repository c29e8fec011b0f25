package motcua.export;

import motcua.core.document.Document;
import motcua.export.PdfType.Face;
import org.openpdf.text.Phrase;
import org.openpdf.text.pdf.ColumnText;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfPageEventHelper;
import org.openpdf.text.pdf.PdfTemplate;
import org.openpdf.text.pdf.PdfWriter;

/** The foot of every page: mark, sentences of the document, page number of all pages. */
final class PdfFoot extends PdfPageEventHelper {
  private static final float SIZE = 9;
  private static final float LEADING = 10.5f;
  private static final float EDGE = PdfPage.mm(8);
  private static final float GAP = 6;
  private static final float LINE = 0.5f;
  private static final String WIDEST_COUNT = "0000";

  private final PdfPage page;
  private final PdfType type;
  private final Phrase text;
  private final float numberWidth;
  private final float countWidth;
  private final float height;
  private PdfTemplate count;

  PdfFoot(Document document, PdfPage page, PdfType type) {
    this.page = page;
    this.type = type;
    this.text = text(document, type);
    this.countWidth = type.width(WIDEST_COUNT, Face.REGULAR, SIZE);
    this.numberWidth = type.width("Trang " + WIDEST_COUNT + "/", Face.REGULAR, SIZE) + countWidth;
    this.height = Math.max(LEADING, heightOf(text));
  }

  /** What the foot needs of the page, from the edge of the paper; points. */
  float bottomMargin() {
    return Math.max(PdfPage.LEAST_BOTTOM, EDGE + height + 2 * GAP);
  }

  @Override
  public void onOpenDocument(PdfWriter writer, org.openpdf.text.Document pdf) {
    count = writer.getDirectContent().createTemplate(countWidth, LEADING);
    count.setBoundingBox(new org.openpdf.text.Rectangle(0, -LEADING / 3, countWidth, LEADING));
  }

  @Override
  public void onEndPage(PdfWriter writer, org.openpdf.text.Document pdf) {
    PdfContentByte canvas = writer.getDirectContent();
    float top = EDGE + height;
    canvas.saveState();
    canvas.setLineWidth(LINE);
    canvas.moveTo(PdfPage.LEFT, top + GAP / 2);
    canvas.lineTo(page.right(), top + GAP / 2);
    canvas.stroke();
    canvas.restoreState();
    ColumnText column = column(canvas, top);
    column.addText(text);
    column.go();
    number(canvas, writer.getPageNumber(), top - LEADING);
  }

  private void number(PdfContentByte canvas, int number, float baseline) {
    float end = page.right() - countWidth;
    canvas.beginText();
    canvas.setFontAndSize(type.base(Face.REGULAR), SIZE);
    canvas.showTextAligned(PdfContentByte.ALIGN_RIGHT, "Trang " + number + "/", end, baseline, 0);
    canvas.endText();
    canvas.addTemplate(count, end, baseline);
  }

  /** How many pages there are is known now; each page shows this one drawing. */
  @Override
  public void onCloseDocument(PdfWriter writer, org.openpdf.text.Document pdf) {
    count.beginText();
    count.setFontAndSize(type.base(Face.REGULAR), SIZE);
    // The writer has gone on to a page that it does not write.
    count.showText(Integer.toString(writer.getPageNumber() - 1));
    count.endText();
  }

  private static Phrase text(Document document, PdfType type) {
    Phrase text = new Phrase(LEADING);
    String before = "";
    if (document.mark().isPresent()) {
      text.add(type.phrase(document.mark().get(), Face.BOLD, SIZE));
      before = "\n";
    }
    for (String sentence : document.foot()) {
      text.add(type.phrase(before + sentence, Face.ITALIC, SIZE));
      before = "\n";
    }
    return text;
  }

  private float heightOf(Phrase foot) {
    ColumnText column = column(null, page.size().getHeight());
    column.addText(foot);
    column.go(true);
    return column.getLinesWritten() * LEADING;
  }

  private ColumnText column(PdfContentByte canvas, float top) {
    ColumnText column = new ColumnText(canvas);
    column.setLeading(LEADING);
    column.setSimpleColumn(PdfPage.LEFT, 0, page.right() - numberWidth - GAP, top);
    return column;
  }
}
