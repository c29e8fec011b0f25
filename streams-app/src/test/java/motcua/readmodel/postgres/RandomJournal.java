package motcua.readmodel.postgres;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import motcua.codec.Books;
import motcua.codec.JournalEntryCodec;
import motcua.codec.StatusCodec;
import motcua.core.dossier.Channel;
import motcua.core.dossier.DossierKey;
import motcua.core.dossier.Revision;
import motcua.core.journal.Journal;
import motcua.core.journal.Result;
import motcua.core.journal.Standing;
import motcua.core.ledger.Account;
import motcua.core.ledger.Amounts;
import motcua.core.ledger.Bucket;
import motcua.core.ledger.Counter;
import motcua.core.ledger.LedgerCell;
import motcua.core.ledger.Leg;
import motcua.core.ledger.Legs;
import motcua.core.ledger.Posting;
import motcua.readmodel.Sourced;
import motcua.schemas.internal.DossierStatus;
import motcua.schemas.internal.JournalEntry;
import motcua.schemas.internal.LedgerEntry;
import motcua.testing.MessyHistory;

/**
 * A seeded journal: of postings that balance but follow no dossier's life, which is everything the
 * sums could trip over; or of dossiers' lives as messy as they come.
 */
final class RandomJournal {
  static final LocalDate FIRST_DAY = LocalDate.of(2024, 6, 20);
  static final int DAYS = 60;
  static final List<String> UNITS = List.of("H1", "H1.1", "H1.2", "H10", "H2", "X?1");

  private static final List<String> FIELDS = java.util.Arrays.asList("DD", "HT", null);
  private static final List<String> PROCEDURES = java.util.Arrays.asList("1.1", "1.2", null);

  private final Random random;
  private final int days;
  private final int latestKnown;
  private final Map<DossierKey, List<Posting>> journal = new HashMap<>();

  /** Where the dossiers stand after all; of postings that follow no life it is not said. */
  private final Map<DossierKey, DossierStatus> statuses = new HashMap<>();

  RandomJournal(long seed, int dossiers) {
    this(seed, dossiers, DAYS, 10);
  }

  /**
   * @param days from {@link #FIRST_DAY} on that postings count on
   * @param latestKnown days after that before which they are known
   */
  RandomJournal(long seed, int dossiers, int days, int latestKnown) {
    this.random = new Random(seed);
    this.days = days;
    this.latestKnown = latestKnown;
    for (int number = 0; number < dossiers; number++) {
      journal.put(new DossierKey("s" + number % 2, "D" + number), postings());
    }
  }

  private RandomJournal(Random random) {
    this.random = random;
    this.days = 0;
    this.latestKnown = 0;
  }

  /** Journals of whole lives, within some weeks from {@link MessyHistory#FIRST_DAY} on. */
  static RandomJournal ofLives(long seed, int dossiers) {
    RandomJournal lives = new RandomJournal(new Random(seed));
    for (int number = 0; number < dossiers; number++) {
      MessyHistory messy = new MessyHistory(lives.random);
      List<Revision> revisions = messy.revisions(14);
      Instant clock = messy.moment(60);
      Result life = Journal.of(revisions, MessyHistory.DOSSIER, clock, messy.rules());
      DossierKey key = new DossierKey("s" + number % 2, "D" + number);
      lives.journal.put(key, life.postings());
      lives.statuses.put(
          key,
          status(
              life.standing(),
              Math.max(1, life.postings().size()),
              Books.NONE.with(life.postings()).asOf(clock, revisions)));
    }
    return lives;
  }

  /** The same, but all is reversed at the end: no dossier stands anywhere, and each says so. */
  RandomJournal reversed() {
    RandomJournal reversed = new RandomJournal(new Random(0));
    LocalDate end = FIRST_DAY.plusDays(days + latestKnown + 15L);
    journal.forEach(
        (key, postings) -> {
          List<Posting> all = new ArrayList<>(postings);
          postings.forEach(
              one -> all.add(new Posting(one.entry(), -one.count(), end, end, one.cause())));
          reversed.journal.put(key, all);
          reversed.statuses.put(key, status(Standing.NOWHERE, all.size(), Books.NONE.with(all)));
        });
    return reversed;
  }

