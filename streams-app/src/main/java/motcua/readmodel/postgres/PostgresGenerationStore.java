package motcua.readmodel.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import motcua.core.policy.Policy;
import motcua.readmodel.GenerationStore;
import motcua.readmodel.StoreUnavailableException;

/** {@link GenerationStore} in PostgreSQL. */
public final class PostgresGenerationStore implements GenerationStore {
  /** The offsets first: whoever still writes rows moves them in the same transaction, and fails. */
  static final List<String> TABLES =
      List.of(
          "sink_offset",
          "posting_page",
          "ledger",
          "dossier",
          "dossier_mark",
          "dead_letter",
          "unit_totals",
          "ratio",
          "source",
          "source_unit",
          "source_pace",
          "closed_day",
          "closed_month",
          "unit_day",
          "unit_day_gathered",
          "unit_month",
          "unit_month_gathered",
          "unit_balance",
          "field_month",
          "field_balance",
          "procedure_month",
          "procedure_balance",
          "audit",
          "ledger_generation");

  private final DataSource application;
  private final DataSource owner;

  /**
   * @param application connects as {@link Migrations#APPLICATION} with {@code currentSchema=motcua}
   * @param owner connects as the owner of the tables: the application may not delete
   */
  public PostgresGenerationStore(DataSource application, DataSource owner) {
    this.application = Objects.requireNonNull(application, "application");
    this.owner = Objects.requireNonNull(owner, "owner");
  }

  @Override
  public void claim(int generation, Policy policy, boolean journal, Instant begunAt) {
    try (Connection connection = application.getConnection()) {
      insert(connection, generation, policy, journal, begunAt);
      requirePolicy(connection, generation, policy);
      requireJournal(connection, generation, journal);
    } catch (SQLException fault) {
      throw failed("cannot claim generation " + generation, fault);
    }
  }

  private static void requirePolicy(Connection connection, int generation, Policy policy)
      throws SQLException {
    Policy begun = policy(connection, generation);
    if (!begun.equals(policy)) {
      throw new IllegalStateException(
          "generation %d of the ledger was begun under %s, the configuration says %s; another policy is another ledger: ./motcua rebuild builds it"
              .formatted(generation, begun, policy));
    }
  }

  private static void requireJournal(Connection connection, int generation, boolean journal)
      throws SQLException {
    boolean begun = KeptJournal.isKept(connection, generation);
    if (begun != journal) {
      throw new IllegalStateException(
          "generation %d of the ledger was begun with readmodel.journal=%s, the configuration says %s; a journal with a hole is none: ./motcua rebuild builds a ledger anew"
              .formatted(generation, begun, journal));
    }
  }

  private static void insert(
      Connection connection, int generation, Policy policy, boolean journal, Instant begunAt)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            INSERT INTO ledger_generation (generation, policy, timeliness, closes, supplement, begun_at, journal)
            VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""")) {
      statement.setInt(1, generation);
      statement.setString(2, policy.name());
      statement.setString(3, policy.timeliness().name());
      statement.setString(4, policy.closes().name());
      statement.setString(5, policy.supplement().name());
      statement.setObject(6, begunAt.atOffset(ZoneOffset.UTC));
      statement.setBoolean(7, journal);
      statement.executeUpdate();
    }
  }

  private static Policy policy(Connection connection, int generation) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT policy, timeliness, closes, supplement FROM ledger_generation WHERE generation = ?")) {
      statement.setInt(1, generation);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return new Policy(
            row.getString(1),
            Policy.Timeliness.valueOf(row.getString(2)),
            Policy.Closes.valueOf(row.getString(3)),
            Policy.Supplement.valueOf(row.getString(4)));
      }
    }
  }

  @Override
  public void delete(int generation) {
    try (Connection connection = owner.getConnection()) {
      connection.setAutoCommit(false);
      for (String table : TABLES) {
        try (PreparedStatement statement =
            connection.prepareStatement("DELETE FROM " + table + " WHERE generation = ?")) {
          statement.setInt(1, generation);
          statement.executeUpdate();
        }
      }
      connection.commit();
    } catch (SQLException fault) {
      throw failed("cannot delete generation " + generation, fault);
    }
  }

  private static RuntimeException failed(String what, SQLException fault) {
    return SqlStates.isTransient(fault)
        ? new StoreUnavailableException(what, fault)
        : new IllegalStateException(what + ": " + fault.getMessage(), fault);
  }
}
