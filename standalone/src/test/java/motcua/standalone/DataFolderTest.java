package motcua.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
  @TempDir Path folder;

  @Test
  void shouldRefuseASecondUserAndNameTheFirst() throws Exception {
    try (DataFolder first = DataFolder.kept(folder)) {
      DataFolder.InUseException refused =
          assertThrows(DataFolder.InUseException.class, () -> DataFolder.kept(folder));

      assertTrue(
          refused.getMessage().contains(Long.toString(ProcessHandle.current().pid())),
          refused.getMessage());
      assertEquals(Durability.KEPT, first.durability());
    }
    DataFolder.kept(folder).close();
  }

  @Test
  void shouldKeepOnlyTheLogOfAScratchFolderThatFailed() throws Exception {
    DataFolder scratch = DataFolder.scratch();
    Files.writeString(scratch.log(), "why");
    Files.createDirectories(scratch.root().resolve("kafka/log"));

    scratch.discard(true);
    assertTrue(Files.exists(scratch.log()));
    assertFalse(Files.exists(scratch.root().resolve("kafka")));

    scratch.discard(false);
    assertFalse(Files.exists(scratch.root()));
    scratch.close();
  }

  @Test
  void shouldNeverDiscardAKeptFolder() throws Exception {
    try (DataFolder kept = DataFolder.kept(folder)) {
      Files.writeString(folder.resolve("mine"), "data");

      kept.discard(false);

      assertTrue(Files.exists(folder.resolve("mine")));
    }
  }
}
