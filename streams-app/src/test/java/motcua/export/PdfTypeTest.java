package motcua.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import motcua.core.document.Cell;
import motcua.core.document.Document;
import motcua.core.document.Letterhead;
import motcua.core.document.Paragraph;
import motcua.core.document.Rows;
import motcua.core.document.Table;
import motcua.export.PdfType.Face;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.junit.jupiter.api.Test;

class PdfTypeTest {
  private static final String TONES = "\u0300\u0301\u0303\u0309\u0323";
  private static final String OTHERS = "₫–—“”‘’…•§°²³½×≤≥%/().,;:!?-+=0123456789";

  /** All letters of Vietnamese that ASCII lacks. */
  private static final String LETTERS = letters();

  private static String letters() {
    StringBuilder small = new StringBuilder("đăâêôơư");
    for (int vowel : "aăâeêioôơuưy".codePoints().toArray()) {
      for (int tone : TONES.codePoints().toArray()) {
        small.append(
            Normalizer.normalize(
                Character.toString(vowel) + Character.toString(tone), Normalizer.Form.NFC));
      }
    }
    return small + small.toString().toUpperCase(Locale.ROOT);
  }

  @Test
  void shouldHaveEveryVietnameseLetterInEveryCut() throws IOException {
    assertEquals(134, LETTERS.codePoints().distinct().count(), "letters");
    PdfType type = PdfType.load();
    for (Face face : Face.values()) {
      (LETTERS + OTHERS)
          .codePoints()
          .forEach(
              letter ->
                  assertTrue(
                      type.base(face).charExists(letter),
                      () -> face + " lacks " + Character.toString(letter)));
    }
  }

  @Test
  void shouldPrintEveryLetterSoThatItCanBeReadAgain() throws IOException {
    String printed = String.join(" ", PdfPages.of(inEveryCut(LETTERS + OTHERS)));

    assertEquals(
        5, occurrences(printed.replace(" ", ""), LETTERS + OTHERS), () -> "printed: " + printed);
  }

  @Test
  void shouldComposeLettersThatComeInPieces() throws IOException {
    String pieces =
        Normalizer.normalize("Nguyễn Thị Hường, Đắk Nông, ỨNG HÒA", Normalizer.Form.NFD);
    PdfType type = PdfType.load();

    assertEquals("Nguyễn Thị Hường, Đắk Nông, ỨNG HÒA", type.printable(pieces, Face.REGULAR));
    assertArrayEquals(
        PdfPages.written(inEveryCut("Nguyễn Thị Hường, Đắk Nông, ỨNG HÒA")),
        PdfPages.written(inEveryCut(pieces)),
        "both ways of coding give the same file");
  }

  @Test
  void shouldShowThatALetterIsMissingAndDropMarksWithoutWidth() throws IOException {
    PdfType type = PdfType.load();
    for (Face face : Face.values()) {
      assertTrue(type.base(face).charExists('□'), "replacement in " + face);
    }

    assertEquals("hồ sơ □", type.printable("hồ\u200B sơ 漢", Face.BOLD));
    assertEquals("một hai\nba", type.printable("một\thai\r\nba\uFEFF", Face.REGULAR));
    assertTrue(PdfPages.of(inEveryCut("漢")).getFirst().contains("□"));
  }

  @Test
  void shouldEmbedEveryFontWithItsUnicodeValues() throws IOException {
    for (Document document :
        List.of(PdfSamples.form(), PdfSamples.list(60), inEveryCut(LETTERS + OTHERS))) {
      Map<String, PDFont> fonts = new TreeMap<>();
      try (PDDocument file = Loader.loadPDF(PdfPages.written(document))) {
        for (var page : file.getPages()) {
          for (COSName name : page.getResources().getFontNames()) {
            PDFont font = page.getResources().getFont(name);
            fonts.put(font.getName(), font);
          }
        }
        fonts
            .values()
            .forEach(
                font -> {
                  assertTrue(font.isEmbedded(), font::getName);
                  assertNotNull(unicode(font), font::getName);
                });
      }
      assertEquals(
          List.of(
              "AAAAAA+LiberationSerif",
              "BBBBBB+LiberationSerif-Bold",
              "CCCCCC+LiberationSerif-Italic",
              "DDDDDD+LiberationSerif-BoldItalic"),
          List.copyOf(fonts.keySet()));
    }
  }

  private static COSBase unicode(PDFont font) {
    COSDictionary dictionary = font.getCOSObject();
    return dictionary.getDictionaryObject(COSName.TO_UNICODE);
  }

  /** The text once regular, bold, italic, in a table and among the recipients. */
  private static Document inEveryCut(String text) {
    return new Document(
        Optional.of(
            new Letterhead(
                "", "PHÒNG", "", "Mẫu Sơn", PdfSamples.DATE, "TRƯỞNG PHÒNG", List.of(text))),
        "BÁO CÁO",
        List.of(),
        Optional.empty(),
        List.of(
            new Paragraph(text, Paragraph.Style.BODY),
            new Paragraph(text, Paragraph.Style.HEADING),
            new Paragraph(text, Paragraph.Style.NOTE),
            new Table(
                "t",
                List.of(new Table.Column("", "Tên", "", 1)),
                Rows.of(List.of(List.of(new Cell.Text(text)))),
                Optional.empty())),
        List.of());
  }

  private static int occurrences(String text, String sought) {
    int count = 0;
    for (int at = text.indexOf(sought); at >= 0; at = text.indexOf(sought, at + 1)) {
      count++;
    }
    return count;
  }
}
