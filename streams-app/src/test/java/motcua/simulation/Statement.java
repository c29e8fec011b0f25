package motcua.simulation;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import motcua.core.ledger.Amounts;
import motcua.core.ledger.Leg;
import motcua.core.ledger.Legs;
import motcua.core.ledger.Posting;
import motcua.core.ledger.ReportRow;
import motcua.testing.BruteRecount;

/**
 * Rows of one journal for one period and cut (ledger.md 5), drawn from legs and, for comparison,
 * counted posting by posting.
 *
 * @param cut null: everything known
 */
record Statement(List<Posting> journal, LocalDate from, LocalDate to, LocalDate cut) {
  /** From the legs, as the read model does. */
  ReportRow row(Set<String> units) {
    Amounts before = Amounts.ZERO;
    Amounts period = Amounts.ZERO;
    for (Posting posting : journal) {
      if (isKnown(posting) && !posting.countsOn().isAfter(to)) {
        boolean earlier = posting.countsOn().isBefore(from);
        for (Leg leg : Legs.of(posting)) {
          if (units.contains(leg.unit())) {
            boolean inside = leg.counterpartUnit() != null && units.contains(leg.counterpartUnit());
            Amounts amounts = inside ? leg.amounts().withoutTransfers() : leg.amounts();
            before = earlier ? before.plus(amounts) : before;
            period = earlier ? period : period.plus(amounts);
          }
        }
      }
    }
    return ReportRow.of(before, period);
  }

  /** From the words of ledger.md. */
  ReportRow recounted(Set<String> units) {
    return new BruteRecount(journal, units, account -> true, from, to, cut).row();
  }

  /** Transfers between two scopes in the period, in both directions together. */
  long movedBetween(Set<String> one, Set<String> other) {
    long moved = 0;
    for (Posting posting : journal) {
      boolean counts =
          isKnown(posting) && !posting.countsOn().isBefore(from) && !posting.countsOn().isAfter(to);
      if (counts && posting.entry() instanceof Posting.Entry.Move move) {
        String giver = move.fromAccount().unit();
        String taker = move.toAccount().unit();
        boolean between =
            (one.contains(giver) && other.contains(taker))
                || (other.contains(giver) && one.contains(taker));
        moved += between ? posting.count() : 0;
      }
    }
    return moved;
  }

  private boolean isKnown(Posting posting) {
    return cut == null || !posting.knownOn().isAfter(cut);
  }
}
