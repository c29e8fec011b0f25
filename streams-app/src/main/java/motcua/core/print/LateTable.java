package motcua.core.print;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import motcua.core.document.Cell;
import motcua.core.document.Table;

/** The list of dossiers late in a period: finished late, and open beyond their due. */
public final class LateTable {
  private static final List<Table.Column> COLUMNS =
      List.of(
          new Table.Column("", "TT", "", 5),
          new Table.Column("", "Mã hồ sơ", "", 20),
          new Table.Column("", "Đơn vị", "", 24),
          new Table.Column("", "Lĩnh vực", "", 14),
          new Table.Column("", "Ngày hẹn trả", "", 10),
          new Table.Column("", "Ngày có kết quả", "", 10),
          new Table.Column("", "Số ngày quá hạn", "", 8));

  private LateTable() {}

  /** Hands over dossiers one at a time. */
  @FunctionalInterface
  public interface Dossiers {
    /** Hands each to the reader, in printing order. */
    void forEach(Consumer<LateDossier> reader);
  }

  /** The table; the dossiers are read when it is written. */
  public static Table of(String name, Dossiers dossiers) {
    return new Table(
        name,
        COLUMNS,
        reader -> {
          int[] number = {0};
          dossiers.forEach(dossier -> reader.accept(row(++number[0], dossier)));
        },
        Optional.empty());
  }

  private static List<Cell> row(int number, LateDossier dossier) {
    boolean known = dossier.due() != null;
    return List.of(
        new Cell.Count(number),
        new Cell.Text(dossier.code()),
        new Cell.Text(
            dossier.unitName().isEmpty()
                ? dossier.unit()
                : dossier.unitName() + " (" + dossier.unit() + ")"),
        new Cell.Text(dossier.field()),
        known ? new Cell.Day(dossier.due()) : new Cell.Text("đã đổi"),
        dossier.finished() == null ? Cell.EMPTY : new Cell.Day(dossier.finished()),
        known
            ? new Cell.Count(ChronoUnit.DAYS.between(dossier.due(), dossier.until()))
            : Cell.EMPTY);
  }
}
