package motcua.core.print;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import motcua.core.document.Cell;
import org.junit.jupiter.api.Test;

class LateTableTest {
  private static final LocalDate DUE = LocalDate.of(2024, 8, 30);

  @Test
  void shouldCountDaysToTheResultOrToTheEndOfThePeriod() {
    List<List<Cell>> rows =
        rows(
            dossier("D1", DUE, LocalDate.of(2024, 9, 4), LocalDate.of(2024, 9, 4)),
            dossier("D2", DUE, null, LocalDate.of(2024, 9, 14)));

    assertEquals(new Cell.Count(5), rows.get(0).get(6));
    assertEquals(new Cell.Day(LocalDate.of(2024, 9, 4)), rows.get(0).get(5));
    assertEquals(new Cell.Count(15), rows.get(1).get(6));
    assertEquals(Cell.EMPTY, rows.get(1).get(5));
    assertEquals(new Cell.Count(2), rows.get(1).getFirst());
  }

  /** A due moved after the cut would make it late by 0 days or less: no figure is better. */
  @Test
  void shouldSayThatADueWasChangedSince() {
    List<Cell> moved =
        rows(dossier("D1", DUE, DUE, DUE), dossier("D2", null, null, DUE)).getFirst();

    assertEquals(new Cell.Text("đã đổi"), moved.get(4));
    assertEquals(Cell.EMPTY, moved.get(6));
  }

  private static LateDossier dossier(
      String code, LocalDate due, LocalDate finished, LocalDate until) {
    return new LateDossier(code, "H56.1", "Xã Một", "DD", due, finished, until);
  }

  private static List<List<Cell>> rows(LateDossier... dossiers) {
    List<List<Cell>> rows = new ArrayList<>();
    LateTable.of("x", reader -> List.of(dossiers).forEach(reader)).rows().forEach(rows::add);
    return rows;
  }
}
