package motcua.standalone.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** A command of the contract that this version does not have: says so instead of not knowing it. */
@Command(hidden = true)
final class LaterCommand implements Callable<Integer> {
  /** Every such command. */
  static final List<String> NAMES = List.of("package", "system-test");

  private final String name;
  @Spec private CommandSpec spec;
  @Unmatched private List<String> ignored;

  LaterCommand(String name) {
    this.name = name;
  }

  @Override
  public Integer call() {
    throw new CommandLine.ParameterException(
        spec.commandLine(), "'" + name + "' comes with a later version; this is motcua 0.1.0");
  }
}
