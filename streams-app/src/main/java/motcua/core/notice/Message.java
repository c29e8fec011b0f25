package motcua.core.notice;

import java.util.Objects;

/**
 * What is said.
 *
 * @param plain as text, or the body that a system is sent
 * @param html the same with its looks; empty where there is none
 */
public record Message(String subject, String plain, String html) {
  public Message {
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(plain, "plain");
    Objects.requireNonNull(html, "html");
  }
}
