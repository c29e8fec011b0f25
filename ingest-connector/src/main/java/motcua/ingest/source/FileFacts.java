package motcua.ingest.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Objects;

/**
 * What is known of a file before its records are read.
 *
 * @param path where it lies
 * @param sha256 SHA-256 of its content, hex
 * @param sizeBytes size when it was looked at
 * @param modified modification time when it was looked at
 */
public record FileFacts(Path path, String sha256, long sizeBytes, FileTime modified) {
  public FileFacts {
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(sha256, "sha256");
    Objects.requireNonNull(modified, "modified");
  }

  /** File name without folder. */
  public String name() {
    return path.getFileName().toString();
  }

  /** True when size or time are no longer what they were. */
  public boolean changed() throws IOException {
    BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class);
    return now.size() != sizeBytes || !now.lastModifiedTime().equals(modified);
  }
}
