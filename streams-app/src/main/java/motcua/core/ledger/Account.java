package motcua.core.ledger;

import java.util.Objects;
import motcua.core.dossier.Channel;

/**
 * An account without its bucket (ledger.md 4): whose books a dossier stands in. {@code field} and
 * {@code procedure} may be null.
 */
public record Account(String unit, String field, String procedure, Channel channel) {
  public Account {
    Objects.requireNonNull(unit, "unit");
    Objects.requireNonNull(channel, "channel");
  }

  /** The same account in another unit. */
  public Account in(String otherUnit) {
    return new Account(otherUnit, field, procedure, channel);
  }
}
