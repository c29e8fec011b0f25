package motcua.dashboards;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The series that PromQL expressions ask for. Whether an expression is PromQL at all is for
 * Prometheus to say; here it is only cut into words: what is left when strings, label lists,
 * ranges, functions and key words are passed over are metrics, each with its matchers.
 */
final class PromQl {
  /** With the aggregations: between those and their bracket may stand what they group by. */
  private static final Set<String> KEY_WORDS =
      Set.of(
          "and",
          "or",
          "unless",
          "offset",
          "bool",
          "atan2",
          "inf",
          "nan",
          "sum",
          "min",
          "max",
          "avg",
          "count",
          "group",
          "stddev",
          "stdvar",
          "topk",
          "bottomk",
          "quantile",
          "count_values");

  private static final Pattern WORD =
      Pattern.compile(
          "\"(?:[^\"\\\\]|\\\\.)*\"|'(?:[^'\\\\]|\\\\.)*'"
              + "|\\b(?:by|without|on|ignoring|group_left|group_right)\\s*\\([^)]*\\)"
              + "|\\[[^\\]]*\\]|\\b[0-9][0-9a-zA-Z.]*"
              + "|(?<name>[a-zA-Z_:][a-zA-Z0-9_:]*)\\s*(?<next>\\(|\\{[^}]*\\})?|\\{",
          Pattern.DOTALL);

  private PromQl() {}

  /**
   * Series of one metric.
   *
   * @param matchers in braces, or empty
   */
  record Selector(String metric, String matchers) {
    @Override
    public String toString() {
      return metric + matchers;
    }
  }

  /**
   * What an expression selects.
   *
   * @throws IllegalArgumentException for a selector without the name of a metric
   */
  static List<Selector> selectors(String expression) {
    List<Selector> found = new ArrayList<>();
    Matcher word = WORD.matcher(expression);
    while (word.find()) {
      if (word.group().equals("{")) {
        throw new IllegalArgumentException("series without a metric's name: " + expression);
      }
      String name = word.group("name");
      String next = word.group("next");
      if (name != null && !KEY_WORDS.contains(name) && !"(".equals(next)) {
        found.add(new Selector(name, next == null ? "" : next));
      }
    }
    return found;
  }
}
