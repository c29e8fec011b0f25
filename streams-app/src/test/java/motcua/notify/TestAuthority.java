package motcua.notify;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A certificate authority made for a test, with the JDK's own keytool. */
final class TestAuthority {
  private static final String PASSWORD = "secret of the test";
  private static final String AUTHORITY = "authority";

  private final Path folder;
  private final Path keys;

  TestAuthority(Path folder) throws Exception {
    this.folder = folder;
    this.keys = folder.resolve("keys.p12");
    keyPair(AUTHORITY, "-ext", "bc:c=ca:true", "-ext", "ku:c=keyCertSign");
  }

  private void keyPair(String name, String... more) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                name,
                "-dname",
                "CN=" + name,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-validity",
                "2",
                "-keystore",
                keys.toString(),
                "-storepass",
                PASSWORD));
    command.addAll(List.of(more));
    Path log = folder.resolve("keytool.log");
    Process keytool =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    assertEquals(0, keytool.waitFor(), () -> text(log));
  }

  private static String text(Path log) {
    try {
      return Files.readString(log);
    } catch (IOException unreadable) {
      return unreadable.toString();
    }
  }

  /** Its certificate as PEM. */
  Path certificate() throws Exception {
    return pem(AUTHORITY);
  }

  /** The certificate of a server it has made, as PEM. */
  Path serverCertificate(String names) throws Exception {
    return pem(serverOf(names));
  }

  private static String serverOf(String names) {
    return "server of " + names;
  }

  private Path pem(String name) throws Exception {
    byte[] der = store().getCertificate(name).getEncoded();
    String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
    return Files.writeString(
        folder.resolve(name.replace(':', '-') + ".pem"),
        "-----BEGIN CERTIFICATE-----\n" + lines + "\n-----END CERTIFICATE-----\n",
        US_ASCII);
  }

  /**
   * TLS of a server with a certificate of this authority.
   *
   * @param names subject alternative names as keytool has them, e.g. {@code dns:a.test,ip:10.0.0.1}
   */
  SSLContext server(String names) throws Exception {
    String name = serverOf(names);
    keyPair(name, "-signer", AUTHORITY, "-ext", "san=" + names, "-ext", "eku=serverAuth");
    KeyStore own = KeyStore.getInstance("PKCS12");
    own.load(null, null);
    KeyStore all = store();
    char[] password = PASSWORD.toCharArray();
    own.setKeyEntry("own", all.getKey(name, password), password, all.getCertificateChain(name));
    var manager = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    manager.init(own, password);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(manager.getKeyManagers(), null, null);
    return context;
  }

  private KeyStore store() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (var in = Files.newInputStream(keys)) {
      store.load(in, PASSWORD.toCharArray());
    }
    return store;
  }
}
