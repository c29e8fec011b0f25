package motcua.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import motcua.core.document.Document;
import motcua.core.document.Paragraph;
import motcua.core.document.Part;
import motcua.core.document.Table;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.xmlbeans.XmlException;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTBody;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.StylesDocument;

/**
 * A document as a text document that an office goes on writing in: everything is words, nothing is
 * calculated.
 */
public final class DocxFile {
  private final Document document;
  private final XWPFDocument file;
  private final CTBody body;
  private final DocxPage page;

  private DocxFile(Document document, XWPFDocument file) {
    this.document = document;
    this.file = file;
    this.body = file.getDocument().getBody();
    this.page = new DocxPage(PageShape.isLandscape(document.parts()));
  }

  /**
   * Writes the text document, which is held in memory; the stream stays open. The same document
   * gives the same bytes.
   *
   * @throws TooLongException when a table has more than {@value DocxTable#MAX_LINES} lines
   */
  public static void write(Document document, OutputStream out) throws IOException {
    try (XWPFDocument file = new XWPFDocument()) {
      new DocxFile(document, file).fill();
      SteadyZip.write(file::write, out);
    }
  }

  private void fill() throws IOException {
    FileProperties.set(file.getProperties(), document);
    styles();
    document.letterhead().ifPresent(block -> new DocxLetterhead(block, body, page.width()).head());
    line("DocumentTitle", document.title());
    document.subtitles().forEach(subtitle -> line("SubtitleLine", subtitle));
    document.mark().ifPresent(mark -> line("Mark", mark));
    line("Note", "");
    document.parts().forEach(this::part);
    document
        .letterhead()
        .ifPresent(block -> new DocxLetterhead(block, body, page.width()).signature());
    // A text document ends with a paragraph.
    line("Note", "");
    page.set(file, document.mark(), document.foot());
    DocxFonts.embed(file);
  }

  private void part(Part part) {
    switch (part) {
      case Paragraph paragraph ->
          line(
              switch (paragraph.style()) {
                case BODY -> "Body";
                case HEADING -> "Section";
                case NOTE -> "Note";
              },
              paragraph.text());
      case Table table -> {
        new DocxTable(table, body.addNewTbl(), page.width(), halfPoints() / 2).write();
        // Tables without a paragraph between them become one.
        line("Between", "");
      }
    }
  }

  private void line(String style, String text) {
    DocxText.fill(body.addNewP(), style, text);
  }

  private void styles() throws IOException {
    try (InputStream in = DocxFile.class.getResourceAsStream("docx-styles.xml")) {
      String styles = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      file.createStyles()
          .setStyles(
              StylesDocument.Factory.parse(
                      styles.replace("@table@", Integer.toString(halfPoints())))
                  .getStyles());
    } catch (XmlException cannotBe) {
      throw new IllegalStateException(cannotBe);
    }
  }

  /** Size of letters in tables, in half points: smaller the more columns share the page. */
  private int halfPoints() {
    int columns =
        document.parts().stream()
            .mapToInt(part -> part instanceof Table table ? table.columns().size() : 0)
            .max()
            .orElse(0);
    if (columns <= PageShape.UPRIGHT_COLUMNS) {
      return columns <= 4 ? 24 : 22;
    }
    return columns <= 14 ? 20 : 17;
  }
}
