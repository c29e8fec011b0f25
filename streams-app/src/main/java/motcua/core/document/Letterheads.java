package motcua.core.document;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import motcua.core.unit.CsvTable;
import motcua.core.unit.Parsed;
import motcua.core.unit.Validity;

/**
 * Heading blocks by scope and day (letterheads.csv): agencies are renamed, moved and given other
 * superiors, and a report of then keeps the heading of then. Immutable.
 */
public final class Letterheads {
  /** No heading block at all. */
  public static final Letterheads NONE = new Letterheads(List.of());

  /** The scope of lines that serve every scope without one of its own. */
  private static final String ANY = "*";

  private final List<Line> lines;

  private Letterheads(List<Line> lines) {
    this.lines = List.copyOf(lines);
  }

  private record Line(
      String scope,
      Validity valid,
      String superior,
      String agency,
      String number,
      String place,
      String signer,
      List<String> recipients) {
    Letterhead on(LocalDate date) {
      return new Letterhead(superior, agency, number, place, date, signer, recipients);
    }
  }

  /**
   * Reads the text of letterheads.csv:
   * scope,superior,agency,number,place,signer,recipients,validFrom,validTo. A scope of {@code *}
   * serves all others; recipients are separated by semicolons.
   */
  public static Parsed<Letterheads> parse(String csv) {
    CsvTable table = new CsvTable(csv, "scope", "agency", "place");
    List<Line> lines = new ArrayList<>();
    for (CsvTable.Row row : table.problems().isEmpty() ? table.rows() : List.<CsvTable.Row>of()) {
      String scope = table.required(row, "scope");
      String agency = table.required(row, "agency");
      String place = table.required(row, "place");
      Validity valid = table.validity(row);
      if (scope == null || agency == null || place == null) {
        continue;
      }
      if (lines.stream().anyMatch(line -> line.scope.equals(scope) && line.valid.overlaps(valid))) {
        table.problem(row.line(), "validity overlaps that of another line with this scope");
      }
      lines.add(
          new Line(
              scope,
              valid,
              Objects.requireNonNullElse(table.text(row, "superior"), ""),
              agency,
              Objects.requireNonNullElse(table.text(row, "number"), ""),
              place,
              Objects.requireNonNullElse(table.text(row, "signer"), ""),
              recipients(table.text(row, "recipients"))));
    }
    return table.problems().isEmpty()
        ? new Parsed.Read<>(new Letterheads(lines))
        : new Parsed.Failed<>(table.problems());
  }

  private static List<String> recipients(String text) {
    return text == null
        ? List.of()
        : Arrays.stream(text.split(";"))
            .map(String::strip)
            .filter(line -> !line.isEmpty())
            .toList();
  }

  /** The heading block of a scope on the day that the document bears. */
  public Optional<Letterhead> of(String scope, LocalDate date) {
    return line(scope, date).or(() -> line(ANY, date)).map(line -> line.on(date));
  }

  private Optional<Line> line(String scope, LocalDate date) {
    return lines.stream()
        .filter(line -> line.scope.equals(scope) && line.valid.holdsOn(date))
        .findFirst();
  }
}
