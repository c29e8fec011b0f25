package motcua.standalone.cli;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import motcua.MotcuaApp;
import motcua.standalone.EmbeddedProduct;
import motcua.standalone.IntakeRole;
import motcua.standalone.Product;
import motcua.standalone.play.PlayClock;

/** Where the commands get what other modules build. */
class Wiring {
  /** Starts the application inside the embedded product. */
  Product.Launcher product() {
    return EmbeddedProduct::start;
  }

  /** The same on a clock that is played. */
  Product.Launcher played(PlayClock clock) {
    return config -> EmbeddedProduct.startPlayed(config, clock);
  }

  /** Starts the application without any role: nothing moves while it looks. */
  Product.Launcher onlooker() {
    return config -> EmbeddedProduct.start(config, EnumSet.noneOf(MotcuaApp.Role.class));
  }

  /** Starts what builds a ledger, without the page. */
  Product.Launcher builder() {
    return config ->
        EmbeddedProduct.start(
            config, EnumSet.of(MotcuaApp.Role.STREAMS, MotcuaApp.Role.READ_MODEL));
  }

  /**
   * Runs the production process until it is told to stop.
   *
   * @param config keys of the application's configuration
   * @param roles what this process does
   * @throws java.io.IOException when it cannot go on
   */
  void runProduction(Map<String, String> config, Set<RunCommand.Role> roles) throws Exception {
    StopSignal stop = StopSignal.listen();
    boolean intakeOnly = roles.equals(EnumSet.of(RunCommand.Role.INTAKE));
    try (EmbeddedProduct running =
            intakeOnly ? null : EmbeddedProduct.start(IntakeRole.withoutIntake(config), of(roles));
        IntakeRole intake = hasIntake(config, roles) ? IntakeRole.start(config) : null) {
      stop.awaitOrFail(() -> failure(running, intake));
    } finally {
      stop.served();
    }
  }

  /** Whether this process takes records over HTTP: told to, or everything and set up for it. */
  static boolean hasIntake(Map<String, String> config, Set<RunCommand.Role> roles) {
    return roles.contains(RunCommand.Role.INTAKE)
        || roles.contains(RunCommand.Role.ALL) && IntakeRole.isIn(config);
  }

  private static String failure(EmbeddedProduct running, IntakeRole intake) {
    String failure = running == null ? null : running.failure();
    if (failure == null && intake != null && intake.failure() != null) {
      failure = "the intake stopped: " + intake.failure();
    }
    return failure;
  }

  private static Set<MotcuaApp.Role> of(Set<RunCommand.Role> roles) {
    Set<MotcuaApp.Role> parts = EnumSet.noneOf(MotcuaApp.Role.class);
    for (RunCommand.Role role : roles) {
      switch (role) {
        case ALL -> parts.addAll(EnumSet.allOf(MotcuaApp.Role.class));
        case STREAMS -> parts.add(MotcuaApp.Role.STREAMS);
        case READ_MODEL -> parts.add(MotcuaApp.Role.READ_MODEL);
        case WEB -> parts.add(MotcuaApp.Role.WEB);
        case NOTIFY -> parts.add(MotcuaApp.Role.NOTIFY);
        case INTAKE -> {
          // It is no part of the application: its records come in without knowing the ledger.
        }
      }
    }
    return parts;
  }
}
