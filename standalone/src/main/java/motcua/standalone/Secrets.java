package motcua.standalone;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;

/**
 * The database passwords of one data folder: made at random at the first start and kept in a file
 * that only its owner reads.
 *
 * <p>One secret is drawn; each role's password is made of it, so that a role added by a later
 * version needs no new file.
 */
final class Secrets {
  private static final String SECRET = "secret";
  private static final int SECRET_BYTES = 24;

  private final Path file;
  private final String secret;

  private Secrets(Path file, String secret) {
    this.file = file;
    this.secret = secret;
  }

  /** The secrets kept in a file; the file is made when missing. */
  static Secrets at(Path file) throws IOException {
    Properties kept = new Properties();
    if (!Files.exists(file)) {
      byte[] drawn = new byte[SECRET_BYTES];
      new SecureRandom().nextBytes(drawn);
      kept.setProperty(SECRET, HexFormat.of().formatHex(drawn));
      StringWriter text = new StringWriter();
      kept.store(text, null);
      AtomicFile.writeSecret(file, text.toString().getBytes(StandardCharsets.UTF_8));
    }
    kept.load(new StringReader(Files.readString(file)));
    String secret = kept.getProperty(SECRET);
    if (secret == null) {
      throw new IOException(file + " holds no " + SECRET);
    }
    return new Secrets(file, secret);
  }

  /** Secret of a use: letters, digits and underscores only, more than 48 characters. */
  String of(String use) {
    return use + "_" + secret;
  }

  /**
   * The password of a role in a file of its own, for a program that reads one; the caller deletes
   * it.
   */
  Path fileOf(String use) throws IOException {
    Path own = Files.createTempFile(file.toAbsolutePath().getParent(), "pw", ".tmp");
    return Files.writeString(own, of(use));
  }
}
