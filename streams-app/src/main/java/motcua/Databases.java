package motcua;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import motcua.config.AppConfig;
import motcua.readmodel.postgres.Migrations;
import motcua.readmodel.postgres.PostgresReadModel;
import org.postgresql.ds.PGSimpleDataSource;

/** Ways into the read model's database; nothing connects before it is used. */
record Databases(AppConfig config) {
  private static final int QUERIES_AT_ONCE = 8;

  /** As the role that works on rows; a connection at a time, not pooled. */
  DataSource application() {
    return dataSource(AppConfig.DB_APP, AppConfig.DB_APP_PASSWORD);
  }

  /** As the role that owns the tables. */
  DataSource owner() {
    return dataSource(AppConfig.DB_OWNER, AppConfig.DB_OWNER_PASSWORD);
  }

  /** Pooled, for questions of users; closed with the other parts. */
  DataSource queries(Parts parts) {
    var pool = new HikariConfig();
    pool.setDataSource(application());
    pool.setConnectionInitSql(PostgresReadModel.SESSION);
    pool.setMaximumPoolSize(QUERIES_AT_ONCE);
    pool.setMinimumIdle(1);
    pool.setPoolName("motcua-queries");
    return parts.opened(new HikariDataSource(pool));
  }

  private DataSource dataSource(String userKey, String passwordKey) {
    var source = new PGSimpleDataSource();
    source.setUrl(config.getString(AppConfig.JDBC_URL));
    source.setUser(config.getString(userKey));
    source.setPassword(config.getPassword(passwordKey).value());
    source.setCurrentSchema(Migrations.SCHEMA);
    source.setReWriteBatchedInserts(true);
    return source;
  }
}
