package motcua.ingest.retry;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Where files lie that were read or refused before.
 *
 * @param folders looked into in this order, not below
 */
public record Originals(List<Path> folders) {
  /** A file of a name that was there already got the start of its fingerprint into its name. */
  private static final Pattern FINGERPRINT_START = Pattern.compile("[0-9a-f]{12}");

  /** Between the name of an archive and that of an entry. */
  private static final char ENTRY = '!';

  public Originals {
    folders = folders.stream().map(one -> one.toAbsolutePath().normalize()).distinct().toList();
  }

  /**
   * The files that bore a name, whatever content they have; empty when none is left.
   *
   * @param input as a dead letter tells it: a file name, or that of an entry in an archive
   */
  public List<Path> of(String input) throws IOException {
    List<Path> found = named(input);
    int entry = input.indexOf(ENTRY);
    return found.isEmpty() && entry > 0 ? named(input.substring(0, entry)) : found;
  }

  private List<Path> named(String name) throws IOException {
    List<Path> found = new ArrayList<>();
    if (!isFileName(name)) {
      return found;
    }
    for (Path folder : folders) {
      if (!Files.isDirectory(folder)) {
        continue;
      }
      Path same = folder.resolve(name);
      if (Files.isRegularFile(same)) {
        found.add(same);
      }
      found.addAll(renamed(folder, name));
    }
    return found;
  }

  /** Who writes an order must not point outside the folders. */
  private static boolean isFileName(String name) {
    return !name.isEmpty()
        && name.indexOf('/') < 0
        && name.indexOf('\\') < 0
        && name.indexOf(0) < 0;
  }

  private static TreeSet<Path> renamed(Path folder, String name) throws IOException {
    TreeSet<Path> found = new TreeSet<>();
    String ending = "~" + name;
    try (DirectoryStream<Path> entries =
        Files.newDirectoryStream(
            folder, entry -> entry.getFileName().toString().endsWith(ending))) {
      for (Path entry : entries) {
        String start = entry.getFileName().toString();
        start = start.substring(0, start.length() - ending.length());
        if (FINGERPRINT_START.matcher(start).matches() && Files.isRegularFile(entry)) {
          found.add(entry);
        }
      }
    }
    return found;
  }
}
