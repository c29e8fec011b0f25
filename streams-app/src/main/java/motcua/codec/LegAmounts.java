package motcua.codec;

import motcua.core.dossier.Channel;
import motcua.core.ledger.Bucket;
import motcua.core.ledger.Counter;
import motcua.core.ledger.Measure;
import motcua.schemas.internal.Posting;

/** What one leg adds to the cell it belongs to (ledger.md 5). */
public final class LegAmounts {
  private LegAmounts() {}

  /** Adds a leg to a vector over {@link Measure}. */
  public static void add(Posting leg, long[] amounts) {
    int count = leg.getCount();
    if (leg.getCounter() != null) {
      amounts[Measure.of(Counter.valueOf(leg.getCounter())).ordinal()] += count;
      return;
    }
    Bucket from = Bucket.valueOf(leg.getFromBucket());
    Bucket to = Bucket.valueOf(leg.getToBucket());
    switch (leg.getLeg()) {
      case 0 -> {
        if (from == Bucket.NONE) {
          amounts[received(leg.getChannel()).ordinal()] += count;
        } else {
          amounts[Measure.of(from).ordinal()] -= count;
        }
        if (to != Bucket.NONE) {
          amounts[Measure.of(to).ordinal()] += count;
        }
      }
      case 1 -> {
        amounts[Measure.TRANSFERRED_OUT.ordinal()] += count;
        amounts[Measure.of(from).ordinal()] -= count;
      }
      case 2 -> {
        amounts[Measure.TRANSFERRED_IN.ordinal()] += count;
        amounts[Measure.of(to).ordinal()] += count;
      }
      default -> throw new IllegalStateException("a posting has no leg " + leg.getLeg());
    }
  }

  private static Measure received(String channel) {
    return switch (Channel.valueOf(channel)) {
      case ONLINE -> Measure.RECEIVED_ONLINE;
      case DIRECT -> Measure.RECEIVED_DIRECT;
      case POSTAL -> Measure.RECEIVED_POSTAL;
    };
  }
}
