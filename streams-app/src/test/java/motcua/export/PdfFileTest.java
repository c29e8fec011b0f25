package motcua.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import motcua.core.document.Cell;
import motcua.core.document.Document;
import motcua.core.document.Paragraph;
import motcua.core.document.Part;
import motcua.core.document.Rows;
import motcua.core.document.Table;
import motcua.core.document.Table.Column;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.Test;

class PdfFileTest {
  @Test
  void shouldPrintTheHeadingBlockAndWhatClosesTheDocument() throws IOException {
    String page = PdfPages.of(PdfSamples.form()).getFirst();

    inOrder(
        page,
        "UBND HUYỆN MẪU SƠN",
        "PHÒNG NỘI VỤ",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Số: 12/BC-NV",
        "Mẫu Sơn, ngày 05 tháng 01 năm 2026",
        "TÌNH HÌNH, KẾT QUẢ GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH",
        "Kỳ báo cáo: từ ngày 15/9/2025 đến ngày 14/12/2025",
        "BẢN ĐÍNH CHÍNH LẦN 2",
        "Đơn vị tính: số hồ sơ",
        "Tổng cộng",
        "Cột 3 = cột 4 + 5 + 6",
        "Nơi nhận: - Như trên;",
        "TRƯỞNG PHÒNG",
        "BẢN ĐÍNH CHÍNH LẦN 2",
        "Quy tắc tính: địa phương, bản 3.",
        "Trang 1/1");
  }

  @Test
  void shouldPrintTheFormWithItsHeadAndEveryFigureOnItsLine() throws IOException {
    List<String> pages = PdfPages.of(PdfSamples.form());

    assertEquals(1, pages.size(), "pages");
    inOrder(
        pages.getFirst(),
        "Số lượng hồ sơ tiếp nhận",
        "Số lượng hồ sơ đã giải quyết",
        "Số lượng hồ sơ đang giải quyết",
        "(1) (2) (3) (4) (5) (6) (7) (8) (9) (10) (11) (12) (13)",
        "1 Chứng thực 1.216 1.204 0 12 1.196 1.184 12 0 20 20 0",
        "2 Hộ tịch 2.458 2.408 37 13 2.439 2.388 50 1 19 18 1",
        "5 Bảo trợ xã hội 6.184 6.020 148 16 6.168 6.000 164 4 16 15 1",
        "Tổng cộng 18.500 18.060 370 70 18.410 17.960 440 10 90 86 4");
  }

  @Test
  void shouldRepeatHeadFootAndPageNumberOnEveryPageOfALongList() throws IOException {
    int dossiers = 500;

    List<String> pages = PdfPages.of(PdfSamples.list(dossiers));

    assertTrue(pages.size() > 10, "pages: " + pages.size());
    for (int page = 1; page <= pages.size(); page++) {
      String text = pages.get(page - 1);
      inOrder(text, "Quy tắc tính: địa phương, bản 3.", "Trang " + page + "/" + pages.size());
    }
    String all = String.join(" ", pages);
    inOrder(
        all, IntStream.rangeClosed(1, dossiers).mapToObj(PdfSamples::code).toArray(String[]::new));
    inOrder(all, "Nơi nhận:");
  }

  @Test
  void shouldTakeWidePaperFromEightColumnsOn() throws IOException {
    assertEquals(new PDRectangle(595, 842).toString(), paper(columns(7)).toString());
    assertEquals(new PDRectangle(842, 595).toString(), paper(columns(8)).toString());
  }

  @Test
  void shouldGiveTheSameBytesForTheSameDocument() throws IOException {
    for (Document document :
        List.of(PdfSamples.form(), PdfSamples.list(250), PdfSamples.text(), bare(List.of()))) {
      assertArrayEquals(PdfPages.written(document), PdfPages.written(document), document::title);
    }
  }

  @Test
  void shouldNameItsTitleAgencyDateAndLanguage() throws IOException {
    try (PDDocument file = Loader.loadPDF(PdfPages.written(PdfSamples.text()))) {
      assertEquals(
          "BÁO CÁO Kết quả giải quyết thủ tục hành chính quý IV năm 2025",
          file.getDocumentInformation().getTitle());
      assertEquals("PHÒNG NỘI VỤ", file.getDocumentInformation().getAuthor());
      assertEquals(
          PdfSamples.DATE,
          file.getDocumentInformation()
              .getCreationDate()
              .toInstant()
              .atOffset(java.time.ZoneOffset.ofHours(7))
              .toLocalDate());
      assertEquals("vi-VN", file.getDocumentCatalog().getLanguage());
      assertTrue(file.getDocumentCatalog().getViewerPreferences().displayDocTitle());
    }
    try (PDDocument file = Loader.loadPDF(PdfPages.written(bare(List.of())))) {
      assertEquals(null, file.getDocumentInformation().getCreationDate());
    }
  }

  @Test
  void shouldWriteLinesWhileItReadsThem() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    List<Integer> written = new ArrayList<>();
    Rows rows =
        reader ->
            IntStream.rangeClosed(1, 3_000)
                .forEach(
                    number -> {
                      reader.accept(List.of(new Cell.Count(number)));
                      if (number % 1_000 == 0) {
                        written.add(out.size());
                      }
                    });

