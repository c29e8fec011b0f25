package motcua.core.ledger;

import java.util.List;
import motcua.core.ledger.Posting.Entry.Count;
import motcua.core.ledger.Posting.Entry.Move;

/**
 * Takes a posting apart into its legs, one in each unit's books, so that a cell of the ledger
 * belongs to one unit. Summed over any scope, with transfers inside it left out, the legs keep the
 * identity of ledger.md 5.
 */
public final class Legs {
  private Legs() {}

  /** One leg, or the out and in leg of a transfer, in this order. */
  public static List<Leg> of(Posting posting) {
    return switch (posting.entry()) {
      case Count count ->
          List.of(leg(0, count.account(), null, counted(count.counter(), posting.count())));
      case Move move when move.isTransfer() -> transfer(move, posting.count());
      case Move move -> List.of(leg(0, move.toAccount(), null, moved(move, posting.count())));
    };
  }

  private static List<Leg> transfer(Move move, long count) {
    Account from = move.fromAccount();
    Account to = move.toAccount();
    Amounts out = Amounts.of(Measure.TRANSFERRED_OUT, count).plus(Measure.of(move.from()), -count);
    Amounts in = Amounts.of(Measure.TRANSFERRED_IN, count).plus(Measure.of(move.to()), count);
    return List.of(leg(1, from, to.unit(), out), leg(2, to, from.unit(), in));
  }

  private static Amounts counted(Counter counter, long count) {
    return Amounts.of(Measure.of(counter), count);
  }

  private static Amounts moved(Move move, long count) {
    long[] amounts = new long[Measure.COUNT];
    if (move.from() == Bucket.NONE) {
      amounts[received(move.toAccount()).ordinal()] += count;
    } else {
      amounts[Measure.of(move.from()).ordinal()] -= count;
    }
    amounts[Measure.of(move.to()).ordinal()] += count;
    return Amounts.of(amounts);
  }

  private static Measure received(Account account) {
    return switch (account.channel()) {
      case ONLINE -> Measure.RECEIVED_ONLINE;
      case DIRECT -> Measure.RECEIVED_DIRECT;
      case POSTAL -> Measure.RECEIVED_POSTAL;
    };
  }

  private static Leg leg(int number, Account account, String counterpart, Amounts amounts) {
    return new Leg(
        number,
        account.unit(),
        counterpart,
        account.field(),
        account.procedure(),
        account.channel(),
        amounts);
  }
}
