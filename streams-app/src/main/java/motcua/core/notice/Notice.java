package motcua.core.notice;

import java.util.Objects;

/**
 * One transition for one addressee.
 *
 * @param transition its id
 */
public record Notice(String transition, Addressee to, Manner manner) {
  public Notice {
    Objects.requireNonNull(transition, "transition");
    Objects.requireNonNull(to, "to");
    Objects.requireNonNull(manner, "manner");
  }
}
