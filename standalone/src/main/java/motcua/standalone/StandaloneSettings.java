package motcua.standalone;

import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How the embedded product is set up. There is no address among it: every part binds to loopback.
 *
 * @param now where the one clock stands; absent: the real clock
 * @param httpPort port of the page; 0 takes a free one
 * @param partitions partitions of the topics, fixed at the first start of a folder
 * @param files reference files
 * @param overrides keys of the application's configuration that differ from what follows from the
 *     rest
 */
public record StandaloneSettings(
    Optional<OffsetDateTime> now,
    int httpPort,
    int partitions,
    ReferenceFiles files,
    Map<String, String> overrides) {
  /** Partitions unless said otherwise. */
  public static final int DEFAULT_PARTITIONS = 4;

  /** The real clock, a free port and no files. */
  public static final StandaloneSettings DEFAULT =
      new StandaloneSettings(
          Optional.empty(), 0, DEFAULT_PARTITIONS, ReferenceFiles.NONE, Map.of());

  private static final String GENERATION = "ledger.generation";

  /** Generation of the ledger that is built. */
  int generation() {
    return Integer.parseInt(overrides.getOrDefault(GENERATION, "1"));
  }

  /** The same on another generation. */
  StandaloneSettings withGeneration(int generation) {
    Map<String, String> changed = new HashMap<>(overrides);
    changed.put(GENERATION, Integer.toString(generation));
    return new StandaloneSettings(now, httpPort, partitions, files, changed);
  }
}
