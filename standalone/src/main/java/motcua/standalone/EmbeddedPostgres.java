package motcua.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;

/**
 * One PostgreSQL server as a child process, on loopback, with its data in a folder that can be
 * opened again.
 *
 * <p>It holds two databases, {@value #MOTCUA} and {@value #REGISTRY}. In the first, {@value #OWNER}
 * owns the tables and {@value #APPLICATION} works on their rows; every role logs in by password
 * over TCP, so that other users of the machine stay outside. A server that a killed run left behind
 * is stopped first.
 */
public final class EmbeddedPostgres implements AutoCloseable {
  /** Database of the read model. */
  public static final String MOTCUA = "motcua";

  /** Database of the schema registry. */
  public static final String REGISTRY = "registry";

  /** Role that owns the tables of {@value #MOTCUA} and runs migrations. */
  public static final String OWNER = "motcua_owner";

  /** Role that reads and writes rows of {@value #MOTCUA}. */
  public static final String APPLICATION = "motcua_app";

  private static final String REGISTRY_ROLE = "motcua_registry";
  private static final String SUPERUSER = "postgres";
  private static final Duration STARTUP_WAIT = Duration.ofSeconds(60);
  private static final int STARTS = 2;
  private static final String LOG = "postgres.log";
  private static final int LOG_LINES_SHOWN = 20;

  private final io.zonky.test.db.postgres.embedded.EmbeddedPostgres server;
  private final Secrets passwords;

  private EmbeddedPostgres(
      io.zonky.test.db.postgres.embedded.EmbeddedPostgres server, Secrets passwords) {
    this.server = server;
    this.passwords = passwords;
  }

  /**
   * Starts the server, making the cluster, roles and databases that are missing. A start that comes
   * to nothing, as when somebody else takes the port first, is tried once more on another port.
   *
   * @param folder where the data lives; made when missing
   * @param durability whether commits must survive the loss of power
   * @throws IOException when the server does not start; the message ends with its log, all of which
   *     stands in {@code postgres.log} of the folder
   */
  public static EmbeddedPostgres start(Path folder, Durability durability) throws IOException {
    return start(folder, durability, FreePorts::next, STARTUP_WAIT);
  }

  /** Starts on the ports that are drawn, waiting so long for each. */
  static EmbeddedPostgres start(
      Path folder, Durability durability, IntSupplier ports, Duration wait) throws IOException {
    Files.createDirectories(folder);
    Path data = folder.resolve("data");
    Path ready = folder.resolve("ready");
    StalePostmaster.stop(data);
    if (!Files.exists(ready)) {
      // A first start that was killed half way: nothing was promised yet, and half a cluster never
      // starts.
      Folders.delete(data);
    }
    Secrets passwords = Secrets.at(folder.resolve("passwords.properties"));
    EmbeddedPostgres postgres =
        new EmbeddedPostgres(launch(folder, durability, passwords, ports, wait), passwords);
    try {
      if (!Files.exists(ready)) {
        postgres.createRolesAndDatabases();
        AtomicFile.write(ready, new byte[0]);
      }
      return postgres;
    } catch (IOException | RuntimeException failed) {
      postgres.close();
      throw failed;
    }
  }

  /** File whose first line is the process id of the server on a folder; there while it runs. */
  static Path pidFile(Path folder) {
    return folder.resolve("data").resolve("postmaster.pid");
  }

  /** Login of the role that owns the read model's tables. */
  public DatabaseLogin owner() {
    return login(MOTCUA, OWNER);
  }

  /** Login of the role that works on the read model's rows. */
  public DatabaseLogin application() {
    return login(MOTCUA, APPLICATION);
  }

