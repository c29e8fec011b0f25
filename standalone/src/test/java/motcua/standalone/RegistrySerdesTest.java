package motcua.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

class RegistrySerdesTest {
  @Test
  void shouldTakeTheFamilyThatTheConfigurationNames() {
    assertEquals(RegistrySerdes.APICURIO, RegistrySerdes.namedIn(Map.of()));
    for (RegistrySerdes family : RegistrySerdes.values()) {
      assertEquals(family, RegistrySerdes.namedIn(Map.of("value.serializer", family.serializer())));
    }
  }

  @Test
  void shouldRefuseASerializerWhoseSettingsItDoesNotKnow() {
    Map<String, String> other = Map.of("value.serializer", "org.example.Other");

    var refused = assertThrows(IllegalArgumentException.class, () -> RegistrySerdes.namedIn(other));

    assertTrue(refused.getMessage().contains("org.example.Other"), refused.getMessage());
    assertTrue(
        refused.getMessage().contains(RegistrySerdes.CONFLUENT.serializer()), refused.getMessage());
  }
}
