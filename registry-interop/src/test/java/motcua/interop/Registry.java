package motcua.interop;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import motcua.standalone.Durability;
import motcua.standalone.EmbeddedPostgres;
import motcua.standalone.RegistryProcess;
import motcua.topology.Topics;
import org.apache.avro.Schema;

/** A running registry that knows every contract. */
final class Registry implements AutoCloseable {
  private static final int GENERATION = 1;

  private final EmbeddedPostgres postgres;
  private final RegistryProcess process;
  private final Map<String, Integer> ids;

  private Registry(EmbeddedPostgres postgres, RegistryProcess process, Map<String, Integer> ids) {
    this.postgres = postgres;
    this.process = process;
    this.ids = ids;
  }

  static Registry start(Path folder) throws Exception {
    EmbeddedPostgres postgres =
        EmbeddedPostgres.start(folder.resolve("postgresql"), Durability.SCRATCH);
    RegistryProcess process =
        RegistryProcess.start(folder.resolve("registry"), postgres.registry());
    return new Registry(postgres, process, process.client().register(contracts()));
  }

  /** Value schema by topic, of every topic that has one. */
  static Map<String, Schema> contracts() {
    Map<String, Schema> contracts = new LinkedHashMap<>();
    for (Topics topic : Topics.registered()) {
      contracts.put(topic.topicName(GENERATION), topic.schema());
    }
    return contracts;
  }

  RegistryProcess process() {
    return process;
  }

  String url() {
    return process.confluentUrl().toString();
  }

  /** Id under which the schema of a topic's values is registered. */
  int id(String topic) {
    return ids.get(topic);
  }

  @Override
  public void close() {
    process.close();
    postgres.close();
  }
}
