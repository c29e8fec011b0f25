package motcua.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Optional;
import motcua.core.document.Document;
import motcua.core.document.Letterhead;
import motcua.core.document.Paragraph;
import motcua.core.document.Part;
import motcua.core.document.Table;
import org.openpdf.text.DocumentException;
import org.openpdf.text.ExceptionConverter;
import org.openpdf.text.pdf.PdfDate;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfEncryption;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfString;
import org.openpdf.text.pdf.PdfWriter;

/**
 * Writes a document as PDF 1.7 on A4, laid out after Decree 30/2020 (appendix I). The same document
 * gives the same bytes: dates and identifier come from it, not from the clock.
 *
 * <p>With a signer it holds an empty signature field, {@code Signature1}; a program that signs as
 * PAdES appends to the file and leaves the bytes written here as they are.
 *
 * <p>Not PDF/A: fonts are embedded with their Unicode values, but there is no XMP metadata, no
 * output intent with a colour profile, and (for level A) no tagged structure.
 */
public final class PdfFile {
  private static final String LANGUAGE = "vi-VN";
  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final int IDENTIFIER_BYTES = 16;
  private static final int SHORT_END = 600;

  private PdfFile() {}

  /**
   * Writes the document; lines of tables go to the stream while they are read.
   *
   * @param out left open
   * @throws IOException when the stream refuses; what it took is no PDF
   * @throws IllegalArgumentException when a line of a table has more or fewer cells than columns,
   *     or its head takes more than half a page
   */
  public static void write(Document document, OutputStream out) throws IOException {
    try {
      lay(document, out);
    } catch (ExceptionConverter | DocumentException e) {
      throw cause(e);
    }
  }

  private static void lay(Document document, OutputStream out) throws IOException {
    PdfPage page = PdfPage.of(document);
    PdfType type = PdfType.load();
    PdfFoot foot = new PdfFoot(document, page, type);
    org.openpdf.text.Document pdf =
        new org.openpdf.text.Document(
            page.size(), PdfPage.LEFT, PdfPage.RIGHT, PdfPage.TOP, foot.bottomMargin());
    PdfWriter writer = PdfWriter.getInstance(pdf, out);
    writer.setCloseStream(false);
    writer.setPdfVersion(PdfWriter.VERSION_1_7);
    writer.setViewerPreferences(PdfWriter.DisplayDocTitle);
    writer.setPageEvent(foot);
    describe(document, writer, pdf);
    pdf.open();
    writer.setPageEmpty(false);
    body(document, new PdfSheet(page, type, writer, pdf));
    pdf.close();
  }

  private static void body(Document document, PdfSheet sheet) {
    new PdfHeading(sheet).add(document);
    Optional<Letterhead> closing = document.letterhead().filter(PdfClosing::closes);
    List<Part> parts = document.parts();
    boolean together = closing.isPresent() && !parts.isEmpty() && staysBeside(parts.getLast());
    int above = parts.size() - (together ? 1 : 0);
    parts.subList(0, above).forEach(part -> add(part, sheet));
    closing.ifPresent(
        letterhead ->
            close(letterhead, together ? Optional.of(parts.getLast()) : Optional.empty(), sheet));
  }

  private static void add(Part part, PdfSheet sheet) {
    switch (part) {
      case Paragraph paragraph -> PdfParagraph.add(paragraph, sheet);
      case Table table -> PdfTable.add(table, sheet, Optional.empty());
    }
  }

  /** Whether it can stand on the page of the signature without leaving half a page empty. */
  private static boolean staysBeside(Part last) {
    return switch (last) {
      case Paragraph paragraph -> paragraph.text().length() < SHORT_END;
      case Table table -> true;
    };
  }

  private static void close(Letterhead letterhead, Optional<Part> last, PdfSheet sheet) {
    PdfClosing closing = new PdfClosing(sheet.type(), sheet.writer());
    if (last.orElse(null) instanceof Table table) {
      PdfTable.add(table, sheet, Optional.of(closing.block(letterhead, Optional.empty())));
    } else {
      sheet.add(
          closing.block(
              letterhead,
              last.map(Paragraph.class::cast).map(text -> PdfParagraph.of(text, sheet.type()))));
    }
  }

  private static void describe(Document document, PdfWriter writer, org.openpdf.text.Document pdf) {
    writer.getExtraCatalog().put(PdfName.LANG, new PdfString(LANGUAGE));
    pdf.addTitle(oneLine(document.title()));
    document.letterhead().map(Letterhead::agency).map(PdfFile::oneLine).ifPresent(pdf::addAuthor);
    PdfDictionary info = writer.getInfo();
    info.remove(PdfName.CREATIONDATE);
    document
        .letterhead()
        .map(Letterhead::date)
        .ifPresent(date -> info.put(PdfName.CREATIONDATE, startOf(date)));
    byte[] identifier = identifier(document);
    info.put(PdfName.FILEID, PdfEncryption.createInfoId(identifier, identifier));
  }

  private static String oneLine(String text) {
    return Normalizer.normalize(text.strip().replaceAll("\\s+", " "), Normalizer.Form.NFC);
  }

  private static PdfDate startOf(LocalDate date) {
    return new PdfDate(GregorianCalendar.from(date.atStartOfDay(ZONE)));
  }

  /** Of everything but the parts, which are read once. The foot names cut and version. */
  private static byte[] identifier(Document document) {
    String told =
        String.join(
            "\n",
            document.title(),
            document.subtitles().toString(),
            document.mark().toString(),
            document.foot().toString(),
            document.letterhead().toString());
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(oneLine(told).getBytes(StandardCharsets.UTF_8));
      return Arrays.copyOf(hash, IDENTIFIER_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static IOException cause(RuntimeException e) {
    for (Throwable at = e; at != null; at = inner(at)) {
      if (at instanceof IOException io) {
        return io;
      }
    }
    return new IOException(e.getMessage(), e);
  }

  /** The library hands exceptions of the stream on in wrappers, some of which name no cause. */
  private static Throwable inner(Throwable e) {
    return e instanceof ExceptionConverter wrapper ? wrapper.getException() : e.getCause();
  }
}
