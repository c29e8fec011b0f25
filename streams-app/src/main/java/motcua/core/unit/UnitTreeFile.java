package motcua.core.unit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import motcua.core.unit.CsvTable.Row;

/** Reads units.csv. */
final class UnitTreeFile {
  private UnitTreeFile() {}

  static Parsed<UnitTree> parse(String csv) {
    CsvTable table = new CsvTable(csv, "code", "name", "parent");
    List<UnitRow> rows = new ArrayList<>();
    List<Integer> lines = new ArrayList<>();
    for (Row row : table.problems().isEmpty() ? table.rows() : List.<Row>of()) {
      UnitRow unit = unit(table, row);
      if (unit != null) {
        rows.add(unit);
        lines.add(row.line());
      }
    }
    if (table.problems().isEmpty()) {
      UnitTreeCheck.problems(rows, lines)
          .forEach(problem -> table.problem(problem.line(), problem.message()));
    }
    return table.problems().isEmpty()
        ? new Parsed.Read<>(UnitTree.unchecked(rows))
        : new Parsed.Failed<>(table.problems());
  }

  private static UnitRow unit(CsvTable table, Row row) {
    String code = table.required(row, "code");
    String name = table.required(row, "name");
    Validity valid = table.validity(row);
    LocalDate recordedOn = table.dayKnown(row, "recordedAt");
    if (code == null || name == null) {
      return null;
    }
    return new UnitRow(
        code,
        name,
        table.text(row, "parent"),
        table.text(row, "level"),
        valid.from(),
        valid.to(),
        table.text(row, "successor"),
        table.text(row, "headName"),
        table.text(row, "headEmail"),
        recordedOn);
  }
}
