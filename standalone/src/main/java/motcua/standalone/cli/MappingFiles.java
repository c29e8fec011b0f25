package motcua.standalone.cli;

import java.nio.file.Path;
import java.util.Optional;
import motcua.ingest.config.TableConfig;
import org.apache.kafka.common.config.ConfigException;

/** Reads mapping files for commands; what is wrong with one is bad usage, told at once. */
final class MappingFiles {
  private MappingFiles() {}

  /** The mapping, with unit names from {@code aliases} or from the file it names itself. */
  static TableConfig read(String option, Path mapping, Optional<Path> aliases)
      throws Checks.WrongValueException {
    try {
      return TableConfig.read(mapping, aliases);
    } catch (ConfigException wrong) {
      throw new Checks.WrongValueException(option + ": " + wrong.getMessage());
    }
  }
}
