package motcua.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebSettingsTest {
  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "192.168.1.7", "::", "motcua.example.vn", ""})
  void shouldRefuseAddressesOthersCanReach(String host) {
    assertThrows(IllegalArgumentException.class, () -> new WebSettings(host, 8080));
  }

  @Test
  void shouldTakeLoopbackAndAFreePort() {
    assertEquals(0, new WebSettings("127.0.0.1", 0).port());
  }
}
