package motcua.ingest.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.Config;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.ConfigValue;

/**
 * Adds to Connect's own check what a single key cannot show: misspelled keys and a missing folder.
 */
public final class ConfigProblems {
  private ConfigProblems() {}

  /** The result of Connect's check with our findings added to the keys they are about. */
  public static Config added(Config checked, Map<String, String> settings) {
    List<ConfigValue> values = new ArrayList<>(checked.configValues());
    Map<String, String> unknown = SpoolKeys.unknown(settings);
    unknown.forEach(
        (key, problem) ->
            values.add(new ConfigValue(key, settings.get(key), List.of(), List.of(problem))));
    boolean sound = values.stream().allMatch(value -> value.errorMessages().isEmpty());
    if (sound) {
      try {
        SpoolConfig.from(settings);
      } catch (ConfigException e) {
        values.stream()
            .filter(value -> e.getMessage().contains(value.name()))
            .findFirst()
            .ifPresent(value -> value.addErrorMessage(e.getMessage()));
      }
    }
    return new Config(values);
  }
}