  private static DossierStatus status(Standing standing, int sequence, Books books) {
    return StatusCodec.toWire(standing, List.of(), sequence, books);
  }

  /** The first dossiers by number. */
  RandomJournal first(int dossiers) {
    return between(0, dossiers);
  }

  /** The dossiers with these numbers, the last one excluded. */
  RandomJournal between(int first, int last) {
    RandomJournal some = new RandomJournal(new Random(0));
    for (int number = first; number < last; number++) {
      DossierKey key = new DossierKey("s" + number % 2, "D" + number);
      some.journal.put(key, journal.get(key));
    }
    return some;
  }

  /** The journal of one dossier. */
  static RandomJournal of(List<Posting> postings) {
    RandomJournal one = new RandomJournal(new Random(0));
    one.journal.put(new DossierKey("s0", "D0"), postings);
    return one;
  }

  private List<Posting> postings() {
    List<Posting> postings = new ArrayList<>();
    int count = 1 + random.nextInt(8);
    for (int number = 0; number < count; number++) {
      LocalDate countsOn = FIRST_DAY.plusDays(random.nextInt(days));
      LocalDate knownOn = countsOn.plusDays(random.nextInt(latestKnown));
      Posting posting = new Posting(entry(), 1, countsOn, knownOn, "e" + number);
      postings.add(posting);
      if (random.nextInt(4) == 0) {
        LocalDate later = knownOn.plusDays(random.nextInt(15));
        postings.add(new Posting(posting.entry(), -1, countsOn, later, posting.cause()));
      }
    }
    return postings;
  }

  private Posting.Entry entry() {
    Account account =
        new Account(pick(UNITS), pick(FIELDS), pick(PROCEDURES), pick(List.of(Channel.values())));
    Bucket bucket = Bucket.values()[1 + random.nextInt(Bucket.values().length - 1)];
    return switch (random.nextInt(4)) {
      case 0 -> new Posting.Entry.Move(account, Bucket.NONE, account, bucket);
      case 1 -> transfer(account, bucket);
      case 2 -> new Posting.Entry.Count(account, pick(List.of(Counter.values())));
      default ->
          new Posting.Entry.Move(
              account,
              Bucket.values()[1 + random.nextInt(Bucket.values().length - 1)],
              account,
              bucket);
    };
  }

  private Posting.Entry transfer(Account from, Bucket bucket) {
    Account to = from.in(pick(UNITS));
    return new Posting.Entry.Move(from, to.equals(from) ? Bucket.NONE : bucket, to, bucket);
  }

  private <T> T pick(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  Map<DossierKey, List<Posting>> byDossier() {
    return journal;
  }

  List<Posting> all() {
    return journal.values().stream().flatMap(List::stream).toList();
  }

  List<JournalEntry> wire() {
    List<JournalEntry> entries = new ArrayList<>();
    journal.forEach(
        (key, postings) ->
            entries.addAll(
                JournalEntryCodec.toWire(
                    new JournalEntryCodec.Head(key, "default", 1, false, 0, null),
                    postings,
                    0,
                    statuses.get(key))));
    return entries;
  }

  List<Sourced<LedgerEntry>> cells() {
    Map<LedgerCell, Amounts> cells = new HashMap<>();
    for (Posting posting : all()) {
      for (Leg leg : Legs.of(posting)) {
        cells.merge(LedgerCell.of(leg, posting), leg.amounts(), Amounts::plus);
      }
    }
    List<Sourced<LedgerEntry>> entries = new ArrayList<>();
    cells.forEach((cell, amounts) -> entries.add(new Sourced<>(entry(cell, amounts), 0, 1)));
    return entries;
  }

  private static LedgerEntry entry(LedgerCell cell, Amounts amounts) {
    List<Long> sums = new ArrayList<>();
    for (long sum : amounts.toArray()) {
      sums.add(sum);
    }
    return LedgerEntry.newBuilder()
        .setUnit(cell.unit())
        .setField(cell.field())
        .setCounterpartUnit(cell.counterpartUnit())
        .setCountsOnDay((int) cell.countsOn().toEpochDay())
        .setKnownOnDay((int) cell.knownOn().toEpochDay())
        .setAmounts(sums)
        .build();
  }
}
