package motcua.core.notice;

import java.util.Objects;

/**
 * Who is told.
 *
 * @param address of the channel; personal where a person is told: in configuration and PostgreSQL
 *     only
 */
public record Addressee(NoticeChannel channel, String address) {
  public Addressee {
    Objects.requireNonNull(channel, "channel");
    Objects.requireNonNull(address, "address");
  }
}
