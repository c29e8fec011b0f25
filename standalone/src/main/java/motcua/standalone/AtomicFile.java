package motcua.standalone;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Writes a file so that a reader, or the next start after a crash, sees all of it or nothing. */
final class AtomicFile {
  private AtomicFile() {}

  /**
   * Replaces the file's content; folders that are missing are made.
   *
   * @throws IOException when the folder cannot be written or the disk is full; the old content then
   *     still stands
   */
  static void write(Path file, byte[] content) throws IOException {
    replace(file, content);
  }

  /** The same, readable by its owner only. */
  static void writeSecret(Path file, byte[] content) throws IOException {
    replace(
        file,
        content,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
  }

  private static void replace(Path file, byte[] content, FileAttribute<?>... attributes)
      throws IOException {
    Path parent = file.toAbsolutePath().getParent();
    Files.createDirectories(parent);
    Path part =
        parent.resolve("." + file.getFileName() + "." + ProcessHandle.current().pid() + ".part");
    Files.deleteIfExists(part);
    try {
      Files.createFile(part, attributes);
      try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
        channel.write(ByteBuffer.wrap(content));
        channel.force(true);
      }
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }
}
