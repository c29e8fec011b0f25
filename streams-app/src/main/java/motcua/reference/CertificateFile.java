package motcua.reference;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/** Reads certificates of authorities: one or more, as PEM or one as DER. */
public final class CertificateFile {
  private CertificateFile() {}

  /**
   * The authorities of a file, at least one.
   *
   * @throws IllegalArgumentException naming the file and what is wrong in it
   */
  public static List<X509Certificate> authorities(Path file) {
    List<X509Certificate> found = new ArrayList<>();
    for (Certificate certificate : certificates(file)) {
      if (!(certificate instanceof X509Certificate authority)
          || authority.getBasicConstraints() < 0) {
        throw new IllegalArgumentException(
            file + ": certificate " + (found.size() + 1) + " is not an authority's (CA:TRUE)");
      }
      found.add(authority);
    }
    if (found.isEmpty()) {
      throw new IllegalArgumentException(file + ": expected certificates of authorities (PEM)");
    }
    return found;
  }

  private static Iterable<? extends Certificate> certificates(Path file) {
    try {
      return CertificateFactory.getInstance("X.509")
          .generateCertificates(new ByteArrayInputStream(Files.readAllBytes(file)));
    } catch (IOException e) {
      throw new IllegalArgumentException(file + " cannot be read", e);
    } catch (CertificateException e) {
      throw new IllegalArgumentException(file + ": expected certificates of authorities (PEM)", e);
    }
  }
}
