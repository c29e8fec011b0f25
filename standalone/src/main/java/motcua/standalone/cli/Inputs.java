package motcua.standalone.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import motcua.ingest.source.SpoolFolder;

/**
 * The files that INPUT arguments name.
 *
 * @param files to read, in the order given and by path inside a folder
 * @param left what was found and not taken, each with its reason
 */
record Inputs(List<Path> files, List<String> left) {
  private static final List<String> READABLE =
      List.of(".ndjson", ".json", ".ndjson.gz", ".json.gz", ".zip");
  private static final List<String> BY_MAPPING = List.of(".csv", ".xlsx", ".csv.gz", ".xlsx.gz");
  private static final String UNMAPPED = " is a table and needs --mapping FILE";

  Inputs {
    files = List.copyOf(files);
    left = List.copyOf(left);
  }

  /**
   * Finds them.
   *
   * @param reference files that other options name; they are no input
   * @param mapped true when tables are read
   * @throws Checks.WrongValueException when one is none, or a folder holds none
   */
  static Inputs find(List<Path> inputs, List<Path> reference, boolean mapped)
      throws Checks.WrongValueException {
    List<Path> files = new ArrayList<>();
    List<String> left = new ArrayList<>();
    for (Path input : inputs) {
      if (Files.isDirectory(input)) {
        findIn(input, reference, mapped, files, left);
      } else {
        Checks.file("INPUT", input);
        requireKnownKind(input, mapped);
        files.add(input);
      }
    }
    return new Inputs(files, left);
  }

  private static void findIn(
      Path folder, List<Path> reference, boolean mapped, List<Path> files, List<String> left)
      throws Checks.WrongValueException {
    int before = files.size();
    for (Path file : walk(folder)) {
      if (isBeingWritten(file)) {
        left.add(file + " is still being written and was left");
      } else if (isAmong(reference, file)) {
        continue;
      } else if (isOf(READABLE, file) || mapped && isOf(BY_MAPPING, file)) {
        Checks.file("INPUT", file);
        files.add(file);
      } else if (isOf(BY_MAPPING, file)) {
        left.add(file + UNMAPPED + ", and was left");
      }
    }
    if (files.size() == before) {
      String instead = left.isEmpty() ? "" : ": " + String.join(", ", left);
      throw new Checks.WrongValueException(
          "INPUT: " + folder + " holds no *.ndjson or *.json file" + instead);
    }
  }

  private static List<Path> walk(Path folder) throws Checks.WrongValueException {
    try (Stream<Path> walked = Files.walk(folder)) {
      return walked.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException | UncheckedIOException unreadable) {
      throw new Checks.WrongValueException("INPUT: " + folder + " cannot be read");
    }
  }

  private static void requireKnownKind(Path input, boolean mapped)
      throws Checks.WrongValueException {
    if (mapped && isOf(BY_MAPPING, input)) {
      return;
    }
    if (isOf(BY_MAPPING, input)) {
      throw new Checks.WrongValueException(
          "INPUT: " + input + UNMAPPED + "; expected *.ndjson or *.json");
    }
    if (!isOf(READABLE, input)) {
      throw new Checks.WrongValueException(
          "INPUT: "
              + input
              + (isBeingWritten(input) ? " is still being written" : " is of no known kind")
              + ", expected *.ndjson or *.json");
    }
  }

  /** By the connector's rule; of hidden files only those whose name is that of an input. */
  private static boolean isBeingWritten(Path file) {
    String name = nameOf(file);
    return SpoolFolder.isBeingWritten(name) && (!name.startsWith(".") || name.contains("json"));
  }

  private static boolean isOf(List<String> endings, Path file) {
    return endings.stream().anyMatch(nameOf(file)::endsWith);
  }

  private static String nameOf(Path file) {
    return file.getFileName().toString().toLowerCase(Locale.ROOT);
  }

  private static boolean isAmong(List<Path> reference, Path file) {
    return reference.stream().anyMatch(one -> one.toAbsolutePath().equals(file.toAbsolutePath()));
  }
}
