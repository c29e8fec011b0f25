package motcua.standalone.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import motcua.standalone.EmbeddedProduct;
import motcua.standalone.Product;
import motcua.standalone.StandaloneMotcua;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Which ledger a command is about: the folder of a replay, or an installation. One of the two. */
final class LedgerTarget {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Folder that replay kept; read with the reference files of its last replay.")
  Path data;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Properties file of an installation; works while it runs.")
  Path config;

  /** What a command asks of a product. */
  interface Look {
    void at(Product product) throws IOException;
  }

  /**
   * Checks what is named, before anything starts.
   *
   * @return the installation's configuration; empty: a folder is meant
   * @throws ParameterException when it is not what was expected
   */
  Optional<Map<String, String>> check(CommandSpec spec) throws IOException {
    if (data != null) {
      if (!Files.isDirectory(data)) {
        throw new ParameterException(
            spec.commandLine(), "--data: " + data + " is no folder that a replay kept");
      }
      return Optional.empty();
    }
    try {
      Checks.file("--config", config);
      Map<String, String> values = ConfigFile.read(config, System::getenv);
      EmbeddedProduct.check(values);
      return Optional.of(values);
    } catch (Checks.WrongValueException wrong) {
      throw new ParameterException(spec.commandLine(), wrong.getMessage(), wrong);
    } catch (IllegalArgumentException wrong) {
      throw new ParameterException(spec.commandLine(), "--config: " + wrong.getMessage(), wrong);
    }
  }

  /**
   * Looks at the ledger; nothing moves meanwhile.
   *
   * @param installation as {@link #check} gave it
   * @param onlooker starts the application without any role
   * @param step what is shown while it looks
   */
  void look(
      Optional<Map<String, String>> installation,
      Product.Launcher onlooker,
      CommonOptions common,
      String step,
      Look look)
      throws Exception {
    if (installation.isPresent()) {
      System.setProperty("motcua.stderr.level", common.verbose ? "WARN" : "OFF");
      try (ConsoleProgress progress = ConsoleProgress.onStandardError();
          Product product = onlooker.start(installation.get())) {
        progress.step(step);
        look.at(product);
      }
      return;
    }
    Workspace.run(
        Optional.of(data),
        common.verbose,
        (folder, stop) -> {
          try (ConsoleProgress progress = ConsoleProgress.onStandardError();
              StandaloneMotcua motcua =
                  StandaloneMotcua.startWithoutIntake(folder, onlooker, progress)) {
            progress.step(step);
            look.at(motcua.product());
          }
        });
  }
}
