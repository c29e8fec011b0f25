package motcua.readmodel.postgres;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import motcua.core.ledger.Bucket;
import motcua.core.ledger.Measure;
import motcua.schemas.events.DeadLetter;
import motcua.schemas.internal.DossierMark;
import motcua.schemas.internal.DossierStatus;
import motcua.schemas.internal.JournalEntry;
import motcua.schemas.internal.LedgerEntry;
import motcua.schemas.internal.Posting;

/** Records with the parts a test cares about. */
public final class TestRecords {
  static final long APPLIED = 1_726_358_400_000_000L;

  private TestRecords() {}

  public static int day(String iso) {
    return (int) LocalDate.parse(iso).toEpochDay();
  }

  public static JournalEntry received(String unit, String dossierId, String day) {
    return entry(dossierId)
        .setUnit(unit)
        .setPostings(List.of(receipt("e-" + dossierId, day)))
        .build();
  }

  private static JournalEntry.Builder entry(String dossierId) {
    return JournalEntry.newBuilder()
        .setSource("h56")
        .setDossierId(dossierId)
        .setAppliedAtMicros(APPLIED);
  }

  private static Posting receipt(String cause, String day) {
    return Posting.newBuilder()
        .setSequence(0)
        .setProcedure("1.001")
        .setField("DD")
        .setChannel("ONLINE")
        .setFromBucket(Bucket.NONE.name())
        .setToBucket(Bucket.OPEN_IN_TIME.name())
        .setCount(1)
        .setCountsOnDay(day(day))
        .setKnownOnDay(day(day))
        .setCause(cause)
        .build();
  }

  public static LedgerEntry cell(String unit, String day, Measure measure, long amount) {
    List<Long> amounts = new ArrayList<>(Collections.nCopies(Measure.COUNT, 0L));
    amounts.set(measure.ordinal(), amount);
    return LedgerEntry.newBuilder()
        .setUnit(unit)
        .setCountsOnDay(day(day))
        .setKnownOnDay(day(day))
        .setAmounts(amounts)
        .setAppliedAtMicros(APPLIED)
        .build();
  }

  /** The first status of a dossier, without postings. */
  public static JournalEntry status(String dossierId, Bucket bucket, DossierMark... marks) {
    return status(1, dossierId, bucket, marks);
  }

  public static JournalEntry status(
      long sequence, String dossierId, Bucket bucket, DossierMark... marks) {
    return entry(dossierId).setUnit("H23.1").setStatus(standing(sequence, bucket, marks)).build();
  }

  private static DossierStatus standing(long sequence, Bucket bucket, DossierMark... marks) {
    return DossierStatus.newBuilder()
        .setSequence(sequence)
        .setUnit("H23.1")
        .setChannel("POSTAL")
        .setBucket(bucket.name())
        .setReceivedAtMicros(APPLIED)
        .setMarks(List.of(marks))
        .build();
  }

  public static DossierMark mark(String code, String knownOn, String endedOn) {
    return new DossierMark(code, "H23.1", "d", day(knownOn), endedOn == null ? null : day(endedOn));
  }

  public static DeadLetter deadLetter(String fingerprint, String reason, String position) {
    return DeadLetter.newBuilder()
        .setFingerprint(fingerprint)
        .setReason(reason)
        .setInput("a.json")
        .setPosition(position)
        .setKept(Map.of("dossierId", "D\u00001"))
        .setRecordedAtMicros(APPLIED)
        .build();
  }
}
