package motcua.ingest.source;

import java.util.Objects;

/**
 * A stretch of records of one format: a file, what a packed file holds, or an entry of an archive.
 *
 * @param name name for pointers: the file's, or {@code archive!entry}
 * @param fileName name that tells the format, packing taken off
 * @param sha256 fingerprint that stands for the whole of it
 */
public record Part(String name, String fileName, String sha256, Content content) {
  public Part {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(fileName, "fileName");
    Objects.requireNonNull(sha256, "sha256");
    Objects.requireNonNull(content, "content");
  }
}
