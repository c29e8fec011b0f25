package motcua.topology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Test;

class WriteBehindStoreTest {
  private static final long SEED = Long.getLong("motcua.seed", new Random().nextLong());

  private final KeyValueStore<Bytes, byte[]> disk = Stores.inMemoryKeyValueStore("disk").get();
  private final WriteBehindStore store = new WriteBehindStore(disk);

  @Test
  void shouldReadWhatAMapWouldWheneverItIsCommitted() {
    System.out.println("motcua.seed=" + SEED);
    Random random = new Random(SEED);
    TreeMap<Bytes, String> map = new TreeMap<>();
    for (int step = 0; step < 20_000; step++) {
      Bytes key = key(random.nextInt(300));
      String value = random.nextInt(4) == 0 ? null : "v" + step;
      switch (random.nextInt(60)) {
        case 0 -> store.commit(Map.of());
        case 1 -> assertEquals(entries(map), entries(store.all()), "seed " + SEED);
        case 2 -> {
          Bytes to = key(250);
          assertEquals(
              entries(map.subMap(key(100), true, to, true)),
              entries(store.range(key(100), to)),
              "seed " + SEED);
        }
        case 3 -> assertEquals(map.remove(key), text(store.delete(key)), "seed " + SEED);
        case 4 -> assertEquals(map.putIfAbsent(key, "w"), text(store.putIfAbsent(key, bytes("w"))));
        default -> {
          store.put(key, bytes(value));
          if (value == null) {
            map.remove(key);
          } else {
            map.put(key, value);
          }
        }
      }
      assertEquals(map.get(key), text(store.get(key)), "seed " + SEED + ", step " + step);
    }
  }

  @Test
  void shouldWriteNothingBeforeACommitAndEverythingAtIt() {
    store.put(key(1), bytes("a"));
    store.put(key(1), bytes("b"));
    store.put(key(2), bytes("c"));
    store.delete(key(2));

    assertNull(disk.get(key(1)));
    store.commit(Map.of());

    assertEquals(List.of("1=b"), entries(disk.all()));
  }

  @Test
  void shouldNotWaitForACommitForEver() {
    for (int number = 0; number < WriteBehindStore.WAITING; number++) {
      store.put(key(number), bytes("x"));
    }

    assertEquals(WriteBehindStore.WAITING, disk.approximateNumEntries());
  }

  private static Bytes key(int number) {
    return Bytes.wrap(String.valueOf(number).getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] bytes(String text) {
    return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
  }

  private static String text(byte[] bytes) {
    return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
  }

  private static List<String> entries(Map<Bytes, String> map) {
    List<String> entries = new ArrayList<>();
    map.forEach((key, value) -> entries.add(text(key.get()) + "=" + value));
    return entries;
  }

  private static List<String> entries(KeyValueIterator<Bytes, byte[]> all) {
    List<String> entries = new ArrayList<>();
    try (all) {
      while (all.hasNext()) {
        KeyValue<Bytes, byte[]> entry = all.next();
        entries.add(text(entry.key.get()) + "=" + text(entry.value));
      }
    }
    return entries;
  }
}
