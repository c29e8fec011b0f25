package motcua.core.unit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import motcua.core.unit.CsvTable.Row;

/**
 * The procedures (thủ tục hành chính) and their fields (lĩnh vực), from procedures.csv
 * (contract.md). A code with an issuer's suffix, {@code 1.001193.000.00.00.H22}, is also found
 * under its national core {@code 1.001193} (rules.md 9). A further column recordedAt is optional;
 * of the rows with one code and one begin the one recorded last holds. Immutable.
 */
public final class ProcedureCatalogue {
  /** No procedure at all. */
  public static final ProcedureCatalogue EMPTY = new ProcedureCatalogue(List.of(), LocalDate.MAX);

  private final Map<String, List<Procedure>> byCode = new HashMap<>();
  private final Map<String, List<Procedure>> byField = new HashMap<>();
  private final List<Procedure> history;
  private final List<Procedure> rows;
  private final String version;

  private ProcedureCatalogue(List<Procedure> history, LocalDate knownOn) {
    this.history = history;
    this.rows = knownRows(history, knownOn);
    List<String> canonical = new ArrayList<>(rows.size());
    for (Procedure each : rows) {
      byCode.computeIfAbsent(each.code(), code -> new ArrayList<>(1)).add(each);
      if (each.field() != null) {
        byField.computeIfAbsent(each.field(), field -> new ArrayList<>(4)).add(each);
      }
      canonical.add(each.canonical());
    }
    byCode.values().forEach(ProcedureCatalogue::sort);
    byField.values().forEach(ProcedureCatalogue::sort);
    this.version = RowDigest.of(canonical);
  }

  private static List<Procedure> knownRows(List<Procedure> history, LocalDate day) {
    Map<List<Object>, Procedure> holding = new LinkedHashMap<>();
    for (Procedure row : history) {
      if (row.recordedOn() == null || !row.recordedOn().isAfter(day)) {
        holding.merge(
            Arrays.asList(row.code(), row.validFrom()),
            row,
            (a, b) -> a.isRecordedBefore(b) ? b : a);
      }
    }
    return List.copyOf(holding.values());
  }

  /** The catalogue as its rows were known on a day; rows without a recording day are on all. */
  public ProcedureCatalogue asKnownOn(LocalDate day) {
    boolean all =
        history.stream()
            .allMatch(row -> row.recordedOn() == null || !row.recordedOn().isAfter(day));
    return all && rows.size() == history.size() ? this : new ProcedureCatalogue(history, day);
  }

  private static void sort(List<Procedure> rows) {
    rows.sort(
        (a, b) -> {
          int byBegin = Validity.byBegin(a.validity(), b.validity());
          return byBegin != 0 ? byBegin : a.code().compareTo(b.code());
        });
  }

  /** Every procedure known, in the order of the file. */
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
   * @param recordedOn day from which the row is known; null: known at every cut
   */
  public record Procedure(
      String code,
      String name,
      String field,
      String fieldName,
      String onlineLevel,
      Integer maxWorkingDays,
      LocalDate validFrom,
      LocalDate validTo,
      LocalDate recordedOn) {
    public Procedure {
      Objects.requireNonNull(code, "code");
      Objects.requireNonNull(name, "name");
    }

    Validity validity() {
      return new Validity(validFrom, validTo);
    }

    boolean isRecordedBefore(Procedure other) {
      return recordedOn == null
          || (other.recordedOn != null && recordedOn.isBefore(other.recordedOn));
    }

    String canonical() {
      return RowDigest.row(
          code,
          name,
          field,
          fieldName,
          onlineLevel,
          maxWorkingDays,
          validFrom,
          validTo,
          recordedOn);
    }
  }

  /** Reads the text of procedures.csv. */
  public static Parsed<ProcedureCatalogue> parse(String csv) {
    CsvTable table = new CsvTable(csv, "code", "name");
    List<Procedure> procedures = new ArrayList<>();
    List<Row> lines = new ArrayList<>();
    for (Row row : table.problems().isEmpty() ? table.rows() : List.<Row>of()) {
      Procedure procedure = procedure(table, row);
      if (procedure != null) {
        procedures.add(procedure);
        lines.add(row);
      }
    }
    overlaps(procedures, lines, table);
    return table.problems().isEmpty()
        ? new Parsed.Read<>(new ProcedureCatalogue(List.copyOf(procedures), LocalDate.MAX))
        : new Parsed.Failed<>(table.problems());
  }

  /** Rows of one code do not overlap, as known on any day on which one was recorded. */
  private static void overlaps(List<Procedure> procedures, List<Row> lines, CsvTable table) {
    SortedSet<LocalDate> days = new TreeSet<>(List.of(LocalDate.MIN));
    procedures.stream().map(Procedure::recordedOn).filter(Objects::nonNull).forEach(days::add);
    SortedSet<Integer> wrong = new TreeSet<>();
    Set<List<Object>> begun = new HashSet<>();
    for (int i = 0; i < procedures.size(); i++) {
      Procedure row = procedures.get(i);
      if (!begun.add(Arrays.asList(row.code(), row.validFrom(), row.recordedOn()))) {
        wrong.add(i);
      }
    }
    for (LocalDate day : days) {
      Map<String, List<Procedure>> seen = new HashMap<>();
      for (Procedure procedure : knownRows(procedures, day)) {
        List<Procedure> same = seen.computeIfAbsent(procedure.code(), code -> new ArrayList<>(1));
        if (same.stream().anyMatch(other -> other.validity().overlaps(procedure.validity()))) {
          wrong.add(procedures.lastIndexOf(procedure));
        }
        same.add(procedure);
      }
    }
    for (int at : wrong) {
      table.problem(
          lines.get(at).line(),
          "validity of procedure " + procedures.get(at).code() + " overlaps that of another line");
    }
  }

  private static Procedure procedure(CsvTable table, Row row) {
    String code = table.required(row, "code");
    String name = table.required(row, "name");
    Validity valid = table.validity(row);
    Integer days = workingDays(table, row);
    LocalDate recordedOn = table.dayKnown(row, "recordedAt");
    if (code == null || name == null) {
      return null;
    }
    String field = table.text(row, "field");
    String fieldName = table.text(row, "fieldName");
    String level = table.text(row, "onlineLevel");
    return new Procedure(
        code, name, field, fieldName, level, days, valid.from(), valid.to(), recordedOn);
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
