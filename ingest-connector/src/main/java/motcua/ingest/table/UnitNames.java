package motcua.ingest.table;

import java.time.LocalDate;
import java.util.Optional;

/** The code that a unit's name means in a source on a day (unit-aliases.csv, contract.md). */
@FunctionalInterface
public interface UnitNames {
  /** No name at all. */
  UnitNames NONE = (source, name, day) -> Optional.empty();

  /** The code, or empty when the file does not know the name on that day. */
  Optional<String> code(String source, String name, LocalDate day);
}
