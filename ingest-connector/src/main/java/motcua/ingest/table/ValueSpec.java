package motcua.ingest.table;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Where the value of a field comes from.
 *
 * @param origin column, constant or template
 * @param codes code table the text goes through
 * @param otherwise what a text outside the code table becomes; empty: the row is refused
 * @param byAlias true for the name of a unit that unit-aliases.csv gives the code of
 * @param dates forms of dates, for fields that are times
 */
public record ValueSpec(
    Origin origin,
    Optional<CodeTable> codes,
    Optional<CodeTable.Entry> otherwise,
    boolean byAlias,
    DateForms dates) {
  public ValueSpec {
    Objects.requireNonNull(origin, "origin");
    Objects.requireNonNull(dates, "dates");
  }

  /** Where a text comes from. */
  public sealed interface Origin {
    /** The first of these columns that is not blank. */
    record Columns(List<String> names, Optional<String> ifBlank) implements Origin {
      public Columns {
        names = List.copyOf(names);
      }
    }

    /** The same text for every row. */
    record Constant(String text) implements Origin {}

    /** Columns inside a fixed text; no value when one of them is blank. */
    record Template(List<Part> parts) implements Origin {
      public Template {
        parts = List.copyOf(parts);
      }
    }
  }

  /**
   * A piece of a template.
   *
   * @param column true when {@code text} names a column
   */
  public record Part(String text, boolean column) {}

  /** Names of the columns it reads. */
  public Set<String> columns() {
    return switch (origin) {
      case Origin.Columns columns -> new LinkedHashSet<>(columns.names());
      case Origin.Constant constant -> Set.of();
      case Origin.Template template -> {
        Set<String> names = new LinkedHashSet<>();
        template.parts().stream().filter(Part::column).forEach(part -> names.add(part.text()));
        yield names;
      }
    };
  }

  /** Cuts {@code text{Column}text} into parts; empty when a brace has no partner. */
  static Optional<List<Part>> parts(String template) {
    List<Part> parts = new ArrayList<>();
    int at = 0;
    while (at < template.length()) {
      int open = template.indexOf('{', at);
      int stop = open < 0 ? template.length() : open;
      if (stop > at) {
        parts.add(new Part(template.substring(at, stop), false));
      }
      if (open < 0) {
        break;
      }
      int close = template.indexOf('}', open);
      if (close < 0 || close == open + 1) {
        return Optional.empty();
      }
      parts.add(new Part(template.substring(open + 1, close), true));
      at = close + 1;
    }
    return parts.stream().anyMatch(Part::column) ? Optional.of(parts) : Optional.empty();
  }
}
