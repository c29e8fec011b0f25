package motcua.ingest;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import motcua.ingest.offset.SpoolOffset;
import motcua.ingest.offset.SpoolPartition;
import org.apache.kafka.connect.storage.OffsetStorageReader;

/** What Connect has committed, as offsets of ours. Each call may read the offsets topic. */
final class CommittedOffsets {
  private final OffsetStorageReader reader;

  CommittedOffsets(OffsetStorageReader reader) {
    this.reader = reader;
  }

  /** The committed offset of one partition; the start where nothing is committed. */
  SpoolOffset of(Map<String, String> partition) {
    Map<String, Object> stored = reader.offset(partition);
    return SpoolOffset.fromMap(
        stored == null ? reader.offset(SpoolPartition.inOldOrder(partition)) : stored);
  }

  /** The committed offsets of several partitions at once, all of them present. */
  Map<Map<String, String>, SpoolOffset> of(Collection<Map<String, String>> partitions) {
    Map<Map<String, String>, Map<String, Object>> stored = reader.offsets(partitions);
    Map<Map<String, String>, SpoolOffset> offsets = new HashMap<>();
    for (Map<String, String> partition : partitions) {
      offsets.put(partition, SpoolOffset.fromMap(stored.get(partition)));
    }
    return offsets;
  }
}
