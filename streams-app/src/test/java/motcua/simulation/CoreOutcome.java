package motcua.simulation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import motcua.codec.Books;
import motcua.codec.StatusCodec;
import motcua.core.dossier.Revision;
import motcua.core.journal.Journal;
import motcua.core.journal.Result;
import motcua.core.ledger.Account;
import motcua.core.ledger.Amounts;
import motcua.core.ledger.Leg;
import motcua.core.ledger.Legs;
import motcua.core.ledger.Posting;
import motcua.core.policy.Rules;
import motcua.schemas.internal.DossierStatus;
import motcua.simulation.Outcome.BookedLeg;
import motcua.simulation.Outcome.Cell;
import motcua.testing.Recount;

/**
 * What the core alone makes of the same records: the journal by the independent recount, the ledger
 * from its legs, and where the dossiers stand.
 *
 * @param standings of the dossiers some revision names
 */
record CoreOutcome(
    Map<BookedLeg, Integer> journal,
    Map<Cell, Amounts> ledger,
    Map<String, DossierStatus> standings) {
  static CoreOutcome of(Collection<Revision> revisions, Instant clock, Rules rules) {
    Map<String, Set<String>> eventsOf = new TreeMap<>();
    for (Revision revision : revisions) {
      if (revision.dossierId() != null) {
        eventsOf
            .computeIfAbsent(revision.dossierId(), dossier -> new HashSet<>())
            .add(revision.eventId());
      }
    }
    var outcome = new CoreOutcome(new HashMap<>(), new HashMap<>(), new TreeMap<>());
    eventsOf.forEach(
        (dossier, events) -> {
          List<Revision> known = new ArrayList<>(revisions);
          known.removeIf(revision -> !events.contains(revision.eventId()));
          outcome.add(dossier, known, clock, rules);
        });
    outcome.ledger.values().removeIf(Amounts::isZero);
    return outcome;
  }

  private void add(String dossier, List<Revision> known, Instant clock, Rules rules) {
    Recount.journal(known, dossier, clock, rules).forEach((p, count) -> book(dossier, p, count));
    Result result = Journal.of(known, dossier, clock, rules);
    standings.put(dossier, StatusCodec.toWire(result.standing(), result.marks(), 0, Books.NONE));
  }

  private void book(String dossier, Posting posting, int count) {
    for (Leg leg : Legs.of(posting)) {
      journal.put(leg(dossier, posting, leg), count);
      var cell =
          new Cell(
              leg.unit(),
              leg.field(),
              leg.counterpartUnit(),
              posting.countsOn().toEpochDay(),
              posting.knownOn().toEpochDay());
      Amounts amounts = count > 0 ? leg.amounts() : leg.amounts().negated();
      for (int i = 0; i < Math.abs(count); i++) {
        ledger.merge(cell, amounts, Amounts::plus);
      }
    }
  }

  private static BookedLeg leg(String dossier, Posting posting, Leg leg) {
    String what =
        switch (posting.entry()) {
          case Posting.Entry.Move move -> move.from() + ">" + move.to();
          case Posting.Entry.Count counted -> counted.counter().name();
        };
    Account account = new Account(leg.unit(), leg.field(), leg.procedure(), leg.channel());
    return new BookedLeg(
        dossier,
        account.unit(),
        account.field(),
        account.procedure(),
        account.channel().name(),
        leg.number(),
        leg.counterpartUnit(),
        what,
        posting.countsOn().toEpochDay(),
        posting.knownOn().toEpochDay(),
        posting.cause());
  }
}
