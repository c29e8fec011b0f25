package motcua.readmodel;

import java.time.LocalDate;

/**
 * One leg of the journal, or several equal ones netted. Buckets are empty on a counter, the counter
 * on a move; counterpart, field and procedure where there is none.
 *
 * @param leg 0: the only leg; 1 and 2: the out and in leg of a transfer
 */
public record PostingLine(
    long sequence,
    int leg,
    String unit,
    String counterpart,
    String field,
    String procedure,
    String channel,
    String fromBucket,
    String toBucket,
    String counter,
    long count,
    LocalDate countsOn,
    LocalDate knownOn,
    String cause) {}
