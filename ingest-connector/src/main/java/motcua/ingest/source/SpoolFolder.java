package motcua.ingest.source;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The spool folder. A file's place says what became of it, so nothing has to be remembered over a
 * crash:
 *
 * <ul>
 *   <li>the folder itself: waiting, or still being written;
 *   <li>{@code claimed/}: being read, or read and waiting for its offset to be committed;
 *   <li>{@code done/}: everything in it is in the log, as an event or a dead letter;
 *   <li>{@code rejected/}: not one record could be read; one dead letter says why.
 * </ul>
 *
 * <p>Every move is one atomic rename inside one file system.
 */
public final class SpoolFolder {
  /** Sub-folder of files being read. */
  public static final String CLAIMED = "claimed";

  /** Sub-folder of files that are in the log. */
  public static final String DONE = "done";

  /** Sub-folder of files that could not be read. */
  public static final String REJECTED = "rejected";

  private static final String MARKER = ".ready";
  private static final List<String> OPEN_ENDINGS = List.of(".part", ".tmp", ".writing");
  private static final Duration YOUNG = Duration.ofSeconds(2);

  private record Look(long sizeBytes, FileTime modified) {}

  private final Path root;
  private final ClosedBy closedBy;
  private final Predicate<String> mine;
  private final Predicate<String> closesItself;
  private final InstantSource clock;
  private Map<String, Look> previous = Map.of();

  /**
   * A view of the folder.
   *
   * @param root the folder; sub-folders are made by {@link #prepare}
   * @param closedBy how writers say that a file is complete
   * @param mine true for the names this task reads
   * @param closesItself true for names that are closed by their rename, whatever else is agreed
   * @param clock the file system's clock, to tell young files
   */
  public SpoolFolder(
      Path root,
      ClosedBy closedBy,
      Predicate<String> mine,
      Predicate<String> closesItself,
      InstantSource clock) {
    this.root = root;
    this.closedBy = closedBy;
    this.mine = mine;
    this.closesItself = closesItself;
    this.clock = clock;
  }

  /** Makes the sub-folders and removes markers whose file was claimed just before a crash. */
  public void prepare() throws IOException {
    for (String folder : List.of(CLAIMED, DONE, REJECTED)) {
      Files.createDirectories(root.resolve(folder));
    }
    for (String name : claimed()) {
      if (Files.notExists(root.resolve(name))) {
        Files.deleteIfExists(marker(name));
      }
    }
  }

  /** Claimed files of this task in name order. */
  public List<String> claimed() throws IOException {
    return names(root.resolve(CLAIMED));
  }

  /** Closed, unclaimed files of this task in name order. Each call is one look at the folder. */
  public List<String> closed() throws IOException {
    Map<String, Look> looks = new HashMap<>();
    List<String> closed = new ArrayList<>();
    for (String name : names(root)) {
      if (isFinal(name) && isClosed(name, looks) && Files.notExists(claimedPath(name))) {
        closed.add(name);
      }
    }
    previous = looks;
    return closed;
  }

  /**
   * Claims a file.
   *
   * @return where it lies now, or null when it is gone or another task took it
   */
  public Path claim(String name) throws IOException {
    Path target = claimedPath(name);
    try {
      Files.move(root.resolve(name), target, StandardCopyOption.ATOMIC_MOVE);
    } catch (NoSuchFileException e) {
      return null;
    }
    Files.deleteIfExists(marker(name));
    return target;
  }

  /** True when a file of this name is claimed already. */
  public boolean isClaimed(String name) {
    return Files.exists(claimedPath(name));
  }

  /** Where a claimed file of this name lies. */
  public Path claimedPath(String name) {
    return root.resolve(CLAIMED).resolve(name);
  }

  /**
   * Moves a claimed file to its last place. A file of that name that lies there already is kept:
   * the newer one gets the start of its fingerprint into its name.
   */
  public void settle(String name, String sha256, boolean rejected) throws IOException {
    Path folder = root.resolve(rejected ? REJECTED : DONE);
    Path target = folder.resolve(name);
    if (Files.exists(target)) {
      target = folder.resolve(sha256.substring(0, Math.min(12, sha256.length())) + "~" + name);
    }
    try {
      Files.move(claimedPath(name), target, StandardCopyOption.ATOMIC_MOVE);
    } catch (NoSuchFileException e) {
      // Settled by the task that owned it before; the place is what counts.
      return;
    }
  }

  /**
   * Says beside a refused file why, where no dead letter does.
   *
   * @param ending of the file that says so, after the whole name
   */
  public void explain(String name, String ending, String why) throws IOException {
    Files.writeString(root.resolve(REJECTED).resolve(name + ending), why + "\n");
  }

  private boolean isClosed(String name, Map<String, Look> looks) throws IOException {
    if (closesItself.test(name)) {
      return isQuiet(name, looks);
    }
    switch (closedBy) {
      case READY_MARKER -> {
        return Files.exists(marker(name));
      }
      case RENAME -> {
        return isQuiet(name, looks);
      }
    }
    throw new IllegalStateException("no such way to close: " + closedBy);
  }

  private boolean isQuiet(String name, Map<String, Look> looks) throws IOException {
    try {
      BasicFileAttributes now = Files.readAttributes(root.resolve(name), BasicFileAttributes.class);
      Look look = new Look(now.size(), now.lastModifiedTime());
      looks.put(name, look);
      boolean young = look.modified().toInstant().isAfter(clock.instant().minus(YOUNG));
      return !young || look.equals(previous.get(name));
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  /** Whether a name says that its file is still being written. */
  public static boolean isBeingWritten(String name) {
    return name.startsWith(".") || OPEN_ENDINGS.stream().anyMatch(name::endsWith);
  }

  private static boolean isFinal(String name) {
    return !isBeingWritten(name) && !name.endsWith(MARKER);
  }

  private Path marker(String name) {
    return root.resolve(name + MARKER);
  }

  private List<String> names(Path folder) throws IOException {
    List<String> names = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, Files::isRegularFile)) {
      for (Path entry : entries) {
        String name = entry.getFileName().toString();
        if (mine.test(name)) {
          names.add(name);
        }
      }
    }
    Collections.sort(names);
    return names;
  }
}
