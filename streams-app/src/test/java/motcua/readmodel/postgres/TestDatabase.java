package motcua.readmodel.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import motcua.core.policy.Policy;
import motcua.readmodel.LetterNews;
import motcua.readmodel.OffsetMove;
import motcua.readmodel.ProjectionBatch;
import motcua.readmodel.Sourced;
import motcua.schemas.events.DeadLetter;
import motcua.schemas.internal.JournalEntry;
import motcua.schemas.internal.LedgerEntry;
import motcua.schemas.internal.Ratios;
import org.apache.kafka.common.TopicPartition;
import org.postgresql.ds.PGSimpleDataSource;

/** A migrated database of its own on the one PostgreSQL of this JVM. */
public final class TestDatabase {
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private final String name;
  private final int port;

  private TestDatabase(String name, int port) {
    this.name = name;
    this.port = port;
  }

  /** A database that another JVM has made. */
  public static TestDatabase at(String name, int port) {
    return new TestDatabase(name, port);
  }

  /** Its name on the server. */
  public String name() {
    return name;
  }

  /** Port of this JVM's server. */
  public static int port() {
    return Server.POSTGRES.getPort();
  }

  /** A new, migrated database. */
  public static TestDatabase create() {
    TestDatabase database = new TestDatabase("t" + NUMBER.incrementAndGet(), port());
    try {
      try (Connection connection = Server.POSTGRES.getPostgresDatabase().getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute("CREATE DATABASE " + database.name);
      }
      Migrations.provision(database.administrator());
      Migrations.migrate(database.as(Migrations.OWNER));
    } catch (SQLException fault) {
      throw new IllegalStateException(fault);
    }
    return database;
  }

  /** Connects as superuser. */
  public DataSource administrator() {
    return as("postgres");
  }

  /** Connects as the application does. */
  public DataSource application() {
    return as(Migrations.APPLICATION);
  }

  /** Connects as the application does, to ask many questions; to be closed. */
  public HikariDataSource pool() {
    HikariConfig config = new HikariConfig();
    config.setDataSource(application());
    config.setMaximumPoolSize(2);
    return new HikariDataSource(config);
  }

  /** Connects as a role. */
  public DataSource as(String role) {
    PGSimpleDataSource dataSource = new PGSimpleDataSource();
    dataSource.setServerNames(new String[] {"127.0.0.1"});
    dataSource.setPortNumbers(new int[] {port});
    dataSource.setDatabaseName(name);
    dataSource.setUser(role);
    dataSource.setCurrentSchema(Migrations.SCHEMA);
    return dataSource;
  }

  /** Begins the first generation without a journal. */
  public void beginWithoutJournal() {
    new PostgresGenerationStore(application(), as(Migrations.OWNER))
        .claim(1, Policy.DEFAULT, false, Instant.EPOCH);
  }

  /** The one number a query gives. */
  public long number(String sql) {
    return number(application(), sql);
  }

  /** The one number a query gives; over connections that are kept, for asking often. */
  public static long number(DataSource over, String sql) {
    try (Connection connection = over.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    } catch (SQLException fault) {
      throw new IllegalStateException(sql, fault);
    }
  }

  /** The one text a query gives. */
  public String text(String sql) {
    try (Connection connection = application().getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      return rows.next() ? rows.getString(1) : null;
    } catch (SQLException fault) {
      throw new IllegalStateException(sql, fault);
    }
  }

  /** Runs a statement as the superuser. */
  public void execute(String sql) {
    try (Connection connection = administrator().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException fault) {
      throw new IllegalStateException(sql, fault);
    }
  }

  /** Writes records as the projector would, in one batch. */
  public void project(
      List<JournalEntry> journal,
      List<Sourced<LedgerEntry>> cells,
      List<JournalEntry> dossiers,
      List<Sourced<Ratios>> ratios,
      List<DeadLetter> deadLetters) {
    TopicPartition partition = new TopicPartition("motcua.postings", 0);
    try (PostgresProjectionStore store = new PostgresProjectionStore(application())) {
      store.positions(1, List.of(partition));
      store.write(
          new ProjectionBatch(
              1,
              List.of(new OffsetMove(partition, 0, 1, TestRecords.APPLIED)),
              journal,
              cells,
              dossiers,
              List.of(),
              ratios,
              deadLetters.stream().map(LetterNews::of).toList(),
              List.of()));
    }
  }

  /** Writes journal entries as the projector would, in a later batch. */
  public void append(long offset, List<JournalEntry> journal) {
    TopicPartition partition = new TopicPartition("motcua.postings", 0);
    try (PostgresProjectionStore store = new PostgresProjectionStore(application())) {
      store.positions(1, List.of(partition));
      store.write(
          new ProjectionBatch(
              1,
              List.of(new OffsetMove(partition, offset, offset + 1, TestRecords.APPLIED)),
              journal,
              List.of(),
              List.of(),
              List.of(),
              List.of(),
              List.of(),
              List.of()));
    }
  }

  /** Writes cells of the ledger as the projector would, in a later batch. */
  public void appendCells(long offset, List<LedgerEntry> cells) {
    TopicPartition partition = new TopicPartition("motcua.ledger", 0);
    try (PostgresProjectionStore store = new PostgresProjectionStore(application())) {
      store.positions(1, List.of(partition));
      store.write(
          new ProjectionBatch(
              1,
              List.of(new OffsetMove(partition, offset, offset + 1, TestRecords.APPLIED + offset)),
              List.of(),
              cells.stream().map(cell -> new Sourced<>(cell, 0, offset + 1)).toList(),
              List.of(),
              List.of(),
              List.of(),
              List.of(),
              List.of()));
    }
  }

  /** Started at first use, stopped with the JVM. */
  private static final class Server {
    static final EmbeddedPostgres POSTGRES = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder().start();
      } catch (IOException fault) {
        throw new UncheckedIOException(fault);
      }
    }
  }
}