  /** Login of the schema registry. */
  public DatabaseLogin registry() {
    return login(REGISTRY, REGISTRY_ROLE);
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException failed) {
      throw new IllegalStateException("PostgreSQL did not stop", failed);
    }
  }

  private DatabaseLogin login(String database, String role) {
    return new DatabaseLogin(
        "jdbc:postgresql://%s:%d/%s".formatted(FreePorts.LOOPBACK, server.getPort(), database),
        role,
        passwords.of(role));
  }

  private static io.zonky.test.db.postgres.embedded.EmbeddedPostgres launch(
      Path folder, Durability durability, Secrets passwords, IntSupplier ports, Duration wait)
      throws IOException {
    Path data = folder.resolve("data");
    for (int left = STARTS - 1; ; left--) {
      try {
        return launchOnce(folder, data, durability, passwords, ports.getAsInt(), wait);
      } catch (IOException failed) {
        StalePostmaster.stop(data);
        // zonky keeps the lock of a start that failed until this process ends.
        Files.deleteIfExists(data.resolve("epg-lock"));
        if (left == 0) {
          throw new IOException(
              "PostgreSQL does not start; its log ends with:\n" + endOf(folder.resolve(LOG)),
              failed);
        }
      }
    }
  }

  private static String endOf(Path log) throws IOException {
    List<String> lines = Files.exists(log) ? Files.readAllLines(log) : List.of();
    return String.join(
        "\n", lines.subList(Math.max(0, lines.size() - LOG_LINES_SHOWN), lines.size()));
  }

  private static io.zonky.test.db.postgres.embedded.EmbeddedPostgres launchOnce(
      Path folder, Path data, Durability durability, Secrets passwords, int port, Duration wait)
      throws IOException {
    String forced = durability == Durability.KEPT ? "on" : "off";
    var log = ProcessBuilder.Redirect.appendTo(folder.resolve(LOG).toFile());
    Path superuser = passwords.fileOf(SUPERUSER);
    try {
      return io.zonky.test.db.postgres.embedded.EmbeddedPostgres.builder()
          .setDataDirectory(data)
          .setCleanDataDirectory(false)
          .setRegisterShutdownHook(false)
          .setOverrideWorkingDirectory(InstallFolder.locate().resolve("postgresql").toFile())
          .setPGStartupWait(wait)
          .setPort(port)
          .setOutputRedirector(log)
          .setErrorRedirector(log)
          // These come after zonky's own "trust" and win: every role has a password.
          .setLocaleConfig("auth", "scram-sha-256")
          .setLocaleConfig("pwfile", superuser.toString())
          // The same order of characters on every machine; Vietnamese is sorted by vi-x-icu where a
          // person reads it.
          .setLocaleConfig("locale-provider", "builtin")
          .setLocaleConfig("builtin-locale", "C.UTF-8")
          .setLocaleConfig("locale", "C")
          .setConnectConfig("password", passwords.of(SUPERUSER))
          // Whoever else listens there may never answer.
          .setConnectConfig("loginTimeout", "10")
          .setServerConfig("listen_addresses", FreePorts.LOOPBACK)
          .setServerConfig("unix_socket_directories", "")
          .setServerConfig("fsync", forced)
          .setServerConfig("synchronous_commit", forced)
          .setServerConfig("full_page_writes", forced)
          .setServerConfig("max_wal_size", "2GB")
          .setServerConfig("shared_buffers", "256MB")
          // Nobody replicates from this server; reports are too short to be worth compiling.
          .setServerConfig("wal_level", "minimal")
          .setServerConfig("max_wal_senders", "0")
          .setServerConfig("jit", "off")
          .start();
    } finally {
      Files.deleteIfExists(superuser);
    }
  }

  private void createRolesAndDatabases() throws IOException {
    Map<String, String> ownerOf = Map.of(MOTCUA, OWNER, REGISTRY, REGISTRY_ROLE);
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      for (String role : new String[] {OWNER, APPLICATION, REGISTRY_ROLE}) {
        if (isMissing(statement, "SELECT 1 FROM pg_roles WHERE rolname = '" + role + "'")) {
          statement.execute("CREATE ROLE " + role + " LOGIN PASSWORD '" + passwords.of(role) + "'");
        }
      }
      for (Map.Entry<String, String> database : ownerOf.entrySet()) {
        if (isMissing(
            statement, "SELECT 1 FROM pg_database WHERE datname = '" + database.getKey() + "'")) {
          statement.execute(
              "CREATE DATABASE " + database.getKey() + " OWNER " + database.getValue());
        }
      }
      statement.execute("REVOKE CONNECT ON DATABASE " + MOTCUA + ", " + REGISTRY + " FROM PUBLIC");
      statement.execute("GRANT CONNECT ON DATABASE " + MOTCUA + " TO " + APPLICATION);
    } catch (SQLException failed) {
      throw new IOException("PostgreSQL refuses to make roles and databases", failed);
    }
  }

  private static boolean isMissing(Statement statement, String query) throws SQLException {
    try (ResultSet found = statement.executeQuery(query)) {
      return !found.next();
    }
  }
}
