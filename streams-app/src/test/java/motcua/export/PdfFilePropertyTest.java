package motcua.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import motcua.core.document.Cell;
import motcua.core.document.Document;
import motcua.core.document.Letterhead;
import motcua.core.document.Paragraph;
import motcua.core.document.Part;
import motcua.core.document.Rows;
import motcua.core.document.Table;
import motcua.core.document.Table.Column;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;

/** Random documents, read again from their pages. Replay with {@code -Dmotcua.seed}. */
class PdfFilePropertyTest {
  private static final long SEED = Long.getLong("motcua.seed", new Random().nextLong());
  private static final int DOCUMENTS = 40;
  private static final List<String> WORDS =
      List.of("hồ", "sơ", "Ủy", "ban", "Đắk", "tiếp", "nhận", "“quá”", "hạn", "thủ-tục", "99,7%");

  private final Random random = new Random(SEED);

  /** What must stand on the pages, in order, white space left out: lines may break anywhere. */
  private final StringBuilder expected = new StringBuilder();

  private int marker;

  @Test
  void shouldPrintEveryCellAndParagraphOnceInOrderAndWithinTheMargins() throws IOException {
    for (int number = 0; number < DOCUMENTS; number++) {
      String which = "seed " + SEED + ", document " + number;
      expected.setLength(0);
      Document document = document();

      byte[] pdf = PdfPages.written(document);

      Margins read = new Margins();
      try (PDDocument file = Loader.loadPDF(pdf)) {
        String text = read.getText(file);
        assertTrue(read.outside.isEmpty(), () -> which + ", outside: " + read.outside);
        subsequence(which, text);
      }
      List<String> pages = PdfPages.of(pdf);
      for (int page = 1; page <= pages.size(); page++) {
        String foot = "Trang " + page + "/" + pages.size();
        assertTrue(pages.get(page - 1).contains(foot), which + ": no " + foot);
      }
      if (number % 10 == 0) {
        assertArrayEquals(pdf, PdfPages.written(document), which + ", written again");
      }
    }
  }

  /**
   * Each piece bears a marker of its own, so that a piece that is missing, doubled or in the wrong
   * place cannot be taken for another.
   */
  private void subsequence(String which, String text) {
    String squeezed = text.replaceAll("\\s+", "");
    int at = 0;
    for (String piece : expected.toString().split("\n")) {
      if (piece.isEmpty()) {
        continue;
      }
      int found = squeezed.indexOf(piece, at);
      assertTrue(found >= 0, () -> which + ": " + piece + " is missing or out of order\n" + text);
      assertTrue(
          squeezed.indexOf(piece, found + 1) < 0 || !piece.startsWith("#"),
          () -> which + ": " + piece + " stands there twice");
      at = found + piece.length();
    }
  }

  private Document document() {
    List<Part> parts =
        IntStream.range(0, random.nextInt(5))
            .mapToObj(at -> random.nextBoolean() ? paragraph() : table())
            .toList();
    return new Document(
        random.nextBoolean() ? Optional.of(letterhead()) : Optional.empty(),
        words(1 + random.nextInt(8)),
        random.nextBoolean() ? List.of() : List.of(words(5)),
        random.nextBoolean() ? Optional.empty() : Optional.of("BẢN ĐÍNH CHÍNH"),
        parts,
        IntStream.range(0, random.nextInt(4)).mapToObj(at -> words(20)).toList());
  }

  private Letterhead letterhead() {
    return new Letterhead(
        random.nextBoolean() ? "" : words(4),
        words(1 + random.nextInt(8)),
        random.nextBoolean() ? "" : "12/BC-NV",
        words(2),
        day(),
        random.nextBoolean() ? "" : words(3),
        IntStream.range(0, random.nextInt(6)).mapToObj(at -> words(4)).toList());
  }

  private Part paragraph() {
    String text = marked(words(random.nextInt(300)));
    // Word by word: a foot may stand in between.
    List.of(text.split(" ")).forEach(this::expect);
    return new Paragraph(
        text, Paragraph.Style.values()[random.nextInt(Paragraph.Style.values().length)]);
  }

  private Part table() {
    int width = 1 + random.nextInt(14);
    List<Column> columns =
        IntStream.range(0, width)
            .mapToObj(
                at ->
                    new Column(
                        random.nextInt(3) == 0 ? "" : "nhóm " + at / 3,
                        words(1 + random.nextInt(3)),
                        random.nextBoolean() ? "" : "(" + at + ")",
                        1 + random.nextInt(3)))
            .toList();
    int lines = random.nextInt(4) == 0 ? random.nextInt(700) : random.nextInt(30);
    List<List<Cell>> rows = new ArrayList<>();
    for (int line = 0; line < lines; line++) {
      rows.add(row(width));
    }
    Optional<List<Cell>> total = random.nextBoolean() ? Optional.empty() : Optional.of(row(width));
    return new Table("t", columns, Rows.of(rows), total);
  }

  /** The first cell names the line; figures of the others follow it on the page. */
  private List<Cell> row(int width) {
    List<Cell> row = new ArrayList<>();
    for (int column = 0; column < width; column++) {
      Cell cell = column == 0 ? new Cell.Text(marked("")) : cell();
      expect(Texts.of(cell));
      row.add(cell);
    }
    return row;
  }

  private Cell cell() {
    return switch (random.nextInt(7)) {
      case 0 -> Cell.EMPTY;
      case 1 -> new Cell.Text(marked(words(random.nextInt(6))));
      case 2 -> new Cell.Count(random.nextInt(2_000_000) - 1_000);
      case 3 -> new Cell.Sum(random.nextInt(5_000), List.of());
      case 4 -> new Cell.ColumnSum(random.nextLong(1_000_000_000L));
      case 5 -> PdfSamples.share(random.nextInt(100), random.nextInt(100));
      default -> new Cell.Day(day());
    };
  }

  private LocalDate day() {
    return LocalDate.of(2020, 1, 1).plusDays(random.nextInt(3_000));
  }

  private String marked(String text) {
    return ("#" + marker++ + "; " + text).strip();
  }

  private String words(int count) {
    return IntStream.range(0, count)
        .mapToObj(at -> WORDS.get(random.nextInt(WORDS.size())))
        .collect(Collectors.joining(" "));
  }

  private void expect(String text) {
    expected.append(text.replaceAll("\\s+", "")).append('\n');
  }

  /** Collects letters that stand outside the page's margins. */
  private static final class Margins extends PDFTextStripper {
    private static final float ROUNDING = 1;

    private final List<String> outside = new ArrayList<>();

    @Override
    protected void processTextPosition(TextPosition letter) {
      float right = letter.getX() + letter.getWidth();
      boolean blank = letter.getUnicode().isBlank();
      if (!blank
          && (letter.getX() < PdfPage.LEFT - ROUNDING
              || right > letter.getPageWidth() - PdfPage.RIGHT + ROUNDING
              || letter.getY() < PdfPage.TOP - ROUNDING
              || letter.getY() > letter.getPageHeight() - PdfPage.mm(5))) {
        outside.add(letter.getUnicode() + " at " + letter.getX() + ", " + letter.getY());
      }
      super.processTextPosition(letter);
    }
  }
}
