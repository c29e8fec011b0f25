package motcua.standalone;

import java.util.LinkedHashMap;
import java.util.Map;
import motcua.topology.Topics;
import org.apache.avro.Schema;

/**
 * Topics with a contract in the registry, which must know it before the first record is written.
 */
final class Contracts {
  /** The event log. */
  static final String EVENTS = Topics.EVENTS.topicName();

  /** Records nobody could read. */
  static final String DEAD_LETTERS = Topics.DEAD_LETTERS.topicName();

  private Contracts() {}

  /** Value schema of each topic of a ledger generation that has one, in the order of the topics. */
  static Map<String, Schema> valueSchemas(int generation) {
    Map<String, Schema> schemas = new LinkedHashMap<>();
    for (Topics topic : Topics.registered()) {
      schemas.put(topic.topicName(generation), topic.schema());
    }
    return schemas;
  }
}
