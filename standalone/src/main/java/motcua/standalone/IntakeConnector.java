package motcua.standalone;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Configuration of our source connector. */
public final class IntakeConnector {
  private static final String CLASS = "motcua.ingest.SpoolSourceConnector";

  private IntakeConnector() {}

  /**
   * Its keys, those of the serializer apart.
   *
   * @param originals folders of other intakes in which originals of dead letters lie
   * @param linkHashKey secret of the hashes that stand for links; the same for the life of a ledger
   */
  public static Map<String, String> config(
      Path spool, List<Path> originals, Intake intake, String linkHashKey) {
    Map<String, String> config = new HashMap<>();
    config.put("connector.class", CLASS);
    config.put("tasks.max", "1");
    config.put("spool.directory", spool.toAbsolutePath().toString());
    config.put(
        "spool.retry.directories",
        originals.stream()
            .map(folder -> folder.toAbsolutePath().toString())
            .collect(Collectors.joining(",")));
    config.put("spool.closed.by", "RENAME");
    config.put("source", intake.source());
    config.put("recorded.at", intake.recordedAt().name());
    intake.clock().ifPresent(clock -> config.put("clock.fixed", clock.toString()));
    intake
        .tables()
        .ifPresent(
            tables -> {
              config.put("mapping.file", tables.mapping().toAbsolutePath().toString());
              tables
                  .aliases()
                  .ifPresent(
                      file -> config.put("mapping.unit.aliases", file.toAbsolutePath().toString()));
            });
    config.put("topic.events", Contracts.EVENTS);
    config.put("topic.dead.letters", Contracts.DEAD_LETTERS);
    config.put("link.hash.key", linkHashKey);
    return config;
  }
}
