package motcua.standalone.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import motcua.core.form.FormPreset;
import motcua.ingest.config.TableConfig;
import motcua.readmodel.Breakdown;
import motcua.report.Report;
import motcua.report.ReportRequest;
import motcua.standalone.Intake;
import motcua.standalone.ReferenceFiles;
import motcua.standalone.ReplayRun;
import motcua.standalone.StandaloneSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code replay}: inputs through the whole way, one report or several out. */
@Command(
    name = "replay",
    description = "Ingests inputs, waits until all of it is booked, writes a report, exits.")
final class ReplayCommand implements Callable<Integer> {
  /** Values of {@code --by}. */
  enum By {
    field,
    procedure
  }

  /** Scope of everything. */
  static final String WHOLE_TREE = "ALL";

  private final Wiring wiring;
  @Spec private CommandSpec spec;
  @Mixin private CommonOptions common;

  @Parameters(
      arity = "1..*",
      paramLabel = "INPUT",
      description =
          "File or folder: *.ndjson events, *.json national batches, *.csv and *.xlsx tables;"
              + " also as *.gz or *.zip.")
  private List<Path> inputs;

  @Option(names = "--units", required = true, paramLabel = "FILE", description = "units.csv.")
  private Path units;

  @Option(names = "--unit-aliases", paramLabel = "FILE", description = "unit-aliases.csv.")
  private Path aliases;

  @Option(names = "--procedures", paramLabel = "FILE", description = "procedures.csv.")
  private Path procedures;

  @Option(
      names = "--calendar",
      paramLabel = "FILE",
      description = "holidays.csv; default: the calendar shipped.")
  private Path calendar;

  @Option(
      names = "--policy",
      paramLabel = "FILE",
      description = "Policy, JSON; default: policy DAY.")
  private Path policy;

  @Option(
      names = "--mapping",
      paramLabel = "FILE",
      description = "Mapping (YAML) by which *.csv and *.xlsx are read.")
  private Path mapping;

  @Option(names = "--from", paramLabel = "D", description = "First day of the period, yyyy-mm-dd.")
  private LocalDate from;

  @Option(names = "--to", paramLabel = "D", description = "Last day of the period.")
  private LocalDate to;

  @Option(
      names = "--known-on",
      paramLabel = "D",
      description = "As known on this day; default: all that is known.")
  private LocalDate knownOn;

  @Option(names = "--scope", paramLabel = "CODE", description = "Unit at the top; default: ALL.")
  private String scope;

  @Option(names = "--by", paramLabel = "WHAT", description = "Splits rows: field or procedure.")
  private By by;

  @Option(
      names = "--form",
      paramLabel = "PRESET",
      description =
          "Adds the columns of a printed form: strict or II.06a; default: the ledger's alone.")
  private FormPreset form;

  @Option(
      names = "--requests",
      paramLabel = "FILE",
      description = "JSON array of reports to draw from one ledger.")
  private Path requests;

  @Option(names = "--now", paramLabel = "T", description = "Sets the clock; default: the real one.")
  private OffsetDateTime now;

  @Option(
      names = "--source",
      paramLabel = "NAME",
      defaultValue = "replay",
      description = "System that national batches come from; default: ${DEFAULT-VALUE}.")
  private String source;

  @Option(names = "--backfill", description = "Records are known when they say something happened.")
  private boolean backfill;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Folder that is kept and gone on with; default: a temporary one.")
  private Path data;

  @Option(
      names = "--report",
      required = true,
      paramLabel = "FILE",
      description = "Where the report goes.")
  private Path report;

  ReplayCommand(Wiring wiring) {
    this.wiring = wiring;
  }

  @Override
  public Integer call() throws Exception {
    ReplayRun run = checked();
    Workspace.run(
        Optional.ofNullable(data),
        common.verbose,
        (folder, stop) -> {
          List<Report> reports;
          try (ConsoleProgress progress = ConsoleProgress.onStandardError()) {
            reports = run.run(folder, wiring.product(), progress);
          }
          spec.commandLine().getOut().println(ReplaySummary.of(report, reports));
        });
    return 0;
  }

  private ReplayRun checked() {
    try {
      if (source.isBlank()) {
        throw new Checks.WrongValueException("--source is blank, expected a name, e.g. h56");
      }
      Optional<OffsetDateTime> clock = Optional.ofNullable(now);
      Intake.RecordedAt recordedAt =
          backfill ? Intake.RecordedAt.BACKFILL : Intake.RecordedAt.INPUT;
      ReferenceFiles files = files();
      Inputs found = Inputs.find(inputs, reference(files), mapping != null);
      ReplayRun.Requests reports = reports();
      ReferenceCheck.require(files, reports);
      Checks.folder("--data", data);
      Path target = Checks.target("--report", report);
      found.left().forEach(left -> spec.commandLine().getErr().println("motcua: " + left));
      return new ReplayRun(
          found.files(),
          new Intake(source, recordedAt, clock, tables()),
          new StandaloneSettings(clock, 0, StandaloneSettings.DEFAULT_PARTITIONS, files, Map.of()),
          reports,
          target);
    } catch (Checks.WrongValueException wrong) {
      throw new ParameterException(spec.commandLine(), wrong.getMessage(), wrong);
    }
  }

  private List<Path> reference(ReferenceFiles files) {
    List<Path> named = new ArrayList<>(files.given());
    Optional.ofNullable(mapping).ifPresent(named::add);
    return named;
  }

  private Optional<Intake.Tables> tables() throws Checks.WrongValueException {
    if (Checks.file("--mapping", mapping).isEmpty()) {
      return Optional.empty();
    }
    Optional<Path> names = Optional.ofNullable(aliases);
    TableConfig config = MappingFiles.read("--mapping", mapping, names);
    return Optional.of(new Intake.Tables(mapping, names, config.fingerprint()));
  }

  private ReferenceFiles files() throws Checks.WrongValueException {
    return new ReferenceFiles(
        Checks.file("--units", units),
        Checks.file("--unit-aliases", aliases),
        Checks.file("--procedures", procedures),
        Checks.file("--calendar", calendar),
        Checks.file("--policy", policy));
  }

  private ReplayRun.Requests reports() throws Checks.WrongValueException {
    if (requests != null) {
      if (from != null
          || to != null
          || knownOn != null
          || scope != null
          || by != null
          || form != null) {
        throw new Checks.WrongValueException(
            "--requests takes the place of --from, --to, --known-on, --scope, --by and --form");
      }
      return new ReplayRun.Requests.Several(RequestsFile.read(requests));
    }
    if (from == null || to == null) {
      throw new Checks.WrongValueException(
          (from == null ? "--from" : "--to") + " is missing: a day, yyyy-mm-dd");
    }
    if (from.isAfter(to)) {
      throw new Checks.WrongValueException("--from " + from + " lies after --to " + to);
    }
    Breakdown breakdown =
        switch (by) {
          case null -> Breakdown.NONE;
          case field -> Breakdown.FIELD;
          case procedure -> Breakdown.PROCEDURE;
        };
    String top = scope == null ? WHOLE_TREE : scope;
    return new ReplayRun.Requests.One(new ReportRequest(top, from, to, knownOn, breakdown, form));
  }
}
