package motcua.standalone.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import motcua.ingest.config.TableConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mapping check}: what a mapping makes of a sample, before anything is sent. */
@Command(
    name = "check",
    description = "Shows what each column of SAMPLE becomes and what is rejected; sends nothing.")
final class MappingCheckCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private CommonOptions common;

  @Parameters(index = "0", paramLabel = "FILE", description = "Mapping file (YAML).")
  private Path mapping;

  @Parameters(index = "1", paramLabel = "SAMPLE", description = "*.csv or *.xlsx, also packed.")
  private Path sample;

  @Option(names = "--unit-aliases", paramLabel = "FILE", description = "unit-aliases.csv.")
  private Path aliases;

  @Option(
      names = "--source",
      paramLabel = "NAME",
      defaultValue = "sample",
      description = "System of the rows where the mapping names none; default: ${DEFAULT-VALUE}.")
  private String source;

  /**
   * 0 when nothing was rejected, 1 when something was; what is wrong with the files is bad usage.
   */
  @Override
  public Integer call() throws IOException {
    MappingTrial trial = new MappingTrial(config(), source);
    trial.read(sample);
    PrintWriter out = spec.commandLine().getOut();
    MappingReport.of(trial).forEach(out::println);
    out.flush();
    return trial.rejected().isEmpty() ? 0 : 1;
  }

  private TableConfig config() {
    try {
      Checks.file("FILE", mapping);
      Checks.file("SAMPLE", sample);
      Optional<Path> names = Checks.file("--unit-aliases", aliases);
      return MappingFiles.read("FILE", mapping, names);
    } catch (Checks.WrongValueException wrong) {
      throw new ParameterException(spec.commandLine(), wrong.getMessage(), wrong);
    }
  }
}
