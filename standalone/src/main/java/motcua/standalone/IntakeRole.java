package motcua.standalone;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import motcua.config.AppConfig;
import motcua.ingest.config.IntakeKeys;
import motcua.ingest.intake.IntakeCounts;
import motcua.ingest.intake.IntakeProcess;
import motcua.metrics.IntakeMeters;
import motcua.metrics.Metrics;
import org.apache.kafka.common.config.ConfigException;

/**
 * The role {@code intake} of a production process: the gateway of the connector's module, with the
 * meters of the application's.
 */
public final class IntakeRole implements AutoCloseable {
  private final IntakeProcess process;
  private final Metrics metrics;

  private IntakeRole(IntakeProcess process, Metrics metrics) {
    this.process = process;
    this.metrics = metrics;
  }

  /** Whether a configuration speaks of the intake at all. */
  public static boolean isIn(Map<String, String> config) {
    return config.keySet().stream().anyMatch(key -> key.startsWith(IntakeKeys.PREFIX));
  }

  /** The keys of the other roles. */
  public static Map<String, String> withoutIntake(Map<String, String> config) {
    Map<String, String> others = new TreeMap<>(config);
    others.keySet().removeIf(key -> key.startsWith(IntakeKeys.PREFIX));
    return others;
  }

  /**
   * Reads a configuration and the files it names; starts nothing.
   *
   * @throws IllegalArgumentException naming the key, or the file, and what was expected
   */
  public static void check(Map<String, String> config) {
    try {
      AppConfig.requireKnown(withoutIntake(config));
      IntakeProcess.check(config);
    } catch (ConfigException wrong) {
      throw new IllegalArgumentException(wrong.getMessage(), wrong);
    }
  }

  /**
   * Starts it.
   *
   * @throws IOException when its configuration is wrong or the port is taken
   */
  public static IntakeRole start(Map<String, String> config) throws IOException {
    Metrics metrics = new Metrics();
    try {
      IntakeProcess process =
          IntakeProcess.start(
              config,
              started -> {
                metrics.add(meters(started));
                return metrics::scrape;
              });
      return new IntakeRole(process, metrics);
    } catch (ConfigException wrong) {
      metrics.close();
      throw new IOException(wrong.getMessage(), wrong);
    } catch (IOException | RuntimeException failed) {
      metrics.close();
      throw failed;
    }
  }

  /** Where senders reach it. */
  public URI url() {
    return process.url();
  }

  /** Why it cannot go on; null while it can. */
  public String failure() {
    return process.failure().orElse(null);
  }

  @Override
  public void close() {
    process.close();
    metrics.close();
  }

  private static IntakeMeters meters(IntakeProcess process) {
    IntakeCounts counts = process.counts();
    return new IntakeMeters(
        IntakeCounts.ANSWERS,
        new IntakeMeters.Counts(
            counts::answers, counts::records, counts::refused, process::waiting, counts::seconds));
  }
}
