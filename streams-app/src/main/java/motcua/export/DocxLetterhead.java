package motcua.export;

import java.math.BigInteger;
import motcua.core.document.Letterhead;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTBody;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTInd;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTP;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTbl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTc;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;

/**
 * Heading block and signature of a text document: two halves of a table without lines (Decree
 * 30/2020).
 *
 * @param width of the page between its margins, in twentieths of a point
 */
record DocxLetterhead(Letterhead letterhead, CTBody body, int width) {
  /** The left half in percent: the country's name stands in the right one on one line. */
  private static final int LEFT_PERCENT = 42;

  private static final int PERCENT = 100;

  /** The line below the agency's name is a third of its half. */
  private static final int BESIDE_LINE = 3;

  void head() {
    CTRow row = halves();
    CTTc left = half(row, left());
    if (!letterhead.superior().isEmpty()) {
      DocxText.fill(left.addNewP(), "Superior", letterhead.superior());
    }
    DocxText.fill(left.addNewP(), "Agency", letterhead.agency());
    shortLine(left.addNewP());
    DocxText.fill(left.addNewP(), "Superior", Texts.number(letterhead));
    CTTc right = half(row, width - left());
    DocxText.fill(right.addNewP(), "Agency", Texts.COUNTRY);
    DocxText.fill(right.addNewP(), "Motto", Texts.MOTTO);
    DocxText.fill(right.addNewP(), "Gap", "");
    DocxText.fill(right.addNewP(), "Place", Texts.placeAndDate(letterhead));
  }

  void signature() {
    if (letterhead.signer().isEmpty() && letterhead.recipients().isEmpty()) {
      return;
    }
    DocxText.fill(body.addNewP(), "Between", "");
    CTRow row = halves();
    CTTc left = half(row, left());
    if (letterhead.recipients().isEmpty()) {
      DocxText.fill(left.addNewP(), "Recipient", "");
    } else {
      DocxText.fill(left.addNewP(), "Recipients", Texts.RECIPIENTS);
      letterhead.recipients().forEach(line -> DocxText.fill(left.addNewP(), "Recipient", line));
    }
    CTTc right = half(row, width - left());
    DocxText.fill(right.addNewP(), "Signer", letterhead.signer());
    if (!letterhead.signer().isEmpty()) {
      DocxText.fill(right.addNewP(), "Place", Texts.SIGN_HERE);
    }
  }

  private int left() {
    return width * LEFT_PERCENT / PERCENT;
  }

  private CTRow halves() {
    CTTbl table = body.addNewTbl();
    CTTblPr properties = table.addNewTblPr();
    DocxText.width(properties.addNewTblW(), width);
    properties.addNewTblLayout().setType(STTblLayoutType.FIXED);
    CTTblGrid grid = table.addNewTblGrid();
    grid.addNewGridCol().setW(BigInteger.valueOf(left()));
    grid.addNewGridCol().setW(BigInteger.valueOf(width - left()));
    CTRow row = table.addNewTr();
    row.addNewTrPr().addNewCantSplit();
    return row;
  }

  private static CTTc half(CTRow row, int width) {
    CTTc half = row.addNewTc();
    DocxText.width(half.addNewTcPr().addNewTcW(), width);
    return half;
  }

  private void shortLine(CTP paragraph) {
    DocxText.fill(paragraph, "ShortLine", "");
    CTInd indent = paragraph.getPPr().addNewInd();
    indent.setLeft(BigInteger.valueOf(left() / BESIDE_LINE));
    indent.setRight(BigInteger.valueOf(left() / BESIDE_LINE));
  }
}
