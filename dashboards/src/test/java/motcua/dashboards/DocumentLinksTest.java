package motcua.dashboards;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Links between documents lead somewhere. */
class DocumentLinksTest {
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:\\s]*)(?:#([^)\\s]+))?\\)");

  @Test
  void shouldLeadSomewhere() {
    Set<String> broken = new TreeSet<>();
    for (Path document : Repository.documents()) {
      Matcher link = LINK.matcher(Repository.text(document));
      while (link.find()) {
        Path target = target(document, link.group(1));
        if (!Files.exists(target)
            || (link.group(2) != null && !anchors(target).contains(link.group(2)))) {
          broken.add(Repository.ROOT.relativize(document) + ": " + link.group());
        }
      }
    }

    assertEquals(Set.of(), broken);
  }

  private static Path target(Path document, String link) {
    return link.isEmpty() ? document : document.resolveSibling(link).normalize();
  }

  /** Headings as the places where documents are shown make anchors of them. */
  private static Set<String> anchors(Path document) {
    return Repository.text(document)
        .lines()
        .filter(line -> line.startsWith("#"))
        .map(line -> line.replaceFirst("^#+ ", "").toLowerCase(Locale.ROOT))
        .map(heading -> heading.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
        .collect(Collectors.toSet());
  }
}
