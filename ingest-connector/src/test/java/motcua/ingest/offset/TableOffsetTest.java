package motcua.ingest.offset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TableOffsetTest {
  private static final Horizon OLD = new Horizon("100:105:100,103", List.of(101L, 104L));
  private static final Horizon NEW =
      new Horizon("4294967299:4294967310:4294967299", List.of(4294967300L));

  @Test
  void shouldComeBackAsItWasStored() {
    TableOffset start = TableOffset.start("7/5");
    List<TableOffset> all =
        List.of(
            start,
            start.opened(OLD),
            start.opened(OLD).at(List.of("1", "a,b:\u001f")),
            start.opened(OLD).at(List.of("1")).closed(),
            start.opened(OLD).closed().opened(NEW).at(List.of("")));
    for (TableOffset offset : all) {
      assertEquals(Optional.of(offset), TableOffset.fromMap(offset.toMap()));
    }
    assertEquals(Optional.empty(), TableOffset.fromMap(null));
  }

  @Test
  void shouldReadNumbersAsConnectsStoreNarrowsThem() {
    Map<String, Object> stored = new HashMap<>(TableOffset.start("7/5").toMap());
    stored.put("version", 1);
    assertEquals(Optional.of(TableOffset.start("7/5")), TableOffset.fromMap(stored));
  }

  @Test
  void shouldRefuseWhatItCannotGoOnFrom() {
    assertThrows(IllegalArgumentException.class, () -> TableOffset.fromMap(Map.of("version", 2L)));
    assertThrows(
        IllegalArgumentException.class,
        () -> TableOffset.fromMap(Map.of("version", 1L, "before", "x")));
  }

  @Test
  void shouldReadSnapshots() {
    assertEquals(100, OLD.xmin());
    assertEquals(105, OLD.xmax());
    assertTrue(OLD.isHeld());
    assertFalse(new Horizon("7:7:", List.of()).isHeld());
    assertEquals("1,3", OLD.seenText());
  }
}
