package motcua.core.interpretation;

import java.time.Instant;
import java.util.Objects;
import motcua.core.mark.Mark;

/**
 * A mark with the moments of knowledge between which it holds: known from {@code knownAt} on, and
 * until {@code endedAt}, when a later sighting removed its reason (a missing row came after all).
 *
 * @param endedAt null while it holds
 */
public record SeenMark(Mark mark, Instant knownAt, Instant endedAt) {
  public SeenMark {
    Objects.requireNonNull(mark, "mark");
    Objects.requireNonNull(knownAt, "knownAt");
  }
}
