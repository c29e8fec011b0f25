package motcua.core.document;

import java.util.Objects;

/** Running text. */
public record Paragraph(String text, Style style) implements Part {
  /** How a paragraph stands on the page. */
  public enum Style {
    /** Text of the report. */
    BODY,
    /** Heading of what follows. */
    HEADING,
    /** Small print below a table. */
    NOTE
  }

  public Paragraph {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(style, "style");
  }
}
