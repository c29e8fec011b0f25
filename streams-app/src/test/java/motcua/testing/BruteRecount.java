package motcua.testing;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import motcua.core.dossier.Channel;
import motcua.core.ledger.Account;
import motcua.core.ledger.Bucket;
import motcua.core.ledger.Counter;
import motcua.core.ledger.Posting;
import motcua.core.ledger.Posting.Entry.Count;
import motcua.core.ledger.Posting.Entry.Move;
import motcua.core.ledger.ReportRow;

/**
 * A row counted posting by posting from the words of ledger.md 5, sharing nothing with legs, cells
 * and SQL.
 */
public final class BruteRecount {
  private final List<Posting> known;
  private final Set<String> units;
  private final Predicate<Account> part;
  private final LocalDate from;
  private final LocalDate to;

  /**
   * @param part which accounts of the units count
   * @param cut knowledge cut; null: everything
   */
  public BruteRecount(
      List<Posting> journal,
      Set<String> units,
      Predicate<Account> part,
      LocalDate from,
      LocalDate to,
      LocalDate cut) {
    this.known =
        journal.stream().filter(posting -> cut == null || !posting.knownOn().isAfter(cut)).toList();
    this.units = units;
    this.part = part;
    this.from = from;
    this.to = to;
  }

  /** The row. */
  public ReportRow row() {
    return new ReportRow(
        balance(from.minusDays(1), Bucket.OPEN_IN_TIME)
            + balance(from.minusDays(1), Bucket.OPEN_OVERDUE)
            + balance(from.minusDays(1), Bucket.OPEN_UNDATED)
            + balance(from.minusDays(1), Bucket.SUSPENDED),
        received(Channel.ONLINE) + received(Channel.DIRECT) + received(Channel.POSTAL),
        received(Channel.ONLINE),
        received(Channel.DIRECT),
        received(Channel.POSTAL),
        inPeriod(
            move -> move.isTransfer() && !in(move.fromAccount()) && in(move.toAccount()) ? 1 : 0),
        inPeriod(
            move -> move.isTransfer() && in(move.fromAccount()) && !in(move.toAccount()) ? 1 : 0),
        closed(Bucket.CLOSED_EARLY),
        closed(Bucket.CLOSED_ON_TIME),
        closed(Bucket.CLOSED_LATE),
        closed(Bucket.CLOSED_UNDATED),
        closed(Bucket.REFUSED),
        closed(Bucket.WITHDRAWN),
        balance(to, Bucket.OPEN_IN_TIME),
        balance(to, Bucket.OPEN_OVERDUE),
        balance(to, Bucket.OPEN_UNDATED),
        balance(to, Bucket.SUSPENDED),
        counted(Counter.COMPONENTS_DIGITISED),
        counted(Counter.COMPONENTS_PARTIAL),
        counted(Counter.RESULTS_DIGITISED),
        counted(Counter.FEE_PAID),
        counted(Counter.FEE_PAID_ONLINE),
        counted(Counter.LATE_APOLOGISED),
        counted(Counter.LATE_FIRST_DUE),
        counted(Counter.SAME_DAY));
  }

  private boolean in(Account account) {
    return units.contains(account.unit()) && part.test(account);
  }

  private long received(Channel channel) {
    return inPeriod(
        move ->
            move.from() == Bucket.NONE
                    && in(move.toAccount())
                    && move.toAccount().channel() == channel
                ? 1
                : 0);
  }

  private long closed(Bucket bucket) {
    return inPeriod(move -> into(move, bucket));
  }

  private long balance(LocalDate day, Bucket bucket) {
    return moves(posting -> !posting.countsOn().isAfter(day), move -> into(move, bucket));
  }

  private long into(Move move, Bucket bucket) {
    return (move.to() == bucket && in(move.toAccount()) ? 1 : 0)
        - (move.from() == bucket && in(move.fromAccount()) ? 1 : 0);
  }

  private long counted(Counter counter) {
    return known.stream()
        .filter(this::countsInPeriod)
        .filter(
            posting ->
                posting.entry() instanceof Count count
                    && count.counter() == counter
                    && in(count.account()))
        .mapToLong(Posting::count)
        .sum();
  }

  private long inPeriod(ToLongFunction<Move> effect) {
    return moves(this::countsInPeriod, effect);
  }

  private boolean countsInPeriod(Posting posting) {
    return !posting.countsOn().isBefore(from) && !posting.countsOn().isAfter(to);
  }

  private long moves(Predicate<Posting> counts, ToLongFunction<Move> effect) {
    return known.stream()
        .filter(counts)
        .mapToLong(
            posting ->
                posting.entry() instanceof Move move
                    ? posting.count() * effect.applyAsLong(move)
                    : 0)
        .sum();
  }
}
