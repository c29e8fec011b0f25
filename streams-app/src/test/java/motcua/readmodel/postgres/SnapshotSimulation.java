package motcua.readmodel.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import javax.sql.DataSource;
import motcua.core.calendar.WorkingCalendar;
import motcua.core.document.Letterheads;
import motcua.core.form.FormColumn;
import motcua.core.form.FormPreset;
import motcua.core.ledger.Column;
import motcua.core.ledger.ReportRow;
import motcua.core.period.Period;
import motcua.core.policy.Policy;
import motcua.core.snapshot.RowKey;
import motcua.core.unit.ProcedureCatalogue;
import motcua.core.unit.Scope;
import motcua.core.unit.UnitTree;
import motcua.document.DocumentKind;
import motcua.document.LateDossiers;
import motcua.document.SnapshotDocuments;
import motcua.export.XlsxFile;
import motcua.readmodel.Breakdown;
import motcua.readmodel.Snapshot;
import motcua.readmodel.SnapshotSubject;
import motcua.report.DrillDown;
import motcua.report.Reference;
import motcua.report.Reports;
import motcua.snapshot.Order;
import motcua.snapshot.Snapshots;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFFormulaEvaluator;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * A random scope, period and cut: the snapshot's JSON, its workbook and plain SQL over the journal
 * must agree in every cell.
 */
public final class SnapshotSimulation {
  private static final UnitTree TREE =
      UnitTree.parse(
              """
              code,name,parent
              H1,Huyện Một,
              H1.1,Xã Một,H1
              H1.2,Xã Hai,H1
              H10,Huyện Mười,
              H2,Huyện Hai,
              """)
          .orElseThrow();
  private static final List<String> SCOPES = List.of("ALL", "H1", "H1.1", "H10", "H2");
  private static final Instant NOW = Instant.parse("2025-06-01T00:00:00Z");
  private static final int FIRST_FIGURE = 3;
  private static final int DOSSIERS = 400;
  private static final ObjectMapper JSON = new ObjectMapper();

  private SnapshotSimulation() {}

  /** The books that every question is put to. */
  private static final class World {
    static final DataSource DATABASE;
    static final Snapshots SNAPSHOTS;
    static final SnapshotDocuments DOCUMENTS;

    static {
      TestDatabase database = TestDatabase.create();
      RandomJournal journal = new RandomJournal(1, DOSSIERS);
      database.project(journal.wire(), journal.cells(), List.of(), List.of(), List.of());
      DATABASE = database.pool();
      var readModel = new PostgresReadModel(DATABASE, 1);
      var reference =
          new Reference(
              TREE, WorkingCalendar.WEEKDAYS_ONLY, ProcedureCatalogue.EMPTY, Policy.DEFAULT);
      SNAPSHOTS =
          new Snapshots(
              new Reports(readModel, reference, () -> NOW),
              new PostgresSnapshotStore(DATABASE),
              () -> {},
              () -> NOW,
              1);
      DOCUMENTS =
          new SnapshotDocuments(
              reference,
              Letterheads.NONE,
              new LateDossiers(new DrillDown(readModel, reference), readModel, reference));
    }

    private World() {}
  }

