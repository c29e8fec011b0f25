package motcua.standalone;

import java.nio.file.Path;

/**
 * Where this build keeps what it unpacks and shares between runs: PostgreSQL's binaries and the
 * registry's distribution.
 *
 * <p>{@code -Dmotcua.install=FOLDER} says where (the start script and the build do); without it,
 * {@code target} of the working directory.
 */
final class InstallFolder {
  /** System property that names the folder. */
  static final String PROPERTY = "motcua.install";

  private InstallFolder() {}

  /** The folder, absolute; it may not exist yet. */
  static Path locate() {
    return Path.of(System.getProperty(PROPERTY, "target")).toAbsolutePath();
  }
}
