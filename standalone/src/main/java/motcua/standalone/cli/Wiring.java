package motcua.standalone.cli;

import java.util.Map;
import java.util.Set;
import motcua.standalone.Product;

/** Where the commands get what other modules build. */
class Wiring {
  /** Starts the application inside the embedded product. */
  Product.Launcher product() {
    throw new IllegalStateException("the streams application is not joined yet");
  }

  /**
   * Runs the production process until it is told to stop.
   *
   * @param config keys of the application's configuration
   * @param roles what this process does
   */
  void runProduction(Map<String, String> config, Set<RunCommand.Role> roles) throws Exception {
    throw new IllegalStateException("the streams application is not joined yet");
  }
}
