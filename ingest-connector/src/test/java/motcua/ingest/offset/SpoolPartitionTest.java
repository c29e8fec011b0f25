package motcua.ingest.offset;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SpoolPartitionTest {
  /** Connect looks an offset up by the bytes of its partition: any other order finds nothing. */
  @Test
  void shouldKeepTheOrderOfItsKeysOverProcesses() {
    Map<String, String> map = new SpoolPartition("a.ndjson", "0f").toMap();

    assertEquals(List.of("file", "sha256"), List.copyOf(map.keySet()));
    assertEquals(List.of("sha256", "file"), List.copyOf(SpoolPartition.inOldOrder(map).keySet()));
    assertEquals(map, SpoolPartition.inOldOrder(map));
  }
}
