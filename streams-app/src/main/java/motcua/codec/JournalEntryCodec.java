package motcua.codec;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import motcua.core.dossier.DossierKey;
import motcua.core.ledger.Account;
import motcua.core.ledger.Posting;
import motcua.core.ledger.Posting.Entry;
import motcua.schemas.internal.DossierStatus;
import motcua.schemas.internal.JournalEntry;

/**
 * What a change of a dossier writes, from the core to the wire: one entry a unit. A transfer
 * travels as two legs, one in each unit's entry.
 */
public final class JournalEntryCodec {
  private static final int WHOLE = 0;
  private static final int OUT = 1;
  private static final int IN = 2;

  private JournalEntryCodec() {}

  /**
   * What all entries of a change have in common.
   *
   * @param happenedMicros when what caused it happened, for the first entry; null when no record of
   *     the dossier did
   */
  public record Head(
      DossierKey key,
      String policy,
      int generation,
      boolean backfill,
      long appliedMicros,
      Long happenedMicros) {}

  /**
   * The entries of a change, in the order in which their units first appear.
   *
   * @param postings new postings of the dossier, in order
   * @param sequence number the first of them takes; each takes the next
   * @param status where the dossier stands after them; goes with the entry of its own unit when
   *     there is one; null for none
   */
  public static Collection<JournalEntry> toWire(
      Head head, List<Posting> postings, long sequence, DossierStatus status) {
    Map<String, JournalEntry> entries = LinkedHashMap.newLinkedHashMap(2);
    long next = sequence;
    for (Posting posting : postings) {
      addLegs(head, posting, next++, entries);
    }
    if (status != null) {
      JournalEntry entry = entries.get(status.getUnit());
      if (entry == null) {
        entry =
            entries.isEmpty()
                ? entry(head, status.getUnit(), entries)
                : entries.values().iterator().next();
      }
      entry.setStatus(status);
    }
    if (!entries.isEmpty()) {
      entries.values().iterator().next().setHappenedAtMicros(head.happenedMicros);
    }
    return entries.values();
  }

  private static JournalEntry entry(Head head, String unit, Map<String, JournalEntry> entries) {
    JournalEntry known = entries.get(unit);
    if (known != null) {
      return known;
    }
    var entry = new JournalEntry();
    entry.setSource(head.key.source());
    entry.setDossierId(head.key.dossierId());
    entry.setUnit(unit);
    entry.setPostings(new ArrayList<>(2));
    entry.setPolicy(head.policy);
    entry.setGeneration(head.generation);
    entry.setBackfill(head.backfill);
    entry.setAppliedAtMicros(head.appliedMicros);
    entries.put(unit, entry);
    return entry;
  }

  private static void addLegs(
      Head head, Posting posting, long sequence, Map<String, JournalEntry> entries) {
    switch (posting.entry()) {
      case Entry.Count count -> {
        var leg = leg(posting, sequence, WHOLE, count.account());
        leg.setCounter(count.counter().name());
        add(leg, head, count.account(), entries);
      }
      case Entry.Move move -> {
        if (move.isTransfer()) {
          addMove(posting, sequence, OUT, move, head, entries);
          addMove(posting, sequence, IN, move, head, entries);
        } else {
          addMove(posting, sequence, WHOLE, move, head, entries);
        }
      }
    }
  }

  private static void addMove(
      Posting posting,
      long sequence,
      int side,
      Entry.Move move,
      Head head,
      Map<String, JournalEntry> entries) {
    Account own = side == OUT ? move.fromAccount() : move.toAccount();
    var leg = leg(posting, sequence, side, own);
    leg.setFromBucket(move.from().name());
    leg.setToBucket(move.to().name());
    if (side != WHOLE) {
      leg.setCounterpartUnit((side == OUT ? move.toAccount() : move.fromAccount()).unit());
    }
    add(leg, head, own, entries);
  }

  private static motcua.schemas.internal.Posting leg(
      Posting posting, long sequence, int side, Account account) {
    var leg = new motcua.schemas.internal.Posting();
    leg.setSequence(sequence);
    leg.setLeg(side);
    leg.setField(account.field());
    leg.setProcedure(account.procedure());
    leg.setChannel(account.channel().name());
    leg.setCount(posting.count());
    leg.setCountsOnDay((int) posting.countsOn().toEpochDay());
    leg.setKnownOnDay((int) posting.knownOn().toEpochDay());
    leg.setCause(posting.cause());
    return leg;
  }

  private static void add(
      motcua.schemas.internal.Posting leg,
      Head head,
      Account account,
      Map<String, JournalEntry> entries) {
    entry(head, account.unit(), entries).getPostings().add(leg);
  }
}
