package motcua.standalone.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import motcua.standalone.DatabaseLogin;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** What lies behind the views of the payload examples. */
@Timeout(300)
@Tag("page")
@ExtendWith(ExampleStage.Shared.class)
class ExampleBooksIT {
  @Test
  void shouldKeepEveryKindOfReferenceFile(ExampleStage stage) throws Exception {
    DatabaseLogin login = stage.motcua().postgres().application();
    try (Connection connection =
            DriverManager.getConnection(login.url(), login.user(), login.password());
        Statement statement = connection.createStatement();
        ResultSet kinds =
            statement.executeQuery(
                "SELECT string_agg(kind, ' ' ORDER BY kind) FROM motcua.reference_version")) {
      kinds.next();
      assertEquals("holiday procedure unit unit-alias", kinds.getString(1));
    }
  }
}
