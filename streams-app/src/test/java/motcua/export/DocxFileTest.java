package motcua.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import motcua.core.document.Cell;
import motcua.core.document.Document;
import motcua.core.document.Paragraph;
import motcua.core.document.Part;
import motcua.core.document.Table;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.junit.jupiter.api.Test;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;

class DocxFileTest {
  private static final long SEED = Long.getLong("motcua.seed", new Random().nextLong());
  private static final int DOCUMENTS = 20;

  @Test
  void shouldPrintTheFormCellByCell() throws IOException {
    Document document = SampleDocuments.report();
    Table table = (Table) document.parts().get(1);

    try (XWPFDocument file = Written.text(document)) {
      XWPFTable written = file.getTables().get(1);
      assertEquals(
          List.of(
              "TT",
              "Lĩnh vực, đơn vị giải quyết",
              "Số lượng hồ sơ tiếp nhận",
              "Số lượng hồ sơ đã giải quyết",
              "Số lượng hồ sơ đang giải quyết",
              "Tỷ lệ trước và đúng hạn"),
          words(written.getRow(0)));
      assertEquals(
          BigInteger.valueOf(4),
          written.getRow(0).getCell(2).getCTTc().getTcPr().getGridSpan().getVal());
      assertEquals("(14)", words(written.getRow(2)).getLast());
      assertLines(table, written, 3);
      assertEquals("21.978", written.getRow(9).getCell(2).getText());
      assertEquals("không có số liệu", written.getRow(8).getCell(13).getText());
      for (int row = 0; row < written.getNumberOfRows(); row++) {
        assertEquals(row < 3, written.getRow(row).isRepeatHeader(), "row " + row);
        assertTrue(written.getRow(row).isCantSplitRow(), "row " + row);
      }
    }
  }

  @Test
  void shouldStandAsAnOfficialDocument() throws IOException {
    try (XWPFDocument file = Written.text(SampleDocuments.report())) {
      assertEquals(
          List.of(
              "UBND TỈNH LẠNG SƠN\nUBND HUYỆN MẪU SƠN\n\nSố: 12/BC-UBND",
              Texts.COUNTRY + "\n" + Texts.MOTTO + "\n\nMẫu Sơn, ngày 05 tháng 7 năm 2026"),
          words(file.getTables().getFirst().getRow(0)));
      assertEquals(
          List.of(
              "Nơi nhận:\n- Ủy ban nhân dân tỉnh;\n- Sở Nội vụ;\n- Lưu: VT.",
              "TRƯỞNG PHÒNG NỘI VỤ\n(Ký, ghi rõ họ tên)"),
          words(file.getTables().getLast().getRow(0)));
      List<String> lines = file.getParagraphs().stream().map(XWPFParagraph::getText).toList();
      assertTrue(
          lines.containsAll(
              List.of(
                  "BÁO CÁO TÌNH HÌNH, KẾT QUẢ GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH",
                  "Phạm vi: Huyện Mẫu Sơn",
                  "BẢN ĐIỀU CHỈNH LẦN 2, THAY BẢN NGÀY 05/07/2026",
                  "Ghi chú: đơn vị tính là số hồ sơ thủ tục hành chính.")),
          lines::toString);
    }
  }

  @Test
  void shouldPrintOnPaper() throws IOException {
    try (XWPFDocument file = Written.text(SampleDocuments.report())) {
      CTPageSz size = file.getDocument().getBody().getSectPr().getPgSz();
      assertEquals(STPageOrientation.LANDSCAPE, size.getOrient());
      assertEquals(BigInteger.valueOf(16_838), size.getW());
      assertEquals(
          "BẢN ĐIỀU CHỈNH LẦN 2, THAY BẢN NGÀY 05/07/2026",
          file.getHeaderList().getFirst().getText().strip());
      List<XWPFParagraph> foot = file.getFooterList().getFirst().getParagraphs();
      assertEquals(String.join(" ", SampleDocuments.FOOT), foot.get(0).getText());
      assertEquals(
          List.of("PAGE", "NUMPAGES"),
          foot.get(1).getCTP().getFldSimpleList().stream().map(field -> field.getInstr()).toList());
    }
    try (XWPFDocument file = Written.text(SampleDocuments.lateList(1))) {
      CTPageSz size = file.getDocument().getBody().getSectPr().getPgSz();
      assertFalse(size.isSetOrient());
      assertEquals(BigInteger.valueOf(11_906), size.getW());
      assertTrue(file.getHeaderList().isEmpty());
    }
  }

  @Test
  void shouldDefineEveryStyleItUses() throws IOException {
    try (XWPFDocument file = Written.text(SampleDocuments.report())) {
      for (String style : List.of("TableText", "TotalFigure", "TotalMiddle", "TotalText")) {
        assertTrue(file.getStyles().styleExist(style), style);
      }
      List<XWPFParagraph> all = new ArrayList<>(file.getParagraphs());
      file.getTables().forEach(table -> all.addAll(paragraphs(table)));
      file.getFooterList().forEach(footer -> all.addAll(footer.getParagraphs()));
      file.getHeaderList().forEach(header -> all.addAll(header.getParagraphs()));
      for (XWPFParagraph paragraph : all) {
        assertTrue(file.getStyles().styleExist(paragraph.getStyle()), paragraph.getStyle());
      }
      assertEquals(
          ParagraphAlignment.RIGHT,
          ParagraphAlignment.valueOf(
              file.getStyles()
                  .getStyle("TableFigure")
                  .getCTStyle()
                  .getPPr()
                  .getJc()
                  .getVal()
                  .toString()
                  .toUpperCase(Locale.ROOT)));
    }
  }

