package motcua.core.unit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import motcua.core.unit.Parsed.Problem;

/**
 * The tree of units with its validity dates (ledger.md 6). Ancestry comes from the parent column,
 * never from the text of a code: {@code H1} is no parent of {@code H10}. A unit is in the tree on
 * every day: one that ended with a successor lies below it, one that ended without stays below its
 * last parent, one not begun yet lies below its first. Immutable; days are local days.
 */
public final class UnitTree {
  /** The scope of everything, unknown units included. */
  public static final String ALL = "ALL";

  /** Before the raw code of a unit the tree does not know. */
  public static final String UNKNOWN_PREFIX = "UNKNOWN/";

  /** A tree without units: nothing is known, so nothing is called unknown. */
  public static final UnitTree EMPTY = new UnitTree(List.of(), LocalDate.MAX);

  private final List<UnitRow> history;
  private final LocalDate knownOn;
  private final Map<String, List<UnitRow>> rowsByCode = new TreeMap<>();
  private final String version;

  private UnitTree(List<UnitRow> history, LocalDate knownOn) {
    this.history = history;
    this.knownOn = knownOn;
    List<UnitRow> known = knownRows(history, knownOn);
    List<String> canonical = new ArrayList<>(known.size());
    for (UnitRow row : known) {
      rowsByCode.computeIfAbsent(row.code(), code -> new ArrayList<>(1)).add(row);
      canonical.add(row.canonical());
    }
    for (List<UnitRow> rows : rowsByCode.values()) {
      rows.sort((a, b) -> Validity.byBegin(a.validity(), b.validity()));
    }
    this.version = RowDigest.of(canonical);
  }

