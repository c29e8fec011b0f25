package motcua.ingest.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import motcua.ingest.config.EventSettings;
import motcua.ingest.table.MappingFile;
import motcua.ingest.table.MappingSpec;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigException;

/**
 * The connector's settings, typed and checked as far as that goes without the database.
 *
 * @param events whose records they are, when they became known, where they go
 * @param login where and how to log in
 * @param table table in SQL
 * @param transactionColumn column with the writing transaction; empty: xmin
 * @param keyColumns columns of the key; empty: the primary key
 * @param form what a row is
 * @param mapping what the mapping file says; empty unless the form is MAPPING
 * @param payloadColumn column with the JSON, for the other forms
 * @param senderUnit unit of a batch's envelope; empty: none
 * @param pollInterval pause between looks
 * @param pollMaxRecords most rows of one page
 * @param recordMaxBytes longest payload, bytes
 * @param retry how long a silent database is tried
 * @param longTransaction from when on an open transaction is told of
 */
record DatabaseConfig(
    EventSettings events,
    Login login,
    String table,
    Optional<String> transactionColumn,
    List<String> keyColumns,
    RowsForm form,
    Optional<MappingSpec> mapping,
    String payloadColumn,
    String senderUnit,
    Duration pollInterval,
    int pollMaxRecords,
    int recordMaxBytes,
    Duration retry,
    Duration longTransaction) {

  /**
   * How to log in; the password is read each time and never printed.
   *
   * @param url JDBC URL without password
   * @param user role
   * @param given password of the settings, possibly empty
   * @param file file that holds it instead
   */
  record Login(String url, String user, String given, Optional<Path> file) {
    /** The password as it stands now. */
    String password() throws IOException {
      return file.isPresent() ? Files.readString(file.get()).strip() : given;
    }

    @Override
    public String toString() {
      return url + " as " + user;
    }
  }

  /**
   * Reads and checks the settings.
   *
   * @throws ConfigException naming the key and what was expected
   */
  static DatabaseConfig from(Map<String, String> settings) {
    DatabaseKeys.unknown(settings)
        .forEach(
            (key, problem) -> {
              throw new ConfigException(problem);
            });
    AbstractConfig config = new AbstractConfig(DatabaseKeys.definition(), settings, false);
    RowsForm form = RowsForm.valueOf(config.getString(DatabaseKeys.ROWS_FORM));
    return new DatabaseConfig(
        EventSettings.from(config),
        login(config),
        config.getString(DatabaseKeys.TABLE).strip(),
        text(config, DatabaseKeys.TRANSACTION_COLUMN),
        config.getList(DatabaseKeys.KEY_COLUMNS),
        form,
        form == RowsForm.MAPPING ? Optional.of(mapping(config)) : Optional.empty(),
        config.getString(DatabaseKeys.PAYLOAD_COLUMN),
        config.getString(DatabaseKeys.SENDER_UNIT),
        Duration.ofMillis(config.getLong(DatabaseKeys.POLL_INTERVAL)),
        config.getInt(DatabaseKeys.POLL_MAX_RECORDS),
        config.getInt(DatabaseKeys.RECORD_MAX_BYTES),
        Duration.ofMillis(config.getLong(DatabaseKeys.RETRY)),
        Duration.ofMillis(config.getLong(DatabaseKeys.LONG_TRANSACTION)));
  }

  private static Login login(AbstractConfig config) {
    Optional<Path> file = text(config, DatabaseKeys.PASSWORD_FILE).map(Path::of);
    if (file.isPresent() && !Files.isReadable(file.get())) {
      throw new ConfigException(
          DatabaseKeys.PASSWORD_FILE, file.get(), "expected a file that can be read");
    }
    return new Login(
        config.getString(DatabaseKeys.URL),
        config.getString(DatabaseKeys.USER),
        config.getPassword(DatabaseKeys.PASSWORD).value(),
        file);
  }

  private static MappingSpec mapping(AbstractConfig config) {
    String name = config.getString(DatabaseKeys.MAPPING_FILE);
    String text;
    try {
      text = Files.readString(Path.of(name));
    } catch (IOException e) {
      throw new ConfigException(
          DatabaseKeys.MAPPING_FILE, name, "expected a mapping file that can be read");
    }
    return switch (MappingFile.parse(text)) {
      case MappingFile.Result.Read(MappingSpec spec) when spec.unitAliases().isPresent() ->
          throw new ConfigException(
              DatabaseKeys.MAPPING_FILE,
              name,
              "unit names are not read from tables yet: name codes");
      case MappingFile.Result.Read(MappingSpec spec) -> spec;
      case MappingFile.Result.Failed(List<String> faults) ->
          throw new ConfigException(DatabaseKeys.MAPPING_FILE + ": " + String.join("; ", faults));
    };
  }

  private static Optional<String> text(AbstractConfig config, String key) {
    return Optional.of(config.getString(key).strip()).filter(text -> !text.isEmpty());
  }
}
