package motcua.readmodel;

import java.time.Instant;
import java.util.Optional;

/**
 * How new the read model is.
 *
 * @param appliedAt latest recordedAt applied; empty before the first record
 * @param deadLetters dead letters that stand open
 */
public record Freshness(Optional<Instant> appliedAt, long deadLetters) {}
