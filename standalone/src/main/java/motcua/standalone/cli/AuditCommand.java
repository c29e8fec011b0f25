package motcua.standalone.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import motcua.readmodel.AuditResult;
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

/** {@code audit}: recounts the ledger from the event log; 0 only when nothing differs. */
@Command(
    name = "audit",
    description =
        "Recounts the ledger from the event log and compares; fails with the first difference.")
final class AuditCommand implements Callable<Integer> {
  private final Wiring wiring;
  @Spec private CommandSpec spec;
  @Mixin private CommonOptions common;

  @ArgGroup(multiplicity = "1")
  private Where where;

  /** One of the two. */
  static final class Where {
    @Option(
        names = "--data",
        paramLabel = "DIR",
        description = "Folder that replay kept; read with the reference files of its last replay.")
    private Path data;

    @Option(
        names = "--config",
        paramLabel = "FILE",
        description = "Properties file of an installation; works while it runs.")
    private Path config;
  }

  AuditCommand(Wiring wiring) {
    this.wiring = wiring;
  }

  @Override
  public Integer call() throws Exception {
    AuditResult result = where.data == null ? ofInstallation() : ofFolder();
    if (result.drift() == 0) {
      spec.commandLine().getOut().println(AuditSummary.of(result));
      return 0;
    }
    spec.commandLine().getErr().println(AuditSummary.of(result));
    return 1;
  }

  private AuditResult ofFolder() throws Exception {
    if (!Files.isDirectory(where.data)) {
      throw new ParameterException(
          spec.commandLine(), "--data: " + where.data + " is no folder that a replay kept");
    }
    AtomicReference<AuditResult> result = new AtomicReference<>();
    Workspace.run(
        Optional.of(where.data), common.verbose, (folder, stop) -> result.set(ofFolder(folder)));
    return result.get();
  }

  private AuditResult ofFolder(DataFolder folder) throws IOException {
    try (ConsoleProgress progress = ConsoleProgress.onStandardError();
        StandaloneMotcua motcua =
            StandaloneMotcua.startWithoutIntake(folder, wiring.onlooker(), progress)) {
      progress.step("recounting");
      return motcua.product().audit();
    }
  }

  private AuditResult ofInstallation() throws IOException {
    Map<String, String> values;
    try {
      Checks.file("--config", where.config);
      values = ConfigFile.read(where.config, System::getenv);
      EmbeddedProduct.check(values);
    } catch (Checks.WrongValueException wrong) {
      throw new ParameterException(spec.commandLine(), wrong.getMessage(), wrong);
    } catch (IllegalArgumentException wrong) {
      throw new ParameterException(spec.commandLine(), "--config: " + wrong.getMessage(), wrong);
    }
    System.setProperty("motcua.stderr.level", common.verbose ? "WARN" : "OFF");
    try (ConsoleProgress progress = ConsoleProgress.onStandardError();
        Product product = wiring.onlooker().start(values)) {
      progress.step("recounting");
      return product.audit();
    }
  }
}
