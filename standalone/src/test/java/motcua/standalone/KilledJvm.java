package motcua.standalone;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Starts parts in a JVM of its own and kills that JVM with -9, so that what they started is left
 * behind.
 */
public final class KilledJvm {
  /** What a body that ends itself prints before its number. */
  static final String READY = "ready ";

  /** Avro makes objects of trusted classes only. */
  private static final String AVRO_PACKAGES = "org.apache.avro.SERIALIZABLE_PACKAGES";

  private KilledJvm() {}

  /** Started in the other JVM: what it does there, and the number it reports. */
  public interface Body {
    /** Starts the parts; returns the id of a process that the kill will leave behind. */
    long start(Path folder) throws Exception;
  }

  /**
   * Runs a body in another JVM, kills it, and returns the id that the body reported.
   *
   * @throws IOException when the other JVM ends before its body is ready
   */
  public static long leaveBehind(Class<? extends Body> body, Path folder) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    String trusted = System.getProperty(AVRO_PACKAGES);
    if (trusted != null) {
      command.add("-D" + AVRO_PACKAGES + "=" + trusted);
    }
    command.add("-D" + InstallFolder.PROPERTY + "=" + InstallFolder.locate());
    String readable = "org.apache.avro.SERIALIZABLE_PACKAGES";
    command.add("-D" + readable + "=" + System.getProperty(readable, ""));
    command.addAll(
        List.of("-cp", System.getProperty("java.class.path"), KilledJvm.class.getName()));
    command.addAll(List.of(body.getName(), folder.toString()));
    Process jvm = new ProcessBuilder(command).redirectErrorStream(true).start();
    try (BufferedReader output =
        new BufferedReader(new InputStreamReader(jvm.getInputStream(), StandardCharsets.UTF_8))) {
      StringBuilder said = new StringBuilder();
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        if (line.startsWith(READY)) {
          return Long.parseLong(line.substring(READY.length()));
        }
        said.append(line).append('\n');
      }
      throw new IOException("the other JVM ended: " + said);
    } finally {
      jvm.destroyForcibly().waitFor();
    }
  }

  /** Entry point of the other JVM. */
  public static void main(String[] arguments) throws Exception {
    Body body = (Body) Class.forName(arguments[0]).getDeclaredConstructor().newInstance();
    System.out.println(READY + body.start(Path.of(arguments[1])));
    Thread.currentThread().join();
  }
}
