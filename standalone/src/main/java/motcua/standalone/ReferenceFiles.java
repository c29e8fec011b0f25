package motcua.standalone;

import java.io.IOException;
import java.nio.file.Files;
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
    return ReferenceLoader.load(
        units, aliases, procedures, calendar, policy, Optional.empty(), Optional.empty());
  }

  /**
   * Keeps copies in a folder, so that a later command reads the ledger with the files it was built
   * with.
   */
  void keepIn(Path folder) throws IOException {
    Map<String, Optional<Path>> files = byName();
    for (Map.Entry<String, Optional<Path>> file : files.entrySet()) {
      Path copy = folder.resolve(file.getKey());
      if (file.getValue().isEmpty()) {
        Files.deleteIfExists(copy);
      } else if (!file.getValue().get().toAbsolutePath().equals(copy)) {
        AtomicFile.write(copy, Files.readAllBytes(file.getValue().get()));
      }
    }
  }

  /** The copies of {@link #keepIn}. */
  static ReferenceFiles keptIn(Path folder) {
    return new ReferenceFiles(
        kept(folder, "units.csv"),
        kept(folder, "unit-aliases.csv"),
        kept(folder, "procedures.csv"),
        kept(folder, "holidays.csv"),
        kept(folder, "policy.json"));
  }

  private static Optional<Path> kept(Path folder, String name) {
    return Optional.of(folder.resolve(name)).filter(Files::exists);
  }

  private Map<String, Optional<Path>> byName() {
    return Map.of(
        "units.csv",
        units,
        "unit-aliases.csv",
        aliases,
        "procedures.csv",
        procedures,
        "holidays.csv",
        calendar,
        "policy.json",
        policy);
  }

  /** These, and those of another where nothing is given. */
  ReferenceFiles orElse(ReferenceFiles other) {
    return new ReferenceFiles(
        units.or(other::units),
        aliases.or(other::aliases),
        procedures.or(other::procedures),
        calendar.or(other::calendar),
        policy.or(other::policy));
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
