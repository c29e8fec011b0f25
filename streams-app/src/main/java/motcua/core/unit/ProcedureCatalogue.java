package motcua.core.unit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import motcua.core.unit.CsvTable.Row;

/**
 * The procedures (thủ tục hành chính) and their fields (lĩnh vực), from procedures.csv
 * (contract.md). A code with an issuer's suffix, {@code 1.001193.000.00.00.H22}, is also found
 * under its national core {@code 1.001193} (rules.md 9). Immutable.
 */
public final class ProcedureCatalogue {
  /** No procedure at all. */
  public static final ProcedureCatalogue EMPTY = new ProcedureCatalogue(List.of());

  private final Map<String, List<Procedure>> byCode = new HashMap<>();
  private final Map<String, List<Procedure>> byField = new HashMap<>();
  private final List<Procedure> rows;
  private final String version;

  private ProcedureCatalogue(List<Procedure> procedures) {
    List<String> canonical = new ArrayList<>(procedures.size());
    for (Procedure each : procedures) {
      byCode.computeIfAbsent(each.code(), code -> new ArrayList<>(1)).add(each);
      if (each.field() != null) {
        byField.computeIfAbsent(each.field(), field -> new ArrayList<>(4)).add(each);
      }
      canonical.add(each.canonical());
    }
    byCode.values().forEach(ProcedureCatalogue::sort);
    byField.values().forEach(ProcedureCatalogue::sort);
    this.rows = List.copyOf(procedures);
    this.version = RowDigest.of(canonical);
  }

  private static void sort(List<Procedure> rows) {
    rows.sort(
        (a, b) -> {
          int byBegin = Validity.byBegin(a.validity(), b.validity());
          return byBegin != 0 ? byBegin : a.code().compareTo(b.code());
        });
  }

  /** Every procedure, in the order of the file. */
  public List<Procedure> rows() {
    return rows;
  }

  /**
   * One line: a procedure during one validity.
   *
   * @param field code of its field; may be null
   * @param fieldName may be null
   * @param onlineLevel as written; may be null
   * @param maxWorkingDays longest term in working days; null when not given
   * @param validFrom first valid day; null: since ever
   * @param validTo last valid day; null: still valid
   */
  public record Procedure(
      String code,
      String name,
      String field,
      String fieldName,
      String onlineLevel,
      Integer maxWorkingDays,
      LocalDate validFrom,
      LocalDate validTo) {
    public Procedure {
      Objects.requireNonNull(code, "code");
      Objects.requireNonNull(name, "name");
    }

    Validity validity() {
      return new Validity(validFrom, validTo);
    }

    String canonical() {
      return RowDigest.row(
          code, name, field, fieldName, onlineLevel, maxWorkingDays, validFrom, validTo);
    }
  }

  /** Reads the text of procedures.csv. */
  public static Parsed<ProcedureCatalogue> parse(String csv) {
    CsvTable table = new CsvTable(csv, "code", "name");
    List<Procedure> procedures = new ArrayList<>();
    Map<String, List<Procedure>> seen = new HashMap<>();
    for (Row row : table.problems().isEmpty() ? table.rows() : List.<Row>of()) {
      Procedure procedure = procedure(table, row);
      if (procedure != null) {
        List<Procedure> same = seen.computeIfAbsent(procedure.code(), code -> new ArrayList<>(1));
        if (same.stream().anyMatch(other -> other.validity().overlaps(procedure.validity()))) {
          table.problem(
              row.line(),
              "validity of procedure " + procedure.code() + " overlaps that of another line");
        }
        same.add(procedure);
        procedures.add(procedure);
      }
    }
    return table.problems().isEmpty()
        ? new Parsed.Read<>(new ProcedureCatalogue(procedures))
        : new Parsed.Failed<>(table.problems());
  }

  private static Procedure procedure(CsvTable table, Row row) {
    String code = table.required(row, "code");
    String name = table.required(row, "name");
    Validity valid = table.validity(row);
    Integer days = workingDays(table, row);
    if (code == null || name == null) {
      return null;
    }
    String field = table.text(row, "field");
    String fieldName = table.text(row, "fieldName");
    String level = table.text(row, "onlineLevel");
    return new Procedure(code, name, field, fieldName, level, days, valid.from(), valid.to());
  }

  private static Integer workingDays(CsvTable table, Row row) {
    String text = table.text(row, "maxWorkingDays");
    try {
      int days = text == null ? 0 : Integer.parseInt(text);
      if (days >= 0) {
        return text == null ? null : Integer.valueOf(days);
      }
    } catch (NumberFormatException e) {
      // reported below, like a number below zero
    }
    table.problem(row.line(), "maxWorkingDays is not a whole number of days");
    return null;
  }

  /** Short hash of the rows. */
  public String version() {
    return version;
  }

  /**
   * The procedure of a code, or else of its national core, on a day; of one not valid then its
   * nearest row.
   */
  public Optional<Procedure> procedure(String code, LocalDate day) {
    Procedure exact = on(byCode.get(code), day);
    return Optional.ofNullable(exact != null ? exact : on(byCode.get(core(code)), day));
  }

  /** The procedure's name on a day, for printing; the code when the catalogue does not know it. */
  public String procedureName(String code, LocalDate day) {
    return procedure(code, day).map(Procedure::name).orElse(code);
  }

  /** The field's name on a day, for printing; the code when the catalogue does not know it. */
  public String fieldName(String field, LocalDate day) {
    Procedure row = on(byField.get(field), day);
    return row == null || row.fieldName() == null ? field : row.fieldName();
  }

  /** The last row begun by the day, preferring one still valid; before all of them the first. */
  private static Procedure on(List<Procedure> rows, LocalDate day) {
    if (rows == null) {
      return null;
    }
    Procedure last = rows.getFirst();
    for (Procedure row : rows) {
      if (row.validity().holdsOn(day)) {
        return row;
      }
      last = row.validity().beginsAfter(day) ? last : row;
    }
    return last;
  }

  /** The first two parts of a code. */
  private static String core(String code) {
    int first = code.indexOf('.');
    int second = first < 0 ? -1 : code.indexOf('.', first + 1);
    return second < 0 ? code : code.substring(0, second);
  }
}
