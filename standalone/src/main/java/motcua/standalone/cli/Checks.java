package motcua.standalone.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** What the values of options must be; each refusal says what was expected. */
final class Checks {
  private static final List<String> READABLE = List.of(".ndjson", ".json");
  private static final List<String> BY_MAPPING = List.of(".csv", ".xlsx");

  private Checks() {}

  /** A value is not what an option needs. */
  static final class WrongValueException extends Exception {
    private static final long serialVersionUID = 1L;

    WrongValueException(String message) {
      super(message);
    }
  }

  /** A day. */
  static final class Days implements ITypeConverter<LocalDate> {
    @Override
    public LocalDate convert(String text) {
      try {
        return LocalDate.parse(text);
      } catch (DateTimeParseException wrong) {
        throw new TypeConversionException(
            "'" + text + "' is no day, expected for example 2024-07-01");
      }
    }
  }

  /** An instant with its offset. */
  static final class Instants implements ITypeConverter<OffsetDateTime> {
    @Override
    public OffsetDateTime convert(String text) {
      try {
        return OffsetDateTime.parse(text);
      } catch (DateTimeParseException wrong) {
        throw new TypeConversionException(
            "'"
                + text
                + "' is no instant with offset, expected for example 2024-09-15T00:00:00+07:00");
      }
    }
  }

  /** The file, if one is given; it must be readable. */
  static Optional<Path> file(String option, Path file) throws WrongValueException {
    if (file == null) {
      return Optional.empty();
    }
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw new WrongValueException(option + ": " + file + " is no readable file");
    }
    return Optional.of(file);
  }

  /** The files that inputs name, in the order given and by name inside a folder. */
  static List<Path> inputs(List<Path> inputs) throws WrongValueException {
    List<Path> files = new ArrayList<>();
    for (Path input : inputs) {
      if (Files.isDirectory(input)) {
        files.addAll(inFolder(input));
      } else {
        file("INPUT", input);
        requireKnownKind(input);
        files.add(input);
      }
    }
    return files;
  }

  /** Where a report can be written. */
  static Path target(String option, Path file) throws WrongValueException {
    Path parent = file.toAbsolutePath().getParent();
    if (Files.isDirectory(file)
        || parent == null
        || (Files.exists(parent) && !Files.isWritable(parent))) {
      throw new WrongValueException(option + ": " + file + " cannot be written");
    }
    return file;
  }

  private static List<Path> inFolder(Path folder) throws WrongValueException {
    try (Stream<Path> walked = Files.walk(folder)) {
      List<Path> found =
          walked
              .filter(Files::isRegularFile)
              .filter(file -> endsWith(file, READABLE))
              .sorted()
              .toList();
      if (found.isEmpty()) {
        throw new WrongValueException("INPUT: " + folder + " holds no *.ndjson or *.json file");
      }
      return found;
    } catch (IOException unreadable) {
      throw new WrongValueException("INPUT: " + folder + " cannot be read");
    }
  }

  private static void requireKnownKind(Path input) throws WrongValueException {
    if (endsWith(input, BY_MAPPING)) {
      throw new WrongValueException(
          "INPUT: "
              + input
              + " needs --mapping, which comes with a later version; expected *.ndjson or *.json");
    }
    if (!endsWith(input, READABLE)) {
      throw new WrongValueException(
          "INPUT: " + input + " is of no known kind, expected *.ndjson or *.json");
    }
  }

  private static boolean endsWith(Path file, List<String> endings) {
    String name = file.getFileName().toString();
    return endings.stream().anyMatch(name::endsWith);
  }
}
