package motcua.readmodel.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.output.MigrateResult;

/** Makes and upgrades the schema {@code motcua}. */
public final class Migrations {
  /** Owner of the schema; only migrations connect as it. */
  public static final String OWNER = "motcua_owner";

  /** Role of the running application: rows, no DDL. */
  public static final String APPLICATION = "motcua_app";

  /** The schema. */
  public static final String SCHEMA = "motcua";

  private Migrations() {}

  /**
   * Makes roles and schema where they are missing. For databases of our own (embedded, tests, first
   * installation); elsewhere an administrator runs the same statements, see docs/operations.
   *
   * @param administrator connects as a superuser
   * @throws SQLException when the role may not do so or the server is away
   */
  public static void provision(DataSource administrator) throws SQLException {
    try (Connection connection = administrator.getConnection();
        Statement statement = connection.createStatement()) {
      for (String role : new String[] {OWNER, APPLICATION}) {
        statement.execute(
            "DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '%1$s') THEN CREATE ROLE %1$s LOGIN; END IF; END $$"
                .formatted(role));
      }
      statement.execute("CREATE SCHEMA IF NOT EXISTS %s AUTHORIZATION %s".formatted(SCHEMA, OWNER));
      statement.execute("REVOKE CREATE ON SCHEMA public FROM PUBLIC");
    }
  }

  /**
   * Brings the schema to this version's state. The roles and the schema must exist.
   *
   * @param owner connects as {@link #OWNER}
   * @return number of migrations run; 0 when nothing was missing
   */
  public static int migrate(DataSource owner) {
    MigrateResult result =
        Flyway.configure()
            .dataSource(owner)
            .schemas(SCHEMA)
            .defaultSchema(SCHEMA)
            .createSchemas(true)
            .locations("classpath:db/migration")
            .load()
            .migrate();
    return result.migrationsExecuted;
  }
}
