package motcua.readmodel;

import java.time.Instant;
import java.util.Optional;

/**
 * What stands in the outbox.
 *
 * @param pending due and not delivered
 * @param oldestDue since when the first of them is due; empty when there is none
 * @param sent delivered
 * @param failed given up
 */
public record OutboxCounts(long pending, Optional<Instant> oldestDue, long sent, long failed) {}
