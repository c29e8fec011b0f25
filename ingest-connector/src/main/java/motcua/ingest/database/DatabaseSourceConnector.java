package motcua.ingest.database;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import motcua.ingest.Version;
import motcua.ingest.offset.TableOffset;
import org.apache.kafka.common.config.Config;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.ConfigValue;
import org.apache.kafka.connect.connector.Task;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.source.ExactlyOnceSupport;
import org.apache.kafka.connect.source.SourceConnector;

/** Reads one table of a PostgreSQL database into the event log, by one task. */
public final class DatabaseSourceConnector extends SourceConnector {
  private Map<String, String> settings = Map.of();

  @Override
  public void start(Map<String, String> props) {
    DatabaseConfig.from(props);
    settings = Map.copyOf(props);
  }

  @Override
  public Class<? extends Task> taskClass() {
    return DatabaseSourceTask.class;
  }

  @Override
  public List<Map<String, String>> taskConfigs(int maxTasks) {
    return List.of(settings);
  }

  @Override
  public void stop() {
    settings = Map.of();
  }

  /**
   * Connect's own check, and what only the database can say: login, table, columns, rights. A
   * database that does not answer is said too; a connector cannot be made before it does.
   */
  @Override
  public Config validate(Map<String, String> props) {
    List<ConfigValue> values = new ArrayList<>(super.validate(props).configValues());
    DatabaseKeys.unknown(props)
        .forEach(
            (key, problem) ->
                values.add(new ConfigValue(key, props.get(key), List.of(), List.of(problem))));
    if (values.stream().allMatch(value -> value.errorMessages().isEmpty())) {
      try (DatabaseSession session = DatabaseSession.open(DatabaseConfig.from(props))) {
        session.horizon();
      } catch (ConfigException e) {
        add(values, e.getMessage());
      } catch (SQLException e) {
        add(values, DatabaseKeys.URL + ": " + SqlFault.text(e));
      } catch (IOException e) {
        add(values, DatabaseKeys.PASSWORD_FILE + ": cannot be read");
      }
    }
    return new Config(values);
  }

  @Override
  public ConfigDef config() {
    return DatabaseKeys.definition();
  }

  @Override
  public String version() {
    return Version.current();
  }

  /** Every row carries the window it belongs to and its key, so that a transaction is exact. */
  @Override
  public ExactlyOnceSupport exactlyOnceSupport(Map<String, String> props) {
    return ExactlyOnceSupport.SUPPORTED;
  }

  /** Accepts only offsets this connector can go on from; null reads the table again. */
  @Override
  public boolean alterOffsets(
      Map<String, String> props, Map<Map<String, ?>, Map<String, ?>> offsets) {
    offsets.forEach(
        (partition, offset) -> {
          if (!(partition.get("table") instanceof String)) {
            throw new ConnectException("expected a partition with the key table: " + partition);
          }
          try {
            TableOffset.fromMap(offset);
          } catch (IllegalArgumentException e) {
            throw new ConnectException(e.getMessage(), e);
          }
        });
    return true;
  }

  /** To the key the message is about. */
  private static void add(List<ConfigValue> values, String message) {
    values.stream()
        .filter(
            value ->
                message.startsWith(value.name() + ":")
                    || message.contains("configuration " + value.name() + ":"))
        .findFirst()
        .ifPresent(value -> value.addErrorMessage(message));
  }
}
