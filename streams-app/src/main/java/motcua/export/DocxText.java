package motcua.export;

import java.math.BigInteger;
import org.apache.xmlbeans.impl.xb.xmlschema.SpaceAttribute;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTP;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTR;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblWidth;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTText;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblWidth;

/** Paragraphs of a text document; how they look is the matter of docx-styles.xml. */
final class DocxText {
  private DocxText() {}

  /** Fills a new paragraph. */
  static void fill(CTP paragraph, String style, String text) {
    paragraph.addNewPPr().addNewPStyle().setVal(style);
    if (!text.isEmpty()) {
      run(paragraph.addNewR(), text);
    }
  }

  /** Adds words behind those that stand in the paragraph. */
  static void run(CTR run, String text) {
    String[] lines = text.split("\n", -1);
    for (int line = 0; line < lines.length; line++) {
      if (line > 0) {
        run.addNewBr();
      }
      CTText words = run.addNewT();
      words.setStringValue(lines[line]);
      words.setSpace(SpaceAttribute.Space.PRESERVE);
    }
  }

  /** Sets a width in twentieths of a point. */
  static void width(CTTblWidth width, int twips) {
    width.setType(STTblWidth.DXA);
    width.setW(BigInteger.valueOf(twips));
  }
}
