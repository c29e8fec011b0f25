package motcua.readmodel;

import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * Figures of a projector for meters and health.
 *
 * @param recordsWritten records written since its start
 * @param batchesWritten transactions committed since its start
 * @param recordsSkipped records of other generations passed over
 * @param deadLetters dead letters read since its start
 * @param appliedAtMicros latest recordedAt written, microseconds since the epoch; 0 when none yet
 * @param lags records behind the last stable offset, by partition
 */
public record ProjectorStatus(
    Projector.State state,
    long recordsWritten,
    long batchesWritten,
    long recordsSkipped,
    long deadLetters,
    long appliedAtMicros,
    Map<TopicPartition, Long> lags) {}
