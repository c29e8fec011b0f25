package motcua.standalone.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command without a command: refuses and says which there are. */
@Command(
    name = "motcua",
    version = "motcua 0.1.0",
    mixinStandardHelpOptions = true,
    description = "Keeps a double-entry ledger of one-stop-shop dossiers.",
    footer = {
      "",
      "The start script itself adds:",
      "  test         run the whole test suite",
      "  system-test  run the kill test at full size: 300.000 events, or --events N, with --seed S",
      "  system-test spool  kill a Connect worker at 20 moments (--kills K) while 500.000 records arrive",
      "  bench WHAT   run a benchmark"
    })
final class RootCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    throw new CommandLine.ParameterException(
        spec.commandLine(),
        "a command is needed: demo, replay, run, audit, reconcile, rebuild, snapshot, alerts, mapping, dead-letters, test or bench");
  }
}
