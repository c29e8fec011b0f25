package motcua.topology;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;

/**
 * The topology as the tasks of one partition run it, for a test driver, which knows one partition
 * only and hands what is sent to a topic straight to whoever reads it. Here sinks write to topics
 * of other names, so that the test may carry records to the partition the real partitioners choose;
 * the tasks know their partition; and stores are in memory and begin with what a changelog holds.
 */
public final class PlacedTopology extends Topology {
  private static final String SENT = "sent.";

  private final int partition;
  private final Map<String, StreamPartitioner<byte[], byte[]>> partitioners = new HashMap<>();

  /**
   * @param restored the contents of the stores by their names; absent: empty
   */
  public PlacedTopology(
      LedgerTopology topology, int partition, Map<String, Map<Bytes, byte[]>> restored) {
    this.partition = partition;
    topology.addTo(this, name -> inMemory(name, restored.getOrDefault(name, Map.of())));
  }

  /** Whether a topic the driver produced to is that of a sink; others are changelogs. */
  public static boolean isSent(String producedTopic) {
    return producedTopic.startsWith(SENT);
  }

  /** The topic a sink writes to in earnest. */
  public static Topics topic(String producedTopic) {
    for (Topics topic : Topics.values()) {
      if (producedTopic.equals(SENT + topic.topicName(1))) {
        return topic;
      }
    }
    throw new IllegalArgumentException("not sent by a sink: " + producedTopic);
  }

  /** The partitions a sent record goes to. */
  public Set<Integer> partitions(Topics topic, byte[] key, byte[] value, int count) {
    StreamPartitioner<byte[], byte[]> partitioner = partitioners.get(topic.topicName(1));
    return partitioner == null
        ? Set.of(partition(key, count))
        : partitioner
            .partitions(topic.topicName(1), key, value, count)
            .orElseGet(() -> Set.of(partition(key, count)));
  }

  /** The partition a key hashes to, as Kafka's producers have it. */
  public static int partition(byte[] key, int count) {
    return Utils.toPositive(Utils.murmur2(key)) % count;
  }

  @Override
  public synchronized <K, V> Topology addSink(
      String name,
      String topic,
      Serializer<K> keySerializer,
      Serializer<V> valueSerializer,
      String... parents) {
    return super.addSink(name, SENT + topic, keySerializer, valueSerializer, parents);
  }

  @Override
  @SuppressWarnings("unchecked") // all of our topics hold bytes
  public synchronized <K, V> Topology addSink(
      String name,
      String topic,
      Serializer<K> keySerializer,
      Serializer<V> valueSerializer,
      StreamPartitioner<? super K, ? super V> partitioner,
      String... parents) {
    partitioners.put(topic, (StreamPartitioner<byte[], byte[]>) partitioner);
    return super.addSink(name, SENT + topic, keySerializer, valueSerializer, parents);
  }

  @Override
  public synchronized <A, B, C, D> Topology addProcessor(
      String name, ProcessorSupplier<A, B, C, D> supplier, String... parents) {
    return super.addProcessor(name, () -> placed(supplier.get()), parents);
  }

  private <A, B, C, D> Processor<A, B, C, D> placed(Processor<A, B, C, D> processor) {
    return new Processor<>() {
      @Override
      public void init(ProcessorContext<C, D> context) {
        processor.init(placed(context));
      }

      @Override
      public void process(Record<A, B> in) {
        processor.process(in);
      }

      @Override
      public void close() {
        processor.close();
      }
    };
  }

  /** The driver's context, save that its task is that of our partition. */
  @SuppressWarnings("unchecked") // it stands for nothing but the context it is made of
  private <C, D> ProcessorContext<C, D> placed(ProcessorContext<C, D> context) {
    return (ProcessorContext<C, D>)
        Proxy.newProxyInstance(
            PlacedTopology.class.getClassLoader(),
            new Class<?>[] {ProcessorContext.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("taskId")) {
                return new TaskId(0, partition);
              }
              try {
                return method.invoke(context, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private static KeyValueBytesStoreSupplier inMemory(String name, Map<Bytes, byte[]> content) {
    KeyValueBytesStoreSupplier empty = Stores.inMemoryKeyValueStore(name);
    return new KeyValueBytesStoreSupplier() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public KeyValueStore<Bytes, byte[]> get() {
        KeyValueStore<Bytes, byte[]> store = empty.get();
        content.forEach(store::put);
        return store;
      }

      @Override
      public String metricsScope() {
        return empty.metricsScope();
      }
    };
  }
}
