package motcua.standalone;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/** Deletes folders that are ours. */
final class Folders {
  private Folders() {}

  private static final int TRIES = 100;
  private static final long PAUSE_MILLIS = 200;

  /**
   * Deletes a folder with all it holds; links are deleted, not followed. Nothing happens when it is
   * missing.
   *
   * <p>A child of a killed run, initdb for one, may still be writing into it: it is given 20 s to
   * end.
   */
  static void delete(Path folder) throws IOException {
    for (int left = TRIES; ; left--) {
      try {
        deleteOnce(folder);
        return;
      } catch (DirectoryNotEmptyException filledMeanwhile) {
        if (left == 0) {
          throw new IOException("another process keeps writing into " + folder, filledMeanwhile);
        }
        Pause.millis(PAUSE_MILLIS);
      }
    }
  }

  private static void deleteOnce(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException gone) {
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path directory, IOException failed)
              throws IOException {
            Files.deleteIfExists(directory);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
