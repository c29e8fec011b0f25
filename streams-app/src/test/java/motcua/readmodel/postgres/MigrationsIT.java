package motcua.readmodel.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import motcua.core.dossier.Channel;
import motcua.core.ledger.Bucket;
import motcua.core.ledger.Counter;
import org.junit.jupiter.api.Test;

class MigrationsIT {
  private static final String INSUFFICIENT_PRIVILEGE = "42501";
  private static final TestDatabase DATABASE = TestDatabase.create();

  @Test
  void shouldFindNothingToDoTheSecondTime() throws SQLException {
    Migrations.provision(DATABASE.administrator());

    assertEquals(0, Migrations.migrate(DATABASE.as(Migrations.OWNER)));
  }

  @Test
  void shouldSpellOutTheCodesOfTheEnums() throws SQLException {
    assertEquals(names(Bucket.values()), column("SELECT name FROM bucket ORDER BY code"));
    assertEquals(names(Counter.values()), column("SELECT name FROM counter ORDER BY code"));
    assertEquals(names(Channel.values()), column("SELECT name FROM channel ORDER BY code"));
  }

  @Test
  void shouldHaveAColumnForEachMeasureInTheirOrder() throws SQLException {
    assertEquals(
        LedgerWriter.MEASURES,
        column(
            "SELECT column_name FROM information_schema.columns WHERE table_schema = 'motcua' AND table_name = 'ledger'"
                + " AND data_type = 'bigint' AND column_name <> 'topic_offset' ORDER BY ordinal_position"));
  }

  @Test
  void shouldRefuseTheApplicationToAlterTheJournalOrTheSchema() {
    for (String statement :
        List.of(
            "UPDATE posting_page SET known_to = known_on[1]",
            "DELETE FROM posting_page",
            "TRUNCATE posting_page",
            "DELETE FROM sink_offset",
            "DELETE FROM dead_letter",
            "UPDATE bucket SET name = 'X'",
            "CREATE TABLE own (a int)",
            "CREATE TABLE public.own (a int)",
            "DROP TABLE posting_page",
            "ALTER TABLE ledger ADD COLUMN a int")) {
      SQLException refused = assertThrows(SQLException.class, () -> execute(statement), statement);
      assertEquals(INSUFFICIENT_PRIVILEGE, refused.getSQLState(), statement);
    }
  }

  @Test
  void shouldLetTheApplicationMakeAMonthOfTheJournalOnce() throws SQLException {
    assertEquals(
        List.of("posting_2024_02"), column("SELECT ensure_posting_month(date '2024-02-29')"));
    assertEquals(
        List.of("posting_2024_02"), column("SELECT ensure_posting_month(date '2024-02-01')"));
    assertEquals(List.of(""), column("SELECT ensure_posting_month(date '9999-12-31')"));
  }

  @Test
  void shouldLetTheRoleOfDashboardsReadWhatPanelsShow() throws SQLException {
    DATABASE.execute("CREATE ROLE motcua_grafana LOGIN");
    TestDatabase later = TestDatabase.create();
    DATABASE.execute("SELECT motcua.let_read_dashboards('motcua_grafana')");

    for (TestDatabase each : List.of(DATABASE, later)) {
      try (Connection connection = each.as("motcua_grafana").getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute("SELECT * FROM ratio, unit_inside");
        SQLException refused =
            assertThrows(
                SQLException.class, () -> statement.execute("SELECT head_email FROM unit"));
        assertEquals(INSUFFICIENT_PRIVILEGE, refused.getSQLState());
      }
    }
  }

  private static List<String> names(Enum<?>[] values) {
    return Arrays.stream(values).map(Enum::name).toList();
  }

  private static void execute(String sql) throws SQLException {
    try (Connection connection = DATABASE.application().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static List<String> column(String sql) throws SQLException {
    List<String> values = new ArrayList<>();
    try (Connection connection = DATABASE.application().getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        values.add(rows.getString(1));
      }
    }
    return values;
  }
}
