package motcua.export;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFFooter;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTP;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSimpleField;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;

/**
 * Paper and margins (Decree 30/2020) and what stands at the head and the foot of each page. Lengths
 * in twentieths of a point.
 *
 * @param landscape whether the long side is the page's width
 */
record DocxPage(boolean landscape) {
  private static final int SHORT_SIDE = 11_906;
  private static final int LONG_SIDE = 16_838;
  private static final int UPRIGHT_LEFT = 1_701;
  private static final int LYING_LEFT = 1_134;
  private static final int RIGHT = 851;
  private static final int TOP = 1_134;
  private static final int BOTTOM = 1_134;
  private static final int EDGE = 510;

  /** Width between the margins. */
  int width() {
    return (landscape ? LONG_SIDE - LYING_LEFT : SHORT_SIDE - UPRIGHT_LEFT) - RIGHT;
  }

  void set(XWPFDocument file, Optional<String> mark, List<String> foot) {
    mark.ifPresent(
        text ->
            DocxText.fill(
                file.createHeader(HeaderFooterType.DEFAULT).createParagraph().getCTP(),
                "PageMark",
                text));
    XWPFFooter footer = file.createFooter(HeaderFooterType.DEFAULT);
    DocxText.fill(footer.createParagraph().getCTP(), "Foot", String.join(" ", foot));
    CTP numbers = footer.createParagraph().getCTP();
    DocxText.fill(numbers, "PageNumber", "Trang ");
    field(numbers, "PAGE");
    DocxText.run(numbers.addNewR(), "/");
    field(numbers, "NUMPAGES");
    shape(file.getDocument().getBody().getSectPr());
  }

  private static void field(CTP paragraph, String name) {
    CTSimpleField field = paragraph.addNewFldSimple();
    field.setInstr(name);
    DocxText.run(field.addNewR(), "1");
  }

  private void shape(CTSectPr section) {
    CTPageSz size = section.addNewPgSz();
    size.setW(BigInteger.valueOf(landscape ? LONG_SIDE : SHORT_SIDE));
    size.setH(BigInteger.valueOf(landscape ? SHORT_SIDE : LONG_SIDE));
    if (landscape) {
      size.setOrient(STPageOrientation.LANDSCAPE);
    }
    CTPageMar margins = section.addNewPgMar();
    margins.setLeft(BigInteger.valueOf(landscape ? LYING_LEFT : UPRIGHT_LEFT));
    margins.setRight(BigInteger.valueOf(RIGHT));
    margins.setTop(BigInteger.valueOf(TOP));
    margins.setBottom(BigInteger.valueOf(BOTTOM));
    margins.setHeader(BigInteger.valueOf(EDGE));
    margins.setFooter(BigInteger.valueOf(EDGE));
    margins.setGutter(BigInteger.ZERO);
  }
}
