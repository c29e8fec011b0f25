package motcua.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import motcua.core.document.Cell;
import motcua.core.document.Document;
import motcua.core.document.Table;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.CellValue;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFFormulaEvaluator;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** Written files, read again. */
final class Written {
  private Written() {}

  static byte[] xlsx(Document document) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    XlsxFile.write(document, out);
    return out.toByteArray();
  }

  static XSSFWorkbook workbook(Document document) throws IOException {
    return new XSSFWorkbook(new ByteArrayInputStream(xlsx(document)));
  }

  static byte[] docx(Document document) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    DocxFile.write(document, out);
    return out.toByteArray();
  }

  static XWPFDocument text(Document document) throws IOException {
    return new XWPFDocument(new ByteArrayInputStream(docx(document)));
  }

  /** Row of the sheet's first line, below the head that is repeated on each page. */
  static int firstLine(XSSFSheet sheet) {
    return sheet.getRepeatingRows().getLastRow() + 1;
  }

  static List<XSSFCell> cells(XSSFSheet sheet) {
    List<XSSFCell> cells = new ArrayList<>();
    sheet.forEach(row -> row.forEach(cell -> cells.add((XSSFCell) cell)));
    return cells;
  }

  /** Texts of the sheet in reading order. */
  static List<String> words(XSSFSheet sheet) {
    return cells(sheet).stream()
        .filter(cell -> cell.getCellType() == CellType.STRING)
        .map(XSSFCell::getStringCellValue)
        .filter(text -> !text.isBlank())
        .toList();
  }

  /** Every cell of the table, as value and, where it follows from others, as formula. */
  static void assertLines(Table table, XSSFSheet sheet, int first) {
    List<List<Cell>> lines = new ArrayList<>();
    table.rows().forEach(lines::add);
    boolean empty = lines.isEmpty();
    table.total().ifPresent(lines::add);
    for (int line = 0; line < lines.size(); line++) {
      for (int column = 0; column < lines.get(line).size(); column++) {
        XSSFCell cell = sheet.getRow(first + line).getCell(column);
        assertCell(lines.get(line).get(column), cell, empty);
      }
    }
  }

  private static void assertCell(Cell expected, XSSFCell cell, boolean empty) {
    String where = cell.getSheet().getSheetName() + "!" + cell.getReference();
    switch (expected) {
      case Cell.Text text -> assertEquals(text.text(), cell.getStringCellValue(), where);
      case Cell.Count count -> assertNumber(count.value(), false, "#,##0", cell, where);
      case Cell.Sum sum -> assertNumber(sum.value(), !sum.terms().isEmpty(), "#,##0", cell, where);
      case Cell.ColumnSum sum -> assertNumber(sum.value(), !empty, "#,##0", cell, where);
      case Cell.Day day ->
          assertEquals(day.day(), cell.getLocalDateTimeCellValue().toLocalDate(), where);
      case Cell.Share share -> {
        boolean formula = !share.numerator().isEmpty() && !share.denominator().isEmpty();
        if (share.ratio().hasData()) {
          double value = (double) share.ratio().numerator() / share.ratio().denominator();
          assertNumber(value, formula, "0.00%", cell, where);
        } else {
          assertEquals(formula, cell.getCellType() == CellType.FORMULA, where);
          assertEquals("không có số liệu", cell.getStringCellValue(), where);
        }
      }
    }
  }

  private static void assertNumber(
      double value, boolean formula, String format, XSSFCell cell, String where) {
    assertEquals(formula ? CellType.FORMULA : CellType.NUMERIC, cell.getCellType(), where);
    if (formula) {
      // What a program that does not calculate shows.
      assertEquals(CellType.NUMERIC, cell.getCachedFormulaResultType(), where);
    }
    assertEquals(value, cell.getNumericCellValue(), where);
    assertEquals(format, cell.getCellStyle().getDataFormatString(), where);
  }

  /** Every formula of the book gives what stands beside it; returns how many there are. */
  static int assertFormulasGiveTheFigures(XSSFWorkbook book) {
    XSSFFormulaEvaluator evaluator = book.getCreationHelper().createFormulaEvaluator();
    int formulas = 0;
    for (int sheet = 0; sheet < book.getNumberOfSheets(); sheet++) {
      for (XSSFCell cell : cells(book.getSheetAt(sheet))) {
        if (cell.getCellType() == CellType.FORMULA) {
          assertSame(cell, evaluator.evaluate(cell));
          formulas++;
        }
      }
    }
    return formulas;
  }

  private static void assertSame(XSSFCell cell, CellValue value) {
    String what = cell.getReference() + " " + cell.getCellFormula();
    assertEquals(cell.getCachedFormulaResultType(), value.getCellType(), what);
    if (value.getCellType() == CellType.NUMERIC) {
      assertEquals(cell.getNumericCellValue(), value.getNumberValue(), what);
    } else {
      assertEquals(cell.getStringCellValue(), value.getStringValue(), what);
    }
  }
}
