package motcua.standalone.cli;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import motcua.standalone.EmbeddedProduct;
import motcua.standalone.Product;

/** Where the commands get what other modules build. */
class Wiring {
  /** Starts the application inside the embedded product. */
  Product.Launcher product() {
    return EmbeddedProduct::start;
  }

  /**
   * Runs the production process until it is told to stop.
   *
   * @param config properties file
   * @param roles what this process does
   */
  void runProduction(Path config, Set<RunCommand.Role> roles) throws Exception {
    StopSignal stop = StopSignal.listen();
    try (EmbeddedProduct running = EmbeddedProduct.start(properties(config))) {
      stop.await();
    } finally {
      stop.served();
    }
  }

  private static Map<String, String> properties(Path file) throws IOException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      properties.load(reader);
    }
    Map<String, String> values = new HashMap<>();
    properties.stringPropertyNames().forEach(key -> values.put(key, properties.getProperty(key)));
    return values;
  }
}
