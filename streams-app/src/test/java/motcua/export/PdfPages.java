package motcua.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import motcua.core.document.Document;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** Reads a written PDF again, by another library than the one that wrote it. */
final class PdfPages {
  private PdfPages() {}

  static byte[] written(Document document) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PdfFile.write(document, out);
    return out.toByteArray();
  }

  /** Text of each page, each run of white space as one space. */
  static List<String> of(Document document) throws IOException {
    return of(written(document));
  }

  static List<String> of(byte[] pdf) throws IOException {
    try (PDDocument file = Loader.loadPDF(pdf)) {
      List<String> pages = new ArrayList<>();
      for (int page = 1; page <= file.getNumberOfPages(); page++) {
        PDFTextStripper text = new PDFTextStripper();
        text.setStartPage(page);
        text.setEndPage(page);
        pages.add(spaced(text.getText(file)));
      }
      return pages;
    }
  }

  static String spaced(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC).replaceAll("\\s+", " ").strip();
  }
}
