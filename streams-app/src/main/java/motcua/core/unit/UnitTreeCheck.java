package motcua.core.unit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import motcua.core.unit.Parsed.Problem;

/**
 * What makes rows a tree: codes that exist, validities that do not overlap, no unit below itself on
 * any day. Checked as known on every day on which a row was recorded.
 */
final class UnitTreeCheck {
  private final List<UnitRow> rows;
  private final List<Integer> lines;
  private final Map<UnitRow, Integer> lineOf = new HashMap<>();
  private final Set<Problem> problems = new TreeSet<>(UnitTreeCheck::order);

  private UnitTreeCheck(List<UnitRow> rows, List<Integer> lines) {
    this.rows = rows;
    this.lines = lines;
  }

  /** All problems in line order; {@code lines} holds the line of each row. */
  static List<Problem> problems(List<UnitRow> rows, List<Integer> lines) {
    UnitTreeCheck check = new UnitTreeCheck(rows, lines);
    check.eachRow();
    if (check.problems.isEmpty()) {
      UnitTree tree = UnitTree.unchecked(rows);
      for (LocalDate day : check.recordingDays()) {
        check.asKnown(tree.asKnownOn(day));
      }
    }
    return List.copyOf(check.problems);
  }

  private void eachRow() {
    Set<List<Object>> seen = new HashSet<>();
    for (int i = 0; i < rows.size(); i++) {
      UnitRow row = rows.get(i);
      lineOf.put(row, lines.get(i));
      List<Object> identity = new ArrayList<>();
      identity.add(row.code());
      identity.add(row.validFrom());
      identity.add(row.recordedOn());
      if (!seen.add(identity)) {
        problem(row, "unit " + row.code() + " has a second row with the same validFrom");
      }
      if (row.code().equals(UnitTree.ALL) || row.code().startsWith(UnitTree.UNKNOWN_PREFIX)) {
        problem(row, "code " + row.code() + " is reserved");
      }
      if (row.successor() != null && row.validTo() == null) {
        problem(row, "unit " + row.code() + " has a successor and no validTo");
      }
    }
  }

  private Set<LocalDate> recordingDays() {
    Set<LocalDate> days = new TreeSet<>();
    days.add(LocalDate.MIN);
    rows.stream()
        .filter(row -> row.recordedOn() != null)
        .forEach(row -> days.add(row.recordedOn()));
    return days;
  }

  private void asKnown(UnitTree tree) {
    for (List<UnitRow> validities : tree.rows()) {
      for (int i = 0; i < validities.size(); i++) {
        references(tree, validities.get(i));
        if (i > 0 && validities.get(i - 1).validity().overlaps(validities.get(i).validity())) {
          String code = validities.get(i).code();
          problem(
              validities.get(i),
              "validity of unit " + code + " overlaps that of line " + line(validities.get(i - 1)));
        }
      }
    }
    if (problems.isEmpty()) {
      for (LocalDate day : turningDays(tree)) {
        cycles(tree, day);
      }
    }
  }

  private void references(UnitTree tree, UnitRow row) {
    if (row.parent() != null && !tree.has(row.parent())) {
      problem(
          row, "parent " + row.parent() + " of unit " + row.code() + " is no unit of this file");
    }
    if (row.successor() != null && !tree.has(row.successor())) {
      problem(
          row,
          "successor " + row.successor() + " of unit " + row.code() + " is no unit of this file");
    }
  }

  /** Days on which the tree may look different from the day before, and one before all. */
  private static Set<LocalDate> turningDays(UnitTree tree) {
    Set<LocalDate> days = new TreeSet<>();
    days.add(LocalDate.MIN);
    for (List<UnitRow> validities : tree.rows()) {
      for (UnitRow row : validities) {
        if (row.validFrom() != null) {
          days.add(row.validFrom());
        }
        if (row.validTo() != null) {
          days.add(row.validTo().plusDays(1));
        }
      }
    }
    return days;
  }

  private void cycles(UnitTree tree, LocalDate day) {
    Set<String> rooted = new HashSet<>();
    for (String code : tree.codes()) {
      Set<String> path = new HashSet<>();
      String at = code;
      while (at != null && !rooted.contains(at) && path.add(at)) {
        at = tree.parent(at, day);
      }
      if (at != null && !rooted.contains(at)) {
        String when = day.equals(LocalDate.MIN) ? "" : " on " + day;
        problem(tree.row(at, day), "unit " + at + " lies below itself" + when);
      }
      rooted.addAll(path);
    }
  }

  private int line(UnitRow row) {
    return lineOf.get(row);
  }

  private void problem(UnitRow row, String message) {
    problems.add(new Problem(line(row), message));
  }

  private static int order(Problem a, Problem b) {
    int byLine = Integer.compare(a.line(), b.line());
    return byLine != 0 ? byLine : a.message().compareTo(b.message());
  }
}
