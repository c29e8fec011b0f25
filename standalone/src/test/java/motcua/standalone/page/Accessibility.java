package motcua.standalone.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.List;

/** What axe finds against WCAG 2.2 AA. */
final class Accessibility {
  private static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

  private Accessibility() {}

  /** Nothing, of whatever weight. */
  static void assertFit(Page page, String where) {
    List<String> found =
        new AxeBuilder(page)
            .withTags(RULES).analyze().getViolations().stream().map(Accessibility::text).toList();
    assertEquals(List.of(), found, where);
  }

  private static String text(Rule rule) {
    List<CheckedNode> nodes = rule.getNodes();
    return "%s (%s) at %d places: %s %s"
        .formatted(
            rule.getId(),
            rule.getImpact(),
            nodes.size(),
            nodes.getFirst().getTarget(),
            nodes.getFirst().getFailureSummary());
  }
}
