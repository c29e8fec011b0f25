package motcua.standalone.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import motcua.core.form.FormPreset;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** What the values of options must be; each refusal says what was expected. */
final class Checks {
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

  /** A form preset by its code. */
  static final class Forms implements ITypeConverter<FormPreset> {
    /** The codes there are. */
    static final String EXPECTED =
        Arrays.stream(FormPreset.values())
            .map(FormPreset::code)
            .collect(Collectors.joining(" or "));

    @Override
    public FormPreset convert(String text) {
      return FormPreset.of(text)
          .orElseThrow(
              () -> new TypeConversionException("'" + text + "' is no form, expected " + EXPECTED));
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

  /** A folder to work in, if one is given; it is made when missing. */
  static void folder(String option, Path folder) throws WrongValueException {
    if (folder != null && Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new WrongValueException(option + ": " + folder + " is no folder");
    }
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
}
