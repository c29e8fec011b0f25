package motcua.core.document;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * An official document as it is printed.
 *
 * @param letterhead heading block; empty prints none
 * @param title in capitals where the office writes it so
 * @param subtitles lines below the title: period, scope
 * @param mark what sets this copy apart, such as a revised or a provisional one; printed below the
 *     subtitles and on every page
 * @param parts paragraphs and tables in reading order
 * @param foot policy, knowledge cut and version, a sentence each; printed on every page
 */
public record Document(
    Optional<Letterhead> letterhead,
    String title,
    List<String> subtitles,
    Optional<String> mark,
    List<Part> parts,
    List<String> foot) {
  public Document {
    Objects.requireNonNull(letterhead, "letterhead");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(mark, "mark");
    subtitles = List.copyOf(subtitles);
    parts = List.copyOf(parts);
    foot = List.copyOf(foot);
  }
}
