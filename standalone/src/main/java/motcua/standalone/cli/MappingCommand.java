package motcua.standalone.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code mapping}: what is done with mapping files. */
@Command(name = "mapping", description = "Tries a mapping file on a sample.")
final class MappingCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private CommonOptions common;

  @Override
  public Integer call() {
    throw new ParameterException(spec.commandLine(), "say what to do: check FILE SAMPLE");
  }
}
