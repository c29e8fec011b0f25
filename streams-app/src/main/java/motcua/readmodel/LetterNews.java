package motcua.readmodel;

import java.util.Objects;
import motcua.schemas.events.DeadLetter;

/**
 * What became of one dead letter.
 *
 * @param first the one that tells where the record lies
 * @param resolvedMicros when the last of them took it back; null when it stands open
 */
public record LetterNews(DeadLetter first, Long resolvedMicros) {
  public LetterNews {
    Objects.requireNonNull(first, "first");
  }

  /** As one letter says. */
  public static LetterNews of(DeadLetter letter) {
    return new LetterNews(letter, letter.getResolved() ? letter.getRecordedAtMicros() : null);
  }

  /** After later news of the same letter. */
  LetterNews then(LetterNews later) {
    return new LetterNews(first, later.resolvedMicros);
  }
}
