package motcua.readmodel;

import org.apache.kafka.common.TopicPartition;

/**
 * How far one partition moves with a batch.
 *
 * @param from next offset before; another value in the database means that another sink wrote
 * @param to next offset after, control records included
 * @param appliedAtMicros latest recordedAt among the partition's records, microseconds since the
 *     epoch; 0 when none had one
 */
public record OffsetMove(TopicPartition partition, long from, long to, long appliedAtMicros) {}
