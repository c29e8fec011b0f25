package motcua;

import java.util.HashMap;
import java.util.Map;
import motcua.codec.FramedReader;
import motcua.config.AppConfig;
import motcua.readmodel.RecordDecoder;
import motcua.topology.Codecs;
import motcua.topology.Topics;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.utils.Utils;

/** Readers and writers of the topics, through the registry's serializers that are configured. */
record Contracts(AppConfig config) {
  /** A set of its own for whoever asks: serializers are not shared between threads. */
  Codecs codecs() {
    return new Codecs(config.getInt(AppConfig.GENERATION), this::serializer, this::deserializer);
  }

  /** Reads the values of every registered topic. */
  RecordDecoder decoder() {
    int generation = config.getInt(AppConfig.GENERATION);
    Codecs codecs = codecs();
    Map<String, FramedReader<SpecificRecord>> readers = new HashMap<>();
    for (Topics topic : Topics.registered()) {
      readers.put(topic.topicName(generation), codecs.reader(topic));
    }
    return (topic, value) -> readers.get(topic).read(value);
  }

  @SuppressWarnings("unchecked")
  private Serializer<Object> serializer(Topics topic) {
    var serializer = (Serializer<Object>) Utils.newInstance(config.serializer());
    serializer.configure(config.serdeConfig(), false);
    return serializer;
  }

  private Deserializer<?> deserializer(Topics topic) {
    var deserializer = (Deserializer<?>) Utils.newInstance(config.deserializer());
    deserializer.configure(config.serdeConfig(), false);
    return deserializer;
  }
}
