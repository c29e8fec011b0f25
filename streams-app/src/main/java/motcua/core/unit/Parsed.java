package motcua.core.unit;

import java.util.List;
import java.util.Objects;

/**
 * What reading a configuration file gave: a value, or every problem found in it.
 *
 * @param <T> what the file describes
 */
public sealed interface Parsed<T> {
  /** A readable file. */
  record Read<T>(T value) implements Parsed<T> {
    public Read {
      Objects.requireNonNull(value, "value");
    }
  }

  /** An unreadable file; {@code problems} is never empty and in line order. */
  record Failed<T>(List<Problem> problems) implements Parsed<T> {
    public Failed {
      problems = List.copyOf(problems);
    }
  }

  /**
   * One problem.
   *
   * @param line line in the file, 1 for the line that names the columns
   * @param message what was found and what was expected
   */
  record Problem(int line, String message) {
    @Override
    public String toString() {
      return "line " + line + ": " + message;
    }
  }

  /**
   * The value, or an IllegalArgumentException that lists all problems; for callers that stop at a
   * bad file.
   */
  default T orElseThrow() {
    return switch (this) {
      case Read<T> read -> read.value();
      case Failed<T> failed -> {
        StringBuilder text = new StringBuilder();
        for (Problem problem : failed.problems()) {
          text.append(text.isEmpty() ? "" : "; ").append(problem);
        }
        throw new IllegalArgumentException(text.toString());
      }
    };
  }
}
