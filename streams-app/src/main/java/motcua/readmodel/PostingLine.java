package motcua.readmodel;

import java.time.LocalDate;

/** One leg of the journal; buckets are empty on a counter, the counter on a move. */
public record PostingLine(
    long sequence,
    int leg,
    String unit,
    String counterpart,
    String fromBucket,
    String toBucket,
    String counter,
    int count,
    LocalDate countsOn,
    LocalDate knownOn,
    String cause) {}
