package motcua.readmodel.postgres;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import motcua.core.dossier.Channel;
import motcua.core.ledger.Bucket;
import motcua.core.ledger.Counter;
import motcua.schemas.internal.JournalEntry;
import motcua.schemas.internal.Posting;

/** Legs of one unit and month that are written together: a row of {@code posting_page}. */
final class PostingPage {
  static final List<String> COLUMNS =
      List.of(
          "generation",
          "unit",
          "month",
          "known_to",
          "source",
          "policy",
          "backfill",
          "applied_at",
          "dossier_id",
          "sequence",
          "leg",
          "counterpart",
          "procedure",
          "field",
          "channel",
          "from_bucket",
          "to_bucket",
          "counter",
          "count",
          "counts_on",
          "known_on",
          "cause");

  /** A query opens whole pages. */
  private static final int LEGS = 1_000;

  private final Key key;
  private final List<Leg> legs = new ArrayList<>();
  private int knownTo = Integer.MIN_VALUE;
  private long appliedAtMicros = Long.MIN_VALUE;

  private PostingPage(Key key) {
    this.key = key;
  }

  /** The legs of a journal, in its order within each page. */
  static Collection<PostingPage> of(List<JournalEntry> journal) {
    List<PostingPage> pages = new ArrayList<>();
    Map<Key, PostingPage> open = new HashMap<>();
    for (JournalEntry entry : journal) {
      for (Posting posting : entry.getPostings()) {
        Key key = Key.of(entry, posting);
        PostingPage page = open.get(key);
        if (page == null || page.legs.size() == LEGS) {
          page = new PostingPage(key);
          open.put(key, page);
          pages.add(page);
        }
        page.add(new Leg(entry, posting));
      }
    }
    return pages;
  }

  private void add(Leg leg) {
    legs.add(leg);
    knownTo = Math.max(knownTo, leg.posting.getKnownOnDay());
    appliedAtMicros = Math.max(appliedAtMicros, leg.entry.getAppliedAtMicros());
  }

  /** First day of the month. */
  LocalDate month() {
    return LocalDate.ofEpochDay(key.month);
  }

  void write(CopyBuffer row) {
    row.row(COLUMNS.size());
    row.putInt(key.generation);
    row.putText(key.unit);
    row.putDate(key.month);
    row.putDate(knownTo);
    row.putText(key.source);
    row.putText(key.policy);
    row.putBoolean(key.backfill);
    row.putInstant(appliedAtMicros);
    texts(row, leg -> leg.entry.getDossierId());
    row.beginArray(PgType.INT8, legs.size());
    legs.forEach(leg -> row.putLong(leg.posting.getSequence()));
    row.endArray();
    shorts(row, leg -> leg.posting.getLeg());
    texts(row, leg -> leg.posting.getCounterpartUnit());
    texts(row, leg -> leg.posting.getProcedure());
    texts(row, leg -> leg.posting.getField());
    shorts(row, leg -> Channel.valueOf(leg.posting.getChannel()).ordinal());
    codes(row, Posting::getFromBucket, name -> Bucket.valueOf(name).ordinal());
    codes(row, Posting::getToBucket, name -> Bucket.valueOf(name).ordinal());
    codes(row, Posting::getCounter, name -> Counter.valueOf(name).ordinal());
    shorts(row, leg -> leg.posting.getCount());
    dates(row, Posting::getCountsOnDay);
    dates(row, Posting::getKnownOnDay);
    texts(row, leg -> leg.posting.getCause());
  }

  private void texts(CopyBuffer row, Function<Leg, String> text) {
    row.beginArray(PgType.TEXT, legs.size());
    for (Leg leg : legs) {
      row.putText(text.apply(leg));
    }
    row.endArray();
  }

  private void shorts(CopyBuffer row, ToIntFunction<Leg> number) {
    row.beginArray(PgType.INT2, legs.size());
    for (Leg leg : legs) {
      row.putShort(number.applyAsInt(leg));
    }
    row.endArray();
  }

  private void codes(
      CopyBuffer row, Function<Posting, String> name, ToIntFunction<String> ordinal) {
    row.beginArray(PgType.INT2, legs.size());
    for (Leg leg : legs) {
      String code = name.apply(leg.posting);
      if (code == null) {
        row.putNull();
      } else {
        row.putShort(ordinal.applyAsInt(code));
      }
    }
    row.endArray();
  }

  private void dates(CopyBuffer row, ToIntFunction<Posting> epochDay) {
    row.beginArray(PgType.DATE, legs.size());
    for (Leg leg : legs) {
      row.putDate(epochDay.applyAsInt(leg.posting));
    }
    row.endArray();
  }

  private record Leg(JournalEntry entry, Posting posting) {}

  private record Key(
      int generation, String unit, int month, String source, String policy, boolean backfill) {
    static Key of(JournalEntry entry, Posting posting) {
      LocalDate day = LocalDate.ofEpochDay(posting.getCountsOnDay());
      return new Key(
          entry.getGeneration(),
          entry.getUnit(),
          posting.getCountsOnDay() - day.getDayOfMonth() + 1,
          entry.getSource(),
          entry.getPolicy(),
          entry.getBackfill());
    }
  }
}
