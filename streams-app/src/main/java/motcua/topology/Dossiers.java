package motcua.topology;

import com.google.common.hash.BloomFilter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ObjLongConsumer;
import motcua.codec.DossierStateCodec;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The dossiers of a task: the store, and in front of it those looked at last, as they are used.
 * Most records concern a dossier that moved not long ago; reading and interpreting it again costs
 * more than the record.
 */
final class Dossiers {
  /** A few tens of megabytes over all tasks of a process. */
  private static final int IN_MEMORY = 6_144;

  /** One megabyte a task; with more dossiers it takes more new ones for perhaps known. */
  private static final int KEYS = 1_000_000;

  private static final double MISTAKEN = 0.02;

  private final KeyValueStore<byte[], byte[]> store;

  /** By the hash that {@link #recent} needs anyway; keys that share one are looked for in vain. */
  private final BloomFilter<Bytes> stored =
      BloomFilter.create((key, sink) -> sink.putInt(key.hashCode()), KEYS, MISTAKEN);

  private final Map<Bytes, DossierBook.Known> recent = new Recent();

  private Dossiers(KeyValueStore<byte[], byte[]> store) {
    this.store = store;
  }

  /**
   * Opens a task's dossiers.
   *
   * @param eachCrossing is told of every dossier and its next crossing
   */
  static Dossiers open(KeyValueStore<byte[], byte[]> store, ObjLongConsumer<byte[]> eachCrossing) {
    var dossiers = new Dossiers(store);
    try (KeyValueIterator<byte[], byte[]> all = store.all()) {
      while (all.hasNext()) {
        KeyValue<byte[], byte[]> dossier = all.next();
        dossiers.stored.put(Bytes.wrap(dossier.key));
        eachCrossing.accept(dossier.key, DossierStateCodec.crossingMicros(dossier.value));
      }
    }
    return dossiers;
  }

  /** What is known of a dossier; {@link DossierBook.Known#NOTHING} of a new one. */
  DossierBook.Known get(byte[] entity) {
    Bytes name = Bytes.wrap(entity);
    DossierBook.Known known = recent.get(name);
    if (known != null) {
      return known;
    }
    // A third of all records found a dossier: the store looks long for what it does not hold.
    byte[] bytes = stored.mightContain(name) ? store.get(entity) : null;
    return bytes == null
        ? DossierBook.Known.NOTHING
        : DossierBook.Known.of(DossierStateCodec.fromBytes(bytes));
  }

  /** Stores what is known now. */
  void put(byte[] entity, DossierBook.Known known) {
    store.put(entity, DossierStateCodec.toBytes(known.state()));
    Bytes name = Bytes.wrap(entity);
    if (recent.put(name, known) == null) {
      stored.put(name);
    }
  }

  private static final class Recent extends LinkedHashMap<Bytes, DossierBook.Known> {
    private static final long serialVersionUID = 1;

    Recent() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<Bytes, DossierBook.Known> eldest) {
      return size() > IN_MEMORY;
    }
  }
}
