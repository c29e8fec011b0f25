package motcua.core.unit;

import java.text.Normalizer;
import java.util.Locale;

/**
 * The form in which names are compared: Unicode NFC, without case, inner runs of space as one, none
 * at the ends.
 */
final class NameKey {
  private NameKey() {}

  static String of(String name) {
    String folded = Normalizer.normalize(name, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    StringBuilder key = new StringBuilder(folded.length());
    boolean gap = false;
    for (int i = 0; i < folded.length(); i++) {
      char c = folded.charAt(i);
      if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
        gap = true;
      } else {
        if (gap && !key.isEmpty()) {
          key.append(' ');
        }
        gap = false;
        key.append(c);
      }
    }
    return key.toString();
  }
}
