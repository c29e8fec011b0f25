package motcua.standalone.cli;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The file of {@code --config}: Java properties in UTF-8. {@code ${env:NAME}} in a value stands for
 * an environment variable, so that a password need not stand in the file.
 */
final class ConfigFile {
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{env:([A-Za-z_][A-Za-z0-9_]*)}");

  private ConfigFile() {}

  /**
   * Reads it.
   *
   * @param environment value of a variable, null when it is not set
   * @throws Checks.WrongValueException naming the key whose variable is not set, or the file that
   *     cannot be read
   */
  static Map<String, String> read(Path file, UnaryOperator<String> environment)
      throws Checks.WrongValueException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    } catch (IOException | IllegalArgumentException unreadable) {
      throw new Checks.WrongValueException(
          "--config: " + file + " cannot be read: " + Failures.firstLine(unreadable));
    }
    Map<String, String> values = new TreeMap<>();
    for (String key : properties.stringPropertyNames()) {
      values.put(key, resolve(key, properties.getProperty(key).strip(), environment));
    }
    return values;
  }

  private static String resolve(String key, String value, UnaryOperator<String> environment)
      throws Checks.WrongValueException {
    Matcher variables = VARIABLE.matcher(value);
    for (MatchResult variable : variables.results().toList()) {
      if (environment.apply(variable.group(1)) == null) {
        throw new Checks.WrongValueException(
            "--config: "
                + key
                + " needs the environment variable "
                + variable.group(1)
                + ", which is not set");
      }
    }
    return variables
        .reset()
        .replaceAll(found -> Matcher.quoteReplacement(environment.apply(found.group(1))));
  }
}
