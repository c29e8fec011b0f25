package motcua.standalone;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** An intake in a JVM of its own, to be killed. */
final class IntakeProcesses {
  private static final String URL = "url ";

  private IntakeProcesses() {}

  static Process start(Path folder, Map<String, String> settings) throws IOException {
    Properties properties = new Properties();
    properties.putAll(settings);
    Path file = folder.resolve("intake.properties");
    try (Writer writer = Files.newBufferedWriter(file)) {
      properties.store(writer, null);
    }
    return new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-Dorg.apache.avro.SERIALIZABLE_PACKAGES=motcua.schemas",
                "-cp",
                System.getProperty("java.class.path"),
                IntakeProcesses.class.getName(),
                file.toString()))
        .redirectError(folder.resolve("intake.err").toFile())
        .start();
  }

  /** Waits until it listens. */
  static URI url(Process process) throws IOException {
    BufferedReader output =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    for (String text = output.readLine(); text != null; text = output.readLine()) {
      if (text.startsWith(URL)) {
        // Who logs into a full pipe stands still.
        Thread.ofPlatform().daemon().start(() -> output.lines().forEach(line -> {}));
        return URI.create(text.substring(URL.length()));
      }
    }
    throw new IOException("the intake's process ended");
  }

  /** Entry point of the other JVM. */
  public static void main(String[] arguments) throws Exception {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(Path.of(arguments[0]))) {
      properties.load(reader);
    }
    Map<String, String> settings = new TreeMap<>();
    properties.stringPropertyNames().forEach(key -> settings.put(key, properties.getProperty(key)));
    IntakeRole intake = IntakeRole.start(settings);
    System.out.println(URL + intake.url());
    Thread.currentThread().join();
  }
}
