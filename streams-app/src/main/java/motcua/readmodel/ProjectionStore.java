package motcua.readmodel;

import java.util.Collection;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** Where the projector writes: rows and offsets in one transaction. Used by one thread. */
public interface ProjectionStore extends AutoCloseable {
  /**
   * Positions to read from, made (at 0) where they are missing.
   *
   * @return next offset of every partition asked for
   * @throws StoreUnavailableException when the database cannot be reached just now: try again
   */
  Map<TopicPartition, Long> positions(int generation, Collection<TopicPartition> partitions);

  /**
   * Writes a batch, all or nothing. Writing a batch again after {@link StoreUnavailableException}
   * is safe, also when the first attempt was committed unseen.
   *
   * @throws FencedException when an offset is not where the batch starts: another sink wrote
   * @throws StoreUnavailableException when the database cannot be reached just now: write the same
   *     batch again
   * @throws RuntimeException on anything else: a fault that trying again does not mend
   */
  void write(ProjectionBatch batch);

  @Override
  void close();
}
