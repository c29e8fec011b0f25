package motcua.core.notice;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A text in parts, written plain and as HTML. Every text is escaped: unit names come from files.
 */
final class Letter {
  private final String subject;
  private final List<Part> parts = new ArrayList<>();

  Letter(String subject) {
    // A line end in a subject would begin another header.
    this.subject = Objects.requireNonNull(subject, "subject").replaceAll("\\p{Cntrl}+", " ");
  }

  private sealed interface Part {}

  private record Paragraph(String text) implements Part {}

  private record Items(String heading, List<String> texts) implements Part {}

  private record Link(String text, String address) implements Part {}

  Letter paragraph(String text) {
    parts.add(new Paragraph(text));
    return this;
  }

  /** A list under a heading; nothing when it is empty. */
  Letter items(String heading, List<String> texts) {
    if (!texts.isEmpty()) {
      parts.add(new Items(heading, List.copyOf(texts)));
    }
    return this;
  }

  Letter link(String text, String address) {
    parts.add(new Link(text, address));
    return this;
  }

  Message message() {
    StringBuilder plain = new StringBuilder();
    StringBuilder html =
        new StringBuilder(
            "<!DOCTYPE html>\n<html lang=\"vi\"><head><meta charset=\"utf-8\"></head><body>\n");
    for (Part part : parts) {
      switch (part) {
        case Paragraph paragraph -> {
          plain.append(paragraph.text()).append("\n\n");
          html.append("<p>").append(escaped(paragraph.text())).append("</p>\n");
        }
        case Items items -> write(items, plain, html);
        case Link link -> {
          plain.append(link.text()).append(": ").append(link.address()).append("\n\n");
          html.append("<p><a href=\"").append(escaped(link.address())).append("\">");
          html.append(escaped(link.text())).append("</a></p>\n");
        }
      }
    }
    return new Message(subject, plain.toString().strip() + "\n", html + "</body></html>\n");
  }

  private static void write(Items items, StringBuilder plain, StringBuilder html) {
    plain.append(items.heading()).append('\n');
    html.append("<p>").append(escaped(items.heading())).append("</p>\n<ul>\n");
    for (String text : items.texts()) {
      plain.append("- ").append(text).append('\n');
      html.append("<li>").append(escaped(text)).append("</li>\n");
    }
    plain.append('\n');
    html.append("</ul>\n");
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
