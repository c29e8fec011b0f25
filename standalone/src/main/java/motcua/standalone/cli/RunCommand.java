package motcua.standalone.cli;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import motcua.standalone.EmbeddedProduct;
import motcua.standalone.IntakeRole;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * {@code run}: the production process against Kafka, registry and PostgreSQL that stand elsewhere.
 */
@Command(name = "run", description = "Runs the production process.")
final class RunCommand implements Callable<Integer> {
  /** What a process does. */
  enum Role {
    ALL,
    STREAMS,
    READ_MODEL,
    WEB,
    NOTIFY,
    INTAKE
  }

  private final Wiring wiring;
  @Spec private CommandSpec spec;
  @Mixin private CommonOptions common;

  @Option(
      names = "--config",
      required = true,
      paramLabel = "FILE",
      description = "Properties file.")
  private Path config;

  @Option(
      names = "--role",
      paramLabel = "ROLE",
      description =
          "all, streams, read-model, web, notify or intake; may be repeated; default: all.")
  private List<String> roles = List.of("all");

  RunCommand(Wiring wiring) {
    this.wiring = wiring;
  }

  @Override
  public Integer call() throws Exception {
    Set<Role> chosen = EnumSet.noneOf(Role.class);
    Map<String, String> values;
    try {
      Checks.file("--config", config);
      values = ConfigFile.read(config, System::getenv);
      for (String role : roles) {
        chosen.add(role(role));
      }
      check(values, chosen);
    } catch (Checks.WrongValueException wrong) {
      throw new ParameterException(spec.commandLine(), wrong.getMessage(), wrong);
    }
    // A supervisor keeps what a service says on standard error.
    System.setProperty("motcua.stderr.level", common.verbose ? "INFO" : "WARN");
    wiring.runProduction(values, chosen);
    return 0;
  }

  private static void check(Map<String, String> values, Set<Role> roles)
      throws Checks.WrongValueException {
    try {
      if (Wiring.hasIntake(values, roles)) {
        IntakeRole.check(values);
      }
      if (!roles.equals(EnumSet.of(Role.INTAKE))) {
        EmbeddedProduct.check(IntakeRole.withoutIntake(values));
      }
    } catch (IllegalArgumentException wrong) {
      throw new Checks.WrongValueException("--config: " + wrong.getMessage());
    }
  }

  private static Role role(String text) throws Checks.WrongValueException {
    for (Role role : Role.values()) {
      if (role.name().replace('_', '-').equalsIgnoreCase(text)) {
        return role;
      }
    }
    throw new Checks.WrongValueException(
        "--role '"
            + text
            + "' is unknown, expected all, streams, read-model, web, notify or intake");
  }
}
