package motcua.standalone.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import motcua.backtest.BacktestText;
import motcua.backtest.BacktestView;
import motcua.core.period.Period;
import motcua.core.unit.UnitTree;
import motcua.reference.ReferenceLoader;
import motcua.standalone.DataFolder;
import motcua.standalone.EmbeddedProduct;
import motcua.standalone.Product;
import motcua.standalone.StandaloneMotcua;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code alerts backtest}: rules of alerts over the past. */
@Command(
    name = "backtest",
    description =
        "Replays the past against rules of alerts, day by day: how often each unit would have been told, and how long its alerts lasted. Sends nothing.")
final class BacktestCommand implements Callable<Integer> {
  private final Wiring wiring;
  @Spec private CommandSpec spec;
  @Mixin private CommonOptions common;

  @Option(names = "--from", required = true, paramLabel = "DAY", description = "First day.")
  private LocalDate from;

  @Option(names = "--to", required = true, paramLabel = "DAY", description = "Last day.")
  private LocalDate to;

  @Option(
      names = "--rule",
      required = true,
      paramLabel = "FILE",
      description = "Rules of alerts, JSON, as in files.alerts.")
  private Path rule;

  @Option(
      names = "--scope",
      paramLabel = "CODE",
      defaultValue = UnitTree.ALL,
      description = "A unit with all below it; default: ${DEFAULT-VALUE}.")
  private String scope;

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Writes every alert with its days as JSON, too.")
  private Path json;

  @ArgGroup(multiplicity = "1")
  private Where where;

  /** One of the two. */
  static final class Where {
    @Option(names = "--data", paramLabel = "DIR", description = "Folder that replay kept.")
    private Path data;

    @Option(
        names = "--config",
        paramLabel = "FILE",
        description = "Properties file of an installation; works while it runs.")
    private Path config;
  }

  BacktestCommand(Wiring wiring) {
    this.wiring = wiring;
  }

  @Override
  public Integer call() throws Exception {
    Asked asked;
    Optional<Map<String, String>> installation;
    try {
      asked = new Asked(period());
      installation = installation();
    } catch (Checks.WrongValueException | IllegalArgumentException wrong) {
      throw new ParameterException(spec.commandLine(), wrong.getMessage(), wrong);
    }
    if (installation.isPresent()) {
      ofInstallation(installation.get(), asked);
    } else {
      Workspace.run(
          Optional.of(where.data), common.verbose, (folder, stop) -> ofFolder(folder, asked));
    }
    if (asked.refusal != null) {
      throw new ParameterException(spec.commandLine(), asked.refusal.getMessage(), asked.refusal);
    }
    print(asked.answer);
    return 0;
  }

  /** What is asked, and how it was answered. */
  private final class Asked {
    private final Period period;
    private BacktestView answer;
    private IllegalArgumentException refusal;

    Asked(Period period) {
      this.period = period;
    }

    void of(Product product) throws IOException {
      try {
        answer = product.backtest(period, scope, rule);
      } catch (IllegalArgumentException wrong) {
        refusal = wrong;
      }
    }
  }

  /** What can be said to be wrong before anything starts. */
  private Period period() throws Checks.WrongValueException {
    Checks.file("--rule", rule);
    if (json != null) {
      Checks.target("--json", json);
    }
    if (to.isBefore(from)) {
      throw new Checks.WrongValueException("--to: %s is before --from %s".formatted(to, from));
    }
    ReferenceLoader.alertRules(rule, UnitTree.EMPTY);
    return new Period(from, to);
  }

  /** Its configuration; empty: a folder is meant. */
  private Optional<Map<String, String>> installation()
      throws Checks.WrongValueException, IOException {
    if (where.data != null) {
      if (!Files.isDirectory(where.data)) {
        throw new Checks.WrongValueException(
            "--data: " + where.data + " is no folder that a replay kept");
      }
      return Optional.empty();
    }
    Checks.file("--config", where.config);
    Map<String, String> values = ConfigFile.read(where.config, System::getenv);
    try {
      EmbeddedProduct.check(values);
    } catch (IllegalArgumentException wrong) {
      throw new Checks.WrongValueException("--config: " + wrong.getMessage());
    }
    return Optional.of(values);
  }

  private void ofFolder(DataFolder folder, Asked asked) throws IOException {
    try (ConsoleProgress progress = ConsoleProgress.onStandardError();
        StandaloneMotcua motcua =
            StandaloneMotcua.startWithoutIntake(folder, wiring.onlooker(), progress)) {
      progress.step("replaying the past");
      asked.of(motcua.product());
    }
  }

  private void ofInstallation(Map<String, String> values, Asked asked) throws IOException {
    System.setProperty("motcua.stderr.level", common.verbose ? "WARN" : "OFF");
    try (ConsoleProgress progress = ConsoleProgress.onStandardError();
        Product product = wiring.onlooker().start(values)) {
      progress.step("replaying the past");
      asked.of(product);
    }
  }

  private void print(BacktestView answer) throws IOException {
    new PrintStream(System.out, true, StandardCharsets.UTF_8).print(BacktestText.of(answer));
    if (json != null) {
      new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(json.toFile(), answer);
    }
  }
}