  /**
   * The tree of these rows, all of them known; IllegalArgumentException names each row that does
   * not fit.
   */
  public static UnitTree of(List<UnitRow> rows) {
    List<Integer> lines = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      lines.add(i + 1);
    }
    List<Problem> problems = UnitTreeCheck.problems(rows, lines);
    return problems.isEmpty()
        ? unchecked(rows)
        : new Parsed.Failed<UnitTree>(problems).orElseThrow();
  }

  /** Reads the text of units.csv (contract.md); a further column recordedAt is optional. */
  public static Parsed<UnitTree> parse(String csv) {
    return UnitTreeFile.parse(csv);
  }

  static UnitTree unchecked(List<UnitRow> rows) {
    return new UnitTree(List.copyOf(rows), LocalDate.MAX);
  }

  /** The tree as its rows were known on a day; rows without a recording day are known on all. */
  public UnitTree asKnownOn(LocalDate day) {
    LocalDate earlier = day.isBefore(knownOn) ? day : knownOn;
    LocalDate later = day.isBefore(knownOn) ? knownOn : day;
    boolean asNow =
        history.stream()
            .map(UnitRow::recordedOn)
            .allMatch(on -> on == null || !on.isAfter(earlier) || on.isAfter(later));
    return asNow ? this : new UnitTree(history, day);
  }

  /** Of the rows with one code and one begin the one recorded last, up to a day, holds. */
  private static List<UnitRow> knownRows(List<UnitRow> rows, LocalDate day) {
    Map<List<Object>, UnitRow> holding = new HashMap<>();
    for (UnitRow row : rows) {
      if (row.recordedOn() == null || !row.recordedOn().isAfter(day)) {
        holding.merge(
            List.of(row.code(), row.validFrom() == null ? LocalDate.MIN : row.validFrom()),
            row,
            (a, b) -> recordedBefore(a, b) ? b : a);
      }
    }
    return List.copyOf(holding.values());
  }

  private static boolean recordedBefore(UnitRow a, UnitRow b) {
    return a.recordedOn() == null
        || (b.recordedOn() != null && a.recordedOn().isBefore(b.recordedOn()));
  }

  /** Short hash of the known rows, heads left out; the same for any order of lines. */
  public String version() {
    return version;
  }

  /** Whether the tree has no unit at all. */
  public boolean isEmpty() {
    return rowsByCode.isEmpty();
  }

  /** All codes, sorted. */
  public Set<String> codes() {
    return Collections.unmodifiableSet(rowsByCode.keySet());
  }

  /** Whether the code needs no UNKNOWN mark: the tree has it, or there is no tree. */
  public boolean isKnown(String code) {
    return isEmpty() || has(code);
  }

  /**
   * Whether a report can be drawn for the code: {@link #ALL}, a known unit, or {@code
   * UNKNOWN/<code>}.
   */
  public boolean isScope(String code) {
    return code.equals(ALL) || code.startsWith(UNKNOWN_PREFIX) || isKnown(code);
  }

  /** The code as reports print it: itself, or {@code UNKNOWN/<code>}. */
  public String displayCode(String code) {
    return isKnown(code) ? code : UNKNOWN_PREFIX + code;
  }

  /** The code that {@link #displayCode} printed. */
  public String rawCode(String printed) {
    String raw =
        printed.startsWith(UNKNOWN_PREFIX) ? printed.substring(UNKNOWN_PREFIX.length()) : "";
    return raw.isEmpty() || isKnown(raw) ? printed : raw;
  }

  /** The unit's name on a day; of a unit without a row the code. */
  public String name(String code, LocalDate day) {
    UnitRow row = row(code, day);
    return row == null ? code : row.name();
  }

  /**
   * The row that describes the unit on a day (the last before it, else its first); null when the
   * tree has no such unit.
   */
  public UnitRow row(String code, LocalDate day) {
    List<UnitRow> rows = rowsByCode.get(code);
    if (rows == null) {
      return null;
    }
    for (int i = rows.size() - 1; i > 0; i--) {
      if (!rows.get(i).validity().beginsAfter(day)) {
        return rows.get(i);
      }
    }
    return rows.getFirst();
  }

  /** The code of the unit above on a day; null for a root and for a unit the tree does not know. */
  public String parent(String code, LocalDate day) {
    UnitRow row = row(code, day);
    if (row == null) {
      return null;
    }
    String merged = successorOf(row, day);
    return merged != null || row.parent() == null ? merged : successor(row.parent(), day);
  }

  /**
   * The unit that stands for a unit on a day: itself, or when it ended with a successor that one,
   * and so on. A code the tree does not know stands for itself.
   */
  public String successor(String code, LocalDate day) {
    String at = code;
    for (int steps = 0; steps <= rowsByCode.size(); steps++) {
      UnitRow row = row(at, day);
      String next = row == null ? null : successorOf(row, day);
      if (next == null) {
        return at;
      }
      at = next;
    }
    return at;
  }

  private static String successorOf(UnitRow row, LocalDate day) {
    return row.validity().endsBefore(day) ? row.successor() : null;
  }

  /**
   * Codes from the unit above up to the root; empty for a root and for a unit the tree does not
   * know.
   */
  public List<String> ancestors(String code, LocalDate day) {
    List<String> up = new ArrayList<>(4);
    String at = parent(code, day);
    while (at != null && up.size() <= rowsByCode.size()) {
      up.add(at);
      at = parent(at, day);
    }
    return up;
  }

  /** Codes right below a unit on a day, sorted. */
  public List<String> children(String code, LocalDate day) {
    return childrenByParent(day).getOrDefault(code, List.of());
  }

  /** Codes without a unit above on a day, sorted. */
  public List<String> roots(LocalDate day) {
    return childrenByParent(day).getOrDefault(null, List.of());
  }

  /** Codes right below each unit on a day, sorted; under the null key the roots. */
  public Map<String, List<String>> childrenByParent(LocalDate day) {
    Map<String, List<String>> children = new HashMap<>();
    for (String code : rowsByCode.keySet()) {
      children.computeIfAbsent(parent(code, day), parent -> new ArrayList<>(4)).add(code);
    }
    return children;
  }

  /**
   * The units of a scope as the tree stood on {@code to}: {@link #ALL}, a unit with all below it,
   * or {@code UNKNOWN/<code>}. Units the tree does not know are below its root; with several roots
   * they are in ALL only. A code the tree does not know gives that unit alone.
   */
  public Scope scope(String code, LocalDate to) {
    Objects.requireNonNull(to, "to");
    if (code.equals(ALL)) {
      return new Scope(code, rowsByCode.keySet(), true, this);
    }
    if (!has(code)) {
      String raw = code.startsWith(UNKNOWN_PREFIX) ? code.substring(UNKNOWN_PREFIX.length()) : code;
      return new Scope(code, has(raw) ? Set.of() : Set.of(raw), false, this);
    }
    Map<String, List<String>> children = childrenByParent(to);
    Set<String> inside = new LinkedHashSet<>(List.of(code));
    List<String> toVisit = new ArrayList<>(inside);
    while (!toVisit.isEmpty()) {
      for (String child : children.getOrDefault(toVisit.removeLast(), List.of())) {
        if (inside.add(child)) {
          toVisit.add(child);
        }
      }
    }
    return new Scope(
        code, inside, children.getOrDefault(null, List.of()).equals(List.of(code)), this);
  }

  /** Whether the tree has a row of this code. */
  boolean has(String code) {
    return rowsByCode.containsKey(code);
  }

  /** The rows of each unit, by code; a unit's rows are its validities in order of begin. */
  public Collection<List<UnitRow>> rows() {
    return rowsByCode.values().stream().map(List::copyOf).toList();
  }
}
