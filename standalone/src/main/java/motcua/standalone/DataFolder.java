package motcua.standalone;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * The one folder in which everything lives, locked against a second process for as long as it is
 * open.
 *
 * <p>The lock is the operating system's: it ends with the process, however that ends.
 */
public final class DataFolder implements AutoCloseable {
  /** Name of the log file in the folder. */
  public static final String LOG = "motcua.log";

  private final Path root;
  private final Durability durability;
  private final FileChannel channel;

  private DataFolder(Path root, Durability durability, FileChannel channel) {
    this.root = root;
    this.durability = durability;
    this.channel = channel;
  }

  /** The folder is open in another process. */
  public static final class InUseException extends IOException {
    private static final long serialVersionUID = 1L;

    InUseException(Path root, String holder) {
      super(
          root
              + " is in use by another motcua"
              + (holder.isBlank() ? "" : " (process " + holder + ")"));
    }
  }

  /**
   * Opens a folder that is kept, making it when missing.
   *
   * @throws InUseException when another process has it open
   */
  public static DataFolder kept(Path root) throws IOException {
    return open(Files.createDirectories(root.toAbsolutePath().normalize()), Durability.KEPT);
  }

  /** Opens a new folder that {@link #discard} removes. */
  public static DataFolder scratch() throws IOException {
    return open(Files.createTempDirectory("motcua-"), Durability.SCRATCH);
  }

  /** The folder, absolute. */
  public Path root() {
    return root;
  }

  /** Whether its data must outlive the process. */
  public Durability durability() {
    return durability;
  }

  /** The log file. */
  public Path log() {
    return root.resolve(LOG);
  }

  /**
   * Removes what a scratch folder holds; a kept one stays as it is.
   *
   * @param keepLog whether the log file stays, for a person to read
   */
  public void discard(boolean keepLog) throws IOException {
    if (durability == Durability.KEPT) {
      return;
    }
    List<Path> entries;
    try (Stream<Path> listed = Files.list(root)) {
      entries = listed.filter(entry -> !keepLog || !entry.equals(log())).toList();
    }
    for (Path entry : entries) {
      Folders.delete(entry);
    }
    if (!keepLog) {
      Files.deleteIfExists(root);
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private static DataFolder open(Path root, Durability durability) throws IOException {
    Path lockFile = root.resolve("lock");
    FileChannel channel =
        FileChannel.open(
            lockFile, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    FileLock lock;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException mine) {
      lock = null;
    }
    if (lock == null) {
      String holder = Files.readString(lockFile).strip();
      channel.close();
      throw new InUseException(root, holder);
    }
    channel.truncate(0);
    channel.write(
        ByteBuffer.wrap(
            Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8)));
    return new DataFolder(root, durability, channel);
  }
}
