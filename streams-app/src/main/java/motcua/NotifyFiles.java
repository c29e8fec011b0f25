package motcua;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Objects;
import motcua.config.AppConfig;
import motcua.config.NotifyKeys;
import motcua.core.notice.Contacts;
import motcua.reference.CertificateFile;
import motcua.reference.ReferenceLoader;

/**
 * What the files of the role notify say. Every process reads them at its start, whatever its role:
 * a mistake is found where it was made and not when the first alert is to be told.
 *
 * @param contacts where heads are reached beside e-mail
 * @param mailAuthorities who may vouch for the mail server; empty: those Java trusts
 */
public record NotifyFiles(Contacts contacts, List<X509Certificate> mailAuthorities) {
  public NotifyFiles {
    Objects.requireNonNull(contacts, "contacts");
    mailAuthorities = List.copyOf(mailAuthorities);
  }

  /**
   * Reads the files a configuration names.
   *
   * @throws IllegalArgumentException naming the file and what is wrong in it
   */
  static NotifyFiles read(AppConfig config) {
    return new NotifyFiles(
        ReferenceLoader.contacts(config.file(NotifyKeys.CONTACTS)),
        config.file(NotifyKeys.SMTP_CA_FILE).map(CertificateFile::authorities).orElse(List.of()));
  }
}
