package motcua.standalone.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code dead-letters}: records that could not be read. */
@Command(
    name = "dead-letters",
    description = "Lists records that could not be read, and reads them again after a fix.")
final class DeadLettersCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private CommonOptions common;

  @Override
  public Integer call() {
    throw new ParameterException(spec.commandLine(), "say what to do: list, show or retry");
  }
}
