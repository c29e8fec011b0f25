package motcua.standalone.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import motcua.backtest.BacktestText;
import motcua.backtest.BacktestView;
import motcua.core.period.Period;
import motcua.core.unit.UnitTree;
import motcua.reference.ReferenceLoader;
import motcua.standalone.Product;
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
  private LedgerTarget target;

  BacktestCommand(Wiring wiring) {
    this.wiring = wiring;
  }

  @Override
  public Integer call() throws Exception {
    Asked asked;
    try {
      asked = new Asked(period());
    } catch (Checks.WrongValueException | IllegalArgumentException wrong) {
      throw new ParameterException(spec.commandLine(), wrong.getMessage(), wrong);
    }
    target.look(target.check(spec), wiring.onlooker(), common, "replaying the past", asked::of);
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

  private void print(BacktestView answer) throws IOException {
    new PrintStream(System.out, true, StandardCharsets.UTF_8).print(BacktestText.of(answer));
    if (json != null) {
      new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(json.toFile(), answer);
    }
  }
}
