package motcua.standalone.cli;

import java.nio.file.Path;
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
   * @param config properties file
   * @param roles what this process does
   */
  void runProduction(Path config, Set<RunCommand.Role> roles) throws Exception {
    throw new IllegalStateException("the streams application is not joined yet");
  }

  /** The sample districts. */
  DemoSample sample() {
    throw new IllegalStateException("the sample districts are not joined yet");
  }
}
