package motcua.systemtest;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the checkout lies whose processes are tested. */
final class Repository {
  private Repository() {}

  /** The folder that holds {@code motcua}. */
  static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (folder != null && !Files.isExecutable(folder.resolve("motcua"))) {
      folder = folder.getParent();
    }
    if (folder == null) {
      throw new IllegalStateException("not inside a checkout of motcua");
    }
    return folder;
  }
}