  /** Draws one and compares; an AssertionError says what differs. */
  public static void run(long seed) {
    Random random = new Random(seed);
    String code = SCOPES.get(random.nextInt(SCOPES.size()));
    LocalDate from = RandomJournal.FIRST_DAY.plusDays(random.nextInt(RandomJournal.DAYS + 10) - 5L);
    Period period = new Period(from, from.plusDays(random.nextInt(45)));
    LocalDate cut = from.plusDays(random.nextInt(70) - 5L);
    Breakdown by = random.nextInt(3) == 0 ? Breakdown.FIELD : Breakdown.NONE;
    FormPreset form = FormPreset.values()[random.nextInt(FormPreset.values().length)];
    Snapshot snapshot =
        World.SNAPSHOTS.prepare(
            new Order(new SnapshotSubject(code, period, by), cut, form, "simulation"));

    Scope scope = TREE.scope(code, period.to());
    List<String> units = RandomJournal.UNITS.stream().filter(scope::includes).toList();
    Map<RowKey, ReportRow> journal;
    try {
      journal = JournalSql.rows(World.DATABASE, units, period, cut, by, TREE);
      assertEquals(journal, json(snapshot, by), "JSON, seed " + seed);
      assertEquals(journal, filled(snapshot.rows()), "figures kept, seed " + seed);
      assertEquals(printed(journal, form, by), workbook(snapshot, form), "XLSX, seed " + seed);
    } catch (SQLException fault) {
      throw new IllegalStateException(fault);
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  private static Map<RowKey, ReportRow> json(Snapshot snapshot, Breakdown by) throws IOException {
    JsonNode body = JSON.readTree(snapshot.body());
    Map<RowKey, ReportRow> rows = new TreeMap<>();
    for (JsonNode row : body.get("rows")) {
      String part = by == Breakdown.FIELD ? row.get("field").asText() : "";
      rows.put(new RowKey(row.get("unit").asText(), part), figures(row));
    }
    rows.put(RowKey.TOTAL, figures(body.get("total")));
    return rows;
  }

  private static ReportRow figures(JsonNode row) {
    List<Long> figures = new ArrayList<>();
    for (Column column : Column.values()) {
      figures.add(row.get(column.code()).asLong());
    }
    return ReportRow.of(figures);
  }

  private static Map<RowKey, ReportRow> filled(Map<RowKey, ReportRow> rows) {
    return new TreeMap<>(rows);
  }

  /** Figures by the code that stands in the line; the total under a name no unit has. */
  private static Map<String, List<Long>> printed(
      Map<RowKey, ReportRow> rows, FormPreset form, Breakdown by) {
    Map<String, ReportRow> lines = new TreeMap<>();
    rows.forEach(
        (row, figures) -> {
          String code =
              row.equals(RowKey.TOTAL)
                  ? "total"
                  : "line " + (by == Breakdown.FIELD ? row.part() : row.unit());
          lines.merge(code, figures, ReportRow::plus);
        });
    Map<String, List<Long>> printed = new TreeMap<>();
    lines.forEach(
        (code, figures) -> {
          List<Long> cells = new ArrayList<>();
          for (FormColumn column : form.columns()) {
            cells.add(column.of(figures));
          }
          printed.put(code, cells);
        });
    return printed;
  }

  /** What the file says, and what a program that calculates anew makes of it. */
  private static Map<String, List<Long>> workbook(Snapshot snapshot, FormPreset form)
      throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    XlsxFile.write(
        World.DOCUMENTS.of(
            snapshot,
            new SnapshotDocuments.Order(DocumentKind.REPORT, null, BigDecimal.valueOf(5))),
        file);
    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(file.toByteArray()))) {
      Map<String, List<Long>> written = cells(book.getSheetAt(0), form);
      XSSFFormulaEvaluator.evaluateAllFormulaCells(book);
      assertEquals(written, cells(book.getSheetAt(0), form), "formulas");
      return written;
    }
  }

  private static Map<String, List<Long>> cells(Sheet sheet, FormPreset form) {
    Map<String, List<Long>> lines = new TreeMap<>();
    for (Row row : sheet) {
      Cell figure = row.getCell(FIRST_FIGURE);
      if (figure != null && isNumber(figure)) {
        List<Long> figures = new ArrayList<>();
        for (int i = 0; i < form.columns().size(); i++) {
          figures.add((long) row.getCell(FIRST_FIGURE + i).getNumericCellValue());
        }
        boolean total = !isNumber(row.getCell(0));
        lines.put(total ? "total" : "line " + row.getCell(1).getStringCellValue(), figures);
      }
    }
    return lines;
  }

  private static boolean isNumber(Cell cell) {
    return cell.getCellType() == CellType.NUMERIC || cell.getCellType() == CellType.FORMULA;
  }
}
