package motcua.core.print;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import motcua.core.document.Cell;
import motcua.core.document.Table;
import motcua.core.form.FormColumn;
import motcua.core.form.FormPreset;
import motcua.core.ledger.Amounts;
import motcua.core.ledger.Measure;
import motcua.core.ledger.ReportRow;
import org.junit.jupiter.api.Test;

/** Random figures, flows of either sign. Replay with {@code -Dmotcua.seed}. */
class FormTablePropertyTest {
  private static final long SEED = Long.getLong("motcua.seed", new Random().nextLong());
  private static final int TABLES = 500;
  private static final int LEADING = 3;

  @Test
  void shouldPrintEveryFigureAndFollowEachSumToItsCells() {
    System.out.println("motcua.seed=" + SEED);
    Random random = new Random(SEED);
    for (int i = 0; i < TABLES; i++) {
      FormPreset form = FormPreset.values()[random.nextInt(FormPreset.values().length)];
      List<FormLine> lines = new ArrayList<>();
      ReportRow total = ReportRow.of(Amounts.ZERO, Amounts.ZERO);
      for (int line = random.nextInt(5); line > 0; line--) {
        ReportRow row = ReportRow.of(amounts(random), amounts(random));
        lines.add(new FormLine("U" + line, "Đơn vị " + line, row));
        total = total.plus(row);
      }
      // As transfers inside the scope do: the total leaves out what its lines show.
      boolean inside = random.nextBoolean();
      ReportRow printed = inside ? total.plus(transfers(random)) : total;

      check(form, lines, printed, FormTable.of(form, "Đơn vị", lines, printed));
    }
  }

  private static void check(FormPreset form, List<FormLine> lines, ReportRow total, Table table) {
    List<List<Cell>> rows = new ArrayList<>();
    table.rows().forEach(rows::add);
    assertEquals(lines.size(), rows.size());
    for (int line = 0; line < rows.size(); line++) {
      assertEquals(new Cell.Count(line + 1), rows.get(line).getFirst());
      assertEquals(new Cell.Text(lines.get(line).code()), rows.get(line).get(1));
      assertRow(form, lines.get(line).figures(), rows.get(line));
    }
    List<Cell> last = table.total().orElseThrow();
    assertRow(form, total, last);
    for (int column = LEADING; column < last.size(); column++) {
      if (last.get(column) instanceof Cell.ColumnSum) {
        int at = column;
        assertEquals(value(last.get(at)), rows.stream().mapToLong(row -> value(row.get(at))).sum());
      }
    }
  }

  private static void assertRow(FormPreset form, ReportRow figures, List<Cell> cells) {
    for (int i = 0; i < form.columns().size(); i++) {
      FormColumn column = form.columns().get(i);
      assertEquals(column.of(figures), value(cells.get(LEADING + i)), column.code());
      if (cells.get(LEADING + i) instanceof Cell.Sum sum) {
        long added = 0;
        for (Cell.Term term : sum.terms()) {
          added += (term.taken() ? -1 : 1) * value(cells.get(term.column()));
        }
        assertEquals(sum.value(), added, column.code());
      }
    }
  }

  private static long value(Cell cell) {
    return switch (cell) {
      case Cell.Count count -> count.value();
      case Cell.Sum sum -> sum.value();
      case Cell.ColumnSum sum -> sum.value();
      default -> throw new AssertionError("no number: " + cell);
    };
  }

  private static ReportRow transfers(Random random) {
    long moved = random.nextInt(1, 50);
    return ReportRow.of(
        Amounts.ZERO,
        Amounts.of(Measure.TRANSFERRED_IN, -moved).plus(Measure.TRANSFERRED_OUT, -moved));
  }

  private static Amounts amounts(Random random) {
    long[] values = new long[Measure.COUNT];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextInt(3) == 0 ? 0 : random.nextLong(-100, 10_000);
    }
    return Amounts.of(values);
  }
}
