package motcua.ingest.testing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.text.Normalizer;

/** Text as Vietnamese Windows writes it: letters composed, tones as marks of their own. */
public final class Windows1258 {
  private static final Charset CHARSET = Charset.forName("windows-1258");
  private static final String TONES = "\u0300\u0301\u0303\u0309\u0323";

  private Windows1258() {}

  public static byte[] bytes(String text) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Normalizer.normalize(text, Normalizer.Form.NFC)
        .codePoints()
        .forEach(c -> out.writeBytes(letter(c)));
    return out.toByteArray();
  }

  private static byte[] letter(int c) {
    String composed = Character.toString(c);
    if (c < 0x80 || CHARSET.newEncoder().canEncode(composed)) {
      return composed.getBytes(CHARSET);
    }
    StringBuilder letter = new StringBuilder();
    StringBuilder tone = new StringBuilder();
    for (char part : Normalizer.normalize(composed, Normalizer.Form.NFD).toCharArray()) {
      (TONES.indexOf(part) >= 0 ? tone : letter).append(part);
    }
    return (Normalizer.normalize(letter, Normalizer.Form.NFC) + tone).getBytes(CHARSET);
  }
}
