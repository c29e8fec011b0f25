package motcua.standalone.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import motcua.readmodel.AuditResult;
import motcua.standalone.EmbeddedProduct;
import motcua.standalone.Product;
import motcua.standalone.RebuildRun;
import motcua.standalone.ReferenceFiles;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * {@code rebuild}: the ledger again from the event log, as the next generation beside the one in
 * use: after a change of policy or of a better reading of records (ledger.md 2 and 8), or when an
 * audit found drift.
 */
@Command(
    name = "rebuild",
    description =
        "Builds the ledger again from the event log beside the one in use, recounts it, and switches.")
final class RebuildCommand implements Callable<Integer> {
  private final Wiring wiring;
  @Spec private CommandSpec spec;
  @Mixin private CommonOptions common;

  @ArgGroup(multiplicity = "1")
  private Where where;

  /** One of the two. */
  static final class Where {
    @ArgGroup(exclusive = false)
    private OfFolder folder;

    @ArgGroup(exclusive = false)
    private OfInstallation installation;
  }

  /** A folder that replay kept. */
  static final class OfFolder {
    @Option(
        names = "--data",
        required = true,
        paramLabel = "DIR",
        description = "Folder that replay kept; goes on with the new ledger.")
    private Path data;

    @Option(names = "--units", paramLabel = "FILE", description = "Other units.csv.")
    private Path units;

    @Option(names = "--unit-aliases", paramLabel = "FILE", description = "Other unit-aliases.csv.")
    private Path aliases;

    @Option(names = "--procedures", paramLabel = "FILE", description = "Other procedures.csv.")
    private Path procedures;

    @Option(names = "--calendar", paramLabel = "FILE", description = "Other holidays.csv.")
    private Path calendar;

    @Option(names = "--policy", paramLabel = "FILE", description = "Other policy, JSON.")
    private Path policy;

    @Option(
        names = "--now",
        paramLabel = "T",
        description = "Sets the clock; default: as in the last run on the folder.")
    private OffsetDateTime now;

    @Option(names = "--keep-old", description = "The old ledger is not deleted.")
    private boolean keepOld;
  }

  /** A running installation. */
  static final class OfInstallation {
    @Option(
        names = "--config",
        required = true,
        paramLabel = "FILE",
        description = "Properties file of an installation; works while it runs.")
    private Path config;

    @Option(
        names = "--drop",
        paramLabel = "N",
        description = "Deletes generation N, which nobody uses any more, and builds nothing.")
    private Integer drop;
  }

  RebuildCommand(Wiring wiring) {
    this.wiring = wiring;
  }

  @Override
  public Integer call() throws Exception {
    if (where.folder != null) {
      ofFolder(where.folder);
    } else {
      ofInstallation(where.installation);
    }
    return 0;
  }

  private void ofFolder(OfFolder given) throws Exception {
    if (!Files.isDirectory(given.data)) {
      throw new ParameterException(
          spec.commandLine(), "--data: " + given.data + " is no folder that a replay kept");
    }
    RebuildRun run = new RebuildRun(files(given), Optional.ofNullable(given.now), given.keepOld);
    AtomicReference<RebuildRun.Outcome> outcome = new AtomicReference<>();
    Workspace.run(
        Optional.of(given.data),
        common.verbose,
        (folder, stop) -> {
          try (ConsoleProgress progress = ConsoleProgress.onStandardError()) {
            outcome.set(run.run(folder, wiring.builder(), progress));
          }
        });
    PrintWriter out = spec.commandLine().getOut();
    out.println(AuditSummary.of(outcome.get().audit()));
    out.println("motcua: generation " + outcome.get().generation() + " is in use");
  }

  private ReferenceFiles files(OfFolder given) {
    try {
      ReferenceFiles files =
          new ReferenceFiles(
              Checks.file("--units", given.units),
              Checks.file("--unit-aliases", given.aliases),
              Checks.file("--procedures", given.procedures),
              Checks.file("--calendar", given.calendar),
              Checks.file("--policy", given.policy));
      ReferenceCheck.units(files);
      return files;
    } catch (Checks.WrongValueException wrong) {
      throw new ParameterException(spec.commandLine(), wrong.getMessage(), wrong);
    }
  }

  private void ofInstallation(OfInstallation given) throws Exception {
    Map<String, String> values = config(given.config);
    System.setProperty("motcua.stderr.level", common.verbose ? "WARN" : "OFF");
    PrintWriter out = spec.commandLine().getOut();
    try (ConsoleProgress progress = ConsoleProgress.onStandardError()) {
      int next;
      try (Product current = wiring.onlooker().start(values)) {
        if (given.drop != null) {
          progress.step("deleting generation " + given.drop);
          drop(current, given.drop);
          out.println("motcua: generation " + given.drop + " is deleted");
          return;
        }
        next = current.generations().last() + 1;
      }
      AuditResult audit = build(values, next, progress);
      out.println(AuditSummary.of(audit));
      out.println(
          "motcua: generation %d is ready: set ledger.generation=%d, start the roles again, then rebuild --config FILE --drop the old one"
              .formatted(next, next));
    }
  }

  private void drop(Product current, int generation) throws IOException {
    if (!current.generations().contains(generation)) {
      throw new ParameterException(
          spec.commandLine(), "--drop: there is no generation " + generation);
    }
    current.deleteGeneration(generation);
  }

  private AuditResult build(Map<String, String> values, int generation, ConsoleProgress progress)
      throws IOException {
    Map<String, String> own = new HashMap<>(values);
    own.put("ledger.generation", Integer.toString(generation));
    // It is recounted before it is used; the nightly one is for the ledger in use.
    own.put("audit.at", "");
    own.putAll(RebuildRun.UNDECIDED);
    progress.step("starting streams for generation " + generation);
    try (Product product = wiring.builder().start(own)) {
      return RebuildRun.book(product, generation, progress);
    }
  }

  private Map<String, String> config(Path file) {
    try {
      Checks.file("--config", file);
      Map<String, String> values = ConfigFile.read(file, System::getenv);
      EmbeddedProduct.check(values);
      return values;
    } catch (Checks.WrongValueException wrong) {
      throw new ParameterException(spec.commandLine(), wrong.getMessage(), wrong);
    } catch (IllegalArgumentException wrong) {
      throw new ParameterException(spec.commandLine(), "--config: " + wrong.getMessage(), wrong);
    }
  }
}
