package motcua.notify;

import java.util.Objects;
import java.util.Optional;
import motcua.core.notice.NoticeChannel;

/**
 * A channel that is on: how its messages are made and sent.
 *
 * @param upkeep empty for most
 */
public record Line(
    NoticeChannel channel, Composer composer, Sender sender, Optional<Upkeep> upkeep) {
  /** A channel that needs no upkeep. */
  public Line(NoticeChannel channel, Composer composer, Sender sender) {
    this(channel, composer, sender, Optional.empty());
  }

  public Line {
    Objects.requireNonNull(channel, "channel");
    Objects.requireNonNull(composer, "composer");
    Objects.requireNonNull(sender, "sender");
    Objects.requireNonNull(upkeep, "upkeep");
  }
}
