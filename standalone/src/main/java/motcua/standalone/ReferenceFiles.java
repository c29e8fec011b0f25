package motcua.standalone;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import motcua.reference.ReferenceLoader;

/**
 * Files that say what codes mean; absent ones leave what the product ships.
 *
 * @param units units.csv
 * @param aliases unit-aliases.csv
 * @param procedures procedures.csv
 * @param calendar holidays.csv
 * @param policy policy, JSON
 */
public record ReferenceFiles(
    Optional<Path> units,
    Optional<Path> aliases,
    Optional<Path> procedures,
    Optional<Path> calendar,
    Optional<Path> policy) {
  /** Nothing given. */
  public static final ReferenceFiles NONE =
      new ReferenceFiles(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /**
   * Reads them; the application does so again when it starts.
   *
   * @throws IllegalArgumentException naming the file, the lines that are wrong and what was
   *     expected
   */
  public ReferenceLoader.Loaded read() {
    return ReferenceLoader.load(units, aliases, procedures, calendar, policy);
  }

  /** Those that are given. */
  public List<Path> given() {
    return Stream.of(units, aliases, procedures, calendar, policy)
        .flatMap(Optional::stream)
        .toList();
  }

  /** Keys of the application's configuration. */
  Map<String, String> config() {
    Map<String, String> config = new TreeMap<>();
    units.ifPresent(file -> config.put("files.units", file.toAbsolutePath().toString()));
    aliases.ifPresent(file -> config.put("files.unit.aliases", file.toAbsolutePath().toString()));
    procedures.ifPresent(file -> config.put("files.procedures", file.toAbsolutePath().toString()));
    calendar.ifPresent(file -> config.put("files.calendar", file.toAbsolutePath().toString()));
    policy.ifPresent(file -> config.put("files.policy", file.toAbsolutePath().toString()));
    return config;
  }
}
