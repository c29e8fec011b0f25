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
 * Which unit a name means in a source that sends names (unit-aliases.csv, contract.md). Names are
 * compared in Unicode NFC, without case and surplus space. Immutable.
 */
public final class UnitAliases {
  /** No alias at all. */
  public static final UnitAliases NONE = new UnitAliases(List.of());

  private final Map<String, Map<String, List<Alias>>> bySourceAndName = new HashMap<>();
  private final List<Alias> rows;
  private final String version;

  private UnitAliases(List<Alias> aliases) {
    List<String> canonical = new ArrayList<>(aliases.size());
    for (Alias alias : aliases) {
      bySourceAndName
          .computeIfAbsent(alias.source(), source -> new HashMap<>())
          .computeIfAbsent(NameKey.of(alias.name()), name -> new ArrayList<>(1))
          .add(alias);
      canonical.add(
          RowDigest.row(
              alias.source(), alias.name(), alias.code(), alias.validFrom(), alias.validTo()));
    }
    this.rows = List.copyOf(aliases);
    this.version = RowDigest.of(canonical);
  }

  /**
   * One line.
   *
   * @param validFrom first valid day; null: since ever
   * @param validTo last valid day; null: still valid
   */
  public record Alias(
      String source, String name, String code, LocalDate validFrom, LocalDate validTo) {
    public Alias {
      Objects.requireNonNull(source, "source");
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(code, "code");
    }

    Validity validity() {
      return new Validity(validFrom, validTo);
    }
  }

  /** Every alias, in the order of the file. */
  public List<Alias> rows() {
    return rows;
  }

  /** Reads the text of unit-aliases.csv: source,name,code,validFrom,validTo. */
  public static Parsed<UnitAliases> parse(String csv) {
    CsvTable table = new CsvTable(csv, "source", "name", "code");
    List<Alias> aliases = new ArrayList<>();
    Map<String, List<Alias>> seen = new HashMap<>();
    for (Row row : table.problems().isEmpty() ? table.rows() : List.<Row>of()) {
      String source = table.required(row, "source");
      String name = table.required(row, "name");
      String code = table.required(row, "code");
      Validity valid = table.validity(row);
      if (source != null && name != null && code != null) {
        Alias alias = new Alias(source, name, code, valid.from(), valid.to());
        List<Alias> same =
            seen.computeIfAbsent(source + '\u001f' + NameKey.of(name), key -> new ArrayList<>(1));
        if (same.stream().anyMatch(other -> other.validity().overlaps(valid))) {
          table.problem(
              row.line(), "validity overlaps that of another line with this source and name");
        }
        same.add(alias);
        aliases.add(alias);
      }
    }
    return table.problems().isEmpty()
        ? new Parsed.Read<>(new UnitAliases(aliases))
        : new Parsed.Failed<>(table.problems());
  }

  /** Short hash of the rows. */
  public String version() {
    return version;
  }

  /** The unit code that a name means in a source on a day. */
  public Optional<String> code(String source, String name, LocalDate day) {
    Map<String, List<Alias>> byName = bySourceAndName.get(source);
    if (byName != null) {
      for (Alias alias : byName.getOrDefault(NameKey.of(name), List.of())) {
        if (alias.validity().holdsOn(day)) {
          return Optional.of(alias.code());
        }
      }
    }
    return Optional.empty();
  }
}
