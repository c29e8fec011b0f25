package motcua.ingest.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import motcua.ingest.source.ClosedBy;
import motcua.ingest.source.Retention;
import motcua.ingest.source.SpoolFolder;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigException;

/**
 * The connector's settings, typed and checked.
 *
 * @param directory the spool folder
 * @param events whose records they are, when they became known, where they go
 * @param closedBy how writers say that a file is complete
 * @param retryDirectories folders beside those of the spool in which originals of dead letters lie
 * @param retention how long settled files are kept
 * @param scanMillis least time between two looks at the folder, milliseconds
 * @param pollMaxRecords most records of one poll
 * @param recordMaxBytes longest record that is read, bytes
 * @param table how tables are read; empty: they are refused
 * @param taskIndex which of the tasks this is, from 0
 * @param taskCount number of tasks that share the folder
 */
public record SpoolConfig(
    Path directory,
    EventSettings events,
    ClosedBy closedBy,
    List<Path> retryDirectories,
    Retention retention,
    long scanMillis,
    int pollMaxRecords,
    int recordMaxBytes,
    Optional<TableConfig> table,
    int taskIndex,
    int taskCount) {

  public SpoolConfig {
    retryDirectories = List.copyOf(retryDirectories);
  }

  /**
   * Reads and checks the settings.
   *
   * @throws ConfigException naming the key and what was expected
   */
  public static SpoolConfig from(Map<String, String> settings) {
    SpoolKeys.unknown(settings)
        .forEach(
            (key, problem) -> {
              throw new ConfigException(problem);
            });
    AbstractConfig config = new AbstractConfig(SpoolKeys.definition(), settings, false);
    return new SpoolConfig(
        directory(config),
        EventSettings.from(config),
        ClosedBy.valueOf(config.getString(SpoolKeys.CLOSED_BY)),
        config.getList(SpoolKeys.RETRY_DIRECTORIES).stream().map(Path::of).toList(),
        new Retention(
            days(config.getInt(SpoolKeys.DONE_RETENTION)),
            days(config.getInt(SpoolKeys.REJECTED_RETENTION))),
        config.getLong(SpoolKeys.SCAN_INTERVAL),
        config.getInt(SpoolKeys.POLL_MAX_RECORDS),
        config.getInt(SpoolKeys.RECORD_MAX_BYTES),
        TableConfig.from(
            config.getString(SpoolKeys.MAPPING_FILE), config.getString(SpoolKeys.UNIT_ALIASES)),
        config.getInt(SpoolKeys.TASK_INDEX),
        config.getInt(SpoolKeys.TASK_COUNT));
  }

  /** Settings that tell the tasks apart; each takes the file names that fall to its index. */
  public static Map<String, String> forTask(Map<String, String> settings, int index, int count) {
    Map<String, String> task = new TreeMap<>(settings);
    task.put(SpoolKeys.TASK_INDEX, Integer.toString(index));
    task.put(SpoolKeys.TASK_COUNT, Integer.toString(count));
    return task;
  }

  /** Folders in which originals of dead letters lie, in the order in which they are looked into. */
  public List<Path> originals() {
    List<Path> folders = new ArrayList<>();
    folders.add(directory.resolve(SpoolFolder.DONE));
    folders.add(directory.resolve(SpoolFolder.REJECTED));
    folders.addAll(retryDirectories);
    return folders;
  }

  /** True when the file name falls to this task. */
  public boolean isMine(String fileName) {
    return Math.floorMod(fileName.hashCode(), taskCount) == taskIndex;
  }

  /** The settings without the secret. */
  @Override
  public String toString() {
    return "SpoolConfig["
        + directory
        + ", "
        + events
        + ", task "
        + taskIndex
        + " of "
        + taskCount
        + "]";
  }

  private static Path directory(AbstractConfig config) {
    String text = config.getString(SpoolKeys.DIRECTORY);
    Path directory = Path.of(text);
    if (!Files.isDirectory(directory)) {
      throw new ConfigException(SpoolKeys.DIRECTORY, text, "expected an existing folder");
    }
    return directory;
  }

  private static Optional<Duration> days(int days) {
    return days == 0 ? Optional.empty() : Optional.of(Duration.ofDays(days));
  }
}
