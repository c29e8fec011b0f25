package motcua.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class EmbeddedPostgresIT {
  @TempDir Path folder;

  @Test
  void shouldForceCommitsToDiskWhereDataIsKept() throws Exception {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder, Durability.KEPT);
        Connection owner = connect(postgres.owner())) {
      for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
        assertEquals("on", queryOne(owner, "SHOW " + setting), setting);
      }
      assertEquals("127.0.0.1", queryOne(owner, "SHOW listen_addresses"));
    }
  }

  @Test
  void shouldLetTheApplicationUseOnlyWhatTheOwnerGrants() throws Exception {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder, Durability.SCRATCH);
        Connection owner = connect(postgres.owner());
        Connection application = connect(postgres.application())) {
      execute(owner, "CREATE TABLE kept (n int)");

      SQLException refused =
          assertThrows(
              SQLException.class, () -> execute(application, "INSERT INTO kept VALUES (1)"));

      assertEquals("42501", refused.getSQLState());
      assertThrows(SQLException.class, () -> execute(application, "CREATE TABLE mine (n int)"));
    }
  }

  @Test
  void shouldRefuseAWrongPassword() throws Exception {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder, Durability.SCRATCH)) {
      DatabaseLogin right = postgres.application();
      DatabaseLogin wrong = new DatabaseLogin(right.url(), "postgres", "guess");

      SQLException refused = assertThrows(SQLException.class, () -> connect(wrong).close());

      assertEquals("28P01", refused.getSQLState());
    }
  }

  @Test
  void shouldReopenADirectoryWhoseServerWasLeftRunning() throws Exception {
    long left = KilledJvm.leaveBehind(OneTable.class, folder);
    assertTrue(isAlive(left), "nothing was left behind");

    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder, Durability.KEPT);
        Connection owner = connect(postgres.owner())) {
      assertEquals("42", queryOne(owner, "SELECT n FROM kept"));
      assertFalse(isAlive(left), "the old server still runs");
    }
  }

  /** Starts a server and commits one table. */
  static final class OneTable implements KilledJvm.Body {
    @Override
    public long start(Path folder) throws Exception {
      EmbeddedPostgres postgres = EmbeddedPostgres.start(folder, Durability.KEPT);
      try (Connection owner = connect(postgres.owner())) {
        execute(owner, "CREATE TABLE kept AS SELECT 42 AS n");
      }
      List<String> pidFile = Files.readAllLines(folder.resolve("data").resolve("postmaster.pid"));
      return Long.parseLong(pidFile.get(0).strip());
    }
  }

  @Test
  void shouldSpareAProcessThatOnlyInheritedTheNumber() throws Exception {
    EmbeddedPostgres.start(folder, Durability.KEPT).close();
    Process stranger = new ProcessBuilder("sleep", "60").start();
    try {
      Path pidFile = folder.resolve("data").resolve("postmaster.pid");
      Files.writeString(
          pidFile, stranger.pid() + "\n" + folder.resolve("data") + "\n1\n5432\n\nlocalhost\n");

      try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder, Durability.KEPT);
          Connection owner = connect(postgres.owner())) {
        assertEquals("1", queryOne(owner, "SELECT 1"));
        assertTrue(stranger.isAlive());
      }
    } finally {
      stranger.destroyForcibly();
    }
  }

  @Test
  void shouldStartAgainAfterAFirstStartThatWasCutShort() throws Exception {
    Path data = Files.createDirectories(folder.resolve("data"));
    Files.writeString(data.resolve("postgresql.conf"), "half");

    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder, Durability.KEPT);
        Connection owner = connect(postgres.owner())) {
      assertEquals("1", queryOne(owner, "SELECT 1"));
    }
  }

  @Test
  void shouldTakeAnotherPortWhenSomebodyElseIsFaster() throws Exception {
    try (ServerSocket stranger = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      Thread closer = Thread.ofVirtual().start(() -> closeWhoeverCalls(stranger));
      Iterator<Integer> ports = List.of(stranger.getLocalPort(), FreePorts.next()).iterator();

      try (EmbeddedPostgres postgres =
              EmbeddedPostgres.start(folder, Durability.KEPT, ports::next, Duration.ofSeconds(10));
          Connection owner = connect(postgres.owner())) {
        assertEquals("1", queryOne(owner, "SELECT 1"));
      }
      assertFalse(ports.hasNext(), "the second port was not tried");
      stranger.close();
      closer.join();
    }
  }

  @Test
  void shouldSayWhatTheServerSaidWhenItDoesNotStart() throws Exception {
    try (ServerSocket stranger = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      Thread closer = Thread.ofVirtual().start(() -> closeWhoeverCalls(stranger));

      IOException refused =
          assertThrows(
              IOException.class,
              () ->
                  EmbeddedPostgres.start(
                      folder, Durability.KEPT, stranger::getLocalPort, Duration.ofSeconds(2)));

      assertTrue(refused.getMessage().contains("Address already in use"), refused.getMessage());
      stranger.close();
      closer.join();
    }
  }

  private static void closeWhoeverCalls(ServerSocket stranger) {
    try {
      while (true) {
        stranger.accept().close();
      }
    } catch (IOException closed) {
      // The test is over.
    }
  }

  private static boolean isAlive(long pid) {
    return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
  }

  private static Connection connect(DatabaseLogin login) throws SQLException {
    return DriverManager.getConnection(login.url(), login.user(), login.password());
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String queryOne(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      assertTrue(row.next(), sql);
      return row.getString(1);
    }
  }
}
