package motcua;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import javax.sql.DataSource;
import motcua.config.AppConfig;
import motcua.core.document.Letterheads;
import motcua.core.policy.Rules;
import motcua.core.unit.UnitResolver;
import motcua.coverage.Coverage;
import motcua.metrics.Metrics;
import motcua.readmodel.postgres.PostgresSourceReadModel;
import motcua.reference.ReferenceLoader;
import motcua.report.Reference;
import motcua.runtime.LedgerGenerations;

/**
 * What every role of a process is given.
 *
 * @param files what the files said
 * @param letterheads heading blocks of printed documents
 * @param notifyFiles of the role notify
 * @param clock decides what today is; may stand still
 * @param parts takes what a role opens
 */
record Installation(
    AppConfig config,
    ReferenceLoader.Loaded files,
    Letterheads letterheads,
    NotifyFiles notifyFiles,
    InstantSource clock,
    Metrics metrics,
    Parts parts) {
  int generation() {
    return config.getInt(AppConfig.GENERATION);
  }

  int partitions() {
    return config.getInt(AppConfig.PARTITIONS);
  }

  String applicationId() {
    return LedgerGenerations.applicationId(generation());
  }

  Path stateFolder() {
    return Path.of(config.getString(AppConfig.STATE_DIR));
  }

  Map<String, Object> kafka() {
    return config.kafkaConfig();
  }

  Databases databases() {
    return new Databases(config);
  }

  Contracts contracts() {
    return new Contracts(config);
  }

  Rules rules() {
    return new Rules(files.policy(), files.calendar());
  }

  UnitResolver unitResolver() {
    return new UnitResolver(files.units(), files.aliases());
  }

  /** Judges sources by what the read model keeps. */
  Coverage coverage(DataSource queries) {
    return new Coverage(
        new PostgresSourceReadModel(queries, generation()),
        files.alerts().silence(),
        files.calendar(),
        clock);
  }

  Reference reference() {
    return new Reference(files.units(), files.calendar(), files.procedures(), files.policy());
  }
}
