package motcua.core.unit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import motcua.core.unit.ResolvedUnit.Match;

/**
 * Finds the unit of a national record, which may give a code, a name and the sender's code
 * (national-payload.md 2, D27). In this order: the record's code, the source's alias of the name,
 * the one unit of that name on the day, the sender's code, and else whatever was given as an
 * unknown unit. A unit that ended before the day stands for its successor. Without a tree the
 * record's code, the sender's code or the name is taken as it is. Immutable.
 */
public final class UnitResolver {
  /** Resolves without a tree. */
  public static final UnitResolver NONE = new UnitResolver(UnitTree.EMPTY, UnitAliases.NONE);

  /** The unit of a record that names none at all. */
  public static final String NOT_GIVEN = "?";

  private final UnitTree tree;
  private final UnitAliases aliases;
  private final Map<String, List<UnitRow>> rowsByName = new HashMap<>();

  /** Resolves by these tables. */
  public UnitResolver(UnitTree tree, UnitAliases aliases) {
    this.tree = tree;
    this.aliases = aliases;
    for (List<UnitRow> rows : tree.rows()) {
      for (UnitRow row : rows) {
        rowsByName.computeIfAbsent(NameKey.of(row.name()), key -> new ArrayList<>(1)).add(row);
      }
    }
    // names written as in the tree, the usual case, need no folding
    for (List<UnitRow> rows : List.copyOf(rowsByName.values())) {
      for (UnitRow row : rows) {
        rowsByName.putIfAbsent(row.name(), rows);
      }
    }
  }

  /**
   * Each of {@code recordCode}, {@code name} and {@code senderCode} may be null; {@code day}
   * decides validities.
   */
  public ResolvedUnit resolve(
      String source, String recordCode, String name, String senderCode, LocalDate day) {
    if (tree.isEmpty()) {
      return new ResolvedUnit(firstOf(recordCode, senderCode, name), Match.NAMED);
    }
    if (recordCode != null && tree.has(recordCode)) {
      return onDay(recordCode, day);
    }
    String named = name == null ? null : byName(source, name, senderCode, day);
    if (named != null) {
      return onDay(named, day);
    }
    if (senderCode != null && tree.has(senderCode)) {
      ResolvedUnit sender = onDay(senderCode, day);
      boolean nothingElseGiven = recordCode == null && name == null;
      return nothingElseGiven ? sender : new ResolvedUnit(sender.code(), Match.STAND_IN);
    }
    return new ResolvedUnit(firstOf(recordCode, senderCode, name), Match.STAND_IN);
  }

  private static String firstOf(String recordCode, String senderCode, String name) {
    if (recordCode != null) {
      return recordCode;
    }
    return senderCode != null ? senderCode : name != null ? name : NOT_GIVEN;
  }

  private ResolvedUnit onDay(String code, LocalDate day) {
    String standing = tree.successor(code, day);
    return new ResolvedUnit(standing, standing.equals(code) ? Match.NAMED : Match.SUCCESSOR);
  }

  private String byName(String source, String name, String senderCode, LocalDate day) {
    String alias = aliases.code(source, name, day).orElse(null);
    if (alias != null) {
      return alias;
    }
    List<UnitRow> written = rowsByName.get(name);
    List<UnitRow> rows = written != null ? written : rowsByName.get(NameKey.of(name));
    if (rows == null) {
      return null;
    }
    List<String> valid = new ArrayList<>(1);
    List<String> others = new ArrayList<>(1);
    for (UnitRow row : rows) {
      List<String> codes = row.validity().holdsOn(day) ? valid : others;
      if (!codes.contains(row.code())) {
        codes.add(row.code());
      }
    }
    return theOne(valid.isEmpty() ? others : valid, senderCode, day);
  }

  /** Many communes share a name: then only one that is the sender or lies below it will do. */
  private String theOne(List<String> codes, String senderCode, LocalDate day) {
    if (codes.size() == 1) {
      return codes.getFirst();
    }
    String found = null;
    for (String code : codes) {
      if (code.equals(senderCode)) {
        return code;
      }
      if (senderCode != null && tree.ancestors(code, day).contains(senderCode)) {
        if (found != null) {
          return null;
        }
        found = code;
      }
    }
    return found;
  }
}
