package motcua.ingest.intake;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.ProducerRecord;

/** The event log as the gateway sees it. */
@FunctionalInterface
interface EventLog {
  /** What became of a batch. Never both, and never neither. */
  enum Outcome {
    /** All of it is committed. */
    DURABLE,
    /** Nothing of it is or will be seen by who reads committed records. */
    NOT_WRITTEN
  }

  /**
   * Writes all records or none.
   *
   * @return completed when the outcome is known, never exceptionally
   */
  CompletableFuture<Outcome> write(List<ProducerRecord<byte[], byte[]>> records);
}
