package motcua.readmodel;

import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;

/** What an audit reads of the read model, and where its results are kept. Thread-safe. */
public interface AuditStore {
  /** Next offsets to read, as committed with the rows. */
  Map<TopicPartition, Long> positions();

  /** Opens the books as they stand now. */
  AuditSnapshot open();

  /** Keeps a result. */
  void save(AuditResult result);

  /** The latest result; empty when there was no audit yet. */
  Optional<AuditResult> last();
}
