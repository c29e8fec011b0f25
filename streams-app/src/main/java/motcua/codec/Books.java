package motcua.codec;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import motcua.core.dossier.Revision;
import motcua.core.ledger.Posting;
import motcua.core.ledger.Posting.Entry;

/**
 * Where the postings of a dossier are to be looked for, reversed ones included.
 *
 * @param units in whose books they stand, in the order in which they were first written
 * @param fromDay earliest day for which one counts, days since 1970-01-01; {@link
 *     Integer#MAX_VALUE} without postings
 * @param toDay latest day for which one counts; {@link #ANY_DAY} where it is not said, {@link
 *     Integer#MIN_VALUE} without postings
 */
public record Books(List<String> units, int fromDay, int toDay) {
  /** No day is late enough to stop looking. */
  public static final int ANY_DAY = Integer.MAX_VALUE;

  /** Nothing posted yet. */
  public static final Books NONE = new Books(List.of(), Integer.MAX_VALUE, Integer.MIN_VALUE);

  /** These books with more postings in them. */
  public Books with(List<Posting> postings) {
    Books books = this;
    for (Posting posting : postings) {
      books =
          switch (posting.entry()) {
            case Entry.Count count -> books.with(count.account().unit(), posting.countsOn());
            case Entry.Move move ->
                books
                    .with(move.fromAccount().unit(), posting.countsOn())
                    .with(move.toAccount().unit(), posting.countsOn());
          };
    }
    return books;
  }

  /**
   * The same; without a last day when an event is dated after the clock. Its postings are in the
   * journal before the dossier stands there, so that until then the two do not agree.
   */
  public Books asOf(Instant clock, Collection<Revision> revisions) {
    boolean ahead =
        revisions.stream()
            .anyMatch(one -> !one.retracted() && one.event().occurredAt().isAfter(clock));
    return ahead && !units.isEmpty() ? new Books(units, fromDay, ANY_DAY) : this;
  }

  private Books with(String unit, LocalDate day) {
    int from = (int) Math.min(fromDay, day.toEpochDay());
    int to = (int) Math.max(toDay, day.toEpochDay());
    boolean known = units.contains(unit);
    if (known && from == fromDay && to == toDay) {
      return this;
    }
    if (known) {
      return new Books(units, from, to);
    }
    List<String> more = new ArrayList<>(units.size() + 1);
    more.addAll(units);
    more.add(unit);
    return new Books(more, from, to);
  }

  /** Units other than {@code unit}. */
  public List<String> otherThan(String unit) {
    if (units.size() == 1 && units.getFirst().equals(unit)) {
      return List.of();
    }
    return units.stream().filter(other -> !other.equals(unit)).toList();
  }
}
