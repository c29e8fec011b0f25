package motcua.standalone.personal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A scan that finds nothing must be one that would have found it. */
class CanaryScanTest {
  private final Canaries canaries = new Canaries();
  private final String name = canaries.text("ChuHoSo");
  private final String identity = canaries.identity();
  private final String link = canaries.link("DuongDan");

  @Test
  void shouldFindATextInEveryForm() {
    for (String value : Set.of(name, identity, link)) {
      byte[] plain = value.getBytes(StandardCharsets.UTF_8);
      assertFound(plain);
      assertFound(value.toUpperCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
      assertFound(
          Normalizer.normalize(value, Normalizer.Form.NFD).getBytes(StandardCharsets.UTF_8));
      assertFound(value.getBytes(StandardCharsets.UTF_16LE));
      assertFound(value.getBytes(StandardCharsets.UTF_16BE));
      assertFound(HexFormat.of().withUpperCase().formatHex(plain).getBytes(StandardCharsets.UTF_8));
      StringBuilder escaped = new StringBuilder();
      value.chars().forEach(c -> escaped.append("\\u%04X".formatted(c)));
      assertFound(escaped.toString().getBytes(StandardCharsets.UTF_8));
      for (String before : Set.of("", "a", "ab")) {
        byte[] longer = (before + value + "z").getBytes(StandardCharsets.UTF_8);
        assertFound(Base64.getEncoder().encode(longer));
        assertFound(Base64.getUrlEncoder().withoutPadding().encode(longer));
      }
    }
  }

  @Test
  void shouldFindPlainHashesOfWhatCanBeTriedOut() throws Exception {
    for (String value : Set.of(identity, link)) {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
      assertFound(hash);
      assertFound(HexFormat.of().formatHex(hash).getBytes(StandardCharsets.UTF_8));
      assertFound(Base64.getUrlEncoder().encode(hash));
      assertFound(Base64.getUrlEncoder().withoutPadding().encode(Arrays.copyOf(hash, 16)));
    }
  }

  @Test
  void shouldNameTheFieldAndFindNothingElse() {
    CanaryScan scan = new CanaryScan(canaries);
    scan.scan("topic", "...\"" + name + "\"...");
    assertEquals(1, scan.leaks().size());
    String leak = scan.leaks().iterator().next();
    assertTrue(leak.startsWith("topic: text qvzkx.chuhoso."), leak);
    CanaryScan clean = new CanaryScan(canaries);
    clean.scan("topic", "H99.31.07-260820-0012 079128374999 https://kho.example/");
    assertEquals(Set.of(), clean.leaks());
    clean.scan("topic", Canaries.PLANTED);
    assertEquals(Set.of(), clean.leaks());
    assertEquals(Set.of("topic"), clean.planted());
  }

  private void assertFound(byte[] content) {
    CanaryScan scan = new CanaryScan(canaries);
    byte[] inside = new byte[content.length + 20];
    Arrays.fill(inside, (byte) ' ');
    System.arraycopy(content, 0, inside, 10, content.length);
    scan.scan("place", inside);
    assertFalse(scan.leaks().isEmpty(), new String(content, StandardCharsets.ISO_8859_1));
  }
}
