package motcua.standalone.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigFileTest {
  @TempDir Path folder;

  @Test
  void shouldPutVariablesInTheirPlaceAsTheyAre() throws Exception {
    Path file = Files.writeString(folder.resolve("c"), "a=x${env:SECRET}y\nb=plain $1\n");

    Map<String, String> values = ConfigFile.read(file, Map.of("SECRET", "p$1\\q")::get);

    assertEquals(Map.of("a", "xp$1\\qy", "b", "plain $1"), values);
  }

  @Test
  void shouldNameTheKeyWhoseVariableIsMissing() throws Exception {
    Path file =
        Files.writeString(folder.resolve("c"), "postgresql.owner.password=${env:NOT_SET}\n");

    var wrong =
        assertThrows(Checks.WrongValueException.class, () -> ConfigFile.read(file, name -> null));

    assertTrue(wrong.getMessage().contains("postgresql.owner.password"), wrong.getMessage());
    assertTrue(wrong.getMessage().contains("NOT_SET"), wrong.getMessage());
  }
}
