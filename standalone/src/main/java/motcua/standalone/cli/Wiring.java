package motcua.standalone.cli;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import motcua.MotcuaApp;
import motcua.standalone.EmbeddedProduct;
import motcua.standalone.Product;

/** Where the commands get what other modules build. */
class Wiring {
  /** Starts the application inside the embedded product. */
  Product.Launcher product() {
    return EmbeddedProduct::start;
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
    try (EmbeddedProduct running = EmbeddedProduct.start(config, of(roles))) {
      stop.awaitOrFail(running::failure);
    } finally {
      stop.served();
    }
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
        case INTAKE -> throw new IllegalArgumentException(role + " comes with a later version");
      }
    }
    return parts;
  }
}
