package motcua.topology;

import java.util.Optional;
import java.util.Set;
import org.apache.kafka.streams.processor.StreamPartitioner;

/**
 * Mail goes where its dossier's key hashes, as in the event log; a task's mail to itself goes to
 * its own partition.
 */
final class MailPartitioner implements StreamPartitioner<byte[], byte[]> {
  @Override
  public Optional<Set<Integer>> partitions(
      String topic, byte[] key, byte[] value, int numPartitions) {
    return Keys.isTick(key) ? Optional.of(Set.of(Keys.goOnPartition(key))) : Optional.empty();
  }
}
