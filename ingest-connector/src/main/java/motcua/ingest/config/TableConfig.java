package motcua.ingest.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import motcua.ingest.source.Fingerprint;
import motcua.ingest.table.AliasTable;
import motcua.ingest.table.MappingFile;
import motcua.ingest.table.MappingSpec;
import motcua.ingest.table.UnitNames;
import org.apache.kafka.common.config.ConfigException;

/**
 * How tables are read: a mapping file and the names of units, both read and checked.
 *
 * @param spec what the mapping file says
 * @param units codes of units by name
 * @param fingerprint of both files: a table is read again once its mapping is another
 */
public record TableConfig(MappingSpec spec, UnitNames units, String fingerprint) {
  /**
   * Reads the files.
   *
   * @param mapping the mapping file, blank for none
   * @param aliases unit-aliases.csv, blank for the one the mapping file names, if any
   * @throws ConfigException with everything that is wrong with them
   */
  public static Optional<TableConfig> from(String mapping, String aliases) {
    if (mapping.isBlank()) {
      if (!aliases.isBlank()) {
        throw new ConfigException(
            SpoolKeys.UNIT_ALIASES, aliases, "expected " + SpoolKeys.MAPPING_FILE + " too");
      }
      return Optional.empty();
    }
    return Optional.of(
        read(
            Path.of(mapping),
            aliases.isBlank() ? Optional.empty() : Optional.of(Path.of(aliases))));
  }

  /**
   * Reads the files.
   *
   * @param aliases unit-aliases.csv; empty: the one the mapping file names, if any
   * @throws ConfigException with everything that is wrong with them
   */
  public static TableConfig read(Path mapping, Optional<Path> aliases) {
    String text = text(SpoolKeys.MAPPING_FILE, mapping);
    MappingSpec spec =
        switch (MappingFile.parse(text)) {
          case MappingFile.Result.Read(MappingSpec read) -> read;
          case MappingFile.Result.Failed(List<String> faults) ->
              throw failed(SpoolKeys.MAPPING_FILE, mapping, faults);
        };
    Optional<Path> named = spec.unitAliases().map(name -> mapping.resolveSibling(name));
    Optional<Path> file = aliases.or(() -> named);
    if (file.isEmpty()) {
      return new TableConfig(spec, UnitNames.NONE, Fingerprint.of(text));
    }
    String names = text(SpoolKeys.UNIT_ALIASES, file.get());
    return switch (AliasTable.parse(names)) {
      case AliasTable.Result.Read(AliasTable table) ->
          new TableConfig(spec, table, Fingerprint.of(text + "\u0000" + names));
      case AliasTable.Result.Failed(List<String> faults) ->
          throw failed(SpoolKeys.UNIT_ALIASES, file.get(), faults);
    };
  }

  private static String text(String key, Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new ConfigException(key, file, "expected a readable file in UTF-8");
    }
  }

  private static ConfigException failed(String key, Path file, List<String> faults) {
    return new ConfigException(key, file, String.join("; ", faults));
  }
}
