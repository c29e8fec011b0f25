package motcua.notify;

import java.util.Objects;
import motcua.core.notice.NoticeChannel;

/** A channel that is on: how its messages are made and sent. */
public record Line(NoticeChannel channel, Composer composer, Sender sender) {
  public Line {
    Objects.requireNonNull(channel, "channel");
    Objects.requireNonNull(composer, "composer");
    Objects.requireNonNull(sender, "sender");
  }
}
