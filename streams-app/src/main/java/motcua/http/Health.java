package motcua.http;

import java.util.List;

/**
 * An answer to a health question.
 *
 * @param problems what is wrong, for operators; empty: healthy
 */
public record Health(List<String> problems) {
  /** Nothing wrong. */
  public static final Health UP = new Health(List.of());

  public Health {
    problems = List.copyOf(problems);
  }
}