  @Test
  void shouldCarryItsLetters() throws Exception {
    try (XWPFDocument file = Written.text(SampleDocuments.text())) {
      PackagePart table =
          file.getPackage().getPart(PackagingURIHelper.createPartName("/word/fontTable.xml"));
      String xml;
      try (InputStream in = table.getInputStream()) {
        xml = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      }
      assertEquals(4, DocxFonts.FACES.size());
      for (DocxFonts.Face face : DocxFonts.FACES) {
        String key = face.key().toString().toUpperCase(Locale.ROOT);
        String id = xml.replaceAll("(?s).*<w:" + face.element() + " r:id=\"(\\w+)\".*", "$1");
        assertTrue(xml.contains("\"" + id + "\" w:fontKey=\"{" + key + "}\""), xml);
        PackagePart font = table.getRelatedPart(table.getRelationship(id));
        try (InputStream in = font.getInputStream()) {
          byte[] mixed = in.readAllBytes();
          // By the text of the standard: the key's last digits first, twice over 32 bytes.
          String digits = key.replace("-", "");
          for (int at = 0; at < 32; at++) {
            int from = 30 - at % 16 * 2;
            mixed[at] ^= (byte) Integer.parseInt(digits.substring(from, from + 2), 16);
          }
          assertArrayEquals(face.bytes(), mixed, face.file());
        }
      }
      assertTrue(file.getSettings().getCTSettings().isSetEmbedTrueTypeFonts());
    }
  }

  @Test
  void shouldKeepTablesApart() throws IOException {
    Document document =
        document(
            List.of(
                SampleDocuments.form("một", List.of("a")),
                SampleDocuments.form("hai", List.of()),
                SampleDocuments.late(0)));

    try (XWPFDocument file = Written.text(document)) {
      assertEquals(3, file.getTables().size());
      assertEquals(3 + 2, file.getTables().get(0).getNumberOfRows());
      assertEquals(3 + 1, file.getTables().get(1).getNumberOfRows());
      assertEquals(1, file.getTables().get(2).getNumberOfRows());
    }
  }

  @Test
  void shouldHoldWordsThatXmlDoesNot() throws IOException {
    Paragraph paragraph = new Paragraph("<w:t>&\u0001 một\nhai", Paragraph.Style.BODY);

    try (XWPFDocument file = Written.text(document(List.of(paragraph)))) {
      List<String> lines = file.getParagraphs().stream().map(XWPFParagraph::getText).toList();
      assertTrue(lines.contains("<w:t>&? một\nhai"), lines::toString);
    }
  }

  @Test
  void shouldGiveTheSameBytesAgain() throws IOException {
    byte[] once = Written.docx(SampleDocuments.report());

    assertArrayEquals(once, Written.docx(SampleDocuments.report()));
    XlsxFileTest.assertSteadyEntries(once);
    try (XWPFDocument file = new XWPFDocument(new ByteArrayInputStream(once))) {
      var core = file.getProperties().getCoreProperties();
      assertEquals("2026-07-05T00:00:00Z", core.getCreated().toInstant().toString());
      assertEquals("2026-07-05T00:00:00Z", core.getModified().toInstant().toString());
      assertEquals("UBND HUYỆN MẪU SƠN", core.getCreator());
    }
  }

  @Test
  void shouldRefuseAListThatNobodyReadsAsText() throws IOException {
    Document longest = document(List.of(SampleDocuments.late(DocxTable.MAX_LINES)));
    Document longer = document(List.of(SampleDocuments.late(DocxTable.MAX_LINES + 1)));

    assertNotNull(Written.docx(longest));
    TooLongException refused =
        assertThrows(
            TooLongException.class, () -> DocxFile.write(longer, new ByteArrayOutputStream()));
    assertEquals(
        "a text document holds 20000 lines of a table and this one has more: take XLSX or PDF",
        refused.getMessage());
  }

  /** Replay with {@code -Dmotcua.seed}. */
  @Test
  void shouldHoldEveryCellOfAnyDocument() throws IOException {
    System.out.println("motcua.seed=" + SEED);
    RandomDocuments documents = new RandomDocuments(new Random(SEED));
    for (int count = 0; count < DOCUMENTS; count++) {
      Document document = documents.next();
      List<Table> tables =
          document.parts().stream().filter(Table.class::isInstance).map(Table.class::cast).toList();
      try (XWPFDocument file = Written.text(document)) {
        int at = document.letterhead().isPresent() ? 1 : 0;
        for (Table table : tables) {
          XWPFTable written = file.getTables().get(at++);
          long head = written.getRows().stream().filter(XWPFTableRow::isRepeatHeader).count();
          assertLines(table, written, (int) head);
        }
      }
    }
  }

  private static void assertLines(Table table, XWPFTable written, int first) {
    List<List<Cell>> lines = new ArrayList<>();
    table.rows().forEach(lines::add);
    table.total().ifPresent(lines::add);
    assertEquals(first + lines.size(), written.getNumberOfRows());
    for (int line = 0; line < lines.size(); line++) {
      List<String> expected = lines.get(line).stream().map(Texts::of).toList();
      assertEquals(expected, words(written.getRow(first + line)));
    }
  }

  private static List<String> words(XWPFTableRow row) {
    return row.getTableCells().stream()
        .map(
            cell ->
                String.join(
                    "\n", cell.getParagraphs().stream().map(XWPFParagraph::getText).toList()))
        .toList();
  }

  private static List<XWPFParagraph> paragraphs(XWPFTable table) {
    return table.getRows().stream()
        .flatMap(row -> row.getTableCells().stream())
        .map(XWPFTableCell::getParagraphs)
        .flatMap(List::stream)
        .toList();
  }

  private static Document document(List<Part> parts) {
    return new Document(Optional.empty(), "BÁO CÁO", List.of(), Optional.empty(), parts, List.of());
  }
}
