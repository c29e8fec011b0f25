package motcua.topology;

import java.util.LinkedHashMap;
import java.util.Map;
import motcua.codec.DossierStateCodec;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The dossiers of a task: the store, and in front of it those looked at last, as they are used.
 * Most records concern a dossier that moved not long ago; reading and interpreting it again costs
 * more than the record.
 */
final class Dossiers {
  /** A few tens of megabytes over all tasks of a process. */
  private static final int IN_MEMORY = 4_096;

  private final KeyValueStore<byte[], byte[]> store;
  private final Map<Bytes, DossierBook.Known> recent = new Recent();

  Dossiers(KeyValueStore<byte[], byte[]> store) {
    this.store = store;
  }

  /** What is known of a dossier; {@link DossierBook.Known#NOTHING} of a new one. */
  DossierBook.Known get(byte[] entity) {
    DossierBook.Known known = recent.get(Bytes.wrap(entity));
    if (known != null) {
      return known;
    }
    byte[] stored = store.get(entity);
    return stored == null
        ? DossierBook.Known.NOTHING
        : DossierBook.Known.of(DossierStateCodec.fromBytes(stored));
  }

  /** Stores what is known now. */
  void put(byte[] entity, DossierBook.Known known) {
    store.put(entity, DossierStateCodec.toBytes(known.state()));
    recent.put(Bytes.wrap(entity), known);
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