    PdfFile.write(bare(List.of(new Table("t", columns(1), rows, Optional.empty()))), out);

    assertTrue(
        written.get(0) > 0 && written.get(0) < written.get(1) && written.get(1) < written.get(2),
        () -> "bytes written after each 1.000 lines: " + written);
  }

  @Test
  void shouldLeaveTheStreamOpen() throws IOException {
    boolean[] closed = {false};
    OutputStream out =
        new ByteArrayOutputStream() {
          @Override
          public void close() {
            closed[0] = true;
          }
        };

    PdfFile.write(bare(List.of()), out);

    assertFalse(closed[0]);
  }

  @Test
  void shouldPassOnWhatTheStreamSays() {
    IOException full = new IOException("no room");
    OutputStream out =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw full;
          }
        };

    IOException thrown =
        assertThrows(IOException.class, () -> PdfFile.write(PdfSamples.list(2_000), out));

    assertEquals(full, thrown);
  }

  @Test
  void shouldRefuseALineThatDoesNotFitItsColumns() {
    Document document =
        bare(
            List.of(
                new Table(
                    "t",
                    columns(2),
                    Rows.of(List.of(List.of(new Cell.Count(1)))),
                    Optional.empty())));

    IllegalArgumentException thrown =
        assertThrows(IllegalArgumentException.class, () -> PdfPages.written(document));

    assertEquals("a line of table t has 1 cells for 2 columns", thrown.getMessage());
  }

  @Test
  void shouldRefuseAHeadThatLeavesNoRoomForLines() {
    Column endless = new Column("", "từ ".repeat(3_000), "", 1);
    Document document =
        bare(List.of(new Table("t", List.of(endless), Rows.of(List.of()), Optional.empty())));

    assertThrows(IllegalArgumentException.class, () -> PdfPages.written(document));
  }

  @Test
  void shouldPrintTheHeadOfATableWithoutLines() throws IOException {
    Document document =
        bare(List.of(new Table("t", columns(2), Rows.of(List.of()), Optional.empty())));

    inOrder(PdfPages.of(document).getFirst(), "Cột 1 Cột 2", "Không có");
  }

  @Test
  void shouldSplitALineThatIsHigherThanAPage() throws IOException {
    String long1 =
        IntStream.rangeClosed(1, 2_000)
            .mapToObj(Integer::toString)
            .collect(Collectors.joining(" "));
    Rows rows =
        Rows.of(
            List.of(
                List.of(new Cell.Text("trước")),
                List.of(new Cell.Text((long1 + " ").repeat(2).strip())),
                List.of(new Cell.Text("sau"))));
    String all =
        PdfPages.of(bare(List.of(new Table("t", columns(1), rows, Optional.empty())))).stream()
            .collect(Collectors.joining(" "));

    inOrder(all, "trước", "1 2 3 4 5", "1999", "2000", "1 2 3 4 5", "1999", "2000", "sau");
  }

  @Test
  void shouldKeepTheLastWordsBesideTheSignature() throws IOException {
    for (int lines = 28; lines < 44; lines++) {
      List<Part> parts = new ArrayList<>();
      for (int line = 0; line < lines; line++) {
        parts.add(new Paragraph("Dòng " + line, Paragraph.Style.NOTE));
      }
      parts.add(new Paragraph("Trên đây là báo cáo.", Paragraph.Style.BODY));
      Document document =
          new Document(
              Optional.of(PdfSamples.LETTERHEAD),
              "BÁO CÁO",
              List.of(),
              Optional.empty(),
              parts,
              PdfSamples.FOOT);

      inOrder(PdfPages.of(document).getLast(), "Trên đây là báo cáo.", "Nơi nhận:", "TRƯỞNG PHÒNG");
    }
  }

  @Test
  void shouldKeepTheLastLinesOfAListBesideTheSignature() throws IOException {
    for (int dossiers : new int[] {1, 2, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27}) {
      String last = PdfPages.of(PdfSamples.list(dossiers)).getLast();

      inOrder(
          last,
          "TT Mã hồ sơ",
          PdfSamples.code(Math.max(1, dossiers - 1)),
          dossiers == 1 ? "Nơi nhận:" : PdfSamples.code(dossiers),
          "TRƯỞNG PHÒNG");
      assertEquals(last.indexOf("Mã hồ sơ"), last.lastIndexOf("Mã hồ sơ"), "one head a page");
    }
  }

  private static PDRectangle paper(List<Column> columns) throws IOException {
    Table table = new Table("t", columns, Rows.of(List.of()), Optional.empty());
    try (PDDocument file = Loader.loadPDF(PdfPages.written(bare(List.of(table))))) {
      return file.getPage(0).getMediaBox();
    }
  }

  private static List<Column> columns(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(number -> new Column("", "Cột " + number, "", 1))
        .toList();
  }

  private static Document bare(List<Part> parts) {
    return new Document(
        Optional.empty(), "DANH SÁCH", List.of(), Optional.empty(), parts, List.of());
  }

  private static void inOrder(String page, String... texts) {
    int at = 0;
    for (String text : texts) {
      int found = page.indexOf(PdfPages.spaced(text), at);
      assertTrue(found >= 0, () -> "\"" + text + "\" is missing or out of order in\n" + page);
      at = found + 1;
    }
  }
}
