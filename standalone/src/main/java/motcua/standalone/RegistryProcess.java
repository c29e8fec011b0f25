package motcua.standalone;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Apicurio Registry as a child process on loopback, with its schemas in PostgreSQL.
 *
 * <p>Its interface is the Confluent-compatible one under {@code /apis/ccompat/v7}. Compatibility is
 * FULL_TRANSITIVE before {@link #start} returns. A registry that a killed run left on the same
 * folder is ended first; it is known by the folder's name on its command line.
 */
public final class RegistryProcess implements AutoCloseable {
  private static final String FOLDER_MARK = "-Dmotcua.registry.folder=";
  private static final Duration READY_WAIT = Duration.ofSeconds(90);
  private static final long STOP_SECONDS = 5;

  private final Process process;
  private final URI url;

  private RegistryProcess(Process process, URI url) {
    this.process = process;
    this.url = url;
  }

  /**
   * Starts the registry and waits until it answers.
   *
   * @param folder where its log goes; made when missing
   * @param database where it keeps its schemas
   * @throws IOException when its distribution is missing or it does not come up; its log is {@code
   *     registry.log} of the folder
   */
  public static RegistryProcess start(Path folder, DatabaseLogin database) throws IOException {
    Path own = Files.createDirectories(folder).toAbsolutePath();
    endLeftOver(own);
    int port = FreePorts.next();
    Process process = launch(own, database, port);
    RegistryProcess registry =
        new RegistryProcess(process, URI.create("http://" + FreePorts.LOOPBACK + ":" + port));
    try {
      registry.awaitReady(own.resolve("registry.log"));
      registry.client().requireFullTransitive();
      return registry;
    } catch (IOException | RuntimeException failed) {
      registry.close();
      throw failed;
    }
  }

  /** Ends the registry that a killed run left behind on a folder, if there is one. */
  static void endLeftOver(Path folder) throws IOException {
    String mark = FOLDER_MARK + folder.toAbsolutePath();
    for (ProcessHandle left : ChildProcesses.find(arguments -> arguments.contains(mark))) {
      ChildProcesses.end(left, STOP_SECONDS);
    }
  }

  /** File with the process id of the registry that was started last on a folder. */
  static Path pidFile(Path folder) {
    return folder.resolve("registry.pid");
  }

  /** Base URL of the Confluent-compatible interface. */
  public URI confluentUrl() {
    return url.resolve("/apis/ccompat/v7");
  }

  /** Base URL of Apicurio's own interface, which its serdes speak. */
  public URI apicurioUrl() {
    return url.resolve("/apis/registry/v3");
  }

  /** Process id of the child. */
  long pid() {
    return process.pid();
  }

  /** A client for this registry. */
  public SchemaRegistration client() {
    return new SchemaRegistration(confluentUrl());
  }

  @Override
  public void close() {
    try {
      ChildProcesses.end(process.toHandle(), STOP_SECONDS);
    } catch (IOException failed) {
      throw new IllegalStateException("the schema registry did not stop", failed);
    }
  }

  private void awaitReady(Path log) throws IOException {
    long deadline = System.nanoTime() + READY_WAIT.toNanos();
    SchemaRegistration client = client();
    while (!client.answers()) {
      if (!process.isAlive()) {
        throw new IOException(
            "the schema registry ended with code " + process.exitValue() + ", see " + log);
      }
      if (System.nanoTime() > deadline) {
        throw new IOException(
            "the schema registry does not answer after "
                + READY_WAIT.toSeconds()
                + " s, see "
                + log);
      }
      Pause.millis(100);
    }
  }

  private static Process launch(Path folder, DatabaseLogin database, int port) throws IOException {
    Path jar = InstallFolder.locate().resolve("registry").resolve("quarkus-run.jar");
    if (!Files.exists(jar)) {
      throw new IOException(
          "the schema registry is not unpacked at "
              + jar.getParent()
              + ": build the standalone module");
    }
    ProcessBuilder builder =
        new ProcessBuilder(command(folder, jar))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.to(folder.resolve("registry.log").toFile()));
    builder.environment().putAll(environment(database, port, FreePorts.next()));
    Process process = builder.start();
    Files.writeString(pidFile(folder), process.pid() + "\n");
    return process;
  }

  private static List<String> command(Path folder, Path jar) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add(FOLDER_MARK + folder);
    command.addAll(
        List.of(
            "-Xmx384m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
            "-jar",
            jar.toString()));
    return command;
  }

  private static Map<String, String> environment(
      DatabaseLogin database, int port, int managementPort) {
    // Passwords go by environment: a command line is everybody's to read.
    return Map.ofEntries(
        Map.entry("QUARKUS_HTTP_HOST", FreePorts.LOOPBACK),
        Map.entry("QUARKUS_HTTP_PORT", Integer.toString(port)),
        Map.entry("QUARKUS_MANAGEMENT_HOST", FreePorts.LOOPBACK),
        Map.entry("QUARKUS_MANAGEMENT_PORT", Integer.toString(managementPort)),
        Map.entry("QUARKUS_HTTP_ACCESS_LOG_ENABLED", "false"),
        Map.entry("QUARKUS_OTEL_SDK_DISABLED", "true"),
        Map.entry("APICURIO_STORAGE_KIND", "sql"),
        Map.entry("APICURIO_STORAGE_SQL_KIND", "postgresql"),
        Map.entry("APICURIO_DATASOURCE_URL", database.url()),
        Map.entry("APICURIO_DATASOURCE_USERNAME", database.user()),
        Map.entry("APICURIO_DATASOURCE_PASSWORD", database.password()),
        Map.entry("APICURIO_DATASOURCE_JDBC_INITIAL_SIZE", "1"),
        Map.entry("APICURIO_DATASOURCE_JDBC_MIN_SIZE", "1"),
        Map.entry("APICURIO_DATASOURCE_JDBC_MAX_SIZE", "4"));
  }
}
