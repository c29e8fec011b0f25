package motcua.ingest.intake;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import motcua.ingest.config.IntakeConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Batches that hold a refused record, as they were sent: a dead letter points to one of them by its
 * file name. They hold personal data, so only the owner of the process reads them, and after a time
 * they are deleted.
 */
final class KeptBatches {
  private static final Logger LOG = LoggerFactory.getLogger(KeptBatches.class);
  private static final String ENDING = ".json";
  private static final String PART = ".part";
  private static final boolean POSIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

  private final IntakeConfig.Kept kept;

  private KeptBatches(IntakeConfig.Kept kept) {
    this.kept = kept;
  }

  /**
   * Makes the folder when it is missing.
   *
   * @throws IOException when it cannot be made
   */
  static KeptBatches open(IntakeConfig.Kept kept) throws IOException {
    Files.createDirectories(kept.directory(), permissions("rwx------"));
    return new KeptBatches(kept);
  }

  /**
   * Keeps a batch; on disk when it returns. The same batch of the same day is one file.
   *
   * @throws IOException when it cannot be written; nothing may be answered then
   */
  void keep(ReadBatch batch) throws IOException {
    Path target = kept.directory().resolve(batch.fileName());
    Path part = Files.createTempFile(kept.directory(), "batch", PART, permissions("rw-------"));
    try {
      try (FileChannel out = FileChannel.open(part, StandardOpenOption.WRITE)) {
        ByteBuffer bytes = ByteBuffer.wrap(batch.bytes());
        while (bytes.hasRemaining()) {
          out.write(bytes);
        }
        out.force(true);
      }
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(part);
    }
    syncFolder();
  }

  /** Deletes what was kept long enough, and parts that a kill left behind. */
  void deleteOld(Instant now) {
    Instant oldest = now.minus(kept.life());
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(kept.directory(), "*{" + ENDING + "," + PART + "}")) {
      for (Path file : files) {
        if (Files.getLastModifiedTime(file).toInstant().isBefore(oldest)) {
          Files.deleteIfExists(file);
        }
      }
    } catch (NoSuchFileException gone) {
      LOG.debug("a kept batch is gone already");
    } catch (IOException e) {
      LOG.warn("kept batches cannot be deleted: {}", e.getMessage());
    }
  }

  private void syncFolder() {
    // A rename is on disk when its folder is; not every file system lets a folder be opened.
    try (FileChannel folder = FileChannel.open(kept.directory(), StandardOpenOption.READ)) {
      folder.force(true);
    } catch (IOException e) {
      LOG.debug("the folder of kept batches cannot be synced");
    }
  }

  private static FileAttribute<?>[] permissions(String rights) {
    return POSIX
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))
        }
        : new FileAttribute<?>[0];
  }
}
