package motcua.standalone;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The connector's spool folder as the launcher fills and watches it.
 *
 * <p>A file enters under {@code DIGEST~NAME}, the digest taken over its content, its kind and how
 * it is to be stamped. So a run that goes on after a crash, or that is given the same input again,
 * adds nothing twice, and two inputs of one name do not clash.
 *
 * <p>What is stamped in another way lies in another folder: a connector that is given new settings
 * goes on with the old ones for a moment, and must not meet files that are not for it.
 */
final class Spool {
  private static final String CLAIMED = "claimed";
  private static final List<String> SETTLED = List.of("done", "rejected");
  private static final int DIGEST_CHARACTERS = 16;
  private static final char MARK = '~';
  private static final int BUFFER_BYTES = 1 << 16;

  private final Path root;
  private final Path former;
  private final Intake intake;

  private Spool(Path root, Path former, Intake intake) {
    this.root = root;
    this.former = former;
    this.intake = intake;
  }

  /**
   * The spool of an intake.
   *
   * @param folder above all of them; what an earlier release has read in it is not read again
   */
  static Spool of(Path folder, Intake intake) {
    return new Spool(folder.resolve(hex(sha256(), stamp(intake))), folder, intake);
  }

  Path root() {
    return root;
  }

  /** Where a submission stands. */
  record Counts(long waiting, long settled) {}

  /**
   * Hands a file to the connector unless the same content was handed in before.
   *
   * @return the name under which it lies in the spool or in one of its sub-folders
   */
  String submit(Path input) throws IOException {
    Files.createDirectories(root);
    String digest = digest(input);
    String name = digest + MARK + input.getFileName();
    if (!known().contains(digest)) {
      place(input, root.resolve(name));
    }
    return name;
  }

  /** Where files lie that were read or refused when they were stamped in another way. */
  List<Path> originals() throws IOException {
    List<Path> folders = new ArrayList<>();
    for (String settled : SETTLED) {
      folders.add(former.resolve(settled));
    }
    try (Stream<Path> others = Files.list(former)) {
      for (Path other :
          others.filter(each -> Files.isDirectory(each) && !each.equals(root)).sorted().toList()) {
        for (String settled : SETTLED) {
          folders.add(other.resolve(settled));
        }
      }
    }
    return folders.stream().filter(Files::isDirectory).toList();
  }

  /** The name under which a file that lies in the spool was handed in. */
  static String nameGiven(String spooled) {
    boolean ours =
        spooled.length() > DIGEST_CHARACTERS && spooled.charAt(DIGEST_CHARACTERS) == MARK;
    return ours ? spooled.substring(DIGEST_CHARACTERS + 1) : spooled;
  }

  /** How many files wait or are being read, and how many are in the log or refused. */
  Counts counts() throws IOException {
    // From left to right, the way a file goes: none is missed.
    long waiting = files(root).size();
    waiting += files(root.resolve(CLAIMED)).size();
    long settled = 0;
    for (String folder : SETTLED) {
      settled += files(root.resolve(folder)).size();
    }
    return new Counts(waiting, settled);
  }

  private Set<String> known() throws IOException {
    Set<String> digests = new HashSet<>();
    for (Path folder :
        List.of(
            root,
            root.resolve(CLAIMED),
            root.resolve(SETTLED.get(0)),
            root.resolve(SETTLED.get(1)),
            former.resolve(SETTLED.get(0)),
            former.resolve(SETTLED.get(1)))) {
      for (String name : files(folder)) {
        digests.add(name.substring(0, Math.min(DIGEST_CHARACTERS, name.length())));
      }
    }
    return digests;
  }

  private static List<String> files(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(Files::isRegularFile)
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.startsWith("."))
          .toList();
    }
  }

  private void place(Path input, Path target) throws IOException {
    try {
      // No second copy of a large file; the connector only reads and renames.
      Files.createLink(target, input.toRealPath());
      return;
    } catch (IOException | UnsupportedOperationException otherFileSystem) {
      // Copied below.
    }
    Path part = root.resolve("." + target.getFileName() + ".part");
    Files.copy(
        input, part, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
    Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
  }

  /** What decides how a file is read: renamed to another kind it is another input. */
  private static String kind(Path input) {
    String name = input.getFileName().toString().toLowerCase(Locale.ROOT);
    int packed = name.endsWith(".gz") ? name.length() - ".gz".length() : name.length();
    return name.substring(name.lastIndexOf('.', packed - 1) + 1);
  }

  private String digest(Path input) throws IOException {
    MessageDigest digest = sha256();
    digest.update((stamp(intake) + kind(input) + "\n").getBytes(StandardCharsets.UTF_8));
    byte[] buffer = new byte[BUFFER_BYTES];
    try (InputStream content = Files.newInputStream(input)) {
      for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
        digest.update(buffer, 0, read);
      }
    }
    return hex(digest, "");
  }

  private static String stamp(Intake intake) {
    String mapping = intake.tables().map(tables -> tables.fingerprint() + "\n").orElse("");
    return intake.source() + "\n" + intake.recordedAt() + "\n" + mapping;
  }

  private static String hex(MessageDigest digest, String last) {
    byte[] bytes = digest.digest(last.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(bytes).substring(0, DIGEST_CHARACTERS);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
