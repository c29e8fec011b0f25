package motcua.codec;

import java.util.ArrayList;
import java.util.List;
import motcua.core.dossier.DossierKey;
import motcua.core.ledger.Account;
import motcua.core.ledger.Posting;
import motcua.core.ledger.Posting.Entry;

/** Postings between the core and the wire. A transfer travels as two legs, one to each unit. */
public final class PostingCodec {
  private static final int WHOLE = 0;
  private static final int OUT = 1;
  private static final int IN = 2;

  private PostingCodec() {}

  /**
   * The legs of a dossier's new postings, in order.
   *
   * @param sequence number of postings the dossier made before; each posting takes the next
   */
  public static List<motcua.schemas.internal.Posting> toWire(
      DossierKey key,
      List<Posting> postings,
      long sequence,
      String policy,
      int generation,
      boolean backfill,
      long appliedMicros) {
    List<motcua.schemas.internal.Posting> legs = new ArrayList<>(postings.size());
    long next = sequence;
    for (Posting posting : postings) {
      var common = new motcua.schemas.internal.Posting();
      common.setSource(key.source());
      common.setDossierId(key.dossierId());
      common.setSequence(next++);
      common.setCount(posting.count());
      common.setCountsOnDay((int) posting.countsOn().toEpochDay());
      common.setKnownOnDay((int) posting.knownOn().toEpochDay());
      common.setCause(posting.cause());
      common.setPolicy(policy);
      common.setGeneration(generation);
      common.setBackfill(backfill);
      common.setAppliedAtMicros(appliedMicros);
      addLegs(posting.entry(), common, legs);
    }
    return legs;
  }

  private static void addLegs(
      Entry entry,
      motcua.schemas.internal.Posting leg,
      List<motcua.schemas.internal.Posting> legs) {
    switch (entry) {
      case Entry.Count count -> {
        account(leg, count.account());
        leg.setLeg(WHOLE);
        leg.setCounter(count.counter().name());
        legs.add(leg);
      }
      case Entry.Move move -> {
        leg.setFromBucket(move.from().name());
        leg.setToBucket(move.to().name());
        if (move.isTransfer()) {
          var in = motcua.schemas.internal.Posting.newBuilder(leg(leg, move, OUT)).build();
          legs.add(leg);
          legs.add(leg(in, move, IN));
        } else {
          account(leg, move.toAccount());
          leg.setLeg(WHOLE);
          legs.add(leg);
        }
      }
    }
  }

  private static motcua.schemas.internal.Posting leg(
      motcua.schemas.internal.Posting leg, Entry.Move move, int side) {
    account(leg, side == OUT ? move.fromAccount() : move.toAccount());
    leg.setCounterpartUnit(side == OUT ? move.toAccount().unit() : move.fromAccount().unit());
    leg.setLeg(side);
    return leg;
  }

  private static void account(motcua.schemas.internal.Posting leg, Account account) {
    leg.setUnit(account.unit());
    leg.setField(account.field());
    leg.setProcedure(account.procedure());
    leg.setChannel(account.channel().name());
  }
}
