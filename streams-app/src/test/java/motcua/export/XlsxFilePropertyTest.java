package motcua.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import motcua.core.document.Document;
import motcua.core.document.Table;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** Any document is in the workbook cell by cell. Replay with {@code -Dmotcua.seed}. */
class XlsxFilePropertyTest {
  private static final long SEED = Long.getLong("motcua.seed", new Random().nextLong());
  private static final int DOCUMENTS = 40;

  @Test
  void shouldHoldEveryCellOfAnyDocument() throws IOException {
    System.out.println("motcua.seed=" + SEED);
    RandomDocuments documents = new RandomDocuments(new Random(SEED));
    int formulas = 0;
    for (int count = 0; count < DOCUMENTS; count++) {
      Document document = documents.next();
      byte[] file = Written.xlsx(document);
      assertArrayEquals(file, Written.xlsx(document));
      try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(file))) {
        assertTables(document, book);
        formulas += Written.assertFormulasGiveTheFigures(book);
      }
    }
    assertTrue(formulas > DOCUMENTS, "the documents had " + formulas + " formulas");
  }

  private static void assertTables(Document document, XSSFWorkbook book) {
    List<Table> tables =
        document.parts().stream().filter(Table.class::isInstance).map(Table.class::cast).toList();
    assertEquals(Math.max(1, tables.size()), book.getNumberOfSheets());
    for (int sheet = 0; sheet < tables.size(); sheet++) {
      Written.assertLines(
          tables.get(sheet), book.getSheetAt(sheet), Written.firstLine(book.getSheetAt(sheet)));
    }
  }
}
