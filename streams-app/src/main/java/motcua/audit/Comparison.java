package motcua.audit;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import motcua.audit.recount.Cell;
import motcua.audit.recount.Figures;
import motcua.readmodel.AuditCell;
import motcua.readmodel.AuditSnapshot;

/**
 * The recount beside the ledger and, where it is kept, the journal, file of units by file of units.
 */
final class Comparison {
  private static final List<String> COLUMNS = Figures.COLUMNS;
  private static final int DOSSIERS_NAMED = 3;

  private final Gathering recounted;
  private final AuditSnapshot books;
  private final LocalDate knownTo;
  private final boolean journalKept;
  private long cells;
  private long differing;
  private Difference first;

  /** One figure that is not the same everywhere. */
  private record Difference(Cell cell, int figure, long recount, long ledger, long journal) {
    /** By what a person looks for first: the unit, then the day. */
    boolean isBefore(Difference other) {
      if (other == null) {
        return true;
      }
      int byUnit = cell.unit().compareTo(other.cell.unit());
      int byDay = cell.countsOn().compareTo(other.cell.countsOn());
      return byUnit != 0 ? byUnit < 0 : byDay < 0;
    }
  }

  /** What the three say of one cell. */
  private static final class Sums {
    private final long[] recount = new long[COLUMNS.size()];
    private final long[] ledger = new long[COLUMNS.size()];
    private final long[] journal = new long[COLUMNS.size()];
  }

  /**
   * @param knownTo last day of knowledge that is compared; null: everything
   */
  Comparison(Gathering recounted, AuditSnapshot books, LocalDate knownTo) {
    this.recounted = recounted;
    this.books = books;
    this.knownTo = knownTo;
    this.journalKept = books.journalKept();
  }

  /** Compares everything. */
  void run() throws IOException {
    SortedSet<String> booked = books.units();
    for (int file = 0; file < recounted.files(); file++) {
      Map<Cell, Sums> sums = new HashMap<>();
      addRecount(file, sums);
      int number = file;
      SortedSet<String> units = new TreeSet<>(booked);
      units.removeIf(unit -> recounted.fileOf(unit) != number);
      addBooks(units, sums);
      cells += sums.size();
      sums.forEach(this::compare);
    }
  }

  private void addRecount(int file, Map<Cell, Sums> sums) throws IOException {
    recounted.entries(
        file,
        owned -> {
          Cell cell = owned.entry().cell();
          if (knownTo == null || !cell.knownOn().isAfter(knownTo)) {
            sums.computeIfAbsent(cell, c -> new Sums()).recount[owned.entry().figure()] +=
                owned.entry().count();
          }
        });
  }

  private void addBooks(Collection<String> units, Map<Cell, Sums> sums) {
    if (units.isEmpty()) {
      return;
    }
    books.ledger(units, COLUMNS, knownTo, cell -> copy(cell, sumsOf(cell, sums).ledger));
    if (journalKept) {
      books.journal(units, COLUMNS, knownTo, cell -> copy(cell, sumsOf(cell, sums).journal));
    }
  }

  private static Sums sumsOf(AuditCell cell, Map<Cell, Sums> sums) {
    return sums.computeIfAbsent(
        new Cell(cell.unit(), cell.field(), cell.counterpart(), cell.countsOn(), cell.knownOn()),
        c -> new Sums());
  }

  private static void copy(AuditCell cell, long[] target) {
    for (int figure = 0; figure < target.length; figure++) {
      target[figure] = cell.figures().get(figure);
    }
  }

  private void compare(Cell cell, Sums sums) {
    for (int figure = 0; figure < COLUMNS.size(); figure++) {
      long recount = sums.recount[figure];
      if (sums.ledger[figure] != recount || journalKept && sums.journal[figure] != recount) {
        differing++;
        Difference found =
            new Difference(cell, figure, recount, sums.ledger[figure], sums.journal[figure]);
        if (found.isBefore(first)) {
          first = found;
        }
      }
    }
  }

  long cells() {
    return cells;
  }

  long differing() {
    return differing;
  }

  /** The first difference in one line, with the dossiers behind it; null when there is none. */
  String firstDifference() throws IOException {
    if (first == null) {
      return null;
    }
    Cell cell = first.cell;
    return "unit %s, field '%s'%s, counts on %s, known on %s, %s: ledger %d, %srecount %d%s"
        .formatted(
            cell.unit(),
            cell.field(),
            cell.counterpart().isEmpty() ? "" : ", counterpart " + cell.counterpart(),
            cell.countsOn(),
            cell.knownOn(),
            COLUMNS.get(first.figure),
            first.ledger,
            journalKept ? "journal %d, ".formatted(first.journal) : "",
            first.recount,
            journalKept ? dossiers() : "; the journal is off, no dossier can be named");
  }

  /** Dossiers on which journal and recount do not agree. */
  private String dossiers() throws IOException {
    Cell cell = first.cell;
    Map<String, Long> parted = new TreeMap<>();
    recounted.entries(
        recounted.fileOf(cell.unit()),
        owned -> {
          if (owned.entry().cell().equals(cell) && owned.entry().figure() == first.figure) {
            parted.merge(owned.owner(), owned.entry().count(), Long::sum);
          }
        });
    AuditCell asked =
        new AuditCell(
            cell.unit(),
            cell.field(),
            cell.counterpart(),
            cell.countsOn(),
            cell.knownOn(),
            List.of());
    books
        .dossiers(asked, COLUMNS.get(first.figure))
        .forEach((dossier, count) -> parted.merge(dossier, -count, Long::sum));
    parted.values().removeIf(count -> count == 0);
    if (parted.isEmpty()) {
      return "; journal and recount agree on every dossier";
    }
    List<String> named = new ArrayList<>(parted.keySet());
    String more =
        named.size() > DOSSIERS_NAMED
            ? " and %d more".formatted(named.size() - DOSSIERS_NAMED)
            : "";
    return "; dossiers "
        + String.join(", ", named.subList(0, Math.min(named.size(), DOSSIERS_NAMED)))
            .replace('\u001f', '/')
        + more;
  }
}
