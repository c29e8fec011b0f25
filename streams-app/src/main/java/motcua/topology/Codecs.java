package motcua.topology;

import java.util.function.Function;
import motcua.codec.FramedReader;
import motcua.codec.FramedWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Makes readers and writers of the topics' contracts from the serializers the configuration names.
 * Each caller gets its own, because they are not thread-safe.
 */
public final class Codecs {
  private final int generation;
  private final Function<Topics, Serializer<Object>> serializers;
  private final Function<Topics, Deserializer<?>> deserializers;

  /**
   * @param generation ledger generation whose topics are read and written
   */
  public Codecs(
      int generation,
      Function<Topics, Serializer<Object>> serializers,
      Function<Topics, Deserializer<?>> deserializers) {
    this.generation = generation;
    this.serializers = serializers;
    this.deserializers = deserializers;
  }

  /** A writer of a topic's values. */
  public <T extends SpecificRecord> FramedWriter<T> writer(Topics topic) {
    return new FramedWriter<>(topic.topicName(generation), serializers.apply(topic));
  }

  /** A reader of a topic's values. */
  public <T extends SpecificRecord> FramedReader<T> reader(Topics topic) {
    return new FramedReader<>(
        topic.topicName(generation), topic.schema(), deserializers.apply(topic));
  }
}
